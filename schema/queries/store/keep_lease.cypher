// Give a sign of life, as long as the right to write is still ours.
MATCH (l:Lease {id: 'writer'})
WHERE l.holder = $holder
SET l.beat = timestamp() / 1000.0
RETURN l.holder AS holder
