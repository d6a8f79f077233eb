// These articles, and those at this address (null: none), with their texts and the names in them.
MATCH (a:Article)
WHERE a.id IN $ids OR a.url = $url
OPTIONAL MATCH (a)-[:TELLS]->(s:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
OPTIONAL MATCH (n:Appearance)-[:APPEARS_IN]->(a)
WHERE n.dismissed IS NULL
RETURN a.id AS id, a.title AS title, a.url AS url, coalesce(w.name, a.publisher) AS publisher, a.agency AS agency,
       a.published AS published, a.subject AS subject, s.id AS story, a.text AS text, a.shingles AS shingles,
       collect(n.name) AS names
ORDER BY coalesce(published, ''), id
