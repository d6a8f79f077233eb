// The appearances of persons, by person.
UNWIND $persons AS person
MATCH (p:Person {id: person})<-[:REFERS_TO]-(n:Appearance)
RETURN p.id AS person, n.id AS id
ORDER BY person, id
