// The observations of these articles that a decision can be about, and how each is tied to its article.
UNWIND $articles AS article
MATCH (n:Article {id: article})
RETURN article, 'Article' AS label, null AS type, properties(n) AS properties
UNION ALL
UNWIND $articles AS article
MATCH (:Article {id: article})<-[:APPEARS_IN]-(n:Appearance)
RETURN article, 'Appearance' AS label, 'APPEARS_IN' AS type, properties(n) AS properties
UNION ALL
UNWIND $articles AS article
MATCH (:Article {id: article})<-[:MENTIONED_IN]-(n:Mention)
RETURN article, 'Mention' AS label, 'MENTIONED_IN' AS type, properties(n) AS properties
UNION ALL
UNWIND $articles AS article
MATCH (:Article {id: article})<-[:STATED_IN]-(n:Statement)
RETURN article, 'Statement' AS label, 'STATED_IN' AS type, properties(n) AS properties
