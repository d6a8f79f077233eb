// The keys of every name, and the person who bears it.
MATCH (n:Appearance)-[:REFERS_TO]->(p:Person)
RETURN p.id AS person, n.name_keys AS keys
