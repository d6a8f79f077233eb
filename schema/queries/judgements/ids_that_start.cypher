// The ids of things that can be decided upon and start so.
MATCH (n:Appearance) WHERE n.id STARTS WITH $start RETURN n.id AS id
UNION
MATCH (n:Statement) WHERE n.id STARTS WITH $start RETURN n.id AS id
UNION
MATCH (n:Mention) WHERE n.id STARTS WITH $start RETURN n.id AS id
UNION
MATCH (n:Article) WHERE n.id STARTS WITH $start RETURN n.id AS id
