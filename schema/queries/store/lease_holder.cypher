// Who has the right to write.
MATCH (l:Lease {id: 'writer'})
WHERE l.holder IS NOT NULL
RETURN l.holder AS holder, l.host AS host, l.pid AS pid, l.started AS started,
       l.purpose AS purpose, l.since AS since
