// What the store knows of these articles.
UNWIND $ids AS id
MATCH (a:Article {id: id})-[r:CAPTURED_AS]->(c:Capture)
RETURN a.id AS id, a.url AS url, a.text AS text, a.reader AS reader, a.fingerprint AS fingerprint,
       collect({id: c.id, sidecar: r.sidecar, media_type: c.media_type}) AS captures,
       max(CASE WHEN c.dropped THEN 1 ELSE 0 END) = 1 AS masked
