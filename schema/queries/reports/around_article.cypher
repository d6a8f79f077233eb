// What is near an article: its persons, organisations and story, and the story's other articles.
MATCH (a:Article {id: $id})<-[:APPEARS_IN]-(n:Appearance)-[:REFERS_TO]->(p:Person)
RETURN 'QUOTED_IN' AS type, p.id AS start, a.id AS end, a.id AS article, n.starts[0] AS first, n.ends[0] AS last
UNION ALL
MATCH (a:Article {id: $id})<-[:MENTIONED_IN]-(m:Mention)-[:IDENTIFIED_AS]->(i:Institution)
RETURN 'MENTIONED_IN' AS type, i.id AS start, a.id AS end, a.id AS article, m.starts[0] AS first, m.ends[0] AS last
UNION ALL
MATCH (:Article {id: $id})-[:TELLS]->(s:Story)<-[:TELLS]-(o:Article)
WHERE s.articles > 1
RETURN 'TELLS' AS type, o.id AS start, 'story:' + s.id AS end, null AS article, null AS first, null AS last
