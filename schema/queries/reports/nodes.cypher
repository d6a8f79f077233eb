// What a drawing says of things.
UNWIND $ids AS id
MATCH (n:Person {id: id}) RETURN id, 'Person' AS label, n.name AS name, n.roles + n.places AS detail
UNION ALL
UNWIND $ids AS id
MATCH (n:Article {id: id})
RETURN id, 'Article' AS label, coalesce(n.title, n.url, n.id) AS name,
       [said IN [n.publisher, n.published] WHERE said IS NOT NULL] AS detail
UNION ALL
UNWIND $ids AS id
MATCH (n:Claim {id: id}) RETURN id, 'Claim' AS label, n.text AS name, [] AS detail
UNION ALL
UNWIND $ids AS id
MATCH (n:Institution {id: id})
RETURN id, 'Institution' AS label, n.name AS name, [said IN [n.kind, n.country] WHERE said IS NOT NULL] AS detail
UNION ALL
UNWIND $ids AS id
WITH id WHERE id STARTS WITH 'story:'
MATCH (n:Story {id: substring(id, 6)})
RETURN id, 'Story' AS label, coalesce(n.title, n.id) AS name, n.publishers AS detail
