"""Decisions: what they say, which of them stand, and which contradict one another."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph import queries
from graph.judgements import targets
from graph.judgements.targets import Target
from graph.model import Row
from graph.store import Read

SAME, DIFFERENT, CORRECT = "same", "different", "correct"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided.

    `kind` is `same` or `different` (persons), or `correct`: `field` of what it concerns is `value`, where
    an empty value means that nothing is stated. Instants are UTC. `attached` are the ids of what it
    concerns now: fewer than `targets` when a reading no longer finds something.
    """

    id: str
    kind: str
    targets: tuple[Target, ...]
    by: str
    at: str
    why: str | None = None
    field: str | None = None
    value: str | None = None
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None
    withdrawn_why: str | None = None
    attached: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it has not been withdrawn."""
        return self.withdrawn_at is None

    def row(self) -> Row:
        """Return its properties as a node; those without a value are None."""
        return {
            "id": self.id,
            "kind": self.kind,
            **targets.columns(self.targets),
            "sides": [target.side for target in self.targets],
            "field": self.field,
            "value": self.value,
            "by": self.by,
            "at": self.at,
            "why": self.why,
            "withdrawn_by": self.withdrawn_by,
            "withdrawn_at": self.withdrawn_at,
            "withdrawn_why": self.withdrawn_why,
        }


_STATED = ("id", "kind", "by", "at", "why", "field", "value", "withdrawn_by", "withdrawn_at", "withdrawn_why")


def read(read: Read, articles: Sequence[str] | None = None) -> tuple[Decision, ...]:
    """Return the decisions about these articles (None: all), withdrawn ones too, the earliest first."""
    rows = read(queries.text("judgements/decisions"), articles=articles)
    found = (
        Decision(
            **{name: row["decision"].get(name) for name in _STATED},
            targets=targets.of_row(row["decision"]),
            attached=tuple(sorted(row["attached"])),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda decision: (decision.at, decision.id)))


def contradiction(
    decisions: Iterable[Decision], ids: Mapping[str, Sequence[tuple[str, int]]], new: str
) -> tuple[Decision, ...] | None:
    """Return a chain of decisions that contradicts the one with the id `new` or is made so by it, or None.

    `ids` gives for each decision the appearances it concerns, with their sides. A chain is decisions that
    make two appearances one person, one after another, and at its end the one that they are two.
    """
    standing = [decision for decision in decisions if decision.stands and decision.kind != CORRECT]
    same = [decision for decision in standing if decision.kind == SAME]
    for different in standing:
        if different.kind != DIFFERENT:
            continue
        sides = [{id for id, side in ids[different.id] if side == which} for which in (0, 1)]
        for start in sorted(sides[0]):
            chain = _chain(start, sides[1], same, ids)
            if chain is not None and new in {different.id, *(decision.id for decision in chain)}:
                return (*chain, different)
    return None


def _chain(
    start: str, goals: set[str], same: Sequence[Decision], ids: Mapping[str, Sequence[tuple[str, int]]]
) -> tuple[Decision, ...] | None:
    """Return the shortest chain of `same` decisions from an appearance to one of `goals`."""
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in same:
        for id, _ in ids[decision.id]:
            about[id].append(decision)
    reached: dict[str, tuple[Decision, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here in goals:
            return reached[here]
        for decision in about[here]:
            for id, _ in ids[decision.id]:
                if id not in reached:
                    reached[id] = (*reached[here], decision)
                    waiting.append(id)
    return None
