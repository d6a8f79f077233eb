// These organisations as articles write them, and where.
UNWIND $ids AS id
MATCH (m:Mention {id: id})-[:MENTIONED_IN]->(a:Article)
RETURN m.id AS id, m.name AS name, m.starts AS starts, m.ends AS ends, a.id AS article
ORDER BY article, id
