// What the store knows of these articles.
UNWIND $ids AS id
MATCH (a:Article {id: id})
OPTIONAL MATCH (a)-[:CAPTURED_AS]->(c:Capture)
RETURN a.id AS id, a.url AS url, a.text AS text, a.reader AS reader, a.fingerprint AS fingerprint,
       collect(c.id) AS captures
