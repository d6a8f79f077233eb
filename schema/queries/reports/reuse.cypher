// Persons who are in several stories, alone or together with their namesakes, of whom the most used leads.
MATCH (p:Person)
WHERE $kind IS NULL OR p.kind = $kind
OPTIONAL MATCH (p)-[:NAMESAKE_OF]-(n:Person)
WITH p, collect(n) AS namesakes
WITH p, namesakes, reduce(sum = p.stories, n IN namesakes | sum + n.stories) AS stories
WHERE stories >= $least
  AND none(n IN namesakes WHERE ($kind IS NULL OR n.kind = $kind)
                            AND (n.stories > p.stories OR (n.stories = p.stories AND n.id < p.id)))
RETURN properties(p) AS person
ORDER BY p.stories DESC, stories DESC, p.articles DESC, p.name_key, p.id
LIMIT $limit
