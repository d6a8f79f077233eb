// All appearances of the persons of these articles who are in several stories.
UNWIND $articles AS article
MATCH (:Article {id: article})<-[:QUOTED_IN]-(p:Person)
WHERE p.stories > 1
WITH DISTINCT p
MATCH (p)<-[:REFERS_TO]-(n:Appearance)-[:APPEARS_IN]->(a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN properties(p) AS person, a.id AS article, n.place AS place, n.role AS role, w.name AS publisher
ORDER BY p.stories DESC, p.name_key, p.id, article
