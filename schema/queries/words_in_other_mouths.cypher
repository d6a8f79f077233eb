// title: The same words in other mouths
// answers: Which sentences do several persons say, nearly word for word?
// parameter least: fewest persons; without it 2
// column claim: the sentence
// column persons: who say it
// column stories: number of stories it stands in
// column id: id of the claim
MATCH (p:Person)-[:ASSERTS]->(c:Claim)
WHERE c.persons >= coalesce($least, 2)
WITH c, p ORDER BY p.name, p.id
RETURN c.text AS claim, collect(p.name) AS persons, c.stories AS stories, c.id AS id
ORDER BY size(persons) DESC, stories DESC, id
