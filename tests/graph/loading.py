"""A process that loads: `python loading.py ARTICLES.jsonl LOCATION [USER PASSWORD]`.

It says `in` for each article once that is safely in the store.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desk import Desk

from graph.load import Loader
from graph.store import open_store
from ingest.extraction import Original


def main(path: str, location: str, *login: str) -> None:
    desk = Desk()
    lines = Path(path).read_bytes().splitlines()
    readings = (desk.reading(Original(line, "application/json", f"line {n}")) for n, line in enumerate(lines))
    with open_store(location, (login[0], login[1]) if login else None) as store:
        store.ensure_schema()
        with store.lease("loading"):
            for _ in Loader(store, desk.extract, desk.fingerprint, desk.reading).load(readings):
                print("in", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
