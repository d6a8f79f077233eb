"""How fast articles are read, against tokenizing the same text and against a statistical pipeline.

    python bench/extract.py [ARTICLES] [--runs 5] [--words 30000]
    python bench/extract.py [ARTICLES] --mutated 10000

ARTICLES is whatever `zegsman ingest` reads, the demo's articles otherwise. On one core, `Pipeline.extract` is
timed against `spacy.blank("nl")` that tokenizes the same text, and against a pipeline of tok2vec, tagger,
parser and named entities, which is not trained: what it finds is nonsense, what it takes is not. Each run is
a process of its own that reads every article once; the sides go by turns, and the median of the runs counts.
Words are the tokenizer's, times are the processor's, without what is loaded before. The statistical pipeline
is given the first `--words` words only: it is no faster with more.

With `--mutated`, that many damaged forms of the articles are read instead (`tests/mutations.py`), and printed
are those that raised or broke a span, and the longest time beside the median.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import minibatch

ROOT = Path(__file__).parents[1]
# In place of this folder, whose ingest.py would hide the package of that name; tests hold the mutations.
sys.path[0] = str(ROOT)
sys.path.insert(1, str(ROOT / "tests"))

from mutations import mutated  # noqa: E402
from wholeness import flaws  # noqa: E402

from ingest import comparison, readers, subject  # noqa: E402
from ingest.errors import Refused  # noqa: E402
from ingest.extraction import Article, article_id  # noqa: E402
from ingest.pipeline import Pipeline  # noqa: E402

SIDES = ("zegsman", "tokenizer", "statistical")
STATISTICAL = ("tok2vec", "tagger", "parser", "ner")
_SEED = 1


def main() -> None:
    arguments = _arguments()
    if arguments.mutated:
        read_mutated(articles(arguments.articles), arguments.mutated)
    elif arguments.side:
        print(json.dumps(MEASURED[arguments.side](articles(arguments.articles), arguments.words)))
    else:
        compare(arguments)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    demo = ROOT / "app" / "demo" / "articles"
    parser.add_argument("articles", type=Path, nargs="?", default=demo, help="what holds articles")
    parser.add_argument("--runs", type=int, default=5, help="how often each side runs; the median counts")
    parser.add_argument("--words", type=int, default=30_000, help="words for the statistical pipeline")
    parser.add_argument("--mutated", type=int, default=0, metavar="N", help="read N damaged articles instead")
    parser.add_argument("--side", choices=SIDES, help="run one side once, and print what it took as JSON")
    return parser.parse_args()


def articles(path: Path) -> list[Article]:
    """Return the articles in a file or folder; what cannot be read is named and left out."""
    found = []
    for reading in readers.read([path]):
        if isinstance(reading, Refused):
            print(reading, file=sys.stderr)
        else:
            found.append(reading.article)
    if not found:
        raise SystemExit(f"{path} holds no article that can be read.")
    return found


# --- the comparison ------------------------------------------------------------------------------------


def compare(arguments: argparse.Namespace) -> None:
    """Run all sides by turns and print their speeds, their ratios, and where our time goes."""
    runs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for number in range(1, arguments.runs + 1):
        for side in SIDES:
            runs[side].append(_run(arguments, side))
        speeds = (f"{side} {_speed(runs[side][-1]):,.0f}" for side in SIDES)
        print(f"run {number}, words a second: {', '.join(speeds)}", flush=True)
    median = {side: statistics.median(map(_speed, done)) for side, done in runs.items()}
    ours = median["zegsman"]
    print(f"\n{'median of':<14}{'words':>10}{'words a second':>16}{'zegsman is':>20}")
    for side in SIDES:
        beside = "" if side == "zegsman" else f"{ours / median[side]:.2f} times as fast"
        print(f"{side:<14}{runs[side][0]['words']:>10,}{median[side]:>16,.0f}{beside:>20}")
    print(f"\n{'where the time goes':<24}{'seconds':>9}{'share':>8}")
    whole = statistics.median(run["seconds"] for run in runs["zegsman"])
    for part in runs["zegsman"][0]["parts"]:
        seconds = statistics.median(run["parts"][part] for run in runs["zegsman"])
        print(f"{part:<24}{seconds:>9.2f}{seconds / whole:>8.0%}")
    print(f"{'all':<24}{whole:>9.2f}")


def _run(arguments: argparse.Namespace, side: str) -> dict[str, Any]:
    """Run one side in a process of its own, on one core."""
    command = [sys.executable, __file__, str(arguments.articles), "--side", side]
    done = subprocess.run(
        [*command, "--words", str(arguments.words)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=_on_one_core if hasattr(os, "sched_setaffinity") else None,
    )
    return json.loads(done.stdout)


def _on_one_core() -> None:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-1:])


def _speed(run: dict[str, Any]) -> float:
    return run["words"] / run["seconds"]


# --- one side ------------------------------------------------------------------------------------------


def zegsman(read: list[Article], _: int) -> dict[str, Any]:
    """Extract from every article; `parts` says what of the seconds went where."""
    pipeline = Pipeline()
    nlp, _fingerprint = pipeline.nlp, pipeline.fingerprint
    parts: dict[str, float] = {}
    for name, component in nlp.pipeline:
        _timed(type(component), "__call__", name.removeprefix("zegsman_"), parts)
    _timed(subject, "of", "subject", parts)
    _timed(comparison, "shingles", "shingles", parts)
    seconds = _seconds(lambda: [pipeline.extract(article) for article in read])
    parts["rest"] = seconds - sum(parts.values())
    tokenizer = spacy.blank("nl")
    return {"words": _words(tokenizer, read), "seconds": seconds, "parts": parts}


def tokenize(read: list[Article], _: int) -> dict[str, Any]:
    """Cut every article into words."""
    nlp = spacy.blank("nl")
    seconds = _seconds(lambda: _words(nlp, read))
    return {"words": _words(nlp, read), "seconds": seconds}


def statistical(read: list[Article], words: int) -> dict[str, Any]:
    """Tag, parse and name the first `words` words, with weights as they are before training."""
    nlp = spacy.blank("nl")
    some, count = [], 0
    while count < words and len(some) < len(read):
        count += len(nlp.make_doc(read[len(some)].text))
        some.append(read[len(some)])
    nlp = spacy.blank("nl")
    for name in STATISTICAL:
        nlp.add_pipe(name)
    for name, labels in (("tagger", ("N", "V")), ("parser", ("nsubj", "obj")), ("ner", ("PER", "ORG"))):
        for label in labels:
            nlp.get_pipe(name).add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    texts = [article.text for article in some]
    seconds = _seconds(lambda: [None for batch in minibatch(texts, 32) for _ in nlp.pipe(batch)])
    return {"words": count, "seconds": seconds}


MEASURED: dict[str, Callable[[list[Article], int], dict[str, Any]]] = dict(
    zip(SIDES, (zegsman, tokenize, statistical), strict=True)
)


def _words(nlp: Language, read: list[Article]) -> int:
    return sum(len(nlp.make_doc(article.text)) for article in read)


def _seconds(call: Callable[[], object]) -> float:
    """Return how long the processor was busy with a call: others that run on it do not count."""
    start = time.process_time()
    call()
    return time.process_time() - start


def _timed(owner: type | ModuleType, name: str, part: str, parts: dict[str, float]) -> None:
    """Have every call of a function or method counted under `part`."""
    call = getattr(owner, name)
    parts[part] = 0.0

    def timed(*arguments: Any) -> Any:
        start = time.process_time()
        try:
            return call(*arguments)
        finally:
            parts[part] += time.process_time() - start

    setattr(owner, name, timed)


# --- damaged articles ----------------------------------------------------------------------------------


def read_mutated(whole: list[Article], count: int) -> None:
    """Read `count` damaged articles and print what went wrong with them, and how long the longest took."""
    pipeline = Pipeline()
    pipeline.extract(whole[0])  # what is loaded with the first
    taken: list[tuple[float, str, int]] = []
    wrong = 0
    for number, article in enumerate(islice(_mutated(whole), count)):
        start = time.process_time()
        try:
            found = pipeline.extract(article)
        except Exception:
            wrong += 1
            print(f"{article.source}: {traceback.format_exc()}")
            continue
        taken.append((time.process_time() - start, article.source, len(article.text)))
        if problems := flaws(found):
            wrong += 1
            print(f"{article.source}: {problems[0]}")
        if not (number + 1) % 1000:
            print(f"{number + 1} read", file=sys.stderr, flush=True)
    taken.sort(reverse=True)
    median = statistics.median(seconds for seconds, _, _ in taken)
    print(f"{count} damaged articles, {wrong} raised or broke; median {1000 * median:.1f} ms, longest:")
    for seconds, source, length in taken[:5]:
        print(f"  {seconds / median:6.1f} times the median: {length:,} characters, {source}")


def _mutated(whole: list[Article]) -> Iterator[Article]:
    """Give damaged forms of the articles, the same in every run."""
    chance = random.Random(_SEED)
    for article in cycle(whole):
        text, damage = mutated(article.text, chance)
        source = f"{article.source} ({', '.join(damage)})"
        yield replace(article, id=article_id(None, text), text=text, source=source, parts=(), links=())


if __name__ == "__main__":
    main()
