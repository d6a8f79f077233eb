// Somebody looked the person up where they should be, and did not find them.
//
// In the registers named below stands everybody who may bear the title; of others a miss proves little.
UNWIND $persons AS id
MATCH (p:Person {id: id})<-[:REFERS_TO]-(n:Appearance)<-[:CONCERNS]-(c:Check)
WHERE c.outcome = 'not-found' AND c.withdrawn_at IS NULL
WITH p, n, c.register AS register ORDER BY register, n.id
WITH p, collect(DISTINCT register) AS registers, collect(DISTINCT n.id) AS evidence
WHERE size(registers) > 0
RETURN p.id AS person, 'closer' AS polarity, 
       CASE WHEN any(register IN registers
                     WHERE register IN ['BIG', 'Psychologencommissie', 'RIZIV', 'Kwaliteitsregister-Paramedici', 'NOvA',
                                        'KNB', 'RA-AA', 'Architectenregister']) THEN 3 ELSE 1 END AS weight,
       ['registers', reduce(list = head(registers), name IN tail(registers) | list + ', ' + name)] AS params,
       evidence
