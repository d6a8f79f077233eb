"""Persons: which appearances are one person, which may be, and which only share a name.

Appearances whose names may be one person's (`graph.resolve.naming`) are compared by what is known of them
(`graph.resolve.likeness`) and joined where that is enough (`graph.resolve.linkage`). A given name or a
surname alone says so little that it is followed only through the copies of one story. What a person decided
comes before all of this.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from graph.resolve.features import MERGE, REVIEW, Feature, score, weighed
from graph.resolve.groups import Groups, pairs
from graph.resolve.likeness import Facts, Told, compare
from graph.resolve.linkage import Pair, between, link
from graph.resolve.naming import Naming, agreement
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


@dataclass(frozen=True, slots=True)
class _Node:
    """Appearances that are surely one: alike in all that is said of them, or so decided."""

    id: str
    appearances: tuple[str, ...]
    articles: frozenset[str]
    names: frozenset[Naming]
    facts: Facts


def persons(
    appearances: Iterable[Appearance], told: Mapping[str, Told], decided: Iterable[Decided] = ()
) -> Persons:
    """Return the persons that `appearances` are of; `told` says what an article tells."""
    by_id = {appearance.id: appearance for appearance in appearances}
    same, different = _decisions(decided, by_id)
    nodes = {node.id: node for node in _nodes(by_id, told, same, different)}
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


# --- what is compared ---


@dataclass(frozen=True, slots=True)
class _Seen:
    """An appearance as it is compared."""

    id: str
    article: str
    name: Naming
    facts: Facts


def _nodes(
    by_id: Mapping[str, Appearance], told: Mapping[str, Told], same: Groups, different: set[Pair]
) -> Iterator[_Node]:
    """Yield what is compared: appearances that nobody decided upon and that are alike, as one."""
    seen = {id: _seen(appearance, told[appearance.article]) for id, appearance in by_id.items()}
    alone = {id for pair in different for id in pair}
    alike: dict[object, list[str]] = defaultdict(list)
    sure: dict[object, bool] = {}
    for id, members in same.all().items():
        if len(members) > 1 or id in alone:
            alike[id] += members
            continue
        name, facts = seen[id].name, seen[id].facts.own()
        if (name, facts) not in sure:
            features = *agreement(name, name), *weighed(compare(facts, facts))
            sure[name, facts] = score(features) >= MERGE
        alike[(name, facts) if sure[name, facts] else id].append(id)
    for members in alike.values():
        yield _node([seen[id] for id in sorted(members)])


def _seen(appearance: Appearance, told: Told) -> _Seen:
    name = Naming.of(appearance, told.story)
    return _Seen(appearance.id, appearance.article, name, Facts.of(appearance, told))


def _node(members: Sequence[_Seen]) -> _Node:
    return _Node(
        id=members[0].id,
        appearances=tuple(member.id for member in members),
        articles=frozenset(member.article for member in members),
        names=frozenset(member.name for member in members),
        facts=Facts.together(member.facts for member in members),
    )


@dataclass(frozen=True, slots=True)
class _Component:
    """Nodes whose names may be one person's, directly or through others, in order; and the pairs compared."""

    ids: list[str]
    pairs: dict[Pair, tuple[Feature, ...]]


def _components(nodes: Mapping[str, _Node]) -> Iterator[_Component]:
    compared = dict(_compared(nodes))
    groups = Groups(nodes)
    for one, other in compared:
        groups.join(one, other)
    found: dict[str, dict[Pair, tuple[Feature, ...]]] = defaultdict(dict)
    for pair, features in compared.items():
        found[groups.of(pair[0])][pair] = features
    for id, members in groups.all().items():
        yield _Component(members, found.get(id, {}))


def _compared(nodes: Mapping[str, _Node]) -> Iterator[tuple[Pair, tuple[Feature, ...]]]:
    """Yield every two nodes whose names may be one person's, with what speaks for and against it."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for node in nodes.values():
        for name in node.names:
            for key in name.keys:
                blocks[key].add(node.id)
    seen = set[Pair]()
    for block in blocks.values():
        for pair in pairs(sorted(block)):
            if pair not in seen:
                seen.add(pair)
                one, other = nodes[pair[0]], nodes[pair[1]]
                named = _agreement(one, other)
                if named:
                    yield pair, (*named, *weighed(compare(one.facts, other.facts)))


def _agreement(one: _Node, other: _Node) -> tuple[Feature, ...]:
    """Return how the names of two nodes agree best; a node has several where somebody decided so."""
    found = (agreement(a, b) for a, b in product(one.names, other.names))
    return max(found, key=lambda features: (score(features) if features else -math.inf, features))


def _side_by_side(nodes: Mapping[str, _Node], pair: Pair) -> bool:
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
    component: _Component, groups: Groups, apart: set[Pair], nodes: Mapping[str, _Node]
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
