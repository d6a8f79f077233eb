// Publishers, sites, references and collections that no article has any more.
MATCH (n:Publisher) WHERE NOT EXISTS { (n)<-[:PUBLISHED_BY]-() } RETURN 'Publisher' AS label, n.id AS id
UNION ALL
MATCH (n:Site) WHERE NOT EXISTS { (n)<-[:LINKS_TO]-() } RETURN 'Site' AS label, n.id AS id
UNION ALL
MATCH (n:Reference) WHERE NOT EXISTS { (n)<-[:LISTS]-() } RETURN 'Reference' AS label, n.id AS id
UNION ALL
MATCH (n:Collection) WHERE NOT EXISTS { (n)<-[:COLLECTED_IN]-() } RETURN 'Collection' AS label, n.id AS id
