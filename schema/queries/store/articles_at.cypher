// Articles at one of these addresses.
UNWIND $urls AS url
MATCH (a:Article {url: url})
RETURN DISTINCT a.id AS id
