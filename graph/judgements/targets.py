"""What a judgement is about, stored so that it is found again after another reading.

The id of an observation may change with the reading: a fuller name, a quotation that ends elsewhere. A
target therefore says the article, the name key and the stretch of text, and is looked for by these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import Row

# Where an article is meant, which has no stretch of its own.
NOWHERE = -1

# The property that holds the key of a name, by type; a statement and an article have none.
_KEYS = {"Appearance": "name_key", "Mention": "key"}

# A statement read anew is the same when the stretches share at least this much of what either covers.
# Half is the least at which no two others can share more.
_SAME_STRETCH = 0.5


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """An observation: `label` is its type, `name_key` empty where it has no name, offsets in its article.

    `side` tells apart the two sides of a decision that they are different.
    """

    label: str
    article: str
    name_key: str = ""
    start: int = NOWHERE
    end: int = NOWHERE
    side: int = 0


def target(label: str, article: str, row: Row, side: int = 0) -> Target:
    """Return what is stored of the observation with these properties in `article`."""
    key = row[_KEYS[label]] if label in _KEYS else ""
    starts, ends = row.get("starts") or [NOWHERE], row.get("ends") or [NOWHERE]
    return Target(label, article, key, starts[0], ends[-1] if label == "Statement" else ends[0], side)


def columns(targets: Iterable[Target]) -> dict[str, list[Any]]:
    """Return targets as the lists that a Decision or Check has, which run side by side."""
    rows = list(targets)
    return {
        "labels": [row.label for row in rows],
        "articles": [row.article for row in rows],
        "name_keys": [row.name_key for row in rows],
        "starts": [row.start for row in rows],
        "ends": [row.end for row in rows],
    }


def of_row(row: Row) -> tuple[Target, ...]:
    """Return the targets of a stored Decision or Check."""
    names = ("labels", "articles", "name_keys", "starts", "ends")
    lists = [row.get(name) or [] for name in names]
    sides = row.get("sides") or [0] * len(lists[0])
    return tuple(Target(*values) for values in zip(*lists, sides, strict=True))


def find(target: Target, rows: Mapping[str, Sequence[Row]]) -> str | None:
    """Return the id of what `target` means among the observations of its article, by type; None if gone.

    Somebody or something named is known by the key of the name, else by standing in the same place.
    """
    found = rows.get(target.label, ())
    if target.label == "Article":
        return next((row["id"] for row in found if row["id"] == target.article), None)
    if target.label in _KEYS:
        key = _KEYS[target.label]
        named = next((row["id"] for row in found if row[key] == target.name_key), None)
        return named or next((row["id"] for row in found if _stands_at(row, target)), None)
    shares = [(_share(row, target), row["id"]) for row in found]
    best = max(shares, default=(0.0, None))
    return best[1] if best[0] >= _SAME_STRETCH else None


def _stands_at(row: Row, target: Target) -> bool:
    return any(
        start < target.end and target.start < end
        for start, end in zip(row["starts"], row["ends"], strict=True)
    )


def _share(row: Row, target: Target) -> float:
    """Return how much of what either covers both cover, 0 to 1, from first character to last."""
    start, end = row["starts"][0], row["ends"][-1]
    common = min(end, target.end) - max(start, target.start)
    return common / (max(end, target.end) - min(start, target.start)) if common > 0 else 0.0
