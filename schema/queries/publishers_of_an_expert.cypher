// title: Publishers of an expert
// answers: Who publishes articles that quote persons of a name, and who owns the publishers?
// parameter name: the name, or part of it; without it all experts
// column name: name of the person
// column id: id of the person
// column publisher: who published the articles
// column owner: who owns the publisher
// column articles: number of articles
// column first: earliest date of publication
// column last: latest date of publication
MATCH (p:Person)-[:QUOTED_IN]->(a:Article)-[:PUBLISHED_BY]->(w:Publisher)
WHERE toLower(p.name) CONTAINS toLower($name) OR ($name IS NULL AND p.kind = 'expert')
RETURN p.name AS name, p.id AS id, w.name AS publisher, w.owner AS owner, count(a) AS articles,
       min(a.published) AS first, max(a.published) AS last
ORDER BY name, id, articles DESC, publisher
