"""What is compared: appearances that are surely alike as one node, and the nodes whose names may be one's."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.resolve.features import MERGE, Feature, score, weighed
from graph.resolve.groups import Groups, pairs
from graph.resolve.likeness import Facts, Told, compare
from graph.resolve.linkage import Pair
from graph.resolve.naming import Naming, agreement
from graph.resolve.observed import Appearance


@dataclass(frozen=True, slots=True)
class Node:
    """Appearances that are surely one: alike in all that is said of them, or so decided."""

    id: str
    appearances: tuple[str, ...]
    articles: frozenset[str]
    names: frozenset[Naming]
    facts: Facts


@dataclass(frozen=True, slots=True)
class _Seen:
    """An appearance as it is compared."""

    id: str
    article: str
    name: Naming
    facts: Facts


def nodes(
    by_id: Mapping[str, Appearance], told: Mapping[str, Told], same: Groups, different: Collection[Pair] = ()
) -> Iterator[Node]:
    """Yield what is compared: appearances that nobody decided upon and that are alike, as one.

    `same` groups the appearances that somebody decided are one person's, `different` are pairs decided to be
    two people's.
    """
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


def _node(members: Sequence[_Seen]) -> Node:
    return Node(
        id=members[0].id,
        appearances=tuple(member.id for member in members),
        articles=frozenset(member.article for member in members),
        names=frozenset(member.name for member in members),
        facts=Facts.together(member.facts for member in members),
    )


def compared(nodes: Mapping[str, Node]) -> Iterator[tuple[Pair, tuple[Feature, ...]]]:
    """Yield every two nodes whose names may be one person's, with what speaks for and against it."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for node in nodes.values():
        for key in {key for name in node.names for key in name.keys}:
            blocks[key].append(node.id)
    seen = set[Pair]()
    for block in blocks.values():
        if len(block) == 1:
            continue
        for pair in pairs(sorted(block)):
            if pair not in seen:
                seen.add(pair)
                one, other = nodes[pair[0]], nodes[pair[1]]
                named = _agreement(one, other)
                if named:
                    yield pair, (*named, *weighed(compare(one.facts, other.facts)))


def _agreement(one: Node, other: Node) -> tuple[Feature, ...]:
    """Return how the names of two nodes agree best; a node has several where somebody decided so."""
    found = [agreement(a, b) for a in one.names for b in other.names]
    return found[0] if len(found) == 1 else max(found, key=_best)


def _best(features: tuple[Feature, ...]) -> tuple[float, tuple[Feature, ...]]:
    return (score(features) if features else -math.inf), features
