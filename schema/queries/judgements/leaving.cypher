// Appearances that are about to go, where each stands, and who else is the same person.
UNWIND $ids AS id
MATCH (n:Appearance {id: id})-[:APPEARS_IN]->(a:Article)
OPTIONAL MATCH (n)-[:REFERS_TO]->(:Person)<-[:REFERS_TO]-(other:Appearance)
RETURN n.id AS id, a.id AS article, n.starts AS starts, n.ends AS ends, collect(other.id) AS others
