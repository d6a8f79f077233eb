// Which of these persons are in which of these articles.
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[:APPEARS_IN]-(n:Appearance)-[:REFERS_TO]->(p:Person)
WHERE p.id IN $persons
RETURN 'QUOTED_IN' AS type, p.id AS start, a.id AS end, a.id AS article, n.starts[0] AS first, n.ends[0] AS last
