// The signals about persons, with their evidence.
UNWIND $persons AS id
MATCH (p:Person {id: id})<-[:ABOUT]-(s:Signal)
OPTIONAL MATCH (s)-[:EVIDENCE]->(e)
RETURN p.id AS of, s.type AS type, s.polarity AS polarity, s.params AS params, collect(e.id) AS evidence
ORDER BY of, polarity, type
