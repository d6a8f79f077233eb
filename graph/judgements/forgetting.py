"""Forgetting: a person or an article leaves the store, and does not come back with the next ingest.

Every function wants the store's lease held, and leaves the conclusions to `graph.resolve.resolve`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph import cypher, model, queries
from graph.errors import NotFound
from graph.judgements import bans, masking, now, targets
from graph.judgements.bans import Bans
from graph.load import tidy
from graph.model import Changes, Row
from graph.store import Read, Store
from ingest.extraction import content_id

PERSON, ARTICLE = "person", "article"

# Lists of a judgement that run side by side, one place for each thing it is about.
_LISTS = ("labels", "articles", "name_keys", "starts", "ends", "sides")
# What somebody wrote in a judgement; it may well say who it is about.
_WORDS = ("why", "value", "note", "withdrawn_why")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """That something was forgotten: `kind` is `person` or `article`, by whom and when (UTC).

    `articles` are those in which text was masked; `hashes` is how many hashes bar it from coming back.
    """

    id: str
    kind: str
    by: str
    at: str
    articles: tuple[str, ...]
    hashes: int


def read(read: Read) -> tuple[Forgotten, ...]:
    """Return what was forgotten, the earliest first."""
    rows = [row["forgotten"] for row in read(queries.text("judgements/forgotten"))]
    found = (
        Forgotten(row["id"], row["kind"], row["by"], row["at"], tuple(row["articles"]), len(row["hashes"]))
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def person(store: Store, appearances: Sequence[str], by: str) -> Forgotten:
    """Take somebody, given by the ids of their appearances, out of every article, and bar them.

    In the kept texts what names and quotes them is masked at equal length; the originals' bytes go, and so
    do all observations of them and the words of what was decided or looked up about them.
    """
    known = bans.read(store.read)
    rows = store.read(queries.text("judgements/things"), ids=list(appearances))
    by_article: dict[str, list[str]] = {}
    for row in rows:
        by_article.setdefault(row["article"], []).append(row["properties"]["id"])
    changes, hashes = Changes(), set[str]()
    for article, ids in sorted(by_article.items()):
        stored = observed(store.read, article)
        (line,) = stored.nodes["Article"]
        for row in stored.nodes["Appearance"]:
            if row["id"] in ids:
                hashes.update(known.of_person(row, line))
        masking.mask(stored, article, ids)
        _replace(changes, store.read, article, stored)
        _drop(store, changes, [article])
    _forget_words(changes, store.read, sorted(by_article), appearances)
    return _write(store, changes, known, PERSON, by, sorted(by_article), hashes)


def article(store: Store, article_id: str, by: str) -> Forgotten:
    """Take an article out of the store, and bar its address and its text."""
    known = bans.read(store.read)
    stored = observed(store.read, article_id)
    if not stored.nodes:
        raise NotFound("not_found", location=store.location, id=article_id)
    (line,) = stored.nodes["Article"]
    changes = Changes()
    people = [row["id"] for row in stored.nodes.get("Appearance", ())]
    _replace(changes, store.read, article_id, Changes())
    _drop(store, changes, [article_id], wholly=True)
    _forget_words(changes, store.read, [article_id], people)
    hashes = set(known.of_article(line.get("url"), line["text"]))
    return _write(store, changes, known, ARTICLE, by, [], hashes)


def lift(store: Store, forgotten_id: str) -> None:
    """Let back in what was forgotten: what comes next is read again. NotFound if nothing has this id."""
    if forgotten_id not in {one.id for one in read(store.read)}:
        raise NotFound("forgotten_unknown", location=store.location, id=forgotten_id)
    store.write([Changes(remove={"Forgotten": [forgotten_id]})])


def observed(read: Read, article: str) -> Changes:
    """Return everything that was observed in an article, as rows; nothing if there is no such article."""
    found, schema = Changes(), model.load()
    ids: dict[str, list[str]] = {}
    for row in read(queries.text("store/observations_of"), articles=[article]):
        ids.setdefault(row["label"], []).append(row["id"])
    for label, wanted in ids.items():
        found.nodes[label] = [row["properties"] for row in read(cypher.nodes_of(label), ids=sorted(wanted))]
    for type, spec in schema.relationships.items():
        if spec.layer == "observation":
            for start, end in spec.ends:
                for row in read(cypher.relationships_of(type, start, end), ids=ids.get(start, [])):
                    found.relate(type, (start, row["start"]), (end, row["end"]), **row["properties"])
    listed = sorted({row["to"] for row in found.relationships.get(("LISTS", "Article", "Reference"), ())})
    references = read(cypher.nodes_of("Reference"), ids=listed)
    found.nodes |= {"Reference": [row["properties"] for row in references]} if references else {}
    return found


def _replace(changes: Changes, read: Read, article: str, new: Changes) -> None:
    """Replace all that was observed in an article by `new`."""
    kept = {label: {row["id"] for row in rows} for label, rows in new.nodes.items()}
    for row in read(queries.text("store/observations_of"), articles=[article]):
        if row["id"] not in kept.get(row["label"], ()):
            changes.remove.setdefault(row["label"], []).append(row["id"])
    for type in ("LISTS", "LINKS_TO"):
        changes.unrelate.setdefault((type, "Article"), []).append(article)
    changes.extend(new)


def _drop(store: Store, changes: Changes, articles: list[str], wholly: bool = False) -> None:
    """Drop the bytes of the originals of these articles; of an article that goes `wholly`, the record too."""
    for row in store.read(queries.text("judgements/captures"), articles=articles):
        store.originals.drop(row["capture"]["id"])
        if wholly and row["articles"] == 1:
            changes.remove.setdefault("Capture", []).append(row["capture"]["id"])
        else:
            changes.node("Capture", **row["capture"] | {"dropped": True})


def _forget_words(changes: Changes, read: Read, articles: list[str], appearances: Iterable[str]) -> None:
    """Take the words out of what was decided and looked up about somebody, and where former ids lead."""
    gone = set(appearances)
    for row in read(queries.text("judgements/about"), articles=articles, ids=sorted(gone)):
        changes.node(row["label"], **_without_words(row["judgement"], row["keys"]))
    for row in read(queries.text("judgements/formerly"), ids=sorted(gone)):
        changes.node("Formerly", id=row["id"], ids=[id for id in row["ids"] if id not in gone])
    changes.remove.setdefault("Formerly", []).extend(sorted(gone))


def _without_words(judgement: Row, keys: list[str]) -> Row:
    """Return a judgement without what it says in words, and without these names among what it is about."""
    kept = [place for place, target in enumerate(targets.of_row(judgement)) if target.name_key not in keys]
    row = {name: value for name, value in judgement.items() if name not in _WORDS}
    return row | {name: [row[name][place] for place in kept] for name in _LISTS if name in row}


def _write(
    store: Store, changes: Changes, known: Bans, kind: str, by: str, articles: list[str], hashes: set[str]
) -> Forgotten:
    at = now()
    id = content_id("forgotten", kind, by, at, *sorted(hashes))
    changes.node("Forgotten", id=id, kind=kind, by=by, at=at, articles=articles, hashes=sorted(hashes))
    meta: dict[str, Any] = store.read(queries.text("store/meta"))[0]
    changes.node("Meta", id="store", **meta | {"ban_key": known.key})
    store.write([changes])
    tidy(store)
    return Forgotten(id, kind, by, at, tuple(articles), len(hashes))
