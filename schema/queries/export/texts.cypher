// The text of these articles, and which reading is of it.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.text AS text, a.fingerprint AS fingerprint
