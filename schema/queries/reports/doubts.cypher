// Every two persons who may be one, with what speaks for and against it.
MATCH (a:Appearance)-[c:CANDIDATE]->(b:Appearance)
MATCH (a)-[:REFERS_TO]->(p:Person)
MATCH (b)-[:REFERS_TO]->(o:Person)
RETURN properties(p) AS one, properties(o) AS other, c.score AS score, c.features AS features
