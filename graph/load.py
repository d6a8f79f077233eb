"""Readings in, observations out: which article a reading is of, and what a load changes.

An article has one current reading. Loading it again with the same fingerprint changes nothing;
another fingerprint replaces all its observations in the transaction that writes the new ones. A
transaction holds whole articles, so that a killed load leaves whole articles, and running it again
finishes it.

Nothing depends on the order in which articles come. Of an article received as several originals the one
with the smallest SHA-256 is read, whichever came first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, TypeVar

from graph import collections, formerly, publishers, queries
from graph.judgements import bans, checks, corrections, decisions, masking, triage
from graph.model import Changes, Row
from graph.observations import add_capture, add_extraction, capture_id, instant, retire
from graph.republish import republish
from graph.store import Store
from ingest.extraction import Article, Extraction, Original, Reading

T = TypeVar("T")
U = TypeVar("U")

# Articles in one transaction, which is what a kill can cost. An article of news is about 50 rows. Both
# engines load 1,200 of them as fast in batches of 32 as of 16 or 64 (5 to 7 s, bench/load.py).
BATCH = 32

# Batches that can be planned and not yet written: one is written, one read, one planned.
_AHEAD = 3


@dataclass(frozen=True)
class Loaded:
    """What a load did with one reading.

    `outcome` is `added`, `replaced` (read anew), `captured` (known text, new original), `unchanged`, or
    `barred` (the article was forgotten, and is not taken in). `left_out` is the number of people in it who
    were forgotten: it may be a namesake, which somebody has to look at.
    """

    article: str
    outcome: str
    source: str
    left_out: int = 0


@dataclass(frozen=True)
class _Known:
    """An article that the store has, or will have when what is `planned` has been written.

    `captures` gives for each of its originals, by SHA-256, the sidecar ("" where none) and the media type.
    Where somebody in it was forgotten it is `masked`, and no original of it is kept.
    """

    id: str
    url: str | None
    text: str
    reader: str
    fingerprint: str
    captures: dict[str, tuple[str, str]]
    masked: bool = False
    planned: bool = False


@dataclass
class _Work:
    """What one transaction is to do: originals to add, and articles to read and write.

    Of the articles to read, `added` are new and `replaced` have observations in the store; originals of
    those that are `masked` are not kept.
    """

    originals: list[tuple[str, Original]] = field(default_factory=list)
    masked: set[str] = field(default_factory=set)
    left_out: dict[str, int] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    known: dict[str, _Known] = field(default_factory=dict)
    loaded: list[Loaded] = field(default_factory=list)


class Loader:
    """Loads readings into a store whose lease is held.

    `extract` reads articles and gives, in their order, what it found; it is called from a thread of its
    own. `fingerprint` says which reading that is. `reread` reads a kept original again with today's reader
    (None where that reads none: what was read before then stays). With these three `graph` need not know
    how reading is done. `collection` is the name of the one that the articles loaded are put into.
    """

    def __init__(
        self,
        store: Store,
        extract: Callable[[Sequence[Article]], Iterable[Extraction]],
        fingerprint: str,
        reread: Callable[[Original], Reading | None],
        collection: str | None = None,
    ) -> None:
        self._store = store
        self._extract = extract
        self._fingerprint = fingerprint
        self._reread = reread
        self._collection = collections.to_fill(store, collection) if collection else None
        self._bans = bans.read(store.read)
        self._readers: dict[str, str] = {}
        # All that one load brings in came in together, so that the last load can be asked for.
        self._began = instant()
        self._ahead: deque[dict[str, _Known]] = deque(maxlen=_AHEAD)

    def load(self, readings: Iterable[Reading]) -> Iterator[Loaded]:
        """Load `readings`, and yield what was done with each once it is safely in the store."""
        yield from self._carry_out(map(self._plan, _batches(readings)))

    def reread(self, everything: bool = False) -> Iterator[Loaded]:
        """Read every article that another fingerprint or reader read again from its kept original."""
        rows = self._store.read(queries.text("store/articles_to_reread"))
        old = (row for row in rows if everything or not self._is_current(row["id"], **_reading_of(row)))
        yield from self._carry_out(map(self._plan_again, _batches(old)))

    def _carry_out(self, planned: Iterable[_Work]) -> Iterator[Loaded]:
        """Do what is planned and tidy up.

        While one batch is written, the next is read and the one after that planned. No more than these are
        ever held: memory is flat. What is there already first gets the publishers of lists that have changed.
        """
        republish(self._store)
        for work in _ahead(self._write, _ahead(self._read, planned)):
            yield from work.loaded
        tidy(self._store)

    # --- planning ---

    def _plan(self, batch: list[Reading]) -> _Work:
        """Return what loading `batch` comes to, given what the store has and what is planned already."""
        work, known = _Work(), self._known(batch)
        for reading in batch:
            if self._bans.bars_article(reading.article.url, reading.article.text):
                work.loaded.append(Loaded(reading.article.id, "barred", reading.article.source))
                continue
            self._readers[reading.original.media_type] = reading.reader
            this = self._same_article(reading, known)
            known_now, outcome = self._add(work, reading, this)
            known[known_now.id] = work.known[known_now.id] = known_now
            work.loaded.append(Loaded(known_now.id, outcome, reading.article.source))
        self._ahead.append(work.known)
        return work

    def _plan_again(self, rows: list[dict[str, str]]) -> _Work:
        """Return what reading the articles of these rows again comes to."""
        work = _Work()
        for row in rows:
            if reading := self._reread(self._original(row)):
                work.readings[row["id"]] = _as(reading, row["id"])
                work.replaced.add(row["id"])
                work.loaded.append(Loaded(row["id"], "replaced", row["name"]))
        return work

    def _known(self, batch: list[Reading]) -> dict[str, _Known]:
        """Return the articles that a reading of `batch` could be of: same id, address or bytes."""
        urls = [reading.article.url for reading in batch if reading.article.url]
        captures = [capture_id(reading.original) for reading in batch]
        ids = {reading.article.id for reading in batch}
        ids |= {row["id"] for row in self._store.read(queries.text("store/articles_at"), urls=urls)}
        captured = self._store.read(queries.text("store/articles_captured_as"), captures=captures)
        ids |= {row["id"] for row in captured}
        rows = self._store.read(queries.text("store/known_articles"), ids=sorted(ids))
        known = {row["id"]: _known_article(row) for row in rows}
        for planned in self._ahead:
            known |= planned
        return known

    def _same_article(self, reading: Reading, known: dict[str, _Known]) -> _Known | None:
        """Return the article that `reading` is of, None if it is a new one.

        Same address and same bytes are the same article, whatever a newer reader makes of them.
        So are same address and same text, both as today's reader has it. Anything else is new.
        """
        article, capture = reading.article, capture_id(reading.original)
        if article.id in known:
            return known[article.id]
        for candidate in sorted(known.values(), key=lambda k: k.id):
            if candidate.url != article.url:
                continue
            if capture in candidate.captures or self._text_now(candidate) == article.text:
                return candidate
        return None

    def _text_now(self, known: _Known) -> str:
        """Return the text of a known article as today's reader has it."""
        media_type = known.captures[min(known.captures)][1]
        if known.planned or known.reader == self._reader_of(known.id, media_type):
            return known.text
        reading = self._kept(known.id)
        return reading.article.text if reading else known.text

    def _add(self, work: _Work, reading: Reading, this: _Known | None) -> tuple[_Known, str]:
        """Add to `work` what loading `reading` of `this` article takes.

        Return what will be known of the article, and the outcome.
        """
        id = this.id if this else reading.article.id
        reading = _as(reading, id)
        captures = dict(this.captures) if this else {}
        capture, sidecar = capture_id(reading.original), reading.original.sidecar or ""
        is_new = capture not in captures or sidecar < captures[capture][0]
        if is_new:
            captures[capture] = (sidecar, reading.original.media_type)
            if this and this.masked:
                work.masked.add(id)
            else:
                self._store.originals.put(reading.original.data)
            work.originals.append((id, reading.original))
        chosen = self._chosen(reading, this, captures, is_new)
        if chosen:
            work.readings[id] = chosen
            if this is None:
                work.added.add(id)
            elif id not in work.added:
                work.replaced.add(id)
        outcome = "added" if this is None else "captured" if is_new else "replaced" if chosen else "unchanged"
        reader = chosen.reader if chosen else this.reader if this else ""
        masked = this is not None and this.masked
        known = _Known(
            id, reading.article.url, reading.article.text, reader, "", captures, masked, planned=True
        )
        return known, outcome

    def _chosen(
        self, reading: Reading, this: _Known | None, captures: dict[str, tuple[str, str]], is_new: bool
    ) -> Reading | None:
        """Return the reading that counts from now on, None where the one of `this` does as before."""
        if this is None:
            return reading
        least = min(captures)
        current = this.planned or self._is_current(this.id, this.fingerprint, this.reader, captures[least][1])
        if least == capture_id(reading.original) and (is_new or not current):
            return reading
        return None if current else self._kept(this.id)

    def _is_current(self, article: str, fingerprint: str, reader: str, media_type: str) -> bool:
        """Return whether an article's reading is the one that would be made of its original today."""
        return fingerprint == self._fingerprint and reader == self._reader_of(article, media_type)

    def _reader_of(self, article: str, media_type: str) -> str | None:
        """Return the version of today's reader for a media type, if need be by reading this article again."""
        if media_type not in self._readers and (reading := self._kept(article)):
            self._readers[media_type] = reading.reader
        return self._readers.get(media_type)

    def _kept(self, article: str) -> Reading | None:
        """Return what today's reader makes of the original that counts of an article in the store."""
        rows = self._store.read(queries.text("store/original_of"), id=article)
        reading = self._reread(self._original(rows[0])) if rows else None
        return _as(reading, article) if reading else None

    def _original(self, row: dict[str, str]) -> Original:
        return Original(
            data=self._store.originals.get(row["capture"]),
            media_type=row["media_type"],
            name=row["name"],
            sidecar=row["sidecar"],
            asked=row["asked"],
            reached=row["reached"],
        )

    # --- reading and writing ---

    def _read(self, work: _Work) -> tuple[_Work, list[Extraction]]:
        articles = [reading.article for reading in work.readings.values()]
        return work, list(self._extract(articles)) if articles else []

    def _write(self, read: tuple[_Work, list[Extraction]]) -> _Work:
        work, extractions = read
        changes, stale = Changes(), self._stale(sorted(work.replaced))
        ask, about = self._store.read, sorted(work.readings)
        decided = decisions.read(ask, about)
        recorded = (*checks.read(ask, about), *triage.read(ask, about))
        appearances: dict[str, list[Row]] = {}
        for reading, extraction in zip(work.readings.values(), extractions, strict=True):
            new, article = Changes(), reading.article.id
            add_extraction(new, extraction, reading)
            if barred := self._bans.barred(new):
                masking.mask(new, article, barred[article])
                work.masked.add(article)
                work.left_out[article] = len(barred[article])
            corrections.concern(new, decided, recorded)
            retire(changes, article, stale.get(article, {}), new)
            appearances[article] = new.nodes.get("Appearance", [])
            changes.extend(new)
        for article, original in work.originals:
            add_capture(changes, article, original, article in work.masked, self._began)
        if self._collection:
            let_in = (one.article for one in work.loaded if one.outcome != "barred")
            collections.put(changes, self._collection, dict.fromkeys(let_in))
        formerly.remember(changes, self._store.read, changes.remove.get("Appearance", ()), appearances)
        if changes:
            self._store.write([changes])
        for article, original in work.originals:
            if article in work.masked:
                self._store.originals.drop(capture_id(original))
        work.loaded = [replace(one, left_out=work.left_out.get(one.article, 0)) for one in work.loaded]
        return work

    def _stale(self, articles: list[str]) -> dict[str, dict[str, list[str]]]:
        """Return, by article and label, the ids of the observations the store has of these articles."""
        stale: dict[str, dict[str, list[str]]] = {article: {} for article in articles}
        if articles:
            for row in self._store.read(queries.text("store/observations_of"), articles=articles):
                stale[row["article"]].setdefault(row["label"], []).append(row["id"])
        return stale


def tidy(store: Store) -> None:
    """Remove publishers, sites, references and collections no article has any more; name the publishers.

    A publisher that is not listed goes by the name that most of its articles state, which only all of
    them together can tell. The lease of `store` is held.
    """
    changes = Changes()
    for row in store.read(queries.text("store/orphans")):
        changes.remove.setdefault(row["label"], []).append(row["id"])
    listed = sorted(publishers.listed())
    for row in store.read(queries.text("store/publisher_names"), listed=listed):
        changes.node("Publisher", **row)
    if changes:
        store.write([changes])


def _known_article(row: dict[str, Any]) -> _Known:
    captures = {one["id"]: (one["sidecar"] or "", one["media_type"]) for one in row.pop("captures")}
    return _Known(**row, captures=captures)


def _reading_of(row: dict[str, str]) -> dict[str, str]:
    return {name: row[name] for name in ("fingerprint", "reader", "media_type")}


def _as(reading: Reading, id: str) -> Reading:
    """Return `reading` as one of the article with this id."""
    return replace(reading, article=replace(reading.article, id=id))


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _ahead(work: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
    """Yield `work(item)` for each of `items`, doing one while the caller is busy with the one before."""
    with ThreadPoolExecutor(1) as executor:
        before: Future[U] | None = None
        for item in items:
            this = executor.submit(work, item)
            if before:
                yield before.result()
            before = this
        if before:
            yield before.result()
