"""Groups what is alike by MinHash with bands, the usual way to near-duplicates: a baseline.

Broder's minhashes (1997) estimate Jaccard's measure of two sets; sets that agree in a whole band of them are
compared (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4), and joined when the estimate
reaches the threshold. Groups are what is joined, directly or through others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

import numpy as np

from graph.resolve.groups import Groups

# 128 hashes in 32 bands of 4: sets with a measure of .5 are compared with probability .87, of .8 always.
HASHES, BANDS = 128, 32
THRESHOLD = 0.5


def groups(sets: Mapping[str, Collection[Hashable]], threshold: float = THRESHOLD) -> dict[str, str]:
    """Return the group of each of `sets`, by the smallest id in it; an empty set is alone."""
    made = Groups(sets)
    signatures = {id: _signature(members) for id, members in sets.items() if members}
    compared = set[tuple[str, str]]()
    for band in range(BANDS):
        rows = slice(band * HASHES // BANDS, (band + 1) * HASHES // BANDS)
        buckets: dict[bytes, list[str]] = defaultdict(list)
        for id, signature in signatures.items():
            buckets[signature[rows].tobytes()].append(id)
        for bucket in buckets.values():
            for pair in combinations(sorted(bucket), 2):
                if pair not in compared:
                    compared.add(pair)
                    if np.mean(signatures[pair[0]] == signatures[pair[1]]) >= threshold:
                        made.join(*pair)
    return {id: made.of(id) for id in sets}


_random = np.random.default_rng(1)
_FACTORS = _random.integers(0, 1 << 64, HASHES, dtype=np.uint64) | np.uint64(1)
_OFFSETS = _random.integers(0, 1 << 64, HASHES, dtype=np.uint64)


def _signature(members: Collection[Hashable]) -> np.ndarray:
    hashed = np.array([_hash(member) for member in members], dtype=np.uint64)
    # Modulo 2**64: the product wraps around.
    return (hashed[:, None] * _FACTORS + _OFFSETS).min(axis=0)


@lru_cache(maxsize=1 << 18)
def _hash(member: Hashable) -> int:
    return int.from_bytes(blake2b(str(member).encode(), digest_size=8).digest(), "big")
