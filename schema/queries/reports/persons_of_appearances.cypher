// The persons of appearances.
UNWIND $ids AS id
MATCH (n:Appearance {id: id})-[:REFERS_TO]->(p:Person)
RETURN n.id AS appearance, properties(p) AS person
ORDER BY appearance
