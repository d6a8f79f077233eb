// Publishers that are not $listed and go by another name than the one most of their articles state.
MATCH (p:Publisher)
WHERE NOT p.id IN $listed
MATCH (p)<-[:PUBLISHED_BY]-(a:Article)
WHERE a.publisher IS NOT NULL
WITH p, a.publisher AS name, count(*) AS articles
ORDER BY p.id, articles DESC, name
WITH p, collect(name)[0] AS name
WHERE name <> p.name
RETURN p.id AS id, p.domain AS domain, p.owner AS owner, name
