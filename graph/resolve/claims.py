"""Claims: which sentences, of which articles, say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.resolve.groups import Groups
from graph.resolve.observed import Sentence
from graph.resolve.overlap import weighed

# What two sentences share has to be rarer than one in 2**LEAST sentences: "Dat is natuurlijk heel mooi" and
# "Die conclusie kun je wel trekken" (26 bits) are said by everyone.
LEAST = 32.0
# Word for word the same is said by chance less often.
LEAST_VERBATIM = 26.0
# So much of that is other than names: these say what a sentence is about, and "het EK in Saudi-Arabië" makes
# no two sentences say the same.
LEAST_TOLD = 24.0
# They share this much of what both hold, by rarity; and the one that lacks less of the other lacks no more
# than a common word: an edit adds words, and another word in place of one makes another claim. In an invented
# newsroom of 10,000 articles to tune on .486 of the rewordings are found so, and .974 of all pairs are right;
# with 10 bits .543 and .927, with 6 .408 and .986.
SHARE = 0.5
OTHER = 8.0
# A digit that is not a final zero says as much as one of ten: 12 is rarer than 10.
DIGIT = 3.3
# With a scorer, pairs that share less are looked at too.
SHARE_TO_ASK = 0.25


class Scorer(Protocol):
    """Judges whether sentences mean the same: takes pairs of texts, gives a score for each.

    Pairs with `least` or more are the same claim. It is asked of those pairs only whose words leave it open,
    and whose numbers, names and negation agree.
    """

    least: float

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """Return how much each pair means the same."""
        ...


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
    sentences: Iterable[Sentence],
    stories: Mapping[str, str],
    persons: Mapping[str, str],
    scorer: Scorer | None = None,
) -> list[Claim]:
    """Return the claims that `sentences` of at least two articles make.

    `stories` gives the story of an article, `persons` the person of an appearance. A sentence that the
    copies of one story repeat from one mouth is no claim; from two mouths it is. Whether two sentences say
    the same depends on these two alone: they have the same numbers, both or neither are denied, and, without
    a scorer, they share one of the `leads` of either.
    """
    by_id = _telling(sentences)
    groups = Groups(by_id)
    for one, other in _pairs(by_id, scorer):
        groups.join(one, other)
    found = []
    for members in groups.all().values():
        if len(members) > 1:
            claim = _claim([by_id[id] for id in members], stories, persons)
            if len(claim.articles) > 1 and (len(claim.stories) > 1 or len(claim.persons) > 1):
                found.append(claim)
    return found


def repeated(
    new: Iterable[Sentence], known: Iterable[Sentence], scorer: Scorer | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the ids of each of `new` and each of `known` that say the same, by the rules of `claims`.

    No id is in both. Of `known` those that share none of the `leads` of `new` may be left out.
    """
    ours, theirs = _telling(new), _telling(known)
    for one, other in _pairs(ours | theirs, scorer):
        if (one in ours) != (other in ours):
            yield (one, other) if one in ours else (other, one)


def leads(sentence: Sentence) -> tuple[str, ...]:
    """Return rare terms of which any sentence that says the same, by its words alone, has at least one.

    Together they weigh more than what such a sentence may lack.
    """
    lacking = (1 - SHARE) * sum(_bag(sentence).values())
    found = []
    for term, bits in sorted(zip(sentence.terms, sentence.bits, strict=True), key=lambda one: (-one[1], one)):
        if lacking < 0:
            break
        found.append(term)
        lacking -= bits
    return tuple(found)


def _telling(sentences: Iterable[Sentence]) -> dict[str, Sentence]:
    """Return the sentences, by id, that are not said by everyone."""
    return {s.id: s for s in sentences if sum(_bag(s).values()) >= LEAST_VERBATIM}


def _pairs(sentences: Mapping[str, Sentence], scorer: Scorer | None) -> Iterator[tuple[str, str]]:
    """Yield the pairs of these sentences that say the same."""
    # Sentences with other numbers, or of which only one is denied, do not say the same.
    comparable: dict[tuple[frozenset[str], bool], dict[str, dict[str, float]]] = defaultdict(dict)
    for id, sentence in sentences.items():
        comparable[frozenset(sentence.numbers), sentence.negated][id] = _bag(sentence)
    for some in comparable.values():
        yield from _same(sentences, some, scorer)


def _bag(sentence: Sentence) -> dict[str, float]:
    """Return what a sentence is compared by, with how rare it is in bits: its terms, and its numbers."""
    numbers = {f"#{n}": DIGIT * max(1, len(n.replace(".", "").rstrip("0"))) for n in sentence.numbers}
    return dict(zip(sentence.terms, sentence.bits, strict=True)) | numbers


def _same(
    sentences: Mapping[str, Sentence], bags: Mapping[str, dict[str, float]], scorer: Scorer | None
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of these sentences, whose numbers and negation agree, that say the same."""
    asked = []
    for one, other, share in weighed(bags, SHARE_TO_ASK if scorer else SHARE):
        if _names_clash(sentences[one], sentences[other]):
            continue
        if _same_words(sentences[one], sentences[other], bags[one], bags[other], share):
            yield one, other
        elif scorer:
            asked.append((one, other))
    if scorer and asked:
        asked.sort()
        scores = scorer([(sentences[one].text, sentences[other].text) for one, other in asked])
        yield from (pair for pair, score in zip(asked, scores, strict=True) if score >= scorer.least)


def _same_words(
    one: Sentence, other: Sentence, bag: Mapping[str, float], other_bag: Mapping[str, float], share: float
) -> bool:
    """Whether two sentences say the same by their words alone, of which they have this share in common."""
    both = {term: bits for term, bits in bag.items() if term in other_bag}
    shared = sum(both.values())
    if one.words == other.words:
        return share >= SHARE and shared >= LEAST_VERBATIM
    told = shared - sum(both.get(name, 0) for name in {*one.names, *other.names})
    lacking = min(sum(bag.values()), sum(other_bag.values())) - shared
    return share >= SHARE and lacking <= OTHER and shared >= LEAST and told >= LEAST_TOLD


def _names_clash(one: Sentence, other: Sentence) -> bool:
    """Whether each names somebody or some place that the other does not have."""
    return not (set(one.names) <= set(other.terms) or set(other.names) <= set(one.terms))


def _claim(members: list[Sentence], stories: Mapping[str, str], persons: Mapping[str, str]) -> Claim:
    own = members[0]
    return Claim(
        id=own.id,
        text=own.text,
        sentences=tuple((s.id, round(_share(_bag(own), _bag(s)), 3)) for s in members),
        articles=tuple(sorted({s.article for s in members})),
        stories=tuple(sorted({stories[s.article] for s in members})),
        persons=tuple(sorted({persons[s.appearance] for s in members if s.appearance})),
    )


def _share(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(bits for member, bits in one.items() if member in other)
    return shared / (sum(one.values()) + sum(other.values()) - shared)
