// Marks about these articles (null: all), withdrawn ones too, and the ids of what they concern now.
MATCH (t:Triage)
WHERE $articles IS NULL OR any(article IN t.articles WHERE article IN $articles)
OPTIONAL MATCH (t)-[:CONCERNS]->(n)
RETURN properties(t) AS record, collect(n.id) AS attached
