// What is said in an article, by whom, and which claims that makes.
MATCH (a:Article {id: $article})<-[:STATED_IN]-(s:Statement)
WHERE s.dismissed IS NULL
OPTIONAL MATCH (s)-[:SAID_BY]->(n:Appearance)-[:REFERS_TO]->(p:Person)
OPTIONAL MATCH (s)-[:SAID_BY]->(:Mention)-[:IDENTIFIED_AS]->(i:Institution)
OPTIONAL MATCH (s)<-[:PART_OF]-(:Sentence)-[:EXPRESSES]->(c:Claim)
RETURN properties(s) AS statement, a.id AS article, n.id AS appearance, coalesce(p.id, i.id) AS source,
       collect(DISTINCT c.id) AS claims
