"""All nodes of a type, a page at a time, so that a store may be larger than memory."""

from __future__ import annotations

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
