// Take the right to write, if nobody has it, nobody gave a sign of life for $patience seconds, or $dead has it.
MERGE (l:Lease {id: 'writer'})
SET l.id = l.id
WITH l, timestamp() / 1000.0 AS now
WHERE l.holder IS NULL OR l.holder = $dead OR l.beat < now - $patience
SET l.holder = $holder, l.host = $host, l.pid = $pid, l.started = $started,
    l.purpose = $purpose, l.since = $since, l.beat = now
RETURN l.holder AS holder
