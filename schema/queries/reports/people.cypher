// Persons of a kind whose name, roles, towns or affiliations hold a text (null: any), in an order.
MATCH (p:Person)
WHERE ($kind IS NULL OR p.kind = $kind)
  AND ($text IS NULL
       OR p.name_key CONTAINS $key
       OR any(said IN p.names + p.roles + p.places + p.affiliations WHERE toLower(said) CONTAINS toLower($text)))
RETURN properties(p) AS person
ORDER BY CASE $order WHEN 'stories' THEN -p.stories WHEN 'articles' THEN -p.articles
                     WHEN 'statements' THEN -p.statements ELSE 0 END,
         CASE $order WHEN 'last' THEN coalesce(p.last, '') ELSE '' END DESC,
         p.name_key, p.id
SKIP $offset LIMIT $limit
