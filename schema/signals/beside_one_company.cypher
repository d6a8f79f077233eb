// Wherever the person is quoted, one company or shop is named too, and some of the articles promote it.
//
// It is named in three of four stories or more, and promoted in two. The organisation that an article gives as
// the person's own does not count: whose it is, is stated. Of 1,200 real news articles none promotes anything;
// a national press agency or paper is named by many, and promoted by none.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE 'expert' IN p.kinds AND p.stories > 1
MATCH (p)-[q:QUOTED_IN]->(:Article)<-[:MENTIONED_IN]-(m:Mention)-[r:IDENTIFIED_AS]->(i:Institution)
WHERE r.match <> 'near-miss'
OPTIONAL MATCH (p)<-[:REFERS_TO]-(:Appearance)-[own:AFFILIATED_WITH]->(m)
WITH p, i, q.story AS story, m.id AS mention, 'promoted' IN m.used_as AS promoted, count(own) AS own
WITH p, i, count(DISTINCT story) AS stories, count(DISTINCT CASE WHEN promoted THEN story END) AS promoted,
     sum(own) AS own, collect(mention) AS evidence
WHERE own = 0 AND promoted > 1 AND 4 * stories >= 3 * p.stories
WITH p, i, stories, evidence ORDER BY stories DESC, i.name, i.id
WITH p, collect(i.name)[0] AS company, collect(stories)[0] AS stories, collect(evidence)[0] AS evidence
RETURN p.id AS person, 'closer' AS polarity, 2 AS weight,
       ['company', company, 'stories', toString(stories), 'of', toString(p.stories)] AS params, evidence
