// Publishers, sites and references that no article has any more.
MATCH (n:Publisher) WHERE NOT EXISTS { (n)<-[:PUBLISHED_BY]-() } RETURN 'Publisher' AS label, n.id AS id
UNION ALL
MATCH (n:Site) WHERE NOT EXISTS { (n)<-[:LINKS_TO]-() } RETURN 'Site' AS label, n.id AS id
UNION ALL
MATCH (n:Reference) WHERE NOT EXISTS { (n)<-[:LISTS]-() } RETURN 'Reference' AS label, n.id AS id
