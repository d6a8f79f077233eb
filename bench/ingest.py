"""How fast articles are taken in, against tokenizing the same text; and the memory that takes.

    python bench/ingest.py news.jsonl [--runs 5] [--sizes 300,600,1200]

The whole of `zegsman ingest` into a fresh embedded store, on two cores, is timed against one core that
tokenizes the same text with `spacy.blank("nl")`; each side is a process of its own, the two by turns, and the
median of the runs counts. Times are of the whole process for `ingest`, and of the tokenizing alone for the
other side. Memory is the sum of the resident sets of `ingest` and of all the processes it started,
sampled while it runs; pages that they share count once for each.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import psutil

CORES = 2
# How often memory is looked at, in seconds: a batch of 32 articles takes about a third of one.
INTERVAL = 0.05
MEBIBYTE = 1 << 20

TOKENIZE = """
import json, sys, time
import spacy
nlp = spacy.blank("nl")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
start = time.perf_counter()
words = sum(len(nlp.make_doc(text)) for text in texts)
print(time.perf_counter() - start, words)
"""


@dataclass(frozen=True)
class Ingested:
    """One run of `zegsman ingest`: wall time in seconds, peak memory in bytes."""

    seconds: float
    peak: int


def main() -> None:
    arguments = _arguments()
    cores = sorted(os.sched_getaffinity(0))[:CORES] if hasattr(os, "sched_getaffinity") else []
    with tempfile.TemporaryDirectory(prefix="zegsman-bench-") as name:
        folder = Path(name)
        sizes = [int(size) for size in arguments.sizes.split(",")]
        files = [articles(arguments.articles, size, folder / f"{size}.jsonl") for size in sizes]
        print(f"{'articles':>10} {'peak memory, MiB':>18}")
        for size, file in zip(sizes, files, strict=True):
            print(f"{size:>10} {ingest(file, folder, cores).peak / MEBIBYTE:>18.0f}", flush=True)
        whole = files[-1]
        ours: list[float] = []
        theirs: list[float] = []
        for run in range(1, arguments.runs + 1):
            theirs.append(tokenize(whole, cores[:1]))
            ours.append(ingest(whole, folder, cores).seconds)
            print(f"run {run}: ingest {ours[-1]:.1f} s, tokenizing {theirs[-1]:.2f} s", flush=True)
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"median: ingest {one:.1f} s, tokenizing {other:.2f} s: {one / other:.1f} times that")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "articles", type=Path, help="a file of articles, one JSON object per line, with `text`"
    )
    parser.add_argument("--runs", type=int, default=5, help="how often each side runs; the median counts")
    parser.add_argument("--sizes", default="300,600,1200", help="numbers of articles; the last is timed")
    return parser.parse_args()


def articles(source: Path, count: int, target: Path) -> Path:
    """Write the first `count` lines of `source` to `target`, and return that."""
    with source.open(encoding="utf-8") as lines:
        target.write_text("".join(islice(lines, count)), encoding="utf-8")
    return target


def tokenize(file: Path, cores: list[int]) -> float:
    """Return how many seconds tokenizing takes."""
    command = [sys.executable, "-c", TOKENIZE, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, preexec_fn=_on(cores))
    return float(done.stdout.split()[0])


def ingest(file: Path, folder: Path, cores: list[int]) -> Ingested:
    """Take `file` into a fresh store; raises `CalledProcessError` when not all of it went in."""
    with tempfile.TemporaryDirectory(dir=folder) as store:
        command = [
            sys.executable,
            "-m",
            "app.cli",
            "ingest",
            str(file),
            "--store",
            str(Path(store) / "store"),
        ]
        log = folder / "ingest.log"
        start = time.perf_counter()
        with log.open("w", encoding="utf-8") as output:
            process = psutil.Popen(command, stdout=output, stderr=output, preexec_fn=_on(cores))
            peak, family = 0, {process}
            while process.poll() is None:
                family |= members(process)
                peak = max(peak, sum(map(resident, family)))
                time.sleep(INTERVAL)
        seconds = time.perf_counter() - start
        psutil.wait_procs(family)  # the engine's process closes the store after the command has ended
        if process.returncode:
            print(log.read_text(encoding="utf-8"), file=sys.stderr)
            raise subprocess.CalledProcessError(process.returncode, command)
    return Ingested(seconds, peak)


def members(process: psutil.Popen) -> set[psutil.Process]:
    """Return the processes that `process` started, and those that these did."""
    try:
        return set(process.children(recursive=True))
    except psutil.NoSuchProcess:
        return set()


def resident(process: psutil.Process) -> int:
    """Return the memory, in bytes, that a process has in use; 0 if it has ended."""
    try:
        return process.memory_info().rss
    except psutil.NoSuchProcess:
        return 0


def _on(cores: list[int]) -> Callable[[], None] | None:
    """Return what makes a process that is being started run on `cores` only, where the system can do so."""
    return (lambda: os.sched_setaffinity(0, cores)) if cores else None


if __name__ == "__main__":
    main()
