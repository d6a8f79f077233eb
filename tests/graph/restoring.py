"""A process that restores: `python restoring.py DUMP LOCATION [USER PASSWORD]`.

It says `in` before each batch.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from graph.model import Changes
from graph.restore import Dump, read_through, restore
from graph.store import open_store


class Telling(Dump):
    """A dump that tells how far it was read."""

    def changes(self) -> Iterator[Changes]:
        for changes in super().changes():
            print("in", flush=True)
            yield changes


def main(path: str, location: str, *login: str) -> None:
    with Path(path).open("rb") as file:
        found = read_through(file, path)
        telling = Telling(found.name, found.manifest, found.archive)
        with open_store(location, (login[0], login[1]) if login else None) as store:
            store.ensure_schema(unfinished=True)
            with store.lease("restoring"):
                restore(store, telling)


if __name__ == "__main__":
    main(*sys.argv[1:])
