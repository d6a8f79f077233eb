// Every article introduces the person by role, name and town, and by nothing else.
//
// In real news 3 of 190 experts are introduced so; in the pieces this program is made for, all are.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE 'expert' IN p.kinds AND size(p.introductions) > 0 AND size(p.affiliations) = 0
  AND all(form IN p.introductions WHERE form IN ['role+name+place', 'name+role+place', 'name+place+role', 'name+place'])
MATCH (n:Appearance)-[:REFERS_TO]->(p)
WITH p, n ORDER BY n.id
WITH p, collect(n.id) AS evidence
RETURN p.id AS person, 'closer' AS polarity, 2 AS weight, ['articles', toString(p.articles)] AS params, evidence
