"""Stories: which articles are copies of one text, which revise which, and which stories are twins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from graph.resolve.alignment import Alignment, Text, align, most_shared
from graph.resolve.groups import Groups
from graph.resolve.observed import Article
from graph.resolve.overlap import alike

# Texts that share less than this of the shorter one's 5-grams, and of both together, are not compared word by
# word. Of 200 news articles, two words of every sentence replaced, none kept less than .21 and .11.
CONTAINED = 0.2
JACCARD = 0.1
# Two texts are made from one another when so much of the shorter one's words stands in the longer one, in
# order, and so much of both together: a weekly review does not make one story of all it takes up.
ALIGNED = 0.65
ALIGNED_OF_BOTH = 0.25
# Twins share more of both: of 148 in an invented newsroom of 10,000 articles all but three .32 or more, and
# two texts that only begin and end alike .29.
TWINS_OF_BOTH = 0.3
# Texts with fewer sampled 5-grams than this (of some 35 words) are too short to tell by.
LEAST = 6
# Of the names and numbers of a twin so many are others than in its model.
SWAPPED = 0.3
# Names that are so alike are one name in two spellings ("Jansen", "Janssen").
SPELLING = 0.75


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that are copies of one text; `id` is the smallest of `articles`."""

    id: str
    articles: tuple[str, ...]
    title: str | None
    publishers: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Twin:
    """Two stories made from one template: how much of their words they share, and what was swapped."""

    one: str
    other: str
    score: float
    swapped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """The stories that articles tell, and which of them are twins."""

    stories: tuple[Story, ...]
    twins: tuple[Twin, ...]


def stories(articles: Iterable[Article], people: Mapping[str, frozenset[str]] | None = None) -> Telling:
    """Return the stories that `articles` tell: near-duplicate texts, and texts under one address.

    `people` gives the names of those who appear in an article: of two texts in which somebody takes somebody
    else's place one is a twin of the other, and no copy.
    """
    by_id = {article.id: article for article in articles}
    groups, twins = Groups(by_id), list[tuple[str, str, Alignment, float]]()
    texts = {id: Text(article.text, (people or {}).get(id, frozenset())) for id, article in by_id.items()}
    for one, other, aligned, score in _aligned(by_id, texts):
        if _is_twin(texts[one], texts[other], aligned):
            if score >= TWINS_OF_BOTH:
                twins.append((one, other, aligned, score))
        else:
            groups.join(one, other)
    for one, other in revisions(by_id.values()):
        groups.join(one, other)
    told = tuple(_story([by_id[id] for id in members]) for members in groups.all().values())
    return Telling(told, tuple(_twins(twins, groups)))


def revisions(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Yield each article with the one it revises: the one before it at its address, by date, then id."""
    at: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url:
            at[article.url].append(article)
    for texts in at.values():
        texts.sort(key=_by_date)
        yield from ((later.id, earlier.id) for earlier, later in pairwise(texts))


def _aligned(
    articles: Mapping[str, Article], texts: Mapping[str, Text]
) -> Iterator[tuple[str, str, Alignment, float]]:
    """Yield the articles of which much is the same, aligned, and how much of both together is shared."""
    shingles = {a.id: frozenset(a.shingles) for a in articles.values() if len(a.shingles) >= LEAST}
    for one, other in sorted(alike(shingles, CONTAINED, JACCARD)):
        a, b = texts[one], texts[other]
        sizes = len(a.words), len(b.words)
        if not _enough(most_shared(a, b), *sizes):
            continue
        aligned = align(a, b)
        if _enough(aligned.shared, *sizes):
            yield one, other, aligned, aligned.shared / (sum(sizes) - aligned.shared)


def _enough(shared: int, one: int, other: int) -> bool:
    return shared >= ALIGNED * min(one, other) and shared >= ALIGNED_OF_BOTH * (one + other - shared)


def _is_twin(one: Text, other: Text, aligned: Alignment) -> bool:
    """Whether two texts that share much are made from one template, and not copies of one another.

    A copy keeps its names. In a twin other people stand in their places, or many other names and numbers.
    """
    gone = [
        (before, after)
        for before, after in aligned.swapped
        if not _is_spelling(before, after) and before not in other.text and after not in one.text
    ]
    names = [(before, after) for before, after in gone if not before[0].isdigit()]
    if any(_is_of(before, one) and _is_of(after, other) for before, after in names):
        return True
    return bool(names) and len(gone) >= SWAPPED * (len(gone) + len(aligned.kept))


def _is_of(name: str, text: Text) -> bool:
    """Whether somebody who appears in the text has this name, or it is part of theirs."""
    return any(f" {name} " in f" {full} " for full in text.people)


def _is_spelling(one: str, other: str) -> bool:
    if one[0].isdigit():
        return False
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= SPELLING


def _twins(found: Iterable[tuple[str, str, Alignment, float]], groups: Groups) -> Iterator[Twin]:
    """Yield the twins among stories: of the pairs of their articles the one that shares most."""
    best: dict[tuple[str, str], Twin] = {}
    for one, other, aligned, score in found:
        a, b = groups.of(one), groups.of(other)
        if a == b:
            continue
        swapped = aligned.swapped if a < b else tuple((after, before) for before, after in aligned.swapped)
        twin = Twin(min(a, b), max(a, b), round(score, 3), swapped)
        known = best.get((twin.one, twin.other))
        if known is None or (-twin.score, twin.swapped) < (-known.score, known.swapped):
            best[twin.one, twin.other] = twin
    yield from (best[pair] for pair in sorted(best))


def _by_date(article: Article) -> tuple[str, str]:
    return article.published or "", article.id


def _story(members: list[Article]) -> Story:
    dates = sorted(article.published for article in members if article.published)
    titled = sorted((a for a in members if a.title), key=lambda a: (not a.published, *_by_date(a)))
    return Story(
        id=min(article.id for article in members),
        articles=tuple(sorted(article.id for article in members)),
        title=titled[0].title if titled else None,
        publishers=tuple(sorted({article.publisher for article in members if article.publisher})),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )
