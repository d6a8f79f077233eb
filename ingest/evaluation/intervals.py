"""How far a figure may be from what other documents of the kind would give: the bootstrap."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

# The 2.5th and 97.5th percentiles of 1,000 resamples are steady to about a tenth of the interval's width.
RESAMPLES = 1_000
_LEVEL = 95
_SEED = 20260101


class Bootstrap:
    """Resamples of `documents` documents, drawn with replacement, the same for all figures and in every run.

    Whole documents are drawn, because what stands in one is alike: statements drawn one by one would make
    the intervals too narrow. (Efron and Tibshirani 1993, percentile interval.)
    """

    def __init__(self, documents: int) -> None:
        generator = np.random.default_rng(_SEED)
        # How often each document was drawn, one row a resample.
        self._drawn = generator.multinomial(documents, [1 / documents] * documents, size=RESAMPLES)

    def interval(self, parts: Sequence[tuple[int, int]]) -> tuple[float, float] | None:
        """Return the interval of a ratio of sums, given its two numbers for each document.

        Resamples in which there is nothing to measure say nothing; None where that is so in all of them.
        """
        part, whole = (self._drawn @ np.array(parts, dtype=np.int64).reshape(-1, 2)).T
        ratios = part[whole > 0] / whole[whole > 0]
        if not ratios.size:
            return None
        low, high = np.percentile(ratios, [(100 - _LEVEL) / 2, (100 + _LEVEL) / 2])
        return float(low), float(high)
