// References that stand in the lists of several stories.
MATCH (r:Reference)<-[:LISTS]-(a:Article)-[:TELLS]->(t:Story)
WITH r, count(DISTINCT t) AS stories, collect(DISTINCT a.id) AS articles
WHERE stories > 1
RETURN properties(r) AS reference, stories, articles
ORDER BY stories DESC, size(articles) DESC, r.id
