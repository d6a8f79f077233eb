// An article gives as the person's employer what is nearly, but not quite, the name of a known organisation.
//
// Of 113 employers that 1,306 real articles give for experts none is; a museum official's is, as a museum may be
// named after its town and another one too.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE 'expert' IN p.kinds
MATCH (p)<-[:REFERS_TO]-(:Appearance)-[:AFFILIATED_WITH]->(m:Mention {match: 'near-miss'})
WHERE m.dismissed IS NULL
WITH p, m ORDER BY m.name, m.id
WITH p, collect(DISTINCT m.name + ' (' + m.authority_name + ')') AS employers, collect(DISTINCT m.id) AS evidence
WHERE size(employers) > 0
RETURN p.id AS person, 'closer' AS polarity, 2 AS weight,
       ['employers', reduce(list = head(employers), name IN tail(employers) | list + ', ' + name)] AS params, evidence
