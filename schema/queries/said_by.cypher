// title: What somebody said
// answers: What do articles say that persons of a name said?
// parameter name: the name, or part of it; without it everybody
// column name: name of the person
// column role: role given in the article
// column said: what they say
// column published: date of publication
// column publisher: who published it
// column title: title of the article
// column url: address of the article
MATCH (s:Statement)-[:SAID_BY]->(n:Appearance)-[:REFERS_TO]->(p:Person)
WHERE $name IS NULL OR toLower(p.name) CONTAINS toLower($name)
MATCH (s)-[:STATED_IN]->(a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN p.name AS name, n.role AS role, s.text AS said, a.published AS published, w.name AS publisher,
       a.title AS title, a.url AS url
ORDER BY name, published, title, s.starts[0]
