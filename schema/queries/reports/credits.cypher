// What organisations are credited with, in which articles, under which name.
MATCH (s:Statement)-[:SAID_BY|CITES]->(m:Mention)-[:IDENTIFIED_AS]->(i:Institution)
WHERE s.dismissed IS NULL AND m.dismissed IS NULL
MATCH (s)-[:STATED_IN]->(a:Article)
OPTIONAL MATCH (a)-[:TELLS]->(t:Story)
RETURN DISTINCT i.id AS institution, m.name AS written, m.match AS match, m.key AS key,
       m.authority AS authority, s.id AS statement, s.text AS text, s.starts AS starts, s.ends AS ends, a.id AS article, t.id AS story
ORDER BY institution, article, starts[0], statement
