// What the person says, somebody of another name says too, word for word or reworded; who may be the same person
// under another name is left out.
//
// Independent are those sayings that stand in different stories and with different owners of publications, or of
// different press agencies where the articles say that they are theirs: no newsroom has them from its archive.
// Of 123 experts in 1,200 real news articles it holds for none.
// Depends, beyond the person's own articles, on the other sentences of their claims, who says these, and where.
UNWIND $persons AS id
MATCH (p:Person {id: id})-[:ASSERTS]->(c:Claim)<-[:ASSERTS]-(other:Person)
WHERE other.name_key <> p.name_key
  AND NOT EXISTS { MATCH (:Appearance {id: p.id})-[:CANDIDATE]-(:Appearance {id: other.id}) }
WITH DISTINCT p, c, other
MATCH (c)<-[:EXPRESSES]-(:Sentence)-[:PART_OF]->(s:Statement)-[:SAID_BY]->(:Appearance)-[:REFERS_TO]->(p)
MATCH (s)-[:STATED_IN]->(a:Article)-[:TELLS]->(story:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
WITH p, c, other, collect(DISTINCT s.id) AS said, collect(DISTINCT [story.id, coalesce(a.agency, w.owner, w.id)]) AS here
MATCH (c)<-[:EXPRESSES]-(:Sentence)-[:PART_OF]->(s:Statement)-[:SAID_BY]->(:Appearance)-[:REFERS_TO]->(other)
MATCH (s)-[:STATED_IN]->(a:Article)-[:TELLS]->(story:Story)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
WITH p, c, other, said, here, collect(DISTINCT s.id) AS also, collect(DISTINCT [story.id, coalesce(a.agency, w.owner, w.id)]) AS there
WITH p, c, other.name AS name, said + also AS said,
     any(one IN here WHERE any(place IN there WHERE one[0] <> place[0] AND one[1] <> place[1])) AS independent
ORDER BY name
WITH p, collect(DISTINCT c.id) AS claims, collect(DISTINCT CASE WHEN independent THEN c.id END) AS independent,
     collect(DISTINCT name) AS names, collect(said) AS said
RETURN p.id AS person, 'closer' AS polarity, 3 AS weight,
       ['claims', toString(size(claims)), 'independent', toString(size(independent)),
        'others', reduce(list = head(names), name IN tail(names) | list + ', ' + name)] AS params,
       reduce(all = [], some IN said | all + some) AS evidence
