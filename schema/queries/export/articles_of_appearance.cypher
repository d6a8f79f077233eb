// The article that each of these appearances is of.
UNWIND $ids AS id
MATCH (n:Appearance {id: id})-[:APPEARS_IN]->(a:Article)
RETURN id, a.id AS article
