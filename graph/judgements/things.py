"""What a word on a command line means among the things that can be decided upon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph import queries
from graph.errors import NotFound
from graph.judgements.targets import Target, target
from graph.store import Store

# The start of an id, as people copy it: fewer digits than these are more likely a word.
START_OF_ID = re.compile(r"[0-9a-f]{6,32}")


@dataclass(frozen=True, slots=True)
class Thing:
    """An observation: its type, id and article; `name_key` is empty where it has no name."""

    label: str
    id: str
    article: str
    name_key: str = ""


def by_id(store: Store, word: str) -> tuple[Thing, ...]:
    """Return the articles, appearances, mentions and statements whose id is, or else starts with, `word`."""
    if not START_OF_ID.fullmatch(word):
        return ()
    ids = [word]
    if not (rows := store.read(queries.text("judgements/things"), ids=ids)):
        ids = [row["id"] for row in store.read(queries.text("judgements/ids_that_start"), start=word)]
        rows = store.read(queries.text("judgements/things"), ids=ids)
    found = (
        Thing(
            row["label"],
            row["properties"]["id"],
            row["article"],
            row["properties"].get("name_key") or row["properties"].get("key") or "",
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda thing: (thing.label, thing.id)))


def members(store: Store, persons: Sequence[str]) -> dict[str, list[str]]:
    """Return the ids of the appearances of each of these persons."""
    found: dict[str, list[str]] = {person: [] for person in persons}
    for row in store.read(queries.text("judgements/members"), persons=list(persons)):
        found[row["person"]].append(row["id"])
    return found


def in_article(store: Store, appearances: Sequence[str], article: str) -> list[Thing]:
    """Return those of these appearances that stand in `article`."""
    rows = store.read(queries.text("judgements/things"), ids=list(appearances))
    return [
        Thing(row["label"], row["properties"]["id"], row["article"], row["properties"]["name_key"])
        for row in rows
        if row["article"] == article
    ]


def targets_of(store: Store, sides: Sequence[tuple[str, int]]) -> tuple[Target, ...]:
    """Return what a judgement stores of the observations with these ids, each with its side.

    NotFound if one is not there.
    """
    rows = store.read(queries.text("judgements/things"), ids=[id for id, _ in sides])
    by_id = {row["properties"]["id"]: row for row in rows}
    for id, _ in sides:
        if id not in by_id:
            raise NotFound("not_found", location=store.location, id=id)
    found = {
        target(row["label"], row["article"], row["properties"], side)
        for id, side in sides
        for row in (by_id[id],)
    }
    return tuple(sorted(found))
