// The originals of these articles, and how each came in.
UNWIND $articles AS article
MATCH (:Article {id: article})-[r:CAPTURED_AS]->(c:Capture)
RETURN article, c.id AS sha256, c.media_type AS media_type, c.size AS size, c.added AS added,
       c.dropped AS dropped, r.name AS name, r.asked AS asked, r.reached AS reached
ORDER BY article, sha256
