// Articles give the person more than one town.
//
// Of 190 people whom 1,270 real news articles present as experts none has more than one; nor has any of the 391
// people of real stories, athletes most of them, who are in two or more of 1,200. In an invented newsroom of 2,000
// articles none of 290 real experts who recur has, and four of 15 invented ones.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE size(p.places) > 1
MATCH (n:Appearance)-[:REFERS_TO]->(p)
WHERE n.place IS NOT NULL
WITH p, n ORDER BY n.id
WITH p, collect(n.id) AS evidence
RETURN p.id AS person, 'closer' AS polarity, 3 AS weight,
       ['towns', reduce(list = head(p.places), place IN tail(p.places) | list + ', ' + place)] AS params, evidence
