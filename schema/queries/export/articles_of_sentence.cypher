// The article that each of these sentences is of.
UNWIND $ids AS id
MATCH (n:Sentence {id: id})-[:PART_OF]->(:Statement)-[:STATED_IN]->(a:Article)
RETURN id, a.id AS article
