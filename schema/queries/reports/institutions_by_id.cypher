// Institutions with these ids.
UNWIND $ids AS id
MATCH (i:Institution {id: id})
RETURN properties(i) AS institution
