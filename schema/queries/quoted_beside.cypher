// title: Quoted beside
// answers: Which organisations stand in most stories of an expert?
// parameter name: the name, or part of it; without it all experts in two stories or more
// column name: name of the person
// column organisation: the organisation
// column stories: number of their stories that name it
// column of: number of their stories
// column id: id of the person
MATCH (p:Person)-[q:QUOTED_IN]->(a:Article)<-[:MENTIONED_IN]-(:Mention)-[:IDENTIFIED_AS]->(i:Institution)
WHERE toLower(p.name) CONTAINS toLower($name) OR ($name IS NULL AND p.kind = 'expert' AND p.stories > 1)
WITH p, i, count(DISTINCT q.story) AS stories
WHERE stories > 1 OR $name IS NOT NULL
RETURN p.name AS name, i.name AS organisation, stories, p.stories AS of, p.id AS id
ORDER BY name, id, stories DESC, organisation
