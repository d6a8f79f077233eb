"""Extraction over worker processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from ingest.authority import AuthorityError
from ingest.errors import ExtractionFailed
from ingest.extraction import Article, Extraction
from ingest.pipeline import Pipeline
from ingest.workers import Extractor

TEXT = (
    'Psycholoog Mirjam Kolthof uit Deventer ziet het aantal klachten stijgen. "Het zijn er {}", zegt Kolthof.'
)


def articles(count: int) -> list[Article]:
    return [Article(source=f"news.jsonl:{n}", id=f"{n}", text=TEXT.format(n)) for n in range(count)]


def workers() -> list[psutil.Process]:
    return [p for p in psutil.Process().children(recursive=True) if "spawn_main" in " ".join(p.cmdline())]


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    with Extractor(processes=2) as extractor:
        yield extractor


def test_workers_find_what_one_process_finds_in_the_same_order(extractor: Extractor) -> None:
    alone = Extractor(processes=1)
    some = articles(30)
    assert list(extractor.extract(some)) == list(alone.extract(some))
    assert extractor.fingerprint == alone.fingerprint == Pipeline().fingerprint


def test_reading_leaves_nothing_behind_in_the_vocabulary() -> None:
    pipeline = Pipeline()
    some = articles(3)
    pipeline.extract(some[0])
    before = len(pipeline.nlp.vocab.strings)
    for article in some:
        pipeline.extract(replace(article, text=article.text + f" Zevenbron{article.id}."))
    assert len(pipeline.nlp.vocab.strings) == before


def test_a_stream_of_articles_is_not_gathered_whole(extractor: Extractor) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(source=str(taken), id=str(taken), text=TEXT.format(taken))

    found = extractor.extract(endless())
    sources = [next(found).article.source for _ in range(40)]
    found.close()
    assert sources == [str(n) for n in range(1, 41)]
    assert taken <= 40 + 32


def test_a_few_articles_are_read_without_starting_a_process() -> None:
    with Extractor(processes=2) as extractor:
        before = workers()
        assert len(list(extractor.extract(articles(3)))) == 3
        assert workers() == before


def test_nothing_in_gives_nothing_out(extractor: Extractor) -> None:
    assert list(extractor.extract([])) == []


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failure_names_the_article_and_keeps_what_came_before(processes: int) -> None:
    some = articles(20)
    some[9] = replace(some[9], text=None)  # type: ignore[arg-type]  # no reader gives this
    with Extractor(processes=processes) as extractor:
        found: list[Extraction] = []
        with pytest.raises(ExtractionFailed) as failure:
            for extraction in extractor.extract(some):
                found.append(extraction)
        assert failure.value.source == "news.jsonl:9"
        assert "news.jsonl:9" in str(failure.value) and "Traceback" in failure.value.details
        assert len(found) == 9
        assert len(list(extractor.extract(articles(20)))) == 20


def test_a_worker_that_is_killed_is_one_clear_error_and_leaving_ends_the_rest() -> None:
    before = set(workers())
    with Extractor(processes=2) as extractor:
        found = extractor.extract(articles(200))
        next(found)
        for worker in set(workers()) - before:
            worker.kill()
        with pytest.raises(ExtractionFailed, match=r"news\.jsonl:\d+.*ended"):
            list(found)
        assert len(list(extractor.extract(articles(20)))) == 20


def test_leaving_ends_the_workers() -> None:
    before = set(workers())
    with Extractor(processes=2) as extractor:
        next(extractor.extract(articles(20)))
        started = set(workers()) - before
        assert started
    assert not any(process.is_running() for process in started)


def test_workers_end_when_the_process_that_started_them_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "reads.py"
    script.write_text(
        "import time\nfrom ingest.extraction import Article\nfrom ingest.workers import Extractor\n"
        "if __name__ == '__main__':\n"
        "    with Extractor(processes=2) as extractor:\n"
        "        for _ in extractor.extract(Article(str(n), str(n), 'Een zin.') for n in range(40)): pass\n"
        "        print('ready', flush=True)\n"
        "        time.sleep(600)\n"
    )
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "ready\n"
        started = psutil.Process(process.pid).children(recursive=True)
        assert started
        process.send_signal(signal.SIGKILL)
        process.wait()
    gone, _ = psutil.wait_procs(started, timeout=30)
    assert len(gone) == len(started)


def test_a_list_that_cannot_be_read_is_told_on_entering(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="no authority list"), Extractor(authority=tmp_path, processes=2):
        pass


def test_articles_can_be_read_again_and_again(extractor: Extractor) -> None:
    once, twice = (list(extractor.extract(articles(20))) for _ in range(2))
    assert once == twice
