// Small print stands with an article in which the person speaks: names changed, no medical advice, and the like.
UNWIND $persons AS id
MATCH (p:Person {id: id})-[:QUOTED_IN]->(a:Article)
WHERE 'disclaimer' IN a.part_kinds
WITH p, a ORDER BY a.id
WITH p, collect(a.id) AS evidence
WHERE size(evidence) > 0
RETURN p.id AS person, 'closer' AS polarity, ['articles', toString(size(evidence))] AS params, evidence
