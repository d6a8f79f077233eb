// The persons that appearances with these ids are of; a person's id is, or was, that of an appearance.
UNWIND $ids AS id
MATCH (:Appearance {id: id})-[:REFERS_TO]->(p:Person)
RETURN DISTINCT properties(p) AS person
