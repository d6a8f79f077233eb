"""How fast articles that have been read go into a store: `python bench/load.py FILE.jsonl ...`.

Reading is done before and not counted. For each engine and each number of articles in a transaction a new
store is filled; printed are seconds, rows (nodes and relationships) per second, and the most memory that the
engine's process and this one had in use.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
import psutil

# In place of this folder, whose ingest.py would hide the package of that name.
sys.path[0] = str(Path(__file__).parents[1] / "tests")

from emptying import wipe  # noqa: E402
from neo4j_server import running  # noqa: E402

from graph import load  # noqa: E402
from graph.engines import folder  # noqa: E402
from graph.model import Changes  # noqa: E402
from graph.observations import add_capture, add_extraction  # noqa: E402
from graph.store import Store, open_store  # noqa: E402
from ingest import readers  # noqa: E402
from ingest.errors import Refused  # noqa: E402
from ingest.extraction import Article, Extraction, Reading  # noqa: E402
from ingest.pipeline import Pipeline  # noqa: E402


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--engine", "engines", multiple=True, default=["embedded", "neo4j"], help="embedded or neo4j")
@click.option("--batch", "batches", multiple=True, type=int, default=[8, 16, 32, 64, 128])
@click.option("--articles", type=int, default=None, help="so many of them")
def main(
    paths: tuple[str, ...], engines: Sequence[str], batches: Sequence[int], articles: int | None
) -> None:
    """Measure how fast the articles in PATHS are loaded once they have been read."""
    pipeline = Pipeline()
    readings = [reading for reading in readers.read(paths) if not isinstance(reading, Refused)][:articles]
    found = {reading.article.id: pipeline.extract(reading.article) for reading in readings}
    rows = sum(map(_rows, readings, found.values()))
    print(f"{len(readings)} articles, {rows} rows")
    for engine in engines:
        with _engine(engine) as (store, process):
            for batch in batches:
                load.BATCH = batch
                wipe(store)
                store.ensure_schema()
                before = [_busy(process), _busy(psutil.Process())]
                with _peak(process) as peak:
                    seconds = _load(store, readings, found, pipeline.fingerprint)
                busy = [_busy(process) - before[0], _busy(psutil.Process()) - before[1]]
                print(
                    f"{engine:9} {batch:4} articles at once: {seconds:6.2f} s {rows / seconds:8.0f} rows/s; "
                    f"engine {busy[0]:5.2f} s, {peak[0]:5.0f} MB; client {busy[1]:5.2f} s, {peak[1]:5.0f} MB",
                    flush=True,
                )


def _load(store: Store, readings: list[Reading], found: dict[str, Extraction], fingerprint: str) -> float:
    def extract(articles: Sequence[Article]) -> Iterator[Extraction]:
        return (found[article.id] for article in articles)

    with store.lease("bench"):
        start = time.perf_counter()
        loader = load.Loader(store, extract, fingerprint, readers.reread)
        assert len(list(loader.load(readings))) == len(readings)
        return time.perf_counter() - start


def _busy(process: psutil.Process) -> float:
    """Return the seconds of a processor that the process has used, which other work disturbs less."""
    times = process.cpu_times()
    return float(times.user + times.system)


def _rows(reading: Reading, extraction: Extraction) -> int:
    changes = Changes()
    add_capture(changes, reading.article.id, reading.original)
    add_extraction(changes, extraction, reading)
    return len(changes)


@contextmanager
def _engine(name: str) -> Iterator[tuple[Store, psutil.Process]]:
    if name == "neo4j":
        with running() as server, open_store(server.address, server.login) as store:
            yield store, psutil.Process(server.process.pid)
    else:
        with tempfile.TemporaryDirectory() as home, open_store(Path(home) / "store") as store:
            endpoint = folder.read_endpoint(Path(home) / "store")
            assert endpoint is not None
            yield store, psutil.Process(endpoint.pid).children()[0]


@contextmanager
def _peak(*others: psutil.Process) -> Iterator[list[float]]:
    """The most memory in megabytes that these processes and this one have while the block lasts."""
    processes, over = [*others, psutil.Process()], threading.Event()
    peak = [0.0] * len(processes)

    def watch() -> None:
        while not over.wait(0.1):
            for number, process in enumerate(processes):
                peak[number] = max(peak[number], process.memory_info().rss / 1e6)

    thread = threading.Thread(target=watch)
    thread.start()
    yield peak
    over.set()
    thread.join()


if __name__ == "__main__":
    main()
