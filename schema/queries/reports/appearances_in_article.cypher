// The persons an article presents.
MATCH (a:Article {id: $article})<-[:APPEARS_IN]-(n:Appearance)
WHERE n.dismissed IS NULL
OPTIONAL MATCH (n)-[:REFERS_TO]->(p:Person)
RETURN p.id AS person, properties(n) AS appearance
ORDER BY n.id
