"""Gathering what belongs together when some of it is known not to: the same in whatever order it comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.resolve.groups import Groups

Pair = tuple[str, str]


def gather(ids: Iterable[str], scores: Mapping[Pair, float], apart: Collection[Pair]) -> Groups:
    """Return `ids` in groups of which no two are `apart`; `scores` gives the pairs that may be joined.

    The highest scores are joined first, and of equal ones the pair with the smallest ids. Whoever fits two
    that are apart equally well is joined with neither.
    """
    groups = Groups(ids)
    foes = _partners(apart)
    sure = {pair: score for pair, score in scores.items() if pair not in apart}
    # By the smallest id of each group: all of it, and all that are apart from one of it.
    members: dict[str, set[str]] = defaultdict(set)
    against: dict[str, set[str]] = defaultdict(set)
    for id in groups.all():
        members[id], against[id] = {id}, set(foes[id])
    for one, other in _clear(sure, foes):
        first, second = sorted((groups.of(one), groups.of(other)))
        if first != second and against[first].isdisjoint(members[second]):
            groups.join(first, second)
            members[first] |= members.pop(second)
            against[first] |= against.pop(second)
    return groups


def _partners(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    partners: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        partners[one].add(other)
        partners[other].add(one)
    return partners


def _clear(sure: Mapping[Pair, float], foes: Mapping[str, set[str]]) -> list[Pair]:
    """Return the pairs to join in order, without those of which one fits a foe of the other as well."""
    fitting = _fitting(sure) if any(foes.values()) else {}

    def rivalled(id: str, partner: str, score: float) -> bool:
        return bool(foes[partner]) and not foes[partner].isdisjoint(fitting[id][score])

    clear = (
        (-score, pair)
        for pair, score in sure.items()
        if not (rivalled(*pair, score) or rivalled(pair[1], pair[0], score))
    )
    return [pair for _, pair in sorted(clear)]


def _fitting(sure: Mapping[Pair, float]) -> dict[str, dict[float, set[str]]]:
    """Return for each id and score with whom it has that score or a higher one."""
    by_score: dict[str, dict[float, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (one, other), score in sure.items():
        by_score[one][score].add(other)
        by_score[other][score].add(one)
    for scores in by_score.values():
        fitting = set[str]()
        for score in sorted(scores, reverse=True):
            fitting = fitting | scores[score]
            scores[score] = fitting
    return by_score
