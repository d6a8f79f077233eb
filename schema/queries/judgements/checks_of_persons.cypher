// What was looked up about persons, withdrawn checks too.
UNWIND $persons AS person
MATCH (:Person {id: person})<-[:REFERS_TO]-(:Appearance)<-[:CONCERNS]-(c:Check)
RETURN DISTINCT person, c.id AS check
ORDER BY person, check
