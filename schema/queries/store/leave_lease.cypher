// Let go of the right to write.
MATCH (l:Lease {id: 'writer'})
WHERE l.holder = $holder
REMOVE l.holder
