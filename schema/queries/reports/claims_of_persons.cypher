// The claims of persons: who else says so, in which sentences of which articles.
UNWIND $persons AS person
MATCH (:Person {id: person})-[:ASSERTS]->(c:Claim)
WITH DISTINCT c
MATCH (c)<-[:EXPRESSES]-(x:Sentence)-[:PART_OF]->(s:Statement)-[:STATED_IN]->(a:Article)
OPTIONAL MATCH (s)-[:SAID_BY]->(:Appearance)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (a)-[:TELLS]->(t:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN c.id AS claim, c.text AS claim_text, c.stories AS stories, x.id AS sentence, x.text AS text,
       x.start AS start, x.end AS end, s.id AS statement, s.source_name AS source_name, properties(p) AS person,
       a.id AS id, a.title AS title, a.url AS url, coalesce(w.name, a.publisher) AS publisher,
       a.published AS published, a.subject AS subject, t.id AS story
ORDER BY stories DESC, claim, coalesce(published, ''), id, start
