// Who has the right to write, and whether they gave no sign of life for $patience seconds.
MATCH (l:Lease {id: 'writer'})
WHERE l.holder IS NOT NULL
RETURN l.holder AS holder, l.host AS host, l.pid AS pid, l.started AS started,
       l.purpose AS purpose, l.since AS since, l.beat < timestamp() / 1000.0 - $patience AS silent
