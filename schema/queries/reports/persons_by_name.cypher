// Persons with a name that holds this key, those that are called just so first.
MATCH (p:Person)
WHERE p.name_key CONTAINS $key OR any(name IN p.names WHERE toLower(name) CONTAINS toLower($text))
RETURN properties(p) AS person
ORDER BY CASE WHEN p.name_key = $key THEN 0 ELSE 1 END, p.stories DESC, p.name_key, p.id
LIMIT $limit
