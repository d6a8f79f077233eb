// The marks that stand on persons (null: all), on which of their appearances, and how many they have.
MATCH (t:Triage)-[:CONCERNS]->(n:Appearance)-[:REFERS_TO]->(p:Person)
WHERE t.withdrawn_at IS NULL AND ($persons IS NULL OR p.id IN $persons)
WITH p, t, collect(n.id) AS on
MATCH (p)<-[:REFERS_TO]-(one:Appearance)
RETURN p.id AS person, t.kind AS kind, t.note AS note, t.at AS at, t.id AS id, on, count(one) AS appearances
ORDER BY person, at, id
