"""Another process that writes: `python writer.py LOCATION [USER PASSWORD]`, told what to do line by line.

`hold PURPOSE` takes the lease and says `held`; `write ID` writes a site and says `written`; `leave` lets go
and says `left`. Its end, however it comes, is its own.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack

from graph.model import Changes
from graph.store import open_store


def main(location: str, *login: str) -> None:
    with ExitStack() as stack:
        store = stack.enter_context(open_store(location, (login[0], login[1]) if login else None))
        lease = ExitStack()
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            if word == "hold":
                lease.enter_context(store.lease(rest, wait=60))
                print("held", flush=True)
            elif word == "write":
                changes = Changes()
                changes.node("Site", id=rest, domain="elders.nl")
                store.write([changes])
                print("written", flush=True)
            else:
                lease.close()
                print("left", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
