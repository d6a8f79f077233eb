// The person speaks on subjects of at least three of four fields that have little to do with one another.
//
// Of the real experts who recur in 1,270 news articles the widest (an economist in eight stories on six
// subjects, a lawyer in nine on three) stay within two fields. In an invented newsroom of 2,000 articles, whose
// subjects are chosen at random, it holds for 11 of 290 real experts who recur, and eight of 15 invented ones.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE 'expert' IN p.kinds AND p.stories > 2
WITH p,
     CASE WHEN any(s IN p.subjects WHERE s IN ['health', 'mind', 'food', 'beauty']) THEN 1 ELSE 0 END +
     CASE WHEN any(s IN p.subjects WHERE s IN ['relationships', 'family', 'home', 'animals', 'travel']) THEN 1 ELSE 0 END +
     CASE WHEN any(s IN p.subjects WHERE s IN ['sport', 'culture']) THEN 1 ELSE 0 END +
     CASE WHEN any(s IN p.subjects WHERE s IN ['politics', 'world', 'crime', 'accidents', 'economy', 'money', 'work',
                                               'education', 'science', 'technology', 'environment', 'transport',
                                               'society']) THEN 1 ELSE 0 END AS fields
WHERE fields > 2
MATCH (p)-[:QUOTED_IN]->(a:Article)
WHERE a.subject IS NOT NULL
WITH p, a ORDER BY a.id
WITH p, collect(a.id) AS evidence
RETURN p.id AS person, 'closer' AS polarity, 2 AS weight, ['subjects', toString(size(p.subjects))] AS params, evidence
