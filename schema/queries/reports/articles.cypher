// Articles whose title or text holds a text (null: any), the latest first.
MATCH (a:Article)
WHERE $text IS NULL OR toLower(coalesce(a.title, '')) CONTAINS toLower($text) OR toLower(a.text) CONTAINS toLower($text)
WITH a ORDER BY coalesce(a.published, '') DESC, a.id SKIP $offset LIMIT $limit
OPTIONAL MATCH (a)-[:TELLS]->(s:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN a.id AS id, a.title AS title, a.url AS url, coalesce(w.name, a.publisher) AS publisher, a.agency AS agency,
       a.published AS published, a.subject AS subject, s.id AS story
ORDER BY coalesce(published, '') DESC, id
