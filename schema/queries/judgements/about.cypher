// What was decided, looked up or marked about these appearances or what they say, and the keys of their names.
MATCH (d:Decision)-[:CONCERNS]->(n)
WHERE any(article IN d.articles WHERE article IN $articles)
OPTIONAL MATCH (n)-[:SAID_BY]->(who:Appearance)
WITH d, coalesce(who, n) AS who
WHERE who.id IN $ids
RETURN 'Decision' AS label, properties(d) AS judgement, collect(DISTINCT who.name_key) AS keys
UNION ALL
MATCH (c:Check)-[:CONCERNS]->(n)
WHERE any(article IN c.articles WHERE article IN $articles)
OPTIONAL MATCH (n)-[:SAID_BY]->(who:Appearance)
WITH c, coalesce(who, n) AS who
WHERE who.id IN $ids
RETURN 'Check' AS label, properties(c) AS judgement, collect(DISTINCT who.name_key) AS keys
UNION ALL
MATCH (t:Triage)-[:CONCERNS]->(who:Appearance)
WHERE any(article IN t.articles WHERE article IN $articles) AND who.id IN $ids
RETURN 'Triage' AS label, properties(t) AS judgement, collect(DISTINCT who.name_key) AS keys
