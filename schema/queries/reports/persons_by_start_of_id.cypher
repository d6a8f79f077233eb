// The persons that appearances whose id starts so are of.
MATCH (n:Appearance)-[:REFERS_TO]->(p:Person)
WHERE n.id STARTS WITH $start
RETURN DISTINCT properties(p) AS person, p.id AS id
ORDER BY id
