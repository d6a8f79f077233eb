// The organisations an article names.
MATCH (a:Article {id: $article})<-[:MENTIONED_IN]-(m:Mention)
WHERE m.dismissed IS NULL
OPTIONAL MATCH (m)-[:IDENTIFIED_AS]->(i:Institution)
RETURN coalesce(i.id, m.id) AS id, properties(m) AS mention
ORDER BY m.id
