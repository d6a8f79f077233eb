"""What has to change for a store to hold the wanted conclusions and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph import cypher, model
from graph.model import Changes, Ends, Row
from graph.store import Read

_BUILD = frozenset({"build"})


def stored(read: Read, labels: Iterable[str], types: Iterable[str]) -> Changes:
    """Return the nodes with these labels and the relationships of these types that the store has."""
    found = Changes()
    for label in labels:
        found.nodes[label] = [row["properties"] for row in read(cypher.every_node(label))]
    for type in types:
        for start, end in model.load().relationships[type].ends:
            found.relationships[type, start, end] = [
                {"from": row["start"], "to": row["end"], **row["properties"]}
                for row in read(cypher.every_relationship(type, start, end))
            ]
    return found


def difference(found: Changes, wanted: Changes, build: int, besides: frozenset[str] = frozenset()) -> Changes:
    """Return what makes `wanted` of `found`; what is new or changed bears the number `build`.

    What is as it was is not written again, so that readers and comparisons see only real changes. Properties
    `besides` these of a node are not compared: they are known later.
    """
    changes, left_out = Changes(), _BUILD | besides
    for label in {**found.nodes, **wanted.nodes}:
        old, new = ({row["id"]: row for row in side.nodes.get(label, ())} for side in (found, wanted))
        if removed := sorted(old.keys() - new.keys()):
            changes.remove[label] = removed
        rows = [
            row | {"build": build}
            for id, row in sorted(new.items())
            if _without(old.get(id), left_out) != row
        ]
        if rows:
            changes.nodes[label] = rows
    for (type, start), (old, new) in _by_start(found, wanted).items():
        gone = set(changes.remove.get(start, ()))
        for id in sorted(old.keys() | new.keys()):
            if old.get(id) != new.get(id) and id not in gone:
                if id in old:
                    changes.unrelate.setdefault((type, start), []).append(id)
                for end, row in new.get(id, {}).values():
                    changes.relationships.setdefault((type, start, end), []).append(row)
    return changes


def _without(row: Row | None, names: frozenset[str]) -> Row | None:
    return row and {name: value for name, value in row.items() if name not in names}


# By type and start label: by the start's id, its relationships by end, each with the end's label.
_Outgoing = dict[str, dict[str, tuple[str, Row]]]


def _by_start(found: Changes, wanted: Changes) -> dict[Ends, tuple[_Outgoing, _Outgoing]]:
    sides: dict[Ends, tuple[_Outgoing, _Outgoing]] = defaultdict(
        lambda: (defaultdict(dict), defaultdict(dict))
    )
    for side, changes in enumerate((found, wanted)):
        for (type, start, end), rows in changes.relationships.items():
            for row in rows:
                sides[type, start][side][row["from"]][row["to"]] = (end, row)
    return {ends: (dict(old), dict(new)) for ends, (old, new) in sides.items()}
