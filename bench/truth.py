"""Compares what the program concludes with the truth about an invented newsroom.

    python bench/newsroom.py OUT --articles 1000 --seed 1
    python bench/truth.py OUT [--store PATH]

Takes OUT/articles.jsonl into a new store, or reads the store given, concludes from its observations, and
prints how well persons, stories, twins and claims agree with OUT/truth.json. Beside each figure stands what
plain equality of strings reaches: one name, one person; one text, one story; one sentence, one claim. For
stories and claims there is MinHash too (`bench/minhash.py`).
Only what was extracted can be concluded from, so that the share that was is printed first.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

if not __package__:  # run as a command: this folder's ingest.py would hide the package of that name
    sys.path[0] = str(Path(__file__).parents[1])

from bench import minhash
from bench.agreement import Agreement, b_cubed, pairwise, share
from graph.keys import key
from graph.model import Changes
from graph.resolve.conclusions import conclude
from graph.resolve.groups import Groups
from graph.resolve.observed import Appearance, Observed, Sentence, read
from graph.store import open_store

# Sentences with fewer words are said by everyone, and count for no claim of plain equality either.
LEAST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: how many things, the agreement reached, that of equal strings, and of MinHash."""

    what: str
    things: int
    ours: Agreement
    plain: Agreement | None = None
    minhash: Agreement | None = None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="what bench/newsroom.py wrote")
    parser.add_argument("--store", help="a store that has the articles already")
    arguments = parser.parse_args()
    truth = json.loads((arguments.folder / "truth.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory(prefix="zegsman-bench-") as name:
        location = arguments.store or str(Path(name) / "store")
        if not arguments.store:
            ingest(arguments.folder / "articles.jsonl", location)
        with open_store(location) as store:
            observed = owned(read(store.read), arguments.folder / "publishers.toml")
    show(rows(observed, conclude(observed), truth))


def ingest(articles: Path, location: str) -> None:
    """Take articles into the store at `location`, which is made, and conclude nothing yet."""
    from app.reading import Inputs, extractor
    from app.reading import reread as reread_original
    from graph.load import Loader

    with open_store(location) as store:
        store.ensure_schema()
        with store.lease("bench"), extractor(None) as finder:
            loader = Loader(store, finder.extract, finder.fingerprint, reread_original)
            for _ in loader.load(iter(Inputs((str(articles),)))):
                pass


def owned(observed: Observed, publishers: Path) -> Observed:
    """Return what was observed, the newsroom's publishers with the owners that `publishers` names."""
    listed = tomllib.loads(publishers.read_text("utf-8"))["publisher"]
    owners = {entry["title"]: entry["owner"] for entry in listed}
    articles = (replace(a, owner=a.owner or owners.get(a.publisher or "")) for a in observed.articles)
    return replace(observed, articles=tuple(articles))


def rows(observed: Observed, concluded: Changes, truth: Mapping[str, Any]) -> Iterator[Row]:
    """Yield how well the conclusions agree with the truth, a row for each question."""
    urls = {article.id: article.url or "" for article in observed.articles}
    yield from person_rows(observed.appearances, urls, related(concluded, "REFERS_TO"), truth)
    yield from story_rows(observed, related(concluded, "TELLS"), truth)
    yield twin_row(urls, concluded, truth)
    yield from claim_rows(observed.sentences, urls, related(concluded, "EXPRESSES"), truth)


def related(concluded: Changes, type: str) -> dict[str, str]:
    """Return where the relationships of a type lead, by where they start."""
    return {
        row["from"]: row["to"]
        for (name, _, _), found in concluded.relationships.items()
        if name == type
        for row in found
    }


# --- persons -------------------------------------------------------------------------------------------


def person_rows(
    appearances: Iterable[Appearance],
    urls: Mapping[str, str],
    person_of: Mapping[str, str],
    truth: Mapping[str, Any],
) -> Iterator[Row]:
    """Yield the rows about persons; `urls` gives an article's address, `person_of` an appearance's person."""
    persons = {person["id"]: person for person in truth["persons"]}
    matched = match(appearances, urls, truth["appearances"])
    extracted = Agreement(None, share(len(matched), len(truth["appearances"])))
    yield Row("appearances extracted", len(truth["appearances"]), extracted)
    bearers, spellings = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for row in matched.values():
        bearers[row["name"]].add(row["person"])
        spellings[row["person"]].add(row["name"])
    full = {id: row for id, row in matched.items() if persons[row["person"]]["full"]}
    chosen = {
        "persons": full,
        "  namesakes": {id: row for id, row in full.items() if len(bearers[row["name"]]) > 1},
        "  variants": {id: row for id, row in full.items() if len(spellings[row["person"]]) > 1},
        "  reused experts": {id: row for id, row in full.items() if persons[row["person"]]["invented"]},
        "given names too": matched,
    }
    for what, some in chosen.items():
        true = {id: row["person"] for id, row in some.items()}
        named = {id: row["name"] for id, row in some.items()}
        found = {id: person_of[id] for id in some}
        yield Row(f"{what}, B³", len(some), b_cubed(found, true), b_cubed(named, true))
        yield Row(f"{what}, pairs", len(some), pairwise(found, true), pairwise(named, true))


def match(
    appearances: Iterable[Appearance], urls: Mapping[str, str], true: Iterable[Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    """Return the true appearance for each extracted one that is one: of that name, or with it in its name."""
    by_article: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        by_article[urls[appearance.article]].append(appearance)
    matched: dict[str, Mapping[str, Any]] = {}
    for row in true:
        wanted = f" {key(row['name'])} "
        there = sorted(by_article[row["article"]], key=lambda a: key(a.name).strip() != wanted.strip())
        for appearance in there:
            if appearance.id not in matched and wanted in f" {key(appearance.name)} ":
                matched[appearance.id] = row
                break
    return matched


# --- stories and twins ---------------------------------------------------------------------------------


def story_rows(observed: Observed, story_of: Mapping[str, str], truth: Mapping[str, Any]) -> Iterator[Row]:
    """Yield how the articles that are copies were told from all others, pair by pair."""
    told = {url: story["id"] for story in truth["stories"] for url in story["articles"]}
    true: dict[Hashable, Hashable] = {a.id: told.get(a.url or "", a.id) for a in observed.articles}
    found = {id: story_of[str(id)] for id in true}
    texts = {a.id: a.shingles for a in observed.articles}
    divisions = (found, {id: text or id for id, text in texts.items()}, minhash.groups(texts))
    yield Row("copies as one story, pairs", len(told), *(pairwise(groups, true) for groups in divisions))


def twin_row(urls: Mapping[str, str], concluded: Changes, truth: Mapping[str, Any]) -> Row:
    """Return how many of the pairs of stories made from one template were found.

    Stories made from one model are twins of each other too.
    """
    story_of = {urls[article]: story for article, story in related(concluded, "TELLS").items()}
    found = {
        frozenset((row["from"], row["to"]))
        for (name, _, _), made in concluded.relationships.items()
        if name == "TWIN_OF"
        for row in made
    }
    templates = Groups(story_of.values())
    for twin in truth["twins"]:
        templates.join(*(story_of[articles[0]] for articles in twin["articles"]))
    true = {frozenset(pair) for made in templates.all().values() for pair in combinations(made, 2)}
    right = len(found & true)
    return Row("twins", len(true), Agreement(share(right, len(found)), share(right, len(true))))


# --- claims --------------------------------------------------------------------------------------------


def claim_rows(
    sentences: Iterable[Sentence],
    urls: Mapping[str, str],
    claim_of: Mapping[str, str],
    truth: Mapping[str, Any],
) -> Iterator[Row]:
    """Yield how pairs of sentences that are one claim were found, by how the claim was said again.

    What several say in the same words that was planted as no claim ("Zo simpel is het.") is neither right
    nor wrong, and neither are the sentences of copies.
    """
    known = list(sentences)
    total = sum(len(claim["sentences"]) for claim in truth["claims"])
    matched = _sentences(known, urls, truth)
    yield Row("claims' sentences extracted", total, Agreement(None, share(len(matched), total)))
    words = {s.id: s.words for s in known if len(s.words) >= LEAST_WORDS}
    plain = {id: " ".join(of) for id, of in words.items()}
    divisions = (claim_of, plain, minhash.groups(words))
    kinds = {
        "verbatim": {"verbatim"},
        "edited": {"edited"},
        "reworded": {"reworded"},
        "in an indirect form": {"form"},
    }
    pairs = {how: list(_true_pairs(matched, wanted)) for how, wanted in kinds.items()}
    for how, true in pairs.items():
        recall = (share(sum(_together(groups, pair) for pair in true), len(true)) for groups in divisions)
        yield Row(f"claims {how}, pairs", len(true), *(Agreement(None, value) for value in recall))
    precision = (Agreement(_precision(groups, known, matched), None) for groups in divisions)
    yield Row("claims, all pairs", total, *precision)


def _said(truth: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for claim in truth["claims"]:
        for sentence in claim["sentences"]:
            yield sentence | {"claim": claim["id"]}


def _sentences(
    known: Iterable[Sentence], urls: Mapping[str, str], truth: Mapping[str, Any]
) -> dict[str, Mapping[str, Any]]:
    """Return the true sentence for each extracted one that has its words, or is part of it."""
    there: dict[str, list[tuple[str, Sentence]]] = defaultdict(list)
    for sentence in known:
        there[urls[sentence.article]].append((key(sentence.text), sentence))
    matched: dict[str, Mapping[str, Any]] = {}
    for row in _said(truth):
        wanted = key(row["text"])
        for text, sentence in there[row["article"]]:
            near = wanted in text or (text in wanted and 2 * len(text) > len(wanted))
            if near and sentence.id not in matched:
                matched[sentence.id] = row
                break
    return matched


def _true_pairs(matched: Mapping[str, Mapping[str, Any]], hows: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of sentences that are one claim, told apart by the farther of the two wordings."""
    by_claim: dict[str, list[str]] = defaultdict(list)
    for id, row in matched.items():
        by_claim[row["claim"]].append(id)
    for ids in by_claim.values():
        for one, other in combinations(ids, 2):
            a, b = matched[one], matched[other]
            if (a["story"], a["person"]) != (b["story"], b["person"]) and _how(a, b) in hows:
                yield one, other


def _how(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    if one["text"] == other["text"]:
        return "verbatim"
    hows = {one["how"], other["how"]}
    return next((how for how in ("reworded", "edited") if how in hows), "form")


def _together(groups: Mapping[str, str], pair: tuple[str, str]) -> bool:
    return pair[0] in groups and groups[pair[0]] == groups.get(pair[1])


def _precision(
    groups: Mapping[str, str],
    known: Iterable[Sentence],
    matched: Mapping[str, Mapping[str, Any]],
) -> float | None:
    """Return the share of pairs found together that are one claim.

    What was not planted and has the same words ("Er ligt een plan", "dat er een plan ligt") is neither right
    nor wrong.
    """
    by_id = {sentence.id: sentence for sentence in known}
    members: dict[str, list[str]] = defaultdict(list)
    for id, group in groups.items():
        members[group].append(id)
    right = wrong = 0
    for ids in members.values():
        for one, other in combinations(ids, 2):
            a, b = matched.get(one), matched.get(other)
            if a and b and a["claim"] == b["claim"]:
                right += 1
            elif _wording(by_id[one].text) != _wording(by_id[other].text):
                wrong += 1
    return share(right, right + wrong)


def _wording(text: str) -> list[str]:
    return sorted(key(text).split())


# --- the table -----------------------------------------------------------------------------------------


def show(table: Iterable[Row]) -> None:
    """Print the rows: precision, recall and F1, ours and those of string equality and MinHash."""
    print(f"{'':34}{'things':>8}{'P':>8}{'R':>7}{'F1':>7}{'equal':>10}{'':14}{'MinHash':>10}")
    for row in table:
        figures = "   ".join(map(_figures, (row.ours, row.plain, row.minhash)))
        print(f"{row.what:34}{row.things:>8} {figures}".rstrip())


def _figures(agreement: Agreement | None) -> str:
    if agreement is None:
        return " " * 21
    values = (agreement.precision, agreement.recall, agreement.f1)
    return "".join(f"{'–' if value is None else format(value, '.3f'):>7}" for value in values)


if __name__ == "__main__":
    main()
