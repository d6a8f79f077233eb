// How articles present persons.
UNWIND $persons AS person
MATCH (p:Person {id: person})<-[:REFERS_TO]-(n:Appearance)-[:APPEARS_IN]->(a:Article)
OPTIONAL MATCH (a)-[:TELLS]->(s:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN p.id AS person, properties(n) AS appearance, a.text AS text, a.id AS id, a.title AS title, a.url AS url,
       coalesce(w.name, a.publisher) AS publisher, a.agency AS agency,
       a.published AS published, a.subject AS subject, s.id AS story
ORDER BY coalesce(published, ''), id
