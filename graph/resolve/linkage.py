"""Persons from pairs: whoever is likely one is joined, the likeliest first, and the doubtful with neither.

Two groups are compared by what is said of all their members: in each field the mean over those pairs of
members of which both say something (average linkage, field by field), so that a group's employer counts
against another's, whoever of it has one, and one misread role among many counts for little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from graph.resolve.features import FIELD, FIELDS, MARGIN, MERGE, Feature, score
from graph.resolve.groups import Groups

Pair = tuple[str, str]
# What speaks for and against two, in order of id, being one. Two who are not in it are two people.
Pairs = Mapping[Pair, Sequence[Feature]]


def link(sizes: Mapping[str, int], pairs: Pairs, apart: Collection[Pair]) -> Groups:
    """Return ids in groups of which every two members are in `pairs` and no two are `apart`.

    `sizes` gives, in order of id, in how many articles each is.

    The likeliest two groups are joined first, and of equal ones those with the smallest ids. Whoever fits two
    groups that are apart about equally well is joined with neither. The result is the same in whatever order
    pairs come: weights are multiples of a sixteenth, of which sums are exact.
    """
    if not any(score(features) >= MERGE for features in pairs.values()):
        return Groups(sizes)
    return _Linkage(sizes, pairs, apart).groups()


class _Linkage:
    """The groups of one component while they are being joined; a group goes by the row of its smallest id.

    `open` holds the scores of two groups that may be joined, at the smaller one's row and the other's column.
    `blocked` lists by row what is not joined because of the group of that row.
    """

    def __init__(self, sizes: Mapping[str, int], pairs: Pairs, apart: Collection[Pair]) -> None:
        self.ids, self.sizes = list(sizes), np.array(list(sizes.values()), dtype=float)
        rows = {id: row for row, id in enumerate(sizes)}
        self.columns = {field: n for n, field in enumerate(FIELDS)}
        shape = len(FIELDS), len(rows), len(rows)
        self.sums, self.counts = np.zeros(shape), np.zeros(shape)
        self.apart = np.ones(shape[1:], dtype=bool)
        for (one, other), features in pairs.items():
            a, b = rows[one], rows[other]
            self.apart[a, b] = self.apart[b, a] = (one, other) in apart
            for feature in features:
                field = self.columns[FIELD[feature.name]]
                self.sums[field, [a, b], [b, a]] += feature.weight
                self.counts[field, [a, b], [b, a]] = 1
        self.scores = np.where(self.apart, -np.inf, self.sums.sum(axis=0))
        self.open = np.where(self.scores >= MERGE, self.scores, -np.inf)
        self.open[np.tril_indices(len(rows))] = -np.inf
        self.blocked: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def groups(self) -> Groups:
        """Join what is to be joined; return the groups."""
        groups = Groups(self.ids)
        while (best := self._best()) is not None:
            groups.join(self.ids[best[0]], self.ids[best[1]])
            self._join(*best)
        return groups

    def _best(self) -> tuple[int, int] | None:
        """Return the likeliest two groups that nothing blocks, the smaller first; None if none are left."""
        while True:
            one, other = divmod(int(np.argmax(self.open)), len(self.ids))
            if self.open[one, other] < MERGE:
                return None
            rival = self._rival(one, other)
            rival = self._rival(other, one) if rival is None else rival
            if rival is None:
                return one, other
            self.open[one, other] = -np.inf
            self.blocked[rival].append((one, other))

    def _rival(self, one: int, other: int) -> int | None:
        """Return a group that `one` fits about as well as `other`, and that is not one with `other`."""
        fit = self.scores[one] + np.log2(self.sizes)
        rivals = (fit > fit[other] - MARGIN) & (self.scores[one] >= MERGE) & (self.scores[other] < MERGE)
        rivals[other] = False
        return int(np.argmax(rivals)) if rivals.any() else None

    def _join(self, one: int, other: int) -> None:
        self.sizes[one] += self.sizes[other]
        for table in (self.sums, self.counts):
            table[:, one] += table[:, other]
            table[:, :, one] = table[:, one]
        self.apart[one] |= self.apart[other]
        self.apart[one, one] = self.apart[other] = self.apart[:, other] = True
        self.apart[:, one] = self.apart[one]
        means = self.sums[:, one] / np.maximum(self.counts[:, one], 1)
        self.scores[one] = self.scores[:, one] = np.where(self.apart[one], -np.inf, means.sum(axis=0))
        self.scores[other] = self.scores[:, other] = -np.inf
        self.open[other] = self.open[:, other] = -np.inf
        again = [pair for row in (one, other) for pair in self.blocked.pop(row, ())]
        for row in range(len(self.ids)):
            again.append((min(one, row), max(one, row)))
        for a, b in again:
            if a != b:
                self.open[a, b] = self.scores[a, b] if self.scores[a, b] >= MERGE else -np.inf


def between(across: Iterable[Pair], pairs: Pairs) -> tuple[Feature, ...]:
    """Return what speaks for and against two groups being one: of each field the mean, as `link` takes it.

    `across` are the pairs of a member of each. A field goes by its most frequent feature, of equally frequent
    ones by what speaks most against.
    """
    said: dict[str, list[Feature]] = defaultdict(list)
    saying: Counter[str] = Counter()
    for pair in across:
        features = pairs.get(pair, ())
        saying.update({FIELD[feature.name] for feature in features})
        for feature in features:
            said[FIELD[feature.name]].append(feature)
    return tuple(_mean(said[field], saying[field]) for field in FIELDS if field in said)


def _mean(features: Sequence[Feature], pairs: int) -> Feature:
    counts = Counter(feature.name for feature in features)
    name = min(features, key=lambda feature: (-counts[feature.name], feature.weight, feature.name)).name
    return Feature(name, score(features) / pairs)
