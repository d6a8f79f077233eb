// Every article: what tells copies and revisions, who published it, and whom and what it names.
MATCH (a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(p:Publisher)
OPTIONAL MATCH (a)<-[:APPEARS_IN]-(n:Appearance)
WHERE n.dismissed IS NULL AND n.surname IS NOT NULL AND NOT n.surname ENDS WITH '.'
  AND (n.given IS NOT NULL OR n.initials IS NOT NULL)
WITH a, p, collect(DISTINCT n.name_key) AS people
OPTIONAL MATCH (a)<-[:MENTIONED_IN]-(m:Mention)
WHERE m.dismissed IS NULL
WITH a, p, people, collect(DISTINCT m.key) AS bodies
RETURN a.id AS id, a.url AS url, a.title AS title, a.published AS published, a.subject AS subject,
       a.shingles AS shingles, p.name AS publisher, p.owner AS owner,
       a.text AS text, people, bodies
