"""The Cypher that is made from the graph model: constraints, indexes, and what writes a `Changes`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph import model
from graph.model import Changes

Statement = tuple[str, dict[str, Any]]

# Rows in one UNWIND: batches of 1,000 to 5,000 load fastest on both engines (bench/load.py).
ROWS = 2_000
# Characters in one UNWIND. The embedded engine takes no message above 16 MiB, and a character takes up to
# four bytes; an article has at most a million characters.
CHARACTERS = 2_000_000

_RELATED = "RETURN a.id AS start, b.id AS end, properties(r) AS properties"


def schema() -> Iterator[str]:
    """Yield what makes the constraints and indexes of the model; each may be run again."""
    for label, node in model.load().nodes.items():
        yield f"CREATE CONSTRAINT `{label}_id` IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for name, found in node.properties.items():
            if found.index:
                yield f"CREATE INDEX `{label}_{name}` IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


def fulltext() -> Iterator[tuple[str, str]]:
    """Yield the label and property of every full-text index of the model."""
    for label, node in model.load().nodes.items():
        yield from ((label, name) for name, found in node.properties.items() if found.fulltext)


def every_node(label: str) -> str:
    """Return what reads the `properties` of every node with this label."""
    return f"MATCH (n:{label}) RETURN properties(n) AS properties"


def every_relationship(type: str, start: str, end: str) -> str:
    """Return what reads `start` and `end` (ids) and `properties` of every relationship of this type."""
    return f"MATCH (a:{start})-[r:{type}]->(b:{end}) {_RELATED}"


def nodes_of(label: str) -> str:
    """Return what reads the `properties` of the nodes with this label and `$ids`."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN properties(n) AS properties"


def nodes_after(label: str) -> str:
    """Return what reads the `properties` of `$size` nodes with this label, by id, from after `$after`."""
    page = "ORDER BY n.id LIMIT $size"
    return f"MATCH (n:{label}) WHERE n.id > $after RETURN properties(n) AS properties {page}"


def ids_after(label: str) -> str:
    """Return what reads the `id` of `$size` nodes with this label, in order, from after `$after`."""
    return f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT $size"


def count(label: str) -> str:
    """Return what reads the `number` of nodes with this label."""
    return f"MATCH (n:{label}) RETURN count(n) AS number"


def relationships_of(type: str, start: str, end: str) -> str:
    """Return what reads `start`, `end` and `properties` of relationships that start at `$ids`."""
    return f"UNWIND $ids AS id MATCH (a:{start} {{id: id}})-[r:{type}]->(b:{end}) {_RELATED}"


def statements(changes: Changes) -> Iterator[Statement]:
    """Yield the statements that carry out `changes`, in order, with their parameters."""
    for (type, label), ids in changes.unrelate.items():
        yield from _batched(f"UNWIND $rows AS id MATCH (:{label} {{id: id}})-[r:{type}]->() DELETE r", ids)
    for label, ids in changes.remove.items():
        yield from _batched(f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", ids)
    for label, rows in changes.nodes.items():
        rows = list({row["id"]: row for row in rows}.values())  # what many share is written once
        yield from _batched(f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", rows)
    for (type, start, end), rows in changes.relationships.items():
        yield from _batched(_relate(type, start, end), [_split(row) for row in rows])


def _relate(type: str, start: str, end: str) -> str:
    """Merge from the start, which has few relationships, never from a hub: all of its are looked at."""
    key = ", ".join(f"{name}: row.properties.{name}" for name in model.load().relationships[type].key)
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
        f"MERGE (a)-[r:{type}{f' {{{key}}}' if key else ''}]->(b) SET r = row.properties "
        "RETURN count(*) AS written"  # a row without one of its nodes would vanish without a word
    )


def _split(row: model.Row) -> dict[str, Any]:
    properties = {name: value for name, value in row.items() if name not in ("from", "to")}
    return {"start": row["from"], "end": row["to"], "properties": properties}


def _batched(query: str, rows: list[Any]) -> Iterator[Statement]:
    batch: list[Any] = []
    characters = 0
    for row in rows:
        size = _characters(row)
        if batch and (len(batch) == ROWS or characters + size > CHARACTERS):
            yield query, {"rows": batch}
            batch, characters = [], 0
        batch.append(row)
        characters += size
    if batch:
        yield query, {"rows": batch}


def _characters(value: Any) -> int:
    """Return about how many characters a value takes; a number takes nine bytes."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(map(_characters, value.values()))
    if isinstance(value, list):
        return sum(map(len, value)) if value and isinstance(value[0], str) else 9 * len(value)
    return 9
