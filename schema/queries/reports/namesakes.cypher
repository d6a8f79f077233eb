// The namesakes of persons, with what speaks for and against their being one.
UNWIND $persons AS id
MATCH (p:Person {id: id})-[r:NAMESAKE_OF]-(n:Person)
RETURN p.id AS of, properties(p) AS named, properties(n) AS person, r.score AS score, r.features AS features
ORDER BY of, n.stories DESC, n.id
