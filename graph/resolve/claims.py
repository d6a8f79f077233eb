"""Claims: which sentences, of which articles, say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.resolve.groups import Groups
from graph.resolve.observed import Sentence
from graph.resolve.overlap import alike

# Sentences of fewer content words are said by everyone ("dat is natuurlijk heel mooi").
LEAST = 6
# Four fifths of the content words of both together: one word in six may differ, as when it is quoted anew.
JACCARD = 0.8


@dataclass(frozen=True, slots=True)
class Claim:
    """Sentences that say the same, each with how like the claim's own one it is; `id` is the smallest."""

    id: str
    text: str
    sentences: tuple[tuple[str, float], ...]
    articles: tuple[str, ...]
    stories: tuple[str, ...]
    persons: tuple[str, ...]


def claims(
    sentences: Iterable[Sentence], stories: Mapping[str, str], persons: Mapping[str, str]
) -> list[Claim]:
    """Return the claims that `sentences` of at least two articles make.

    `stories` gives the story of an article, `persons` the person of an appearance. A sentence that the
    copies of one story repeat from one mouth is no claim; from two mouths it is.
    """
    by_id = {s.id: s for s in sentences if len(set(s.words)) >= LEAST}
    groups = Groups(by_id)
    # Sentences with other numbers, or of which only one is denied, do not say the same.
    comparable: dict[tuple[tuple[str, ...], bool], dict[str, frozenset[str]]] = defaultdict(dict)
    for id, sentence in by_id.items():
        comparable[tuple(sorted(sentence.numbers)), sentence.negated][id] = frozenset(sentence.words)
    for words in comparable.values():
        for one, other in alike(words, JACCARD, JACCARD):
            groups.join(one, other)
    found = []
    for members in groups.all().values():
        if len(members) > 1:
            claim = _claim([by_id[id] for id in members], stories, persons)
            if len(claim.articles) > 1 and (len(claim.stories) > 1 or len(claim.persons) > 1):
                found.append(claim)
    return found


def _claim(members: list[Sentence], stories: Mapping[str, str], persons: Mapping[str, str]) -> Claim:
    own = members[0]
    words = frozenset(own.words)
    return Claim(
        id=own.id,
        text=own.text,
        sentences=tuple((s.id, round(_jaccard(words, frozenset(s.words)), 3)) for s in members),
        articles=tuple(sorted({s.article for s in members})),
        stories=tuple(sorted({stories[s.article] for s in members})),
        persons=tuple(sorted({persons[s.appearance] for s in members if s.appearance})),
    )


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
