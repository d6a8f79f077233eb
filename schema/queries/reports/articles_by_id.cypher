// Articles with these ids.
UNWIND $ids AS article
MATCH (a:Article {id: article})
OPTIONAL MATCH (a)-[:TELLS]->(s:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN a.id AS id, a.title AS title, a.url AS url, coalesce(w.name, a.publisher) AS publisher, a.agency AS agency,
       a.published AS published, a.subject AS subject, s.id AS story
ORDER BY coalesce(published, ''), id
