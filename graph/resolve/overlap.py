"""Sets that are much alike, found without comparing each with each."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from typing import Any


def alike(sets: Mapping[str, frozenset[Any]], contained: float, jaccard: float) -> Iterator[tuple[str, str]]:
    """Yield the ids, in order, of every two sets that share enough.

    Enough is at least `contained` of the smaller and `jaccard` of both together. Two such sets share one
    of the rarest members of the smaller: only those are looked up, so that what stands in every set, such
    as the small print of a publication, costs nothing.
    """
    ranks = _by_rarity(sets)
    order = sorted(sets, key=lambda id: (len(sets[id]), id))
    larger: dict[Hashable, list[str]] = defaultdict(list)
    for id in reversed(order):
        members = sets[id]
        if not members:
            continue
        size = len(members)
        least = math.ceil(max(contained, jaccard) * size)
        rarest = sorted(members, key=ranks.__getitem__)[: size - least + 1]
        found = {other for member in rarest for other in larger.get(member, ())}
        for other in found:
            # Two sets of unequal size share at most the smaller one.
            if size < jaccard * len(sets[other]):
                continue
            shared = len(members & sets[other])
            if shared >= contained * size and shared >= jaccard * (size + len(sets[other]) - shared):
                yield (id, other) if id < other else (other, id)
        for member in members:
            larger[member].append(id)


def _by_rarity(sets: Mapping[str, frozenset[Any]]) -> dict[Hashable, tuple[int, Any]]:
    counts = Counter(member for members in sets.values() for member in members)
    return {member: (count, member) for member, count in counts.items()}
