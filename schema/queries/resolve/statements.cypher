// How many statements each appearance makes.
MATCH (s:Statement)-[:SAID_BY]->(n:Appearance)
RETURN n.id AS appearance, count(s) AS statements
