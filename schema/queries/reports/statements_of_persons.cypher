// What persons say, and which claims that makes.
UNWIND $persons AS person
MATCH (p:Person {id: person})<-[:REFERS_TO]-(n:Appearance)<-[:SAID_BY]-(s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.dismissed IS NULL
OPTIONAL MATCH (s)<-[:PART_OF]-(:Sentence)-[:EXPRESSES]->(c:Claim)
RETURN properties(s) AS statement, a.id AS article, n.id AS appearance, p.id AS source, collect(DISTINCT c.id) AS claims
