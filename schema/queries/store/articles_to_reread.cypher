// How each article was read, and the original of it that counts: its smallest capture.
MATCH (a:Article)-[r:CAPTURED_AS]->(c:Capture)
WHERE c.dropped IS NULL
WITH a, r, c ORDER BY a.id, c.id
WITH a, collect(c)[0] AS c, collect(r)[0] AS r
RETURN a.id AS id, a.fingerprint AS fingerprint, a.reader AS reader, c.id AS capture,
       c.media_type AS media_type, r.name AS name, r.sidecar AS sidecar, r.asked AS asked, r.reached AS reached
ORDER BY id
