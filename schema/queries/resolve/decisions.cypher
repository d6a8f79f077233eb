// The appearances that standing decisions are about.
MATCH (d:Decision)-[r:CONCERNS]->(n:Appearance)
WHERE d.withdrawn_at IS NULL AND d.kind IN ['same', 'different']
RETURN d.id AS decision, d.kind AS kind, n.id AS appearance, r.side AS side
