"""Stretches of a text, asked whether they meet another one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Stretches:
    """Stretches `(start, end)` that do not overlap, in whatever order they are given."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def meets(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with `start:end`."""
        position = bisect_right(self._starts, max(start, end - 1)) - 1
        return position >= 0 and self._spans[position][1] > start
