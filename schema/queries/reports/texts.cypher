// The texts of articles.
UNWIND $articles AS article
MATCH (a:Article {id: article})
RETURN a.id AS id, a.text AS text
