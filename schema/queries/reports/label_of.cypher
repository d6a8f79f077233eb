// What kind of thing has this id.
MATCH (n:Person {id: $id}) RETURN 'Person' AS label
UNION ALL
MATCH (n:Article {id: $id}) RETURN 'Article' AS label
UNION ALL
MATCH (n:Claim {id: $id}) RETURN 'Claim' AS label
UNION ALL
MATCH (n:Institution {id: $id}) RETURN 'Institution' AS label
UNION ALL
MATCH (n:Story {id: $id}) RETURN 'Story' AS label
