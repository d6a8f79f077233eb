// The original of one article that counts: its smallest capture.
MATCH (a:Article {id: $id})-[r:CAPTURED_AS]->(c:Capture)
WHERE c.dropped IS NULL
RETURN c.id AS capture, c.media_type AS media_type, r.name AS name, r.sidecar AS sidecar,
       r.asked AS asked, r.reached AS reached
ORDER BY capture LIMIT 1
