MATCH (p:Person {kind: 'expert'})
WHERE p.stories > 1
RETURN p.name, p.stories, p.places
ORDER BY p.stories DESC
