// The sentences of claims: in which articles, and who says them there, as what.
UNWIND $claims AS claim
MATCH (c:Claim {id: claim})<-[:EXPRESSES]-(x:Sentence)-[:PART_OF]->(s:Statement)-[:STATED_IN]->(a:Article)
OPTIONAL MATCH (s)-[:SAID_BY]->(n:Appearance)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (a)-[:TELLS]->(t:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN c.id AS claim, c.text AS claim_text, c.stories AS stories, x.id AS sentence, x.text AS text,
       x.start AS start, x.end AS end, s.id AS statement, s.source_name AS source_name, n.role AS role,
       p.name_key AS name_key, coalesce(w.owner, w.name, a.publisher) AS owner, properties(p) AS person, a.id AS id, a.title AS title, a.url AS url,
       coalesce(w.name, a.publisher) AS publisher, a.agency AS agency,
       a.published AS published, a.subject AS subject, t.id AS story
ORDER BY coalesce(published, ''), id, start
