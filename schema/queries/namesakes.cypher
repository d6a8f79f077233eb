// title: Namesakes
// answers: Which persons share a full name and are kept apart, and what tells them apart?
// parameter name: part of the name; without it all
// column name: the name they share
// column roles: roles of the one
// column affiliations: affiliations of the one
// column towns: towns of the one
// column other_roles: roles of the other
// column other_affiliations: affiliations of the other
// column other_towns: towns of the other
// column id: id of the one
// column other_id: id of the other
MATCH (p:Person)-[:NAMESAKE_OF]->(o:Person)
WHERE $name IS NULL OR toLower(p.name) CONTAINS toLower($name)
RETURN p.name AS name, p.roles AS roles, p.affiliations AS affiliations, p.places AS towns,
       o.roles AS other_roles, o.affiliations AS other_affiliations, o.places AS other_towns,
       p.id AS id, o.id AS other_id
ORDER BY name, id, other_id
