// Claims in at least so many stories: in which sentences of which articles, and who says them there.
MATCH (c:Claim)<-[:EXPRESSES]-(x:Sentence)-[:PART_OF]->(s:Statement)-[:STATED_IN]->(a:Article)
WHERE c.stories >= $least
OPTIONAL MATCH (s)-[:SAID_BY]->(n:Appearance)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN c.id AS claim, c.stories AS stories, a.id AS article, s.source_name AS source_name,
       n.id AS appearance, p.name_key AS name_key, coalesce(w.owner, w.name, a.publisher) AS owner
ORDER BY claim, article
