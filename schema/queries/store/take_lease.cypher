// Take the right to write, if nobody has it or $dead has it, whom we know to be gone.
MERGE (l:Lease {id: 'writer'})
SET l.id = l.id
WITH l
WHERE l.holder IS NULL OR l.holder = $dead
SET l.holder = $holder, l.host = $host, l.pid = $pid, l.started = $started,
    l.purpose = $purpose, l.since = $since, l.beat = timestamp() / 1000.0
RETURN l.holder AS holder
