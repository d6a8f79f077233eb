"""Two persons who may be one: namesakes, and pairs in doubt."""

from __future__ import annotations

from collections import defaultdict

from graph.lines import Comparison, Doubt, FeatureLine
from graph.reports.rows import Row, ask, person_line
from graph.resolve.features import MERGE
from graph.store import Store


def doubts(store: Store, limit: int | None = None) -> tuple[Doubt, ...]:
    """Return the pairs of persons who may be one, those first of which an answer is worth most."""
    compared = (comparison_line(row, row["one"], row["other"]) for row in ask(store, "doubts"))
    found = sorted(map(_doubt, compared), key=lambda d: (-d.value, d.compared.one.id, d.compared.other.id))
    return tuple(found[:limit])


def _doubt(compared: Comparison) -> Doubt:
    chance = 1 / (1 + 2**-compared.score)
    stories = compared.one.stories + compared.other.stories
    return Doubt(compared, chance, stories, stories * (1 - abs(2 * chance - 1)))


def apart_from(store: Store, persons: list[str]) -> dict[str, tuple[Comparison, ...]]:
    """Return how each person compares with each of their namesakes."""
    found: dict[str, tuple[Comparison, ...]] = defaultdict(tuple)
    for row in ask(store, "namesakes", persons=persons):
        found[row["of"]] += (comparison_line(row, row["named"], row["person"]),)
    return found


def comparison_line(row: Row, one: Row, other: Row) -> Comparison:
    """Return how two persons compare; `row` has the score and the features."""
    pairs = zip(row["features"][::2], row["features"][1::2], strict=True)
    features = tuple(FeatureLine(name, float(weight)) for name, weight in pairs)
    return Comparison(person_line(one), person_line(other), row["score"], row["score"] >= MERGE, features)
