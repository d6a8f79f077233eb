"""Checks: what somebody looked up about a person, a quote or an organisation, where, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph import queries
from graph.errors import DecisionRefused, NotFound
from graph.judgements import now, targets, things
from graph.judgements.targets import Target
from graph.model import Changes, Row
from graph.store import Read, Store
from ingest.extraction import content_id

OUTCOMES = ("found", "not-found", "ambiguous", "other-expertise", "no-answer")


@dataclass(frozen=True, slots=True)
class Check:
    """What somebody looked up.

    `register` is a name in `schema/registers.toml`, `outcome` one of `OUTCOMES`. Instants are UTC. `attached`
    are the ids of what it is about now: fewer than `targets` when a reading no longer finds something.
    """

    id: str
    register: str
    outcome: str
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
        stated = {name: getattr(self, name) for name in _STATED}
        return stated | targets.columns(self.targets)


_STATED = ("id", "register", "outcome", "by", "at", "note", "withdrawn_by", "withdrawn_at")


def read(read: Read, articles: Sequence[str] | None = None) -> tuple[Check, ...]:
    """Return the checks about these articles (None: all), withdrawn ones too, the earliest first."""
    found = (
        Check(
            **{name: row["check"].get(name) for name in _STATED},
            targets=targets.of_row(row["check"]),
            attached=tuple(sorted(row["attached"])),
        )
        for row in read(queries.text("judgements/checks"), articles=articles)
    )
    return tuple(sorted(found, key=lambda check: (check.at, check.id)))


def of_person(store: Store, person: str) -> tuple[Check, ...]:
    """Return the checks about the appearances that a person has now, withdrawn ones too."""
    rows = store.read(queries.text("judgements/checks_of_persons"), persons=[person])
    ids = {row["check"] for row in rows}
    return tuple(check for check in read(store.read) if check.id in ids)


def record(
    store: Store, ids: Sequence[str], register: str, outcome: str, by: str, note: str | None = None
) -> Check:
    """Record what was looked up about these, with the lease held. NotFound if one is not there."""
    about, at = things.targets_of(store, [(id, 0) for id in ids]), now()
    id = content_id("check", register, outcome, by, at, *map(str, about))
    check = Check(id, register, outcome, about, by, at, note)
    changes = Changes()
    changes.node("Check", **check.row())
    for row in store.read(queries.text("judgements/things"), ids=list(ids)):
        changes.relate("CONCERNS", ("Check", id), (row["label"], row["properties"]["id"]))
    store.write([changes])
    return check


def withdraw(store: Store, check_id: str, by: str) -> Check:
    """Take a check back, with the lease held; it stays as a row.

    NotFound if there is none with this id, DecisionRefused if it was taken back before.
    """
    old = next((check for check in read(store.read) if check.id == check_id), None)
    if old is None:
        raise NotFound("check_unknown", location=store.location, id=check_id)
    if not old.stands:
        raise DecisionRefused("check_withdrawn", id=check_id, by=old.withdrawn_by, at=old.withdrawn_at)
    new = replace(old, withdrawn_by=by, withdrawn_at=now())
    changes = Changes()
    changes.node("Check", **new.row())
    store.write([changes])
    return new
