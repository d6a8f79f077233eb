"""One person or two: our own gold of real namesakes, variants and look-alikes, and known people of a corpus.

    python bench/identity.py [--corpus FOLDER]

Takes the short texts of `tests/gold_identity/` through reading, a store and `graph.resolve`, and prints how
well the persons agree with the gold, beside plain equality of names. With `--corpus` also those of FOLDER's
`identity.json`, whose `same_person` are people known to recur and `different_people_same_surname` people who
share a surname, in the articles of `identity_articles.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

if not __package__:  # run as a command: this folder's ingest.py would hide the package of that name
    sys.path[0] = str(Path(__file__).parents[1])

from bench.agreement import Agreement, pairwise, share
from bench.truth import Row, ingest, match, related, show
from graph.resolve.conclusions import conclude
from graph.resolve.observed import Observed, read
from graph.store import open_store
from ingest.address import canonical

GOLD = Path(__file__).parents[1] / "tests" / "gold_identity"


@dataclass(frozen=True, slots=True)
class Gold:
    """Articles for `ingest`, and whom they show.

    An appearance has article (its address), name and person. By person, `kinds` says of which part of the
    gold they are, and `entries` of which of its entries: namesakes are of one.
    """

    articles: list[Mapping[str, str]] = field(default_factory=list)
    appearances: list[Mapping[str, str]] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, entry: str, person: str, name: str, address: str) -> None:
        """Add an appearance."""
        self.appearances.append({"article": address, "name": name, "person": person})
        self.kinds[person], self.entries[person] = kind, entry


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="a folder with identity.json and its articles")
    arguments = parser.parse_args()
    show(measure(gold()))
    if arguments.corpus:
        show(measure(corpus(arguments.corpus)))


def measure(gold: Gold) -> list[Row]:
    """Return, for each part of the gold, how pairs of appearances agree with it."""
    observed, person_of = resolved(gold.articles)
    return list(rows(gold, observed, person_of))


def rows(gold: Gold, observed: Observed, person_of: Mapping[str, str]) -> Iterator[Row]:
    """Yield the table's rows; a name by which nobody was found is counted in the first only."""
    urls = {article.id: article.url or "" for article in observed.articles}
    matched = match(observed.appearances, urls, gold.appearances)
    extracted = Agreement(None, share(len(matched), len(gold.appearances)))
    yield Row("appearances extracted", len(gold.appearances), extracted)
    for kind in dict.fromkeys(gold.kinds.values()):
        true: dict[Hashable, Hashable] = {
            id: row["person"] for id, row in matched.items() if gold.kinds[row["person"]] == kind
        }
        named = {id: row["name"] for id, row in matched.items() if id in true}
        found = {id: person_of[str(id)] for id in true}
        joined = pairwise(found, true)
        if joined.recall is not None:
            yield Row(f"{kind}, joined", len(true), joined, pairwise(named, true))
        entries = {id: gold.entries[row["person"]] for id, row in matched.items() if id in true}
        ours, plain = (Agreement(None, apart(groups, true, entries)) for groups in (found, named))
        if ours.recall is not None:
            yield Row(f"{kind}, kept apart", len(true), ours, plain)


def apart(
    found: Mapping[Hashable, Hashable], true: Mapping[Hashable, Hashable], entries: Mapping[Hashable, str]
) -> float | None:
    """Return the share of the pairs of one entry that are two people, which are found to be two."""
    pairs = [
        (one, other)
        for one, other in combinations(true, 2)
        if entries[one] == entries[other] and true[one] != true[other]
    ]
    return share(sum(found[one] != found[other] for one, other in pairs), len(pairs))


def resolved(articles: Sequence[Mapping[str, str]]) -> tuple[Observed, dict[str, str]]:
    """Take articles into a store of their own; return what is observed, and each appearance's person."""
    with tempfile.TemporaryDirectory(prefix="zegsman-bench-") as name:
        file = Path(name) / "articles.jsonl"
        lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
        file.write_text("".join(lines), encoding="utf-8")
        location = str(Path(name) / "store")
        ingest(file, location)
        with open_store(location) as store:
            observed = read(store.read)
    return observed, related(conclude(observed), "REFERS_TO")


def gold(folder: Path = GOLD) -> Gold:
    """Return our own gold."""
    made = Gold()
    for kind, entry, person, name, text in _texts(folder):
        number = len(made.articles) + 1
        url = f"https://zegsman.example/{number}"
        made.articles.append({"url": url, "title": f"Tekst {number}", "text": text})
        made.add(kind, entry, person, name, url)
    return made


def _texts(folder: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield each text of the gold: its part and entry, whom it shows, under which name, and the text."""
    for pair in _table(folder, "namesakes", "pair"):
        for side in ("one", "other"):
            for text in pair[side]:
                yield "namesakes", pair["name"], f"{pair['name']}, {side}", pair["name"], text
    for person in _table(folder, "variants", "person"):
        for text in person["texts"]:
            name = max((name for name in person["names"] if name in text), key=len)
            yield "variants", person["names"][0], person["names"][0], name, text
    for pair in _table(folder, "lookalikes", "pair"):
        for name, text in zip(pair["names"], pair["texts"], strict=True):
            yield "look-alikes", pair["names"][0], f"{name}, look-alike", name, text


def _table(folder: Path, file: str, name: str) -> list[dict[str, Any]]:
    return tomllib.loads((folder / f"{file}.toml").read_text("utf-8"))[name]


def corpus(folder: Path) -> Gold:
    """Return the gold of a corpus: people known to recur, and people who share a surname."""
    made = Gold()
    for line in (folder / "identity_articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        made.articles.append(article | {"url": _address(article["url"])})
    listed = json.loads((folder / "identity.json").read_text("utf-8"))
    for person in listed["same_person"]:
        for doc in person["docs"]:
            name = person["name"]
            made.add("known to recur", name, name, name, _address(doc["doc"]))
    for group in listed["different_people_same_surname"]:
        for person in group["people"]:
            name = person["name"]
            for doc in person["docs"]:
                made.add("one surname", group["surname"], f"{name}, one of many", name, _address(doc))
    return made


def _address(doc: str) -> str:
    """Return the address under which a store has an article of the corpus, some of which have none."""
    return canonical(doc) if doc.startswith("http") else f"https://zegsman.example/{doc.replace(':', '/')}"


if __name__ == "__main__":
    main()
