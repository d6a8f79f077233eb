"""Sets that are much alike, found without comparing each with each."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping
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


def weighed(bags: Mapping[str, Mapping[str, float]], jaccard: float) -> Iterator[tuple[str, str, float]]:
    """Yield the ids, in order, of every two bags that share `jaccard` of the weight of both, and that share.

    A member weighs the same in all bags. Of the smaller of two such bags one of the rarest members that
    together weigh more than what may be lacking is in the other: only those are looked up.
    """
    ranks = _by_rarity(bags)
    weights = {id: sum(bag.values()) for id, bag in bags.items()}
    heavier: dict[str, list[str]] = defaultdict(list)
    for id in sorted(bags, key=lambda id: (-weights[id], id)):
        bag, weight = bags[id], weights[id]
        left, found = weight, set[str]()
        for member in sorted(bag, key=ranks.__getitem__):
            if left < jaccard * weight - _ROUNDING:
                break
            found.update(heavier.get(member, ()))
            left -= bag[member]
        for other in found:
            if weight < jaccard * weights[other] - _ROUNDING:
                continue
            shared = sum(worth for member, worth in bag.items() if member in bags[other])
            share = shared / (weight + weights[other] - shared)
            if share >= jaccard - _ROUNDING:
                yield (id, other, share) if id < other else (other, id, share)
        for member in bag:
            heavier[member].append(id)


# Sums of the same numbers in another order differ by less.
_ROUNDING = 1e-9


def _by_rarity(sets: Mapping[str, Collection[Any]]) -> dict[Hashable, tuple[int, Any]]:
    counts = Counter(member for members in sets.values() for member in members)
    return {member: (count, member) for member, count in counts.items()}
