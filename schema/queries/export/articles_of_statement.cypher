// The article that each of these statements is of.
UNWIND $ids AS id
MATCH (n:Statement {id: id})-[:STATED_IN]->(a:Article)
RETURN id, a.id AS article
