"""A store as lines of text that are the same for every store with the same graph, whatever its engine.

What depends on when the program ran (`clock` properties) is left out, and everything stands in order: by
type in the order of the model, then by id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from graph import model
from graph.paging import pages, relationships
from graph.store import Store

LAYERS = ("observation", "conclusion", "judgement")


def lines(store: Store, layers: Iterable[str] = LAYERS) -> Iterator[str]:
    """Yield a line of JSON for every node and relationship of these layers, in canonical order."""
    layers = set(layers)
    for label, node in model.load().nodes.items():
        if node.layer in layers:
            for page in pages(store, label):
                yield from (_line(label, {}, properties, node.properties) for properties in page)
    for name, relationship in model.load().relationships.items():
        if relationship.layer in layers:
            for start, end in relationship.ends:
                for row in chain.from_iterable(relationships(store, name, start, end)):
                    ends = {"from": f"{start} {row['start']}", "to": f"{end} {row['end']}"}
                    yield _line(name, ends, row["properties"], relationship.properties)


def _line(
    type: str, ends: dict[str, str], properties: dict[str, Any], known: Mapping[str, model.Property]
) -> str:
    """Return one line; a property the model does not know is shown too, since it should not be there."""
    shown = {name: value for name, value in properties.items() if name not in known or not known[name].clock}
    return f"{type} {_json(ends | dict(sorted(shown.items())))}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
