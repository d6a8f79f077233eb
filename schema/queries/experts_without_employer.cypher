// title: Experts without an employer
// answers: For which experts does no article say for whom they work?
// parameter least: fewest stories; without it 1
// column name: name of the person
// column roles: roles, as the articles state them
// column towns: towns given as theirs
// column stories: number of stories
// column id: id of the person
MATCH (p:Person {kind: 'expert'})
WHERE size(p.affiliations) = 0 AND p.stories >= coalesce($least, 1)
RETURN p.name AS name, p.roles AS roles, p.places AS towns, p.stories AS stories, p.id AS id
ORDER BY stories DESC, name, id
