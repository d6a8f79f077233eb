// Everything a reading found in these articles, by label, and the articles themselves.
MATCH (a:Article) WHERE a.id IN $articles
RETURN a.id AS article, 'Article' AS label, a.id AS id
UNION ALL
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[:APPEARS_IN]-(n:Appearance)
RETURN article, 'Appearance' AS label, n.id AS id
UNION ALL
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[:MENTIONED_IN]-(n:Mention)
RETURN article, 'Mention' AS label, n.id AS id
UNION ALL
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[:STATED_IN]-(n:Statement)
RETURN article, 'Statement' AS label, n.id AS id
UNION ALL
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[:STATED_IN]-(:Statement)<-[:PART_OF]-(n:Sentence)
RETURN article, 'Sentence' AS label, n.id AS id
