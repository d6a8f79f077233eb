// How many statements each appearance makes.
MATCH (s:Statement)-[:SAID_BY]->(n:Appearance)
WHERE s.dismissed IS NULL AND n.dismissed IS NULL
RETURN n.id AS appearance, count(s) AS statements
