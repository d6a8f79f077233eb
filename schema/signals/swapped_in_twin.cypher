// In another story made from the same template somebody else stands in the person's place.
//
// Of 1,231 stories of real news no two are twins. Depends, beyond the person's own articles, on the twins of
// their stories and on who appears in these.
UNWIND $persons AS id
MATCH (p:Person {id: id})-[:QUOTED_IN]->(a:Article)-[:TELLS]->(s:Story)-[t:TWIN_OF]-(twin:Story)
UNWIND range(0, size(t.swapped) / 2 - 1) AS pair
WITH p, a, twin, t.swapped[2 * pair + CASE WHEN s.id < twin.id THEN 0 ELSE 1 END] AS own,
     t.swapped[2 * pair + CASE WHEN s.id < twin.id THEN 1 ELSE 0 END] AS others
WHERE any(name IN p.names WHERE name = own OR name ENDS WITH ' ' + own)
MATCH (twin)<-[:TELLS]-(b:Article)<-[:QUOTED_IN]-(other:Person)
WHERE other.id <> p.id AND any(name IN other.names WHERE name = others OR name ENDS WITH ' ' + others)
WITH p, other.name AS name, collect(DISTINCT a.id) + collect(DISTINCT b.id) AS articles
ORDER BY name
WITH p, collect(DISTINCT name) AS names, collect(articles) AS articles
RETURN p.id AS person, 'closer' AS polarity, 3 AS weight,
       ['others', reduce(list = head(names), name IN tail(names) | list + ', ' + name)] AS params,
       reduce(all = [], some IN articles | all + some) AS evidence
