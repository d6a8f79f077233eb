// What is near a person: articles, namesakes, claims and who else makes them, employers.
MATCH (p:Person {id: $id})<-[:REFERS_TO]-(n:Appearance)-[:APPEARS_IN]->(a:Article)
RETURN 'QUOTED_IN' AS type, p.id AS start, a.id AS end, a.id AS article, n.starts[0] AS first, n.ends[0] AS last
UNION ALL
MATCH (p:Person {id: $id})-[:NAMESAKE_OF]-(o:Person)
RETURN 'NAMESAKE_OF' AS type, p.id AS start, o.id AS end, null AS article, null AS first, null AS last
UNION ALL
MATCH (:Person {id: $id})-[:ASSERTS]->(c:Claim)<-[:EXPRESSES]-(x:Sentence)-[:PART_OF]->(s:Statement)
MATCH (s)-[:SAID_BY]->(:Appearance)-[:REFERS_TO]->(o:Person)
MATCH (s)-[:STATED_IN]->(a:Article)
RETURN 'ASSERTS' AS type, o.id AS start, c.id AS end, a.id AS article, x.start AS first, x.end AS last
UNION ALL
MATCH (p:Person {id: $id})<-[:REFERS_TO]-(:Appearance)-[:AFFILIATED_WITH]->(m:Mention)-[:IDENTIFIED_AS]->(i:Institution)
MATCH (m)-[:MENTIONED_IN]->(a:Article)
RETURN 'AFFILIATED_WITH' AS type, p.id AS start, i.id AS end, a.id AS article, m.starts[0] AS first, m.ends[0] AS last
