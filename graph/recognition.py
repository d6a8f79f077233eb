"""What a store knows of a text that is not in it: the text itself, its names, and what is said in it.

Everything is compared as conclusions are drawn, and nothing is written. What only the text says, without a
store, says `graph.look`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph import finding
from graph.keys import key
from graph.lines import SignalLine
from graph.lines.look import Alike, Bearer, KnownName, Recognised, Repeated
from graph.look import is_full
from graph.reports.reused import signals_of
from graph.reports.rows import Row, article_line, ask
from graph.reports.total import totals
from graph.resolve.claims import leads, repeated
from graph.resolve.observed import Article, Sentence
from graph.resolve.stories import stories
from graph.store import Store
from ingest.extraction import Extraction, Span

# Texts that share less than this part of the smaller sample of 5-grams are not looked at: half of what texts
# share that `graph.resolve.stories` compares.
_SHARED = 0.1


def recognise(store: Store, extraction: Extraction) -> Recognised:
    """Return what `store` knows of what was found in a text. It only reads, and needs no lease."""
    texts = tuple(_texts(store, extraction))
    here = {one.article.id for one in texts if one.how != "twin"}
    return Recognised(
        articles=totals(store).articles,
        texts=texts,
        names=tuple(_names(store, extraction, here)),
        sentences=tuple(_sentences(store, extraction, here)),
    )


# --- the text ---


def _texts(store: Store, extraction: Extraction) -> Iterator[Alike]:
    """Yield the articles of the store that are this text, or copies or twins of it."""
    new = extraction.article
    ids = [*sorted(_sharing(store, new.shingles)), new.id]
    rows = ask(store, "articles_compared", ids=ids, url=new.url)
    known = {row["id"]: row for row in rows}
    if new.id in known:
        yield Alike("same", article_line(known.pop(new.id)))
    ours = Article(id=new.id, url=new.url, shingles=new.shingles, text=new.text, published=new.published)
    people = {row["id"]: frozenset(row["names"]) for row in known.values()}
    people[new.id] = frozenset(person.name for person in extraction.people)
    told = stories([ours, *map(_article, known.values())], people)
    story_of = {article: story for story in told.stories for article in story.articles}
    mine = story_of[new.id]
    yield from (Alike("copy", article_line(row)) for id, row in known.items() if id in mine.articles)
    for twin in told.twins:
        if mine.id in (twin.one, twin.other):
            other = twin.other if twin.one == mine.id else twin.one
            swapped = twin.swapped if twin.one == mine.id else tuple((b, a) for a, b in twin.swapped)
            yield from (
                Alike("twin", article_line(row), twin.score, swapped)
                for id, row in known.items()
                if story_of[id].id == other
            )


def _sharing(store: Store, shingles: Sequence[int]) -> set[str]:
    """Return the articles that may share enough to be compared word by word."""
    ours = frozenset(shingles)
    return {
        row["id"]
        for row in ask(store, "shingles")
        if (theirs := row["shingles"] or ())
        and len(ours.intersection(theirs)) > _SHARED * min(len(ours), len(theirs))
    }


def _article(row: Row) -> Article:
    return Article(
        id=row["id"],
        url=row["url"],
        shingles=tuple(row["shingles"] or ()),
        text=row["text"],
        published=row["published"],
    )


# --- the names ---


def _names(store: Store, extraction: Extraction, here: set[str]) -> Iterator[KnownName]:
    """Yield the full names of the text that articles other than those `here` have too, or nearly so."""
    asked = {person.name: person for person in extraction.people if is_full(person)}
    found = finding.find(store, {name: person.name_keys for name, person in asked.items()})
    signals = signals_of(store, sorted({hit.person.id for one in found for hit in one.hits}))
    for one in found:
        told = (_bearer(hit, here, signals[hit.person.id]) for hit in one.hits)
        bearers = tuple(bearer for bearer in told if bearer.articles)
        if bearers:
            yield KnownName(asked[one.name].id, one.name, bearers)


def _bearer(hit: finding.Hit, here: set[str], signals: tuple[SignalLine, ...]) -> Bearer:
    articles = tuple(article for article in hit.articles if article.id not in here)
    stories = len({article.story or article.id for article in articles})
    return Bearer(hit.how, hit.person, articles, stories, signals)


# --- what is said ---


def _sentences(store: Store, extraction: Extraction, here: set[str]) -> Iterator[Repeated]:
    """Yield the sentences that others said too, or the same person elsewhere.

    What a copy repeats from the same mouth says nothing new.
    """
    ours: dict[str, tuple[Sentence, Span, str]] = {}
    for said in extraction.attributions:
        for one in said.sentences:
            found = Sentence(one.id, extraction.article.id, one.text, one.words, one.numbers, one.negated,
                             None, one.terms, one.bits, one.names)  # fmt: skip
            ours[one.id] = found, Span(one.start, one.end, one.text), said.source.name
    terms = sorted({term for sentence, _, _ in ours.values() for term in leads(sentence)})
    rows = ask(store, "sentences_led", terms=terms) if terms else []
    theirs = {row["sentence"]: row for row in rows if row["id"] != extraction.article.id}
    pairs = set(repeated((one for one, _, _ in ours.values()), map(_sentence, theirs.values())))
    for id, (_, span, source) in ours.items():
        for other, row in theirs.items():
            same = key(row["source"]) == key(source)
            if (id, other) in pairs and not (same and row["id"] in here):
                yield Repeated(
                    sentence=span,
                    source=source,
                    there=row["text"],
                    start=row["start"],
                    article=article_line(row),
                    source_there=row["source"],
                    person=row["person"],
                    same_source=same,
                )


def _sentence(row: Row) -> Sentence:
    return Sentence(
        id=row["sentence"],
        article=row["id"],
        text=row["text"],
        words=tuple(row["words"] or ()),
        numbers=tuple(row["numbers"] or ()),
        negated=row["negated"],
        terms=tuple(row["terms"] or ()),
        bits=tuple(row["bits"] or ()),
        names=tuple(row["names"] or ()),
    )
