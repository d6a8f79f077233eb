"""Readings in, observations out: which article a reading is of, and what a load changes.

An article has one current reading. Loading it again with the same fingerprint changes nothing;
another fingerprint replaces all its observations in the transaction that writes the new ones. A
transaction holds whole articles, so that a killed load leaves whole articles, and running it again
finishes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from graph import queries
from graph.model import Changes
from graph.observations import REPLACED, add_capture, add_extraction, capture_id
from graph.store import Store
from ingest.extraction import Article, Extraction, Original, Reading

T = TypeVar("T")

# Articles in one transaction. An article of news is about 60 rows; batches of 1,500 to 5,000 rows
# load fastest on both engines (bench/ingest.py), and a batch is what a kill can cost.
BATCH = 32


@dataclass(frozen=True)
class Loaded:
    """What a load did with one reading.

    `outcome` is `added`, `replaced` (read anew), `captured` (known text, new original) or `unchanged`.
    """

    article: str
    outcome: str
    source: str


@dataclass(frozen=True)
class _Known:
    """An article the store has, or is about to have."""

    id: str
    url: str | None
    text: str
    reader: str
    fingerprint: str
    captures: tuple[str, ...]


class Loader:
    """Loads readings into a store whose lease is held.

    `extract` reads an article, `fingerprint` says which reading that is, and `reread` reads a kept
    original again with today's reader: with these three `graph` need not know how reading is done.
    """

    def __init__(
        self,
        store: Store,
        extract: Callable[[Article], Extraction],
        fingerprint: str,
        reread: Callable[[Original], Reading],
    ) -> None:
        self._store = store
        self._extract = extract
        self._fingerprint = fingerprint
        self._reread = reread

    def load(self, readings: Iterable[Reading]) -> Iterator[Loaded]:
        """Load `readings`, and yield what was done with each once it is safely in the store.

        While one batch is written the next is read. Lists are never gathered whole: memory is flat.
        """
        pending: dict[str, _Known] = {}
        writing: Future[list[Loaded]] | None = None
        with ThreadPoolExecutor(max_workers=1) as writer:
            for batch in _batches(readings, BATCH):
                changes, loaded, pending = self._prepare(batch, pending)
                if writing:
                    yield from writing.result()
                writing = writer.submit(self._write, changes, loaded)
            if writing:
                yield from writing.result()

    def reread(self, everything: bool = False) -> Iterator[Loaded]:
        """Read every article that another fingerprint or reader read again from its kept original."""
        articles = self._store.read(
            queries.text("store/articles_to_reread"), fingerprint=None if everything else self._fingerprint
        )
        for batch in _batches(articles, BATCH):
            changes, loaded = Changes(), []
            for row in batch:
                reading = self._reread(self._original(row))
                reading = _as(reading, row["id"])
                self._replace(changes, reading, self._stale([row["id"]]).get(row["id"], {}))
                loaded.append(Loaded(row["id"], "replaced", row["name"]))
            yield from self._write(changes, loaded)

    def prune(self) -> None:
        """Remove publishers, sites and references that no article has any more."""
        changes = Changes()
        for row in self._store.read(queries.text("store/orphans")):
            changes.remove.setdefault(row["label"], []).append(row["id"])
        if changes:
            self._store.write([changes])

    def _prepare(
        self, batch: list[Reading], pending: dict[str, _Known]
    ) -> tuple[Changes, list[Loaded], dict[str, _Known]]:
        """Return what this batch changes, what that does, and what the store will then know.

        `pending` is what the batch being written will make known.
        """
        known = self._known(batch) | pending
        changes, loaded, fresh = Changes(), [], dict[str, _Known]()
        for reading in batch:
            this = self._same_article(reading, known)
            reading = _as(reading, this.id if this else reading.article.id)
            outcome = self._add(changes, reading, this)
            loaded.append(Loaded(reading.article.id, outcome, reading.article.source))
            fresh[reading.article.id] = known[reading.article.id] = self._after(reading, this)
        return changes, loaded, fresh

    def _known(self, batch: list[Reading]) -> dict[str, _Known]:
        """Return the articles that a reading of `batch` could be of: same id, address or bytes."""
        urls = [reading.article.url for reading in batch if reading.article.url]
        captures = [capture_id(reading.original) for reading in batch]
        ids = {reading.article.id for reading in batch}
        ids |= {row["id"] for row in self._store.read(queries.text("store/articles_at"), urls=urls)}
        captured = self._store.read(queries.text("store/articles_captured_as"), captures=captures)
        ids |= {row["id"] for row in captured}
        rows = self._store.read(queries.text("store/known_articles"), ids=sorted(ids))
        return {row["id"]: _Known(**{**row, "captures": tuple(row["captures"])}) for row in rows}

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
            if capture in candidate.captures or self._text_now(candidate, reading.reader) == article.text:
                return candidate
        return None

    def _text_now(self, known: _Known, reader: str) -> str:
        """Return the text of a known article as `reader`, today's, has it."""
        if known.reader == reader:
            return known.text
        row = self._store.read(queries.text("store/original_of"), id=known.id)[0]
        return self._reread(self._original(row)).article.text

    def _add(self, changes: Changes, reading: Reading, known: _Known | None) -> str:
        """Add what loading `reading` changes, and return the outcome."""
        capture = capture_id(reading.original)
        if known and capture in known.captures and self._is_current(known, reading):
            return "unchanged"
        self._store.originals.put(reading.original.data)
        add_capture(changes, reading.article.id, reading.original)
        if known is None:
            add_extraction(changes, self._extract(reading.article), reading)
            return "added"
        # The smallest capture is the one whose title and date count, so that the order of loading does not.
        if self._is_current(known, reading) and capture > min(known.captures):
            return "captured"
        self._replace(changes, reading, self._stale([known.id]).get(known.id, {}))
        return "replaced" if capture in known.captures else "captured"

    def _is_current(self, known: _Known, reading: Reading) -> bool:
        return known.fingerprint == self._fingerprint and known.reader == reading.reader

    def _after(self, reading: Reading, known: _Known | None) -> _Known:
        article = reading.article
        captures = {capture_id(reading.original), *(known.captures if known else ())}
        return _Known(
            article.id, article.url, article.text, reading.reader, self._fingerprint, tuple(sorted(captures))
        )

    def _stale(self, articles: list[str]) -> dict[str, dict[str, list[str]]]:
        """Return, by article and label, the ids of the observations the store has of these articles."""
        stale: dict[str, dict[str, list[str]]] = {}
        for row in self._store.read(queries.text("store/observations_of"), articles=articles):
            stale.setdefault(row["article"], {}).setdefault(row["label"], []).append(row["id"])
        return stale

    def _replace(self, changes: Changes, reading: Reading, old: dict[str, list[str]]) -> None:
        """Add a new reading of a known article, and take away what the old one had and this one has not."""
        new = Changes()
        add_extraction(new, self._extract(reading.article), reading)
        kept = {label: {row["id"] for row in rows} for label, rows in new.nodes.items()}
        for label, ids in old.items():
            changes.remove.setdefault(label, []).extend(i for i in ids if i not in kept.get(label, ()))
        for type, label in REPLACED:
            ids = [reading.article.id] if label == "Article" else old.get(label, [])
            changes.unrelate.setdefault((type, label), []).extend(ids)
        for label, rows in new.nodes.items():
            changes.nodes.setdefault(label, []).extend(rows)
        for ends, rows in new.relationships.items():
            changes.relationships.setdefault(ends, []).extend(rows)

    def _original(self, row: dict[str, str]) -> Original:
        return Original(
            data=self._store.originals.get(row["capture"]),
            media_type=row["media_type"],
            name=row["name"],
            sidecar=row["sidecar"],
            asked=row["asked"],
            reached=row["reached"],
        )

    def _write(self, changes: Changes, loaded: list[Loaded]) -> list[Loaded]:
        if changes:
            self._store.write([changes])
        return loaded


def _as(reading: Reading, id: str) -> Reading:
    """Return `reading` as one of the article with this id."""
    return replace(reading, article=replace(reading.article, id=id))


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
