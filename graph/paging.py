"""All nodes or relationships of a type, a page at a time, so that a store may be larger than memory."""

from __future__ import annotations

import json
from collections.abc import Iterator

from graph import cypher
from graph.model import Row
from graph.store import Store

# Nodes in one page: of articles about 2 MB of text.
SIZE = 500


def pages(store: Store, label: str) -> Iterator[list[Row]]:
    """Yield the properties of the nodes with this label, in order of id."""
    after = ""  # comes before every id
    while found := store.read(cypher.nodes_after(label), after=after, size=SIZE):
        yield [row["properties"] for row in found]
        after = found[-1]["properties"]["id"]


def ids(store: Store, label: str) -> Iterator[list[str]]:
    """Yield the ids of the nodes with this label, in order."""
    after = ""
    while found := store.read(cypher.ids_after(label), after=after, size=SIZE):
        yield [row["id"] for row in found]
        after = found[-1]["id"]


def relationships(store: Store, type: str, start: str, end: str) -> Iterator[list[Row]]:
    """Yield `start`, `end` (ids) and `properties` of the relationships of this type, in that order."""
    for page in ids(store, start):
        rows = store.read(cypher.relationships_of(type, start, end), ids=page)
        yield sorted(rows, key=lambda row: (row["start"], row["end"], _text(row["properties"])))


def _text(properties: Row) -> str:
    return json.dumps(properties, ensure_ascii=False, sort_keys=True)
