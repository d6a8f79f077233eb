// What is near a claim: who makes it, and in which articles it stands.
MATCH (c:Claim {id: $id})<-[:EXPRESSES]-(x:Sentence)-[:PART_OF]->(s:Statement)-[:STATED_IN]->(a:Article)
RETURN 'EXPRESSES' AS type, a.id AS start, c.id AS end, a.id AS article, x.start AS first, x.end AS last
UNION ALL
MATCH (c:Claim {id: $id})<-[:EXPRESSES]-(x:Sentence)-[:PART_OF]->(s:Statement)-[:STATED_IN]->(a:Article)
MATCH (s)-[:SAID_BY]->(:Appearance)-[:REFERS_TO]->(p:Person)
RETURN 'ASSERTS' AS type, p.id AS start, c.id AS end, a.id AS article, x.start AS first, x.end AS last
