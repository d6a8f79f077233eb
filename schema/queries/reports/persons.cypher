// Persons with these ids.
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN properties(p) AS person
ORDER BY p.id
