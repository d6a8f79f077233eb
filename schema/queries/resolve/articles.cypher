// Every article: what tells copies and revisions, and who published it.
MATCH (a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(p:Publisher)
RETURN a.id AS id, a.url AS url, a.title AS title, a.published AS published, a.subject AS subject,
       a.shingles AS shingles, p.name AS publisher, p.owner AS owner,
       a.text AS text
