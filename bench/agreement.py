"""How well one division of things into groups agrees with the true one: B³, and pair by pair.

A division is a mapping from each thing to its group. B³ is Bagga and Baldwin's (1998): for each thing the
share of its found group that is truly with it, and of its true group that was found with it, averaged over
things. Pairwise counts pairs of things, so that large groups weigh more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, None where there was nothing to be precise about, or to find."""

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean."""
        if self.precision is None or self.recall is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def share(part: float, whole: float) -> float | None:
    """Return `part` of `whole`, None where that is nothing."""
    return part / whole if whole else None


def b_cubed(found: Mapping[Hashable, Hashable], true: Mapping[Hashable, Hashable]) -> Agreement:
    """Return the B³ agreement over the things of `true`; `found` has all of them."""
    overlap, of_found, of_true = _sizes(found, true)
    precision = sum(n * n / of_found[group] for (group, _), n in overlap.items())
    recall = sum(n * n / of_true[group] for (_, group), n in overlap.items())
    return Agreement(share(precision, len(true)), share(recall, len(true)))


def pairwise(found: Mapping[Hashable, Hashable], true: Mapping[Hashable, Hashable]) -> Agreement:
    """Return the agreement over pairs of the things of `true`; `found` has all of them."""
    overlap, of_found, of_true = _sizes(found, true)
    right = sum(map(_pairs, overlap.values()))
    return Agreement(
        share(right, sum(map(_pairs, of_found.values()))), share(right, sum(map(_pairs, of_true.values())))
    )


def _sizes(
    found: Mapping[Hashable, Hashable], true: Mapping[Hashable, Hashable]
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    """Return the sizes of what each found and true group share, and of the groups."""
    overlap = Counter((found[thing], group) for thing, group in true.items())
    return overlap, Counter(found[thing] for thing in true), Counter(true.values())


def _pairs(size: int) -> int:
    return size * (size - 1) // 2
