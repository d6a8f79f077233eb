// What was looked up about appearances, or about what is said in them, and stands.
UNWIND $appearances AS id
MATCH (n:Appearance {id: id})<-[:CONCERNS]-(c:Check)
WHERE c.withdrawn_at IS NULL
RETURN n.id AS appearance, properties(c) AS check, c.at AS at, c.id AS id
UNION
UNWIND $appearances AS id
MATCH (n:Appearance {id: id})<-[:SAID_BY]-(:Statement)<-[:CONCERNS]-(c:Check)
WHERE c.withdrawn_at IS NULL
RETURN n.id AS appearance, properties(c) AS check, c.at AS at, c.id AS id
