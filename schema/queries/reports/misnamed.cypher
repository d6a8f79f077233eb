// Organisations whose name is nearly that of a known one.
MATCH (m:Mention {match: 'near-miss'})-[:MENTIONED_IN]->(a:Article)
WHERE m.dismissed IS NULL
OPTIONAL MATCH (a)-[:TELLS]->(t:Story)
RETURN m.key AS key, m.name AS name, m.authority_name AS resembles, m.authority AS authority, m.ror AS ror,
       m.wikidata AS wikidata, a.id AS article, t.id AS story
ORDER BY key, authority, article
