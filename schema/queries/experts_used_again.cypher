// title: Experts used again
// answers: Which experts are quoted in several stories, and with which towns and roles?
// parameter least: fewest stories; without it 2
// column name: name of the person
// column stories: number of stories, copies counted once
// column towns: towns given as theirs
// column roles: roles, as the articles state them
// column publishers: publishers of the articles
// column id: id of the person
MATCH (p:Person {kind: 'expert'})
WHERE p.stories >= coalesce($least, 2)
RETURN p.name AS name, p.stories AS stories, p.places AS towns, p.roles AS roles, p.publishers AS publishers, p.id AS id
ORDER BY stories DESC, name, id
