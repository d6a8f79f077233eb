// Every sentence of what was said, and the appearance that says it.
MATCH (n:Sentence)-[:PART_OF]->(s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.dismissed IS NULL
OPTIONAL MATCH (s)-[:SAID_BY]->(who:Appearance)
WHERE who.dismissed IS NULL
RETURN n.id AS id, a.id AS article, n.text AS text, n.words AS words, n.numbers AS numbers,
       n.negated AS negated, n.terms AS terms, n.bits AS bits, n.names AS names, who.id AS appearance
