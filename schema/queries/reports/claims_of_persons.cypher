// The claims of persons.
UNWIND $persons AS person
MATCH (:Person {id: person})-[:ASSERTS]->(c:Claim)
RETURN DISTINCT c.id AS claim, c.stories AS stories
ORDER BY stories DESC, claim
