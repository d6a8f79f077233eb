// The article that each of these mentions is of.
UNWIND $ids AS id
MATCH (n:Mention {id: id})-[:MENTIONED_IN]->(a:Article)
RETURN id, a.id AS article
