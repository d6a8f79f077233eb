// What can be decided upon: by id, which article it stands in, and what it says.
UNWIND $ids AS id
MATCH (n:Article {id: id})
RETURN 'Article' AS label, n.id AS article, properties(n) AS properties
UNION ALL
UNWIND $ids AS id
MATCH (n:Appearance {id: id})-[:APPEARS_IN]->(a:Article)
RETURN 'Appearance' AS label, a.id AS article, properties(n) AS properties
UNION ALL
UNWIND $ids AS id
MATCH (n:Mention {id: id})-[:MENTIONED_IN]->(a:Article)
RETURN 'Mention' AS label, a.id AS article, properties(n) AS properties
UNION ALL
UNWIND $ids AS id
MATCH (n:Statement {id: id})-[:STATED_IN]->(a:Article)
RETURN 'Statement' AS label, a.id AS article, properties(n) AS properties
