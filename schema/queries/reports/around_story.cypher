// What is near a story: its articles and their persons.
MATCH (s:Story {id: substring($id, 6)})<-[:TELLS]-(a:Article)
RETURN 'TELLS' AS type, a.id AS start, 'story:' + s.id AS end, null AS article, null AS first, null AS last
UNION ALL
MATCH (s:Story {id: substring($id, 6)})<-[:TELLS]-(a:Article)<-[:APPEARS_IN]-(n:Appearance)-[:REFERS_TO]->(p:Person)
RETURN 'QUOTED_IN' AS type, p.id AS start, a.id AS end, a.id AS article, n.starts[0] AS first, n.ends[0] AS last
