// Every mention of an organisation.
MATCH (m:Mention)-[:MENTIONED_IN]->(a:Article)
WHERE m.dismissed IS NULL
RETURN m.id AS id, a.id AS article, m.name AS name, m.key AS key, m.match AS match,
       m.authority AS authority, m.authority_name AS authority_name, m.authority_kind AS kind,
       m.country AS country, m.ror AS ror, m.wikidata AS wikidata
