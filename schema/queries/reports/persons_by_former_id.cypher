// The persons whom an id stood for once: its appearance is gone, or its person was split.
MATCH (f:Formerly {id: $id})
UNWIND f.ids AS one
MATCH (:Appearance {id: one})-[:REFERS_TO]->(p:Person)
RETURN DISTINCT properties(p) AS person, p.id AS id
ORDER BY id
