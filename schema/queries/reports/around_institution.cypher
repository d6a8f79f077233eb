// What is near an organisation: articles that name it, and persons said to belong to it.
MATCH (i:Institution {id: $id})<-[:IDENTIFIED_AS]-(m:Mention)-[:MENTIONED_IN]->(a:Article)
RETURN 'MENTIONED_IN' AS type, i.id AS start, a.id AS end, a.id AS article, m.starts[0] AS first, m.ends[0] AS last
UNION ALL
MATCH (i:Institution {id: $id})<-[:IDENTIFIED_AS]-(m:Mention)<-[:AFFILIATED_WITH]-(n:Appearance)-[:REFERS_TO]->(p:Person)
MATCH (n)-[:APPEARS_IN]->(a:Article)
RETURN 'AFFILIATED_WITH' AS type, p.id AS start, i.id AS end, a.id AS article, n.starts[0] AS first, n.ends[0] AS last
