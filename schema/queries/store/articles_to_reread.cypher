// The original of each article that another fingerprint read (null: of every article): its smallest capture.
MATCH (a:Article)-[r:CAPTURED_AS]->(c:Capture)
WHERE $fingerprint IS NULL OR a.fingerprint <> $fingerprint
WITH a, r, c ORDER BY a.id, c.id
WITH a, collect(c) AS captures, collect(r) AS received
WITH a, captures[0] AS c, received[0] AS r
RETURN a.id AS id, c.id AS capture, c.media_type AS media_type, r.name AS name, r.sidecar AS sidecar,
       r.asked AS asked, r.reached AS reached
ORDER BY id
