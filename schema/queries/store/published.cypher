// Every article, and who published it.
MATCH (a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN properties(a) AS article, properties(w) AS publisher
