"""The graph model as `schema/graph.toml` states it, and the check that every row written passes.

A `Changes` is what one transaction does: relationships and nodes to remove, then nodes and
relationships to merge. It holds plain rows; `graph.store` turns them into Cypher.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

Row = dict[str, Any]
Ends = tuple[str, str]

_PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "float": float,
    "boolean": bool,
}


@dataclass(frozen=True)
class Property:
    """A property: its type (`string`, `integer[]`, ...), its meaning, and what else the file says of it."""

    name: str
    type: str
    meaning: str
    index: bool = False
    fulltext: bool = False
    clock: bool = False
    format: str | None = None
    correct: bool = False
    rdf: str | None = None

    def accepts(self, value: object) -> bool:
        """Return whether `value` is of this property's type. None means absent and is never accepted."""
        if self.type.endswith("[]"):
            return isinstance(value, list) and all(_is(item, self.type[:-2]) for item in value)
        return _is(value, self.type)


def _is(value: object, type_name: str) -> bool:
    if isinstance(value, bool):  # a bool is an int in Python, and is none in the graph
        return type_name == "boolean"
    return isinstance(value, _PYTHON_TYPES[type_name])


@dataclass(frozen=True)
class NodeType:
    """A type of node. Its key is always the property `id`."""

    label: str
    layer: str
    meaning: str
    properties: Mapping[str, Property]
    rdf: str | None = None


@dataclass(frozen=True)
class RelationshipType:
    """A type of relationship: the labels it joins, and the properties that tell parallel ones apart."""

    name: str
    layer: str
    meaning: str
    ends: tuple[Ends, ...]
    key: tuple[str, ...]
    properties: Mapping[str, Property]
    rdf: str | None = None


@dataclass(frozen=True)
class Model:
    """The whole model; `version` is what a store records as the schema it was made for."""

    version: int
    nodes: Mapping[str, NodeType]
    relationships: Mapping[str, RelationshipType]

    def labels(self, *layers: str) -> list[str]:
        """Return the labels of the node types in these layers, in the order of the file."""
        return [label for label, node in self.nodes.items() if node.layer in layers]


class ModelError(Exception):
    """A row that does not fit the model. It names the type, the property and the value: a bug of ours."""


@dataclass
class Changes:
    """What one transaction does, in this order.

    `unrelate[type, from label]` lists ids of nodes whose outgoing relationships of that type go.
    `remove[label]` lists ids of nodes that go, with all their relationships.
    `nodes[label]` lists rows of properties, `id` among them; a node's properties become exactly these.
    `relationships[type, from label, to label]` lists rows with `from`, `to` (ids) and properties.
    """

    unrelate: dict[Ends, list[str]] = field(default_factory=dict)
    remove: dict[str, list[str]] = field(default_factory=dict)
    nodes: dict[str, list[Row]] = field(default_factory=dict)
    relationships: dict[tuple[str, str, str], list[Row]] = field(default_factory=dict)

    def node(self, label: str, /, **properties: Any) -> None:
        """Add a node; properties that are None are left out."""
        self.nodes.setdefault(label, []).append(_present(properties))

    def relate(self, type: str, start: Ends, end: Ends, /, **properties: Any) -> None:
        """Add a relationship between two (label, id) pairs; properties that are None are left out."""
        row = {"from": start[1], "to": end[1], **_present(properties)}
        self.relationships.setdefault((type, start[0], end[0]), []).append(row)

    def extend(self, more: Changes) -> None:
        """Add all that `more` does, after what this does; of a node in both, the later row counts."""
        for kind in ("unrelate", "remove", "nodes", "relationships"):
            table = getattr(self, kind)
            for name, rows in getattr(more, kind).items():
                table.setdefault(name, []).extend(rows)

    def __bool__(self) -> bool:
        return any((self.unrelate, self.remove, self.nodes, self.relationships))

    def __len__(self) -> int:
        """Return the number of rows."""
        tables: tuple[Mapping[Any, list[Any]], ...]
        tables = (self.unrelate, self.remove, self.nodes, self.relationships)
        return sum(len(rows) for table in tables for rows in table.values())


def _present(properties: Row) -> Row:
    return {name: value for name, value in properties.items() if value is not None}


@cache
def load() -> Model:
    """Return the model of `schema/graph.toml`."""
    data = tomllib.loads(resources.files("schema").joinpath("graph.toml").read_text("utf-8"))
    nodes = {
        label: NodeType(label, spec["layer"], spec["meaning"], _properties(spec), spec.get("rdf"))
        for label, spec in data["nodes"].items()
    }
    relationships = {
        name: RelationshipType(
            name,
            spec["layer"],
            spec["meaning"],
            tuple((start, end) for start, end in spec["ends"]),
            tuple(spec.get("key", ())),
            _properties(spec),
            spec.get("rdf"),
        )
        for name, spec in data["relationships"].items()
    }
    return Model(data["version"], nodes, relationships)


def _properties(spec: Mapping[str, Any]) -> dict[str, Property]:
    return {name: Property(name, **details) for name, details in spec.get("properties", {}).items()}


def check(changes: Changes) -> None:
    """Raise ModelError unless every row of `changes` fits the model."""
    model = load()
    for label, rows in changes.nodes.items():
        node = model.nodes.get(label)
        if node is None:
            raise ModelError(f"no node type {label}")
        for row in rows:
            if "id" not in row:
                raise ModelError(f"{label} without id: {row!r:.200}")
            _check_row(label, node.properties, row)
    for (name, start, end), rows in changes.relationships.items():
        relationship = model.relationships.get(name)
        if relationship is None or (start, end) not in relationship.ends:
            raise ModelError(f"no relationship type ({start})-[:{name}]->({end})")
        for row in rows:
            if not {"from", "to", *relationship.key} <= row.keys():
                raise ModelError(f"{name} lacks an end or a key: {row!r:.200}")
            own = {key: value for key, value in row.items() if key not in ("from", "to")}
            _check_row(name, relationship.properties, own)


def _check_row(name: str, properties: Mapping[str, Property], row: Row) -> None:
    for key, value in row.items():
        known = properties.get(key)
        if known is None:
            raise ModelError(f"{name} has no property {key}")
        if not known.accepts(value):
            raise ModelError(f"{name}.{key} is {known.type}, not {value!r:.200}")
