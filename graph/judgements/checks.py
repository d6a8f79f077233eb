"""Checks: what somebody looked up about a person, a quote or an organisation, where, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.judgements import records
from graph.judgements.records import Record
from graph.store import Read, Store

OUTCOMES = ("found", "not-found", "ambiguous", "other-expertise", "no-answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """What somebody looked up: `register` is a name in `schema/registers.toml`, `outcome` in `OUTCOMES`."""

    label = "Check"
    query = "checks"

    register: str
    outcome: str


def read(read: Read, articles: Sequence[str] | None = None) -> tuple[Check, ...]:
    """Return the checks about these articles (None: all), withdrawn ones too, the earliest first."""
    return records.read(Check, read, articles)


def of_person(store: Store, person: str) -> tuple[Check, ...]:
    """Return the checks about the appearances that a person has now, withdrawn ones too."""
    return records.of_person(Check, store, person)


def record(
    store: Store, ids: Sequence[str], register: str, outcome: str, by: str, note: str | None = None
) -> Check:
    """Record what was looked up about these, with the lease held. NotFound if one is not there."""
    return records.record(Check, store, ids, by, note, register=register, outcome=outcome)


def withdraw(store: Store, check_id: str, by: str) -> Check:
    """Take a check back, with the lease held; it stays as a row.

    NotFound if there is none with this id, DecisionRefused if it was taken back before.
    """
    return records.withdraw(Check, store, check_id, by)
