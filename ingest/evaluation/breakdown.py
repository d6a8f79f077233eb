"""Attributions by how they are quoted, and by the rule that found them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ingest.evaluation.gold import Extent, Gold
from ingest.evaluation.likeness import hull
from ingest.evaluation.matching import Account
from ingest.evaluation.measures import Counts, ratio
from ingest.extraction import Extraction

# Marks by the style they make, in the order they are looked for: two of a kind are another mark.
_MARKS = {
    "low": ("„", "‚", ",,"),
    "double": ('"', "“", "”", "‟", "''"),
    "single": ("'", "‘", "’", "‛"),
    "guillemet": ("«", "»", "‹", "›"),
}
# In the order of a table. `unmarked` is direct speech without marks, as in interviews.
STYLES = ("double", "single", "low", "guillemet", "dash", "unmarked", "mixed", "indirect")

_DASH = re.compile(r"\s*[-–—]\s*")
_SPACE = " \t\xa0\u202f"
# What may stand between the end of what is said and its closing mark.
_BEFORE_CLOSING = _SPACE + ",.?!…"
# How far from the content a mark may stand, in characters.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class RuleCounts:
    """What became of the attributions of a rule: see `ingest.evaluation.matching.Account`."""

    right: int = 0
    wrong_source: int = 0
    wrong_extent: int = 0
    extra: int = 0
    doubtful: int = 0

    def __add__(self, other: RuleCounts) -> RuleCounts:
        return RuleCounts(
            self.right + other.right,
            self.wrong_source + other.wrong_source,
            self.wrong_extent + other.wrong_extent,
            self.extra + other.extra,
            self.doubtful + other.doubtful,
        )

    @property
    def found(self) -> int:
        """How many attributions the rule found."""
        return self.right + self.wrong_source + self.wrong_extent + self.extra + self.doubtful

    @property
    def precision(self) -> float | None:
        """What is right of what was found and is not doubtful, None where nothing is."""
        return ratio(self.right, self.found - self.doubtful)


def style(text: str, extent: Extent, kind: str) -> str:
    """Return the one of `STYLES` in which `text` has what is said at `extent`; `kind` is its type.

    That of direct speech is told from the mark before it, or where none is there, from the one after it.
    """
    if kind != "direct":
        return kind
    start, end = extent
    before = text[max(0, start - _NEAR) : start].rstrip(_SPACE)
    after = text[end : end + _NEAR].lstrip(_BEFORE_CLOSING)
    for name, marks in _MARKS.items():
        if before.endswith(marks):
            return name
    if _DASH.fullmatch(text, text.rfind("\n", 0, start) + 1, start):
        return "dash"
    for name, marks in _MARKS.items():
        if after.startswith(marks):
            return name
    return "unmarked"


def by_style(gold: Gold, found: Extraction, account: Account, text: str) -> dict[str, Counts]:
    """Return the counts by style: the gold's for what is right or missed, its own for what is extra."""
    counts: Counter[tuple[str, str]] = Counter()
    for place, wanted in enumerate(gold.attributions):
        fate = "right" if place in account.right else "missed"
        counts[style(text, wanted.extent, wanted.type), fate] += 1
    for place in (*account.wrong_source.values(), *account.wrong_extent.values(), *account.extra):
        given = found.attributions[place]
        counts[style(text, hull(given.content), given.type), "extra"] += 1
    return {
        name: Counts(*(counts[name, fate] for fate in ("right", "extra", "missed"))) for name, _ in counts
    }


def by_rule(found: Extraction, account: Account) -> dict[str, RuleCounts]:
    """Return what became of the attributions of each rule that found any."""
    fates = {
        "right": account.right.values(),
        "wrong_source": account.wrong_source.values(),
        "wrong_extent": account.wrong_extent.values(),
        "extra": account.extra,
        "doubtful": account.doubtful,
    }
    counts: dict[str, RuleCounts] = {}
    for fate, places in fates.items():
        for place in places:
            rule = found.attributions[place].rule
            counts[rule] = counts.get(rule, RuleCounts()) + RuleCounts(**{fate: 1})
    return counts
