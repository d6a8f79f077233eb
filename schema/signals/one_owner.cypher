// At least three stories, in two titles or more, all of one owner.
//
// In an invented newsroom of 2,000 articles it holds for two of 290 real experts who recur, and three of 15 invented
// ones. Depends, beyond the person's own articles, on who owns their publishers.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE 'expert' IN p.kinds AND p.stories > 2 AND size(p.publishers) > 1 AND size(p.owners) = 1
MATCH (p)-[:QUOTED_IN]->(a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
WITH p, a, w ORDER BY a.id
WITH p, collect(a.id) AS evidence, sum(CASE WHEN w.owner IS NULL THEN 1 ELSE 0 END) AS others
WHERE others = 0
RETURN p.id AS person, 'closer' AS polarity, 1 AS weight,
       ['owner', head(p.owners), 'titles', toString(size(p.publishers)), 'stories', toString(p.stories)] AS params,
       evidence
