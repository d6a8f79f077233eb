// What is credited to studies, surveys and figures, of which organisation if one is named, and what there is to find
// them by: links, by where they stand in the article, and the entries of its list of references.
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.study IS NOT NULL AND s.dismissed IS NULL
OPTIONAL MATCH (s)-[:SAID_BY|CITES]->(m:Mention)
WHERE m.dismissed IS NULL
OPTIONAL MATCH (m)-[:IDENTIFIED_AS]->(i:Institution)
OPTIONAL MATCH (a)-[:TELLS]->(t:Story)
RETURN DISTINCT s.id AS statement, s.text AS text, s.study AS study, s.source_name AS source_name, s.starts AS starts,
       s.ends AS ends, coalesce(s.cue_start, s.starts[0]) AS cue_start, m.id AS mention, m.name AS written,
       i.id AS institution, m.match AS match, m.authority_name AS authority_name, a.id AS article, t.id AS story,
       a.text AS article_text, [(a)-[l:LINKS_TO]->(:Site) | l.start] AS links,
       [(a)-[:LISTS]->(r:Reference) | r.text] AS listed
ORDER BY article, statement, written
