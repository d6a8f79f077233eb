"""Values gathered from many observations, in an order that depends on nothing but them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def most_used(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return each value once, the most used first, those used alike in order of the alphabet."""
    counts = Counter(value for value in values if value)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))
