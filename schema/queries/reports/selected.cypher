// The articles that meet what is asked for (null: any), and who in them does; without anybody, an article has a row too.
//
// What a date of lesser precision leaves open may be meant: 2024 is within any part of 2024. An article came in
// when the first of its originals did.
MATCH (a:Article)
OPTIONAL MATCH (a)-[:COLLECTED_IN]->(k:Collection {id: $collection})
WITH a, k
WHERE ($collection IS NULL OR k IS NOT NULL)
  AND ($subject IS NULL OR a.subject = $subject)
  AND ($start IS NULL OR a.published >= $start OR $start STARTS WITH a.published)
  AND ($end IS NULL OR a.published <= $end OR a.published STARTS WITH $end)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
WITH a, w
WHERE ($publisher IS NULL OR toLower(w.name) = toLower($publisher) OR toLower(w.domain) = toLower($publisher)
       OR toLower(a.publisher) = toLower($publisher))
  AND ($owner IS NULL OR toLower(w.owner) = toLower($owner))
OPTIONAL MATCH (a)-[:CAPTURED_AS]->(c:Capture)
WITH a, min(c.added) AS added
WHERE $since IS NULL OR added >= $since
OPTIONAL MATCH (a)<-[:APPEARS_IN]-(n:Appearance)-[:REFERS_TO]->(p:Person)
WHERE n.dismissed IS NULL
  AND ($kind IS NULL OR n.kind = $kind) AND ($role_family IS NULL OR n.role_family = $role_family)
OPTIONAL MATCH (a)-[:TELLS]->(s:Story)
RETURN a.id AS article, s.id AS story, n.id AS appearance, p.id AS person
