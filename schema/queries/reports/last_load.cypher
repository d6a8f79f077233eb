// When the last load that brought a new article in began.
MATCH (a:Article)-[:CAPTURED_AS]->(c:Capture)
WITH a, min(c.added) AS added
RETURN max(added) AS at
