// Who appears beside which company: in an article that links to its site, or promotes it, or gives it as their employer.
//
// A site of the article's own publisher is nobody else's. An employer that a list of institutions knows as
// something else than a company is none.
MATCH (p:Person)-[q:QUOTED_IN]->(a:Article)-[:LINKS_TO]->(s:Site)
WHERE $kind IS NULL OR p.kind = $kind
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
WITH DISTINCT p, q, a, s, w
WHERE w.domain IS NULL OR (s.domain <> w.domain AND NOT s.domain ENDS WITH '.' + w.domain)
RETURN 'linked' AS how, s.id AS id, s.domain AS name, p.id AS person, p.name_key AS name_key, a.id AS article,
       q.story AS story
UNION ALL
MATCH (p:Person)-[q:QUOTED_IN]->(a:Article)<-[:MENTIONED_IN]-(m:Mention)-[:IDENTIFIED_AS]->(i:Institution)
WHERE ($kind IS NULL OR p.kind = $kind) AND 'promoted' IN m.used_as AND m.dismissed IS NULL
RETURN 'promoted' AS how, i.id AS id, i.name AS name, p.id AS person, p.name_key AS name_key, a.id AS article,
       q.story AS story
UNION ALL
MATCH (p:Person)<-[:REFERS_TO]-(n:Appearance)-[:AFFILIATED_WITH]->(m:Mention)-[:IDENTIFIED_AS]->(i:Institution)
WHERE ($kind IS NULL OR p.kind = $kind) AND (NOT i.known OR i.kind = 'company') AND m.dismissed IS NULL
MATCH (n)-[:APPEARS_IN]->(a:Article)-[:TELLS]->(t:Story)
RETURN 'employer' AS how, i.id AS id, i.name AS name, p.id AS person, p.name_key AS name_key, a.id AS article,
       t.id AS story
