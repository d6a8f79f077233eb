"""Extraction over several processes: `Extractor`.

A worker process holds a pipeline of its own and gets a few articles at a time; what comes back is in the
order of the articles. Workers ignore Ctrl-C, which is for the process that started them, and end with it,
also when it is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from multiprocessing.connection import wait
from pathlib import Path
from types import TracebackType

from ingest import authority
from ingest.errors import ExtractionFailed
from ingest.extraction import Article, Extraction
from ingest.models import ModelError
from ingest.pipeline import Pipeline

# Articles a worker gets at a time: enough that handing them over costs little beside some 10 ms for each, few
# enough that the last ones of a batch of 32 leave no worker idle for long.
_CHUNK = 4
# Chunks handed out but not taken back, for each worker: one it reads and one that waits.
_AHEAD = 2
# With fewer articles than this, reading them here is done before a worker has loaded its pipeline.
_WORTH_WORKERS = 16

_ENDED = "the process that read it, or one of the articles right after it, ended; perhaps memory ran out"


class Extractor:
    """Finds people, organisations and statements in articles, in `processes` worker processes.

    `authority` and `model` are as for a `Pipeline`; a model that cannot be used raises `ModelError`. A
    context manager: on entering it loads the authority lists of a user's own and so raises `AuthorityError`
    for one that cannot be read; on leaving it ends the workers. They are started when there is first enough
    to do for them. With one process everything is read in this one.
    """

    def __init__(
        self,
        language: str = "nl",
        authority: Path | None = None,
        model: str | None = None,
        *,
        processes: int | None = None,
    ) -> None:
        self.language = language
        self.authority = authority
        self.model = model
        self.processes = processes or os.cpu_count() or 1
        self._pipeline = Pipeline(language, authority, model)
        self._pool: ProcessPoolExecutor | None = None

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of a reading made here: see `Pipeline.fingerprint`."""
        return self._pipeline.fingerprint

    def __enter__(self) -> Extractor:
        if self.authority is not None:
            authority.load(self.authority)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def extract(self, articles: Iterable[Article]) -> Generator[Extraction]:
        """Yield what is found in each article, in their order.

        No more articles are taken from `articles` than the workers have in hand. Raises `ExtractionFailed`
        for the first article in which the program fails; what comes before it has been yielded.
        """
        remaining = iter(articles)
        first = list(islice(remaining, _WORTH_WORKERS))
        if self.processes == 1 or (self._pool is None and len(first) < _WORTH_WORKERS):
            for article in chain(first, remaining):
                yield _read(self._pipeline, article)
        else:
            yield from self._in_workers(chain(first, remaining))

    def _in_workers(self, articles: Iterator[Article]) -> Iterator[Extraction]:
        in_hand: deque[_Chunk] = deque()
        chunks = iter(lambda: list(islice(articles, _CHUNK)), [])
        try:
            for chunk in chunks:
                in_hand.append(_Chunk(chunk, self._started().submit(_read_chunk, chunk)))
                if len(in_hand) >= _AHEAD * self.processes:
                    yield from in_hand[0].taken_back()
                    in_hand.popleft()
            while in_hand:
                yield from in_hand[0].taken_back()
                in_hand.popleft()
        except BrokenProcessPool:
            self._pool = None
            source = in_hand[0].articles[0].source if in_hand else chunk[0].source
            raise ExtractionFailed(source, _ENDED) from None
        finally:
            for chunk_in_hand in in_hand:
                chunk_in_hand.future.cancel()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_start_worker,
                initargs=(self.language, self.authority, self.model),
            )
        return self._pool


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Articles that a worker has in hand, and what it will find in them."""

    articles: list[Article]
    future: Future[list[Extraction | ExtractionFailed]]

    def taken_back(self) -> Iterator[Extraction]:
        """Yield what was found, waiting for it."""
        for found in self.future.result():
            if isinstance(found, ExtractionFailed):
                raise found
            yield found


def _read(pipeline: Pipeline, article: Article) -> Extraction:
    """Read one article; whatever goes wrong in it is raised with its name."""
    try:
        return pipeline.extract(article)
    except ModelError:  # a fault of the user's own pipeline, not of the program in this article
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise ExtractionFailed(article.source, reason, traceback.format_exc()) from error


# --- in the worker ---

_pipeline: Pipeline | None = None


def _start_worker(language: str, authority: Path | None, model: str | None) -> None:
    """Make the pipeline of this worker, and see to it that it ends with its parent.

    It is loaded with the first article, where what goes wrong can be told.
    """
    global _pipeline
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _pipeline = Pipeline(language, authority, model)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read_chunk(articles: Sequence[Article]) -> list[Extraction | ExtractionFailed]:
    """Return what is found in each of `articles`, up to the first in which the program fails."""
    assert _pipeline is not None
    found: list[Extraction | ExtractionFailed] = []
    for article in articles:
        try:
            found.append(_read(_pipeline, article))
        except ExtractionFailed as failure:
            found.append(failure)
            break
    return found
