// Every appearance, with what the affiliation was identified as.
MATCH (n:Appearance)-[:APPEARS_IN]->(a:Article)
WHERE n.dismissed IS NULL
OPTIONAL MATCH (n)-[:AFFILIATED_WITH]->(m:Mention)
WHERE m.match IN ['exact', 'alias'] AND m.dismissed IS NULL
RETURN n.id AS id, a.id AS article, n.name AS name, n.name_keys AS name_keys, n.given AS given,
       n.initials AS initials, n.surname AS surname, n.kind AS kind, n.role AS role,
       n.role_family AS role_family, n.place AS place, n.affiliation AS affiliation,
       min(m.authority) AS employer, n.introduction AS introduction,
       n.given_bits AS given_bits, n.surname_bits AS surname_bits,
       n.suffix AS suffix, n.nation AS nation
