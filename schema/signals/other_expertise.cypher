// Somebody looked the person up, and found one of that name who does other work.
UNWIND $persons AS id
MATCH (p:Person {id: id})<-[:REFERS_TO]-(n:Appearance)<-[:CONCERNS]-(c:Check)
WHERE c.outcome = 'other-expertise' AND c.withdrawn_at IS NULL
WITH p, n, c.register AS register ORDER BY register, n.id
WITH p, collect(DISTINCT register) AS registers, collect(DISTINCT n.id) AS evidence
WHERE size(registers) > 0
RETURN p.id AS person, 'closer' AS polarity, 3 AS weight,
       ['registers', reduce(list = head(registers), name IN tail(registers) | list + ', ' + name)] AS params,
       evidence
