"""Deciding: that persons are one or two, that a reading is wrong, and that a decision was.

Every function wants the store's lease held, and leaves the conclusions to `graph.resolve.resolve`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from graph import queries
from graph.errors import Contradicted, DecisionRefused, NotFound
from graph.judgements import corrections, decisions, now, targets, things
from graph.judgements.decisions import CORRECT, DIFFERENT, SAME, Decision
from graph.load import tidy
from graph.model import Changes
from graph.store import Store
from ingest.extraction import content_id


@dataclass(frozen=True, slots=True)
class Words:
    """Who decides, and why."""

    by: str
    why: str | None = None


def same(store: Store, persons: Sequence[Sequence[str]], words: Words) -> tuple[Decision, ...]:
    """Decide that these persons, each given by the ids of their appearances, are one."""
    return _record(store, SAME, [(id, 0) for members in persons for id in members], words)


def different(store: Store, one: Iterable[str], other: Iterable[str], words: Words) -> tuple[Decision, ...]:
    """Decide that the person with the appearances `one` is not the one with the appearances `other`."""
    sides = [(id, 0) for id in one] + [(id, 1) for id in other]
    return _record(store, DIFFERENT, sides, words)


def correct(
    store: Store, ids: Sequence[str], values: Mapping[str, str], words: Words
) -> tuple[Decision, ...]:
    """Decide what the fields of these observations are; an empty value: that nothing is stated.

    DecisionRefused if their type has no such field that can be corrected.
    """
    sides = [(id, 0) for id in ids]
    for label in {target.label for target in things.targets_of(store, sides)}:
        known = corrections.fields(label)
        for field in values:
            if field not in known:
                fields = ", ".join(sorted(known))
                raise DecisionRefused("field_unknown", field=field, label=label, known=fields)
    return _record(store, CORRECT, sides, words, values)


def dismiss(store: Store, ids: Sequence[str], words: Words) -> tuple[Decision, ...]:
    """Decide that these are none: not a person, not an organisation, not something said."""
    return correct(store, ids, {"dismissed": "true"}, words)


def withdraw(store: Store, decision_ids: Sequence[str], words: Words) -> tuple[Decision, ...]:
    """Take decisions back; they stay as rows.

    NotFound if there is none with such an id, DecisionRefused if one was taken back before.
    """
    known = {decision.id: decision for decision in decisions.read(store.read)}
    taken_back, at = [], now()
    for id in decision_ids:
        old = known.get(id)
        if old is None:
            raise NotFound("decision_unknown", location=store.location, id=id)
        if not old.stands:
            raise DecisionRefused("decision_withdrawn", id=id, by=old.withdrawn_by, at=old.withdrawn_at)
        known[id] = replace(old, withdrawn_by=words.by, withdrawn_at=at, withdrawn_why=words.why)
        taken_back.append(known[id])
    _write(store, taken_back, list(known.values()))
    return tuple(taken_back)


def _record(
    store: Store,
    kind: str,
    sides: Sequence[tuple[str, int]],
    words: Words,
    values: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Decision, ...]:
    """Write what was decided: one decision, or one for each field that has a value."""
    found, at = things.targets_of(store, sides), now()
    new = tuple(
        Decision(
            content_id("decision", kind, field or "", value or "", words.by, at, *map(str, found)),
            kind,
            found,
            words.by,
            at,
            words.why,
            field,
            value,
        )
        for field, value in (values.items() if kind == CORRECT else [(None, None)])
    )
    known = (*decisions.read(store.read), *new)
    if kind != CORRECT:
        _refuse_contradiction(store, known, new[0])
    _write(store, new, known)
    return new


def _refuse_contradiction(store: Store, known: Sequence[Decision], new: Decision) -> None:
    """Raise Contradicted, with the chain, if `new` says the opposite of what other decisions come to."""
    articles = {target.article for decision in known for target in decision.targets}
    rows = _rows(store, articles)
    ids = {
        decision.id: [
            (id, target.side)
            for target in decision.targets
            if (id := targets.find(target, rows.get(target.article, {})))
        ]
        for decision in known
    }
    chain = decisions.contradiction(known, ids, new.id)
    if chain:
        told = "; ".join(f"{one.kind} {one.id[:8]} ({one.by}, {one.at[:10]})" for one in chain)
        raise Contradicted("contradicted", chain=chain, told=told)


def _rows(store: Store, articles: Iterable[str]) -> dict[str, dict[str, list[dict[str, Any]]]]:
    rows: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in store.read(queries.text("judgements/observations"), articles=sorted(articles)):
        rows[row["article"]][row["label"]].append(row["properties"])
    return rows


def _write(store: Store, new: Sequence[Decision], known: Iterable[Decision]) -> None:
    """Write decisions, new or withdrawn, and the articles they are about as all decisions have them."""
    changes = Changes()
    for decision in new:
        changes.node("Decision", **decision.row())
    articles = {target.article for decision in new for target in decision.targets}
    about = [one for one in known if any(target.article in articles for target in one.targets)]
    changes.extend(corrections.restated(store.read, articles, about))
    store.write([changes])
    tidy(store)
