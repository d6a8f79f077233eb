// Ids that lead to one of these.
MATCH (f:Formerly)
WHERE any(id IN f.ids WHERE id IN $ids)
RETURN f.id AS id, f.ids AS ids
