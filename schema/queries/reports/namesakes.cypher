// The namesakes of persons.
UNWIND $persons AS id
MATCH (p:Person {id: id})-[:NAMESAKE_OF]-(n:Person)
RETURN p.id AS of, properties(n) AS person
ORDER BY of, n.stories DESC, n.id
