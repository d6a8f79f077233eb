"""Triage: going through people, and marking whom to look at again, whom not, and why.

A mark changes nothing that is concluded. It lies on the appearances that a person had when it was made:
whoever is set aside shows again as soon as they have one more, by a new article or by turning out to be
somebody else too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph import queries
from graph.errors import DecisionRefused, NotFound
from graph.judgements import records, things
from graph.judgements.records import Record
from graph.store import Read, Store

STAR, ASIDE, NOTE = KINDS = ("star", "aside", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage(Record):
    """A mark on a person: `kind` is in `KINDS`; a note has its text in `note`."""

    label = "Triage"
    query = "triage"

    kind: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands of a person's marks: whether starred, whether set aside, and the notes, earliest first."""

    star: bool = False
    aside: bool = False
    notes: tuple[str, ...] = ()


def mark(store: Store, person: str, kind: str, by: str, note: str | None = None) -> Triage:
    """Mark a person, with the lease held.

    NotFound if there is none with this id, DecisionRefused if they are starred, or set aside, already.
    """
    (members,) = things.members(store, [person]).values()
    if not members:
        raise NotFound("not_found", location=store.location, id=person)
    if getattr(marked(store.read, [person]).get(person, Marks()), kind, False):
        raise DecisionRefused(f"triage_{kind}_already")
    return records.record(Triage, store, members, by, note, kind=kind)


def read(read: Read, articles: Sequence[str] | None = None) -> tuple[Triage, ...]:
    """Return the marks about these articles (None: all), withdrawn ones too, the earliest first."""
    return records.read(Triage, read, articles)


def of_person(store: Store, person: str) -> tuple[Triage, ...]:
    """Return the marks on the appearances that a person has now, withdrawn ones too."""
    return records.of_person(Triage, store, person)


def withdraw(store: Store, id: str, by: str) -> Triage:
    """Take a mark back, with the lease held; it stays as a row.

    NotFound if there is none with this id, DecisionRefused if it was taken back before.
    """
    return records.withdraw(Triage, store, id, by)


def marked(read: Read, persons: Sequence[str] | None = None) -> dict[str, Marks]:
    """Return, of these persons (None: all), those with marks that stand, by id.

    Somebody is starred when one of their appearances is, and set aside when all of them are.
    """
    rows: dict[str, list[dict[str, object]]] = {}
    given = None if persons is None else list(persons)
    for row in read(queries.text("judgements/marked"), persons=given):
        rows.setdefault(row["person"], []).append(row)
    return {person: _marks(found) for person, found in rows.items()}


def _marks(rows: list[dict[str, object]]) -> Marks:
    aside = {id for row in rows if row["kind"] == ASIDE for id in row["on"]}  # type: ignore[attr-defined]
    return Marks(
        star=any(row["kind"] == STAR for row in rows),
        aside=len(aside) == rows[0]["appearances"],
        notes=tuple(str(row["note"]) for row in rows if row["kind"] == NOTE),
    )
