// What is compared of the sentences that hold one of these terms, and where and by whom they are said.
MATCH (n:Sentence)
WHERE any(term IN n.terms WHERE term IN $terms)
MATCH (n)-[:PART_OF]->(said:Statement)-[:STATED_IN]->(a:Article)
WHERE said.dismissed IS NULL
OPTIONAL MATCH (said)-[:SAID_BY]->(:Appearance)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (a)-[:TELLS]->(s:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN n.id AS sentence, n.text AS text, n.words AS words, n.numbers AS numbers, n.negated AS negated,
       n.terms AS terms, n.bits AS bits, n.names AS names, n.start AS start,
       said.source_name AS source, p.id AS person,
       a.id AS id, a.title AS title, a.url AS url, coalesce(w.name, a.publisher) AS publisher, a.agency AS agency,
       a.published AS published, a.subject AS subject, s.id AS story
ORDER BY coalesce(published, ''), id, start
