// What kind of thing has this id. A story's is that of its smallest article, and is told from it by `story:`.
MATCH (n:Person {id: $id}) RETURN 'Person' AS label
UNION ALL
MATCH (n:Article {id: $id}) RETURN 'Article' AS label
UNION ALL
MATCH (n:Claim {id: $id}) RETURN 'Claim' AS label
UNION ALL
MATCH (n:Institution {id: $id}) RETURN 'Institution' AS label
UNION ALL
MATCH (n:Story {id: substring($id, 6)}) WHERE $id STARTS WITH 'story:' RETURN 'Story' AS label
