"""Persons: which appearances are one person, which may be, and which only share a name.

Appearances of one full name are one person unless something contradicts (`graph.resolve.likeness`). A
given name or a surname alone says so little that it is followed only through the copies of one story.
What a person decided comes before all of this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.resolve import likeness
from graph.resolve.gathering import gather
from graph.resolve.groups import Groups, pairs
from graph.resolve.likeness import Facts, Told
from graph.resolve.observed import Appearance, Decided


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two appearances, of two persons, that may be of one: the score and the features it is the sum of."""

    one: str
    other: str
    score: float
    features: tuple[str, ...]

    def weighed(self) -> tuple[tuple[str, float], ...]:
        """Return the features with their weights."""
        return tuple((feature, likeness.WEIGHTS[feature]) for feature in self.features)


@dataclass(frozen=True, slots=True)
class Persons:
    """The appearances of each person, by the smallest of them; who may be one; who share a full name."""

    members: dict[str, list[str]]
    candidates: tuple[Candidate, ...]
    namesakes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Node:
    """Appearances that are surely one: alike in every fact, or so decided."""

    id: str
    appearances: tuple[str, ...]
    keys: frozenset[str]
    articles: frozenset[str]
    facts: Facts


def persons(
    appearances: Iterable[Appearance], told: Mapping[str, Told], decided: Iterable[Decided] = ()
) -> Persons:
    """Return the persons that `appearances` are of; `told` says what an article tells."""
    by_id = {appearance.id: appearance for appearance in appearances}
    same, different = _decisions(decided, by_id)
    members = Groups(by_id)
    candidates: list[Candidate] = []
    for block in _blocks(_nodes(by_id, told, same, different)):
        candidates += _gather(block, different, members)
    found = members.all()
    candidates += _of_like_names(found, by_id, told, different)
    return Persons(found, _best(candidates, members), tuple(_namesakes(found, by_id)))


def is_full(appearance: Appearance) -> bool:
    """Whether a name is a full one. "Anna", "Smit" and "Mohammed B." are shared by too many."""
    return bool(appearance.given or appearance.initials) and len((appearance.surname or "").rstrip(".")) > 1


def _decisions(
    decided: Iterable[Decided], known: Mapping[str, Appearance]
) -> tuple[Groups, set[tuple[str, str]]]:
    """Return the appearances decided to be the same, grouped, and the pairs decided to be different."""
    same, different = Groups(known), set[tuple[str, str]]()
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


def _nodes(
    by_id: Mapping[str, Appearance],
    told: Mapping[str, Told],
    same: Groups,
    different: set[tuple[str, str]],
) -> list[_Node]:
    """Return what is compared. Appearances alike in every fact are compared as one, unless decided upon."""
    alone = {id for pair in different for id in pair}
    alike: dict[object, list[str]] = defaultdict(list)
    for id, members in same.all().items():
        appearance = by_id[id]
        key = _key(appearance, told)
        facts = Facts.of(appearance, Told("", told[appearance.article].subject))
        alike[id if len(members) > 1 or id in alone else (key, facts)] += members
    return [_node([by_id[id] for id in sorted(members)], told) for members in alike.values()]


def _node(members: list[Appearance], told: Mapping[str, Told]) -> _Node:
    return _Node(
        id=members[0].id,
        appearances=tuple(member.id for member in members),
        keys=frozenset(_key(member, told) for member in members),
        articles=frozenset(member.article for member in members),
        facts=Facts.together(Facts.of(member, told[member.article]) for member in members),
    )


def _key(appearance: Appearance, told: Mapping[str, Told]) -> str:
    """Return the key under which an appearance is compared: its full name, else its name in its story."""
    name = appearance.name_keys[0]
    return name if is_full(appearance) else f"{name}\n{told[appearance.article].story}"


def _blocks(nodes: list[_Node]) -> Iterator[list[_Node]]:
    """Yield the nodes that share a key, directly or through others, each block in order of id."""
    by_id = {node.id: node for node in nodes}
    groups, first = Groups(by_id), dict[str, str]()
    for node in nodes:
        for key in node.keys:
            groups.join(first.setdefault(key, node.id), node.id)
    for members in groups.all().values():
        yield [by_id[id] for id in members]


def _gather(block: list[_Node], different: set[tuple[str, str]], members: Groups) -> list[Candidate]:
    """Join in `members` the appearances of a block that are one person; return the pairs compared."""
    for node in block:
        for id in node.appearances:
            members.join(node.id, id)
    by_id = {node.id: node for node in block}
    features = {
        (one, other): ("same_name", *likeness.compare(by_id[one].facts, by_id[other].facts))
        for one, other in pairs(list(by_id))
        if by_id[one].keys & by_id[other].keys
    }
    scores = {pair: likeness.score(found) for pair, found in features.items()}
    apart = {pair for pair in pairs(list(by_id)) if _apart(by_id, pair, scores, different)}
    sure = {pair: score for pair, score in scores.items() if score > likeness.SURE}
    groups = gather(by_id, sure, apart)
    for id in by_id:
        members.join(groups.of(id), id)
    return [
        Candidate(one, other, scores[one, other], found)
        for (one, other), found in features.items()
        if groups.of(one) != groups.of(other) and not _decided_apart(by_id[one], by_id[other], different)
    ]


def _apart(
    by_id: Mapping[str, _Node],
    pair: tuple[str, str],
    scores: Mapping[tuple[str, str], float],
    different: set[tuple[str, str]],
) -> bool:
    """Whether two nodes are not one person: too unlike, in one article, or so decided."""
    one, other = by_id[pair[0]], by_id[pair[1]]
    if scores.get(pair, 1.0) <= likeness.SURE or one.articles & other.articles:
        return True
    return _decided_apart(one, other, different)


def _decided_apart(one: _Node, other: _Node, different: set[tuple[str, str]]) -> bool:
    return bool(different) and any(
        (min(a, b), max(a, b)) in different for a in one.appearances for b in other.appearances
    )


def _of_like_names(
    found: Mapping[str, list[str]],
    by_id: Mapping[str, Appearance],
    told: Mapping[str, Told],
    different: set[tuple[str, str]],
) -> Iterator[Candidate]:
    """Yield persons whose full names differ and may be one: initials that fit, spellings that sound alike."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for person, members in found.items():
        for id in members:
            if is_full(by_id[id]):
                for key in by_id[id].name_keys[1:]:
                    blocks[key].add(person)
    compared: dict[tuple[str, str], str] = {}
    for key, block in sorted(blocks.items()):
        for one, other in pairs(sorted(block)):
            how = _likeness_of_names(by_id[one], by_id[other], key)
            if how:
                compared.setdefault((one, other), how)
    nodes = {id: _node([by_id[member] for member in found[id]], told) for pair in compared for id in pair}
    for (one, other), how in compared.items():
        first, second = nodes[one], nodes[other]
        if not (first.articles & second.articles or _decided_apart(first, second, different)):
            features = (how, *likeness.compare(first.facts, second.facts))
            yield Candidate(one, other, likeness.score(features), features)


def _likeness_of_names(one: Appearance, other: Appearance, key: str) -> str | None:
    """Return the feature of two names that share `key`, None if they are one name or two different ones."""
    if one.name_keys[0] == other.name_keys[0]:
        return None
    if key.startswith("~"):
        return "sounds_alike"
    return "initials_fit" if bool(one.given) != bool(other.given) else None


def _best(candidates: Iterable[Candidate], members: Groups) -> tuple[Candidate, ...]:
    """Return the likeliest candidate of every two persons, in order; what is too unlikely is left out."""
    best: dict[tuple[str, str], Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.one, c.other)):
        if candidate.score > likeness.DOUBTFUL:
            one, other = sorted((members.of(candidate.one), members.of(candidate.other)))
            best.setdefault((one, other), candidate)
    return tuple(sorted(best.values(), key=lambda c: (c.one, c.other)))


def _namesakes(found: Mapping[str, list[str]], by_id: Mapping[str, Appearance]) -> Iterator[tuple[str, str]]:
    """Yield every two persons who share a full name, from the smaller id."""
    named: dict[str, set[str]] = defaultdict(set)
    for person, members in found.items():
        for id in members:
            if is_full(by_id[id]):
                named[by_id[id].name_keys[0]].add(person)
    yield from sorted({pair for people in named.values() for pair in pairs(sorted(people))})
