"""Persons: which appearances are one person, which may be, and which only share a name.

Appearances whose names may be one person's (`graph.resolve.naming`) are compared by what is known of them
(`graph.resolve.comparing`, `likeness`) and joined where that is enough (`linkage`). A given name or a
surname alone says so little that it is followed only through the copies of one story. What a person decided
comes before all of this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.resolve import comparing
from graph.resolve.comparing import Node
from graph.resolve.features import REVIEW, Feature, score
from graph.resolve.groups import Groups
from graph.resolve.likeness import Told
from graph.resolve.linkage import Pair, between, link
from graph.resolve.observed import Appearance, Decided


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two persons, the smaller id first, and what speaks for and against their being one."""

    one: str
    other: str
    features: tuple[Feature, ...]

    @property
    def score(self) -> float:
        """The odds of their being one, in bits."""
        return score(self.features)


@dataclass(frozen=True, slots=True)
class Persons:
    """The appearances of each person, by the smallest of them; who may be one; who share a full name."""

    members: dict[str, list[str]]
    candidates: tuple[Likeness, ...]
    namesakes: tuple[Likeness, ...]


def persons(
    appearances: Iterable[Appearance], told: Mapping[str, Told], decided: Iterable[Decided] = ()
) -> Persons:
    """Return the persons that `appearances` are of; `told` says what an article tells."""
    by_id = {appearance.id: appearance for appearance in appearances}
    same, different = _decisions(decided, by_id)
    nodes = {node.id: node for node in comparing.nodes(by_id, told, same, different)}
    members = Groups(by_id)
    for node in nodes.values():
        for id in node.appearances:
            members.join(node.id, id)
    parted = {_pair(members.of(one), members.of(other)) for one, other in different}
    candidates, namesakes = list[Likeness](), list[Likeness]()
    for component in _components(nodes):
        apart = {pair for pair in component.pairs if pair in parted or _side_by_side(nodes, pair)}
        sizes = {id: len(nodes[id].articles) for id in component.ids}
        groups = link(sizes, component.pairs, apart)
        for id in component.ids:
            members.join(groups.of(id), id)
        for found in _told_apart(component, groups, apart, nodes):
            if found.possible and found.likeness.score >= REVIEW:
                candidates.append(found.likeness)
            if found.named_alike:
                namesakes.append(found.likeness)
    return Persons(members.all(), _in_order(candidates), _in_order(namesakes))


def _in_order(found: Iterable[Likeness]) -> tuple[Likeness, ...]:
    return tuple(sorted(found, key=lambda likeness: (likeness.one, likeness.other)))


def _decisions(decided: Iterable[Decided], known: Mapping[str, Appearance]) -> tuple[Groups, set[Pair]]:
    """Return the appearances decided to be the same, grouped, and the pairs decided to be different."""
    same, different = Groups(known), set[Pair]()
    sides: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    together: dict[str, list[str]] = defaultdict(list)
    for row in decided:
        if row.appearance not in known:
            continue
        if row.kind == "same":
            together[row.decision].append(row.appearance)
        elif row.kind == "different":
            sides[row.decision][1 if row.side else 0].append(row.appearance)
    for ids in together.values():
        for one, other in pairwise(ids):
            same.join(one, other)
    for first, second in sides.values():
        different |= {(min(a, b), max(a, b)) for a in first for b in second if a != b}
    return same, different


# --- components ---


@dataclass(frozen=True, slots=True)
class _Component:
    """Nodes whose names may be one person's, directly or through others, in order; and the pairs compared."""

    ids: list[str]
    pairs: dict[Pair, tuple[Feature, ...]]


def _components(nodes: Mapping[str, Node]) -> Iterator[_Component]:
    compared = dict(comparing.compared(nodes))
    groups = Groups(nodes)
    for one, other in compared:
        groups.join(one, other)
    found: dict[str, dict[Pair, tuple[Feature, ...]]] = defaultdict(dict)
    for pair, features in compared.items():
        found[groups.of(pair[0])][pair] = features
    for id, members in groups.all().items():
        yield _Component(members, found.get(id, {}))


def _side_by_side(nodes: Mapping[str, Node], pair: Pair) -> bool:
    return not nodes[pair[0]].articles.isdisjoint(nodes[pair[1]].articles)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


# --- what is told of who was not joined ---


@dataclass(frozen=True, slots=True)
class _Apart:
    """Two persons who were compared; whether they may be one, and whether they share a full name."""

    likeness: Likeness
    possible: bool
    named_alike: bool


def _told_apart(
    component: _Component, groups: Groups, apart: set[Pair], nodes: Mapping[str, Node]
) -> Iterator[_Apart]:
    """Yield every two persons of a component some of whose members were compared."""
    members = groups.all()
    names = {
        person: {name.full for id in ids for name in nodes[id].names if not name.story}
        for person, ids in members.items()
    }
    persons = {_pair(groups.of(one), groups.of(other)) for one, other in component.pairs}
    for one, other in sorted(persons):
        if one != other:
            across = {_pair(a, b) for a in members[one] for b in members[other]}
            likeness = Likeness(one, other, between(across, component.pairs))
            possible = across <= component.pairs.keys() and across.isdisjoint(apart)
            yield _Apart(likeness, possible, not names[one].isdisjoint(names[other]))
