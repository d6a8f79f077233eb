"""Ids that never die: what an id leads to when its appearance is gone, or its person was split.

An appearance's id, or that of the person it stood for, may stand in somebody's notes. When the appearance
goes, what was read in its place and who was the same person are remembered under its id; when a person is
split, an appearance of each that they were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph import queries
from graph.model import Changes, Row
from graph.store import Read

_REFERS_TO = ("REFERS_TO", "Appearance", "Person")


def remember(changes: Changes, read: Read, gone: Sequence[str], new: Mapping[str, Sequence[Row]]) -> None:
    """Add to `changes` where the appearances `gone` lead; `new` has the appearances of their articles."""
    if not gone:
        return
    leads = {
        row["id"]: _successors(row, new.get(row["article"], ())) | (set(row["others"]) - set(gone))
        for row in read(queries.text("judgements/leaving"), ids=list(gone))
    }
    for row in read(queries.text("judgements/formerly"), ids=list(gone)):
        # What led to one that goes now leads where that one does.
        leads[row["id"]] = {end for id in row["ids"] for end in leads.get(id, {id})}
    for id, ends in sorted(leads.items()):
        changes.node("Formerly", id=id, ids=sorted(ends))


def _successors(old: Row, new: Iterable[Row]) -> set[str]:
    """Return the appearances that stand where `old` stood."""
    spans = list(zip(old["starts"], old["ends"], strict=True))
    return {
        row["id"]
        for row in new
        if any(
            start < last and first < end
            for first, last in spans
            for start, end in zip(row["starts"], row["ends"], strict=True)
        )
    }


def split(changes: Changes, found: Changes, wanted: Changes) -> None:
    """Add to `changes` where the ids of persons lead whose appearances in `found` are several in `wanted`."""
    members: dict[str, set[str]] = defaultdict(set)
    for row in found.relationships.get(_REFERS_TO, ()):
        members[row["to"]].add(row["from"])
    now = {row["from"]: row["to"] for row in wanted.relationships.get(_REFERS_TO, ())}
    for person, ids in sorted(members.items()):
        persons = {now[id] for id in ids if id in now}
        if len(persons) > 1:
            changes.node("Formerly", id=person, ids=sorted(persons))
