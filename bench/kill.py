"""Kill an ingest at random moments, run it again, and see whether the graph is the undisturbed one.

    python bench/kill.py news.jsonl [--times 10] [--articles 200] [--seed 1] [--neo4j]

Each time a fresh store is filled by `zegsman ingest`, which is killed with signal 9; every second time the
embedded engine is killed with it. What a second run then makes of the store is compared, property by
property, with what an undisturbed ingest makes. `--neo4j` does so on a Neo4j that is started for it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import psutil

from graph import canonical
from graph.engines import folder
from graph.store import open_store

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests"))

from emptying import wipe  # noqa: E402
from neo4j_server import running  # noqa: E402

Login = tuple[str, str] | None


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="zegsman-kill-") as name:
        os.environ["XDG_DATA_HOME"] = str(Path(name) / "data")
        articles = Path(name) / "articles.jsonl"
        with arguments.articles_file.open("rb") as lines:
            articles.write_bytes(b"".join(islice(lines, arguments.articles)))
        with _places(Path(name), arguments.neo4j) as places:
            same = [*_killed(articles, places, arguments.times, random.Random(arguments.seed))]
    print(f"{sum(same)} of {len(same)} gave the undisturbed graph")
    sys.exit(not all(same))


def _killed(
    articles: Path, places: Iterator[tuple[str, Login]], times: int, moments: random.Random
) -> Iterator[bool]:
    """Yield of each ingest that was killed whether running it again gave the undisturbed graph."""
    for _ in range(2):  # a Neo4j that has just started is many times slower the first time
        location, login = next(places)
        start = time.perf_counter()
        _ingest(articles, location).wait()
        whole = time.perf_counter() - start
    undisturbed = _graph(location, login)
    print(f"undisturbed: {whole:.1f} s, {len(undisturbed)} nodes and relationships", flush=True)
    for number in range(1, times + 1):
        location, login = next(places)
        moment = moments.uniform(0, whole)
        killed = _kill_after(moment, _ingest(articles, location), location if number % 2 == 0 else None)
        same = _ingest(articles, location).wait() == 0 and _graph(location, login) == undisturbed
        what = "killed" if killed else "over before it could be killed"
        told = "the same" if same else "DIFFERENT"
        print(f"{number:>3}. {what} after {moment:5.1f} s: {told}", flush=True)
        yield same


@contextlib.contextmanager
def _places(home: Path, neo4j: bool) -> Iterator[Iterator[tuple[str, Login]]]:
    """Give empty stores, one after another."""

    def emptied(address: str, login: tuple[str, str]) -> Iterator[tuple[str, Login]]:
        while True:
            with open_store(address, login) as store:
                wipe(store)
            yield address, login

    if neo4j:
        with running() as server:
            os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"] = server.login
            yield emptied(server.address, server.login)
    else:
        yield ((str(home / f"store{number}"), None) for number in range(1_000_000))


def _ingest(articles: Path, location: str) -> subprocess.Popen[bytes]:
    command = "from app.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", command, "ingest", "--store", location, str(articles)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def _kill_after(seconds: float, process: subprocess.Popen[bytes], store: str | None) -> bool:
    """Kill an ingest, and with it the engine of `store`, None for the ingest alone; False if it was done."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    done = process.poll() is not None
    process.kill()
    process.wait()
    endpoint = folder.read_endpoint(Path(store)) if store else None
    if endpoint:
        with contextlib.suppress(psutil.NoSuchProcess):
            host = psutil.Process(endpoint.pid)
            for each in [*host.children(recursive=True), host]:
                each.kill()
    return not done


def _graph(location: str, login: Login) -> list[str]:
    with open_store(location, login) as store:
        return list(canonical.lines(store))


def _arguments() -> argparse.Namespace:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("articles_file", type=Path, metavar="ARTICLES", help="a JSON Lines file of articles")
    parser.add_argument("--times", type=int, default=10, help="how often it is killed (default: 10)")
    parser.add_argument("--articles", type=int, default=200, help="how many are read (default: 200)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (default: 1)")
    parser.add_argument("--neo4j", action="store_true", help="on a Neo4j, started for it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
