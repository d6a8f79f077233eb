// Somebody looked the person up, and found them.
UNWIND $persons AS id
MATCH (p:Person {id: id})<-[:REFERS_TO]-(n:Appearance)<-[:CONCERNS]-(c:Check)
WHERE c.outcome = 'found' AND c.withdrawn_at IS NULL
WITH p, n, c.register AS register ORDER BY register, n.id
WITH p, collect(DISTINCT register) AS registers, collect(DISTINCT n.id) AS evidence
WHERE size(registers) > 0
RETURN p.id AS person, 'for' AS polarity, 1 AS weight,
       ['registers', reduce(list = head(registers), name IN tail(registers) | list + ', ' + name)] AS params,
       evidence
