// The originals of these articles, and how many articles were read from each.
UNWIND $articles AS article
MATCH (:Article {id: article})-[:CAPTURED_AS]->(c:Capture)
WITH DISTINCT c
MATCH (a:Article)-[:CAPTURED_AS]->(c)
RETURN properties(c) AS capture, count(a) AS articles
