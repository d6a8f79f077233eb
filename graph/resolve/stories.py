"""Stories: which articles are copies of one text, and which revise which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.resolve.groups import Groups
from graph.resolve.observed import Article
from graph.resolve.overlap import alike

# Two texts are copies when they share half of the shorter one's 5-grams and a fifth of both together.
# Of 1,200 news articles of one broadcaster the only two versions of one story share .64 and .38; the two
# nearest that are not copies (both take over half of one agency's report) share .38 and .20. A copy in
# which every sentence had a word changed kept .74 and .56 (nineteen of twenty .64 and .44), one that lost
# half of its sentences and had a word changed in half of the rest .77 and .34. The second measure keeps a
# weekly review from making one story of all it takes up.
CONTAINED = 0.5
JACCARD = 0.2
# Texts with fewer sampled 5-grams than this (of some 35 words) are too short to tell by.
LEAST = 6


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that are copies of one text; `id` is the smallest of `articles`."""

    id: str
    articles: tuple[str, ...]
    title: str | None
    publishers: tuple[str, ...]
    first: str | None
    last: str | None


def stories(articles: Iterable[Article]) -> list[Story]:
    """Return the stories that `articles` tell: near-duplicate texts, and texts under one address."""
    by_id = {article.id: article for article in articles}
    groups = Groups(by_id)
    texts = {a.id: frozenset(a.shingles) for a in by_id.values() if len(a.shingles) >= LEAST}
    for one, other in alike(texts, CONTAINED, JACCARD):
        groups.join(one, other)
    for one, other in revisions(by_id.values()):
        groups.join(one, other)
    return [_story([by_id[id] for id in members]) for members in groups.all().values()]


def revisions(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Yield each article with the one it revises: the one before it at its address, by date, then id."""
    at: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url:
            at[article.url].append(article)
    for texts in at.values():
        texts.sort(key=_by_date)
        yield from ((later.id, earlier.id) for earlier, later in pairwise(texts))


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
