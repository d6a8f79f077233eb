// How much there is of everything.
MATCH (n:Article) RETURN 'articles' AS what, count(n) AS number
UNION ALL
MATCH (n:Story) RETURN 'stories' AS what, count(n) AS number
UNION ALL
MATCH (n:Person) RETURN 'persons' AS what, count(n) AS number
UNION ALL
MATCH (n:Person {kind: 'expert'}) RETURN 'experts' AS what, count(n) AS number
UNION ALL
MATCH (n:Statement) WHERE n.dismissed IS NULL RETURN 'statements' AS what, count(n) AS number
UNION ALL
MATCH (n:Claim) RETURN 'claims' AS what, count(n) AS number
UNION ALL
MATCH (n:Institution) RETURN 'institutions' AS what, count(n) AS number
UNION ALL
MATCH (n:Publisher) RETURN 'publishers' AS what, count(n) AS number
UNION ALL
MATCH (m:Meta {id: 'store'}) RETURN 'build' AS what, m.build AS number
