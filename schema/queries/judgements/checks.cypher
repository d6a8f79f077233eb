// Checks about these articles (null: all), withdrawn ones too, and the ids of what they concern now.
MATCH (c:Check)
WHERE $articles IS NULL OR any(article IN c.articles WHERE article IN $articles)
OPTIONAL MATCH (c)-[:CONCERNS]->(n)
RETURN properties(c) AS record, collect(n.id) AS attached
