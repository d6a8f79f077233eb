"""What people write down about what was read: with who and when, kept as a row when it is taken back.

A kind of record is a class with fields of its own. It is tied to observations, and to these again after
another reading, so that what was written down stays with the appearances it was written of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from graph import queries
from graph.errors import DecisionRefused, NotFound
from graph.judgements import now, targets, things
from graph.judgements.targets import Target
from graph.model import Changes, Row
from graph.store import Read, Store
from ingest.extraction import content_id

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something written down. Instants are UTC.

    `attached` are the ids of what it is about now: fewer than `targets` when a reading no longer finds
    something. `label` is the type of its node, and `query` the saved query that gives them.
    """

    label = ""
    query = ""

    id: str
    targets: tuple[Target, ...]
    by: str
    at: str
    note: str | None = None
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None
    attached: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it has not been withdrawn."""
        return self.withdrawn_at is None

    def row(self) -> Row:
        """Return its properties as a node; those without a value are None."""
        stated = {name: getattr(self, name) for name in _stated(type(self))}
        return stated | targets.columns(self.targets)


def _stated(kind: type[Record]) -> list[str]:
    return [field.name for field in fields(kind) if field.name not in ("targets", "attached")]


def read(kind: type[R], read: Read, articles: Sequence[str] | None = None) -> tuple[R, ...]:
    """Return the records about these articles (None: all), withdrawn ones too, the earliest first."""
    found = (
        kind(
            **{name: row["record"].get(name) for name in _stated(kind)},
            targets=targets.of_row(row["record"]),
            attached=tuple(sorted(row["attached"])),
        )
        for row in read(queries.text(f"judgements/{kind.query}"), articles=articles)
    )
    return tuple(sorted(found, key=lambda record: (record.at, record.id)))


def of_person(kind: type[R], store: Store, person: str) -> tuple[R, ...]:
    """Return the records about the appearances that a person has now, withdrawn ones too."""
    members = {id for ids in things.members(store, [person]).values() for id in ids}
    return tuple(record for record in read(kind, store.read) if not members.isdisjoint(record.attached))


def record(kind: type[R], store: Store, ids: Sequence[str], by: str, note: str | None, /, **stated: Any) -> R:
    """Write down something about these, with the lease held. NotFound if one is not there."""
    about, at = things.targets_of(store, [(id, 0) for id in ids]), now()
    id = content_id(kind.label.lower(), *stated.values(), by, at, *map(str, about))
    made = kind(id=id, targets=about, by=by, at=at, note=note, **stated)
    changes = Changes()
    changes.node(kind.label, **made.row())
    for row in store.read(queries.text("judgements/things"), ids=list(ids)):
        changes.relate("CONCERNS", (kind.label, id), (row["label"], row["properties"]["id"]))
    store.write([changes])
    return made


def withdraw(kind: type[R], store: Store, id: str, by: str) -> R:
    """Take a record back, with the lease held; it stays as a row.

    NotFound if there is none with this id, DecisionRefused if it was taken back before.
    """
    old = next((one for one in read(kind, store.read) if one.id == id), None)
    name = kind.label.lower()
    if old is None:
        raise NotFound(f"{name}_unknown", location=store.location, id=id)
    if not old.stands:
        raise DecisionRefused(f"{name}_withdrawn", id=id, by=old.withdrawn_by, at=old.withdrawn_at)
    new = replace(old, withdrawn_by=by, withdrawn_at=now())
    changes = Changes()
    changes.node(kind.label, **new.row())
    store.write([changes])
    return new
