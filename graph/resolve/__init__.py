"""Conclusions from observations: persons, stories, claims, institutions and signals.

All are computed anew from all observations by pure functions, so that they do not depend on the order in
which articles came in; only what differs from what the store has is written, in one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph import formerly, model, queries, signals
from graph.model import Changes, Row
from graph.resolve import observed
from graph.resolve.claims import Scorer
from graph.resolve.conclusions import conclude
from graph.resolve.difference import difference, stored
from graph.store import Read, Store

__all__ = ["Build", "Scorer", "resolve"]

# Relationships of signals, which are concluded from the other conclusions and come after them.
_OF_SIGNALS = ("ABOUT", "EVIDENCE")


@dataclass(frozen=True)
class Build:
    """What was concluded: how many of each, the number of the published build, and whether it is new."""

    number: int
    persons: int
    stories: int
    claims: int
    institutions: int
    signals: int
    changed: bool


def resolve(store: Store, scorer: Scorer | None = None) -> Build:
    """Conclude anew from everything in `store`, whose lease the caller holds, and publish what changed.

    `scorer` judges sentences of which words alike leave open whether they are one claim.

    Nothing of a build shows before all of it is there. When nothing changed, nothing is written and the
    number of the build stays.
    """
    seen = observed.read(store.read)
    meta = store.read(queries.text("store/meta"))[0]
    number = meta["build"] + 1
    wanted = conclude(seen, scorer)
    concluded = _concluded(store.read)
    changes = difference(concluded, wanted, number, besides=signals.NOTED)
    formerly.split(changes, concluded, wanted)
    evidence = signals.evidence_labels(seen)
    published: list[tuple[Changes, bool]] = []

    def then(read: Read) -> Changes:
        persons = wanted.nodes.get("Person", [])
        found = signals.conclude(read, persons, evidence)
        more = difference(stored(read, ("Signal",), _OF_SIGNALS), found, number)
        more.extend(_noted(concluded, changes, signals.noted(persons, found), number))
        changed = bool(changes or more)
        if changed:
            more.node("Meta", id="store", **meta | {"build": number})
        published.append((found, changed))
        return more

    store.publish(changes, then)
    found, changed = published[-1]  # a transaction that is tried again asks again
    return Build(
        number=number if changed else meta["build"],
        persons=len(wanted.nodes.get("Person", ())),
        stories=len(wanted.nodes.get("Story", ())),
        claims=len(wanted.nodes.get("Claim", ())),
        institutions=len(wanted.nodes.get("Institution", ())),
        signals=len(found.nodes.get("Signal", ())),
        changed=changed,
    )


def _concluded(read: Read) -> Changes:
    """Return the conclusions that the store has, signals left out."""
    schema = model.load()
    labels = [label for label in schema.labels("conclusion") if label != "Signal"]
    types = [
        name
        for name, type in schema.relationships.items()
        if type.layer == "conclusion" and name not in _OF_SIGNALS
    ]
    return stored(read, labels, types)


def _noted(concluded: Changes, changes: Changes, persons: list[Row], number: int) -> Changes:
    """Return what gives the persons whom `changes` left of those `concluded` what signals say of them."""
    written = {row["id"]: row for side in (concluded, changes) for row in side.nodes.get("Person", ())}
    old = [written[row["id"]] for row in persons]
    return difference(Changes(nodes={"Person": old}), Changes(nodes={"Person": persons}), number)
