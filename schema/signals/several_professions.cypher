// Articles give the person professions of different kinds.
//
// Only families of professions that one trains for count, and what people combine (research, leading,
// teaching, writing) or name in several ways (advising, caring: a career adviser is a career coach) does not.
// Of 190 people whom 1,270 real news articles present as experts one had two, because his role was read as running
// on into the next person's; in an invented newsroom of 2,000 articles none of 290 real experts who recur, and four
// of 15 invented ones.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE 'expert' IN p.kinds
WITH p, [family IN p.role_families
         WHERE family IN ['psychology', 'medicine', 'nutrition', 'finance', 'law', 'engineering']] AS families
WHERE size(families) > 1
MATCH (n:Appearance)-[:REFERS_TO]->(p)
WHERE n.role_family IN families
WITH p, n ORDER BY n.id
WITH p, collect(DISTINCT toLower(n.role)) AS told, collect(n.id) AS evidence
WITH p, [role IN p.roles WHERE toLower(role) IN told] AS roles, evidence
RETURN p.id AS person, 'closer' AS polarity, 3 AS weight,
       ['roles', reduce(list = head(roles), role IN tail(roles) | list + ', ' + role)] AS params, evidence
