// Decisions about these articles (null: all), withdrawn ones too, and the ids of what they concern now.
MATCH (d:Decision)
WHERE $articles IS NULL OR any(article IN d.articles WHERE article IN $articles)
OPTIONAL MATCH (d)-[:CONCERNS]->(n)
RETURN properties(d) AS decision, collect(n.id) AS attached
