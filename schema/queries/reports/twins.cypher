// Stories made from one template, with the articles of each.
MATCH (one:Story)-[t:TWIN_OF]->(other:Story)
RETURN one.id AS one, one.title AS one_title, other.id AS other, other.title AS other_title,
       t.score AS score, t.swapped AS swapped,
       [(one)<-[:TELLS]-(a:Article) | a.id] AS one_articles, [(other)<-[:TELLS]-(a:Article) | a.id] AS other_articles
ORDER BY score DESC, one, other
