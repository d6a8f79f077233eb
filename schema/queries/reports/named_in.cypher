// What articles name: people with their towns, and organisations.
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[:APPEARS_IN]-(n:Appearance)
WHERE n.dismissed IS NULL
RETURN a.id AS article, n.kind AS what, n.name AS name, n.place AS place
UNION ALL
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[:MENTIONED_IN]-(m:Mention)
WHERE m.dismissed IS NULL
RETURN a.id AS article, 'organisation' AS what, m.name AS name, null AS place
