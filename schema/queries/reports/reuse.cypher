// Persons who are in several stories, alone or together with their namesakes, of whom the most used leads.
//
// Who is most worth a look comes first, and this is the order:
//   1. those for whom nothing speaks yet, before those whom somebody looked up and found;
//   2. those who say something, before those who are only told of;
//   3. those whose signals that give reason to look closer weigh most together, each of which counts 1 where many
//      real experts have it too, 2 where few have, and 3 where next to none has (schema/signals); of namesakes the
//      one who has most of these counts;
//   4. those who are in most stories; then, with their namesakes; then in most articles; then who says most.
// It is an order to work through, and says nothing of anybody.
MATCH (p:Person)
WHERE $kind IS NULL OR p.kind = $kind
OPTIONAL MATCH (p)-[:NAMESAKE_OF]-(n:Person)
WITH p, collect(n) AS namesakes
WITH p, namesakes, reduce(sum = p.stories, n IN namesakes | sum + n.stories) AS stories,
     reduce(most = coalesce(p.closer, 0), n IN namesakes |
            CASE WHEN coalesce(n.closer, 0) > most THEN n.closer ELSE most END) AS closer
WHERE stories >= $least
  AND none(n IN namesakes WHERE ($kind IS NULL OR n.kind = $kind)
                            AND (n.stories > p.stories OR (n.stories = p.stories AND n.id < p.id)))
RETURN properties(p) AS person
ORDER BY CASE WHEN p.spoken_for THEN 1 ELSE 0 END, CASE WHEN p.statements = 0 THEN 1 ELSE 0 END, closer DESC,
         p.stories DESC, stories DESC, p.articles DESC, p.statements DESC, p.name_key, p.id
LIMIT $limit
