"""How fast who is who is decided: `python bench/resolve.py [--articles N ...] [--adding N]`.

For each number of articles the people of an invented newsroom, presented as its truth has them, are compared
and joined; printed are appearances per minute, how that grows, and pairs scored per second. With
`--adding N` a newsroom of N articles goes through `zegsman ingest` into a store, then 100 articles more:
printed is what concluding anew costs after these, as a share of what the first time cost.

Processor seconds of this process; for the store also by the clock, for the engine works in another process.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

if not __package__:  # run as a command: this folder's ingest.py would hide the package of that name
    sys.path[0] = str(Path(__file__).parents[1])

from bench.press.truth import Files, newsroom
from bench.truth import ingest
from graph.resolve import comparing, resolve
from graph.resolve.groups import Groups
from graph.resolve.likeness import Told
from graph.resolve.observed import Appearance
from graph.resolve.persons import persons
from graph.store import open_store
from ingest import names
from ingest.languages.nl.name_keys import keys
from ingest.languages.nl.name_rarity import rarity
from ingest.languages.nl.naming import PREFIXES
from ingest.languages.nl.roles import role

SEED = 1
# More articles are several newsrooms: one runs out of things to say.
PART = 10_000
ADDED = 100


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--adding", type=int, metavar="N", help="add to a store of N articles")
    arguments = parser.parse_args()
    before = 0.0
    for articles in arguments.articles:
        before = measure(articles, before)
    if arguments.adding:
        with tempfile.TemporaryDirectory(prefix="zegsman-bench-") as folder:
            adding(arguments.adding, Path(folder))


def measure(articles: int, before: float) -> float:
    """Print how long the people of so many articles take; return seconds by appearance and its logarithm."""
    appearances, told = list[Appearance](), dict[str, Told]()
    for part in range(math.ceil(articles / PART)):
        presented(part, newsroom(min(articles, PART), SEED + part, held_out=False), appearances, told)
    by_id = {appearance.id: appearance for appearance in appearances}
    nodes = {node.id: node for node in comparing.nodes(by_id, told, Groups(by_id))}
    start = time.process_time()
    scored = sum(1 for _ in comparing.compared(nodes))
    pairs = scored / (time.process_time() - start)
    start = time.process_time()
    found = persons(appearances, told)
    seconds = time.process_time() - start
    growth = seconds / (len(appearances) * math.log2(len(appearances)))
    print(
        f"{articles:7} articles, {len(appearances):7} appearances: {seconds:7.2f} s, "
        f"{60 * len(appearances) / seconds:10,.0f} appearances/min, {len(found.members):7} persons, "
        f"{scored:8} pairs, {pairs:8,.0f} pairs/s"
        + (f"; seconds by n log n {growth / before:.2f} times those before" if before else ""),
        flush=True,
    )
    return growth


def presented(part: int, files: Files, appearances: list[Appearance], told: dict[str, Told]) -> None:
    """Add the appearances of a newsroom, as its truth presents them, and what its articles tell."""
    owners = {entry["title"]: entry["owner"] for entry in files.publishers}
    stories = {url: story["id"] for story in files.truth["stories"] for url in story["articles"]}
    for article in files.articles:
        told[f"{part} {article['url']}"] = Told(
            story=f"{part} {stories.get(article['url'], article['url'])}",
            publisher=article["publisher"],
            owner=owners.get(article["publisher"]),
            year=int(article["date"][:4]),
        )
    for row in files.truth["appearances"]:
        appearances.append(_appearance(f"{len(appearances):09}", f"{part} {row['article']}", row))


def _appearance(id: str, article: str, row: dict[str, Any]) -> Appearance:
    parts = names.parts(row["name"], PREFIXES)
    rare = rarity(parts)
    found = next(filter(None, (role(word.lower()) for word in (row["role"] or "").split())), None)
    return Appearance(
        id=id,
        article=article,
        name=row["name"],
        name_keys=keys(row["name"], parts),
        given=parts.given or None,
        initials=parts.initials or None,
        surname=parts.surname or None,
        kind=found.kind if found else "subject",
        role=row["role"],
        role_family=found.family if found else None,
        place=row["place"],
        affiliation=row["affiliation"],
        given_bits=rare.given,
        surname_bits=rare.surname,
    )


def adding(articles: int, folder: Path) -> None:
    """Print what it costs to conclude anew after some articles more, as a share of concluding from all."""
    made = newsroom(articles + ADDED, SEED, held_out=False).articles
    with open_store(folder / "store") as store:
        costs = []
        for part in (made[:-ADDED], made[-ADDED:]):
            file = folder / "articles.jsonl"
            file.write_text("".join(json.dumps(article) + "\n" for article in part), encoding="utf-8")
            ingest(file, str(folder / "store"))
            with store.lease("bench"):
                clock, busy = time.perf_counter(), time.process_time()
                resolve(store)
                costs.append((time.perf_counter() - clock, time.process_time() - busy))
    (all_clock, all_busy), (clock, busy) = costs
    print(
        f"{articles} articles concluded in {all_clock:.1f} s ({all_busy:.1f} s of this process), "
        f"{ADDED} more in {clock:.1f} s ({busy:.1f} s): {clock / all_clock:.0%} ({busy / all_busy:.0%})"
    )


if __name__ == "__main__":
    main()
