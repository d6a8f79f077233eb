"""MinHash: what it takes for alike, and what it leaves apart."""

from __future__ import annotations

from bench import minhash


def numbered(first: int, last: int) -> list[str]:
    return [f"woord {number}" for number in range(first, last)]


def test_sets_that_share_most_are_one_group_and_others_are_not() -> None:
    sets = {"a": numbered(0, 100), "b": numbered(5, 105), "c": numbered(80, 180), "d": numbered(500, 600)}
    groups = minhash.groups(sets)
    assert groups["a"] == groups["b"]
    assert len(set(groups.values())) == 3


def test_the_threshold_decides_between_nearer_and_farther() -> None:
    sets = {"a": numbered(0, 100), "b": numbered(20, 120)}  # Jaccard's measure is two thirds
    assert len(set(minhash.groups(sets, threshold=0.5).values())) == 1
    assert len(set(minhash.groups(sets, threshold=0.85).values())) == 2


def test_what_is_empty_is_like_nothing() -> None:
    assert minhash.groups({"a": [], "b": []}) == {"a": "a", "b": "b"}
