// title: Nearly an institution
// answers: Which organisations are named nearly, but not quite, like a known institution?
// column name: name as written
// column resembles: the known institution it resembles
// column articles: number of articles that write it so
// column titles: titles of those articles
MATCH (m:Mention {match: 'near-miss'})-[:MENTIONED_IN]->(a:Article)
WITH m.name AS name, m.authority_name AS resembles, a ORDER BY a.published, a.id
RETURN name, resembles, count(DISTINCT a) AS articles, collect(DISTINCT coalesce(a.title, a.id)) AS titles
ORDER BY articles DESC, name, resembles
