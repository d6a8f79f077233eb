// title: Towns of an expert
// answers: Which town does each article give for persons of a name?
// parameter name: the name, or part of it; without it all experts with several towns
// column name: name of the person
// column town: town given as theirs
// column role: role given there
// column published: date of publication
// column publisher: who published it
// column title: title of the article
// column url: address of the article
MATCH (p:Person)<-[:REFERS_TO]-(n:Appearance)-[:APPEARS_IN]->(a:Article)
WHERE n.place IS NOT NULL
  AND (toLower(p.name) CONTAINS toLower($name) OR ($name IS NULL AND p.kind = 'expert' AND size(p.places) > 1))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN p.name AS name, n.place AS town, n.role AS role, a.published AS published, w.name AS publisher,
       a.title AS title, a.url AS url
ORDER BY name, published, town, title
