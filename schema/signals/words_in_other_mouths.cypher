// What the person says, somebody of another name says too, nearly word for word.
UNWIND $persons AS id
MATCH (p:Person {id: id})-[:ASSERTS]->(c:Claim)<-[:ASSERTS]-(other:Person)
WHERE other.name_key <> p.name_key
MATCH (c)<-[:EXPRESSES]-(:Sentence)-[:PART_OF]->(s:Statement)-[:SAID_BY]->(:Appearance)-[:REFERS_TO]->(who:Person)
WHERE who = p OR who = other
WITH DISTINCT p, c, other.name AS name, s.id AS statement ORDER BY statement
WITH p, collect(DISTINCT c.id) AS claims, collect(DISTINCT name) AS names, collect(DISTINCT statement) AS evidence
UNWIND names AS name
WITH p, claims, name, evidence ORDER BY name
WITH p, claims, collect(name) AS names, evidence
RETURN p.id AS person, 'closer' AS polarity, 3 AS weight,
       ['claims', toString(size(claims)),
        'others', reduce(list = head(names), name IN tail(names) | list + ', ' + name)] AS params,
       evidence
