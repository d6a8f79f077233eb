// No article of at least two stories says for whom the person works.
//
// Weak alone: of 21 experts who recur in 1,270 real news articles it holds for eight.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE 'expert' IN p.kinds AND size(p.affiliations) = 0 AND p.stories > 1
MATCH (n:Appearance)-[:REFERS_TO]->(p)
WITH p, n ORDER BY n.id
WITH p, collect(n.id) AS evidence
RETURN p.id AS person, 'closer' AS polarity, 1 AS weight, ['stories', toString(p.stories)] AS params, evidence
