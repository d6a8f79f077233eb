"""Persons: lists of them, whom a word means, and which of an article's were seen before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from graph.lines import ArticleLine, PersonLine, Seen
from graph.reports.rows import Row, article_line, ask, by_id, key_of, person_line
from graph.store import Store
from graph.values import most_used

# The start of an id, as people copy it: fewer digits than these are more likely a word.
_START_OF_ID = re.compile(r"[0-9a-f]{6,32}")
_FOUND = 50


def people(
    store: Store,
    text: str | None = None,
    kind: str | None = None,
    limit: int = 100,
    offset: int = 0,
    order: str = "stories",
) -> tuple[PersonLine, ...]:
    """Return persons of `kind` whose name, roles, towns or affiliations hold `text`; None means any.

    `order` is `stories`, `articles`, `statements`, `last` (the latest published first) or `name`.
    """
    rows = ask(
        store,
        "people",
        text=text or None,
        key=key_of(text),
        kind=kind,
        limit=limit,
        offset=offset,
        order=order,
    )
    return tuple(person_line(row["person"]) for row in rows)


def find_person(store: Store, word: str) -> tuple[PersonLine, ...]:
    """Return the persons that `word` means: an id ever shown or the start of one, else part of a name."""
    if _START_OF_ID.fullmatch(word):
        rows = by_id(store, word) or ask(store, "persons_by_start_of_id", start=word)
        if rows:
            return tuple(person_line(row["person"]) for row in rows)
    rows = ask(store, "persons_by_name", key=key_of(word), text=word, limit=_FOUND)
    return tuple(person_line(row["person"]) for row in rows)


def persons(store: Store, ids: Sequence[str]) -> tuple[PersonLine, ...]:
    """Return the persons with these ids, by id."""
    return tuple(person_line(row["person"]) for row in ask(store, "persons", ids=list(ids)))


def persons_of(store: Store, appearances: Sequence[str]) -> dict[str, PersonLine]:
    """Return the person of each of these appearances; ids of anything else have none."""
    rows = ask(store, "persons_of_appearances", ids=list(appearances))
    return {row["appearance"]: person_line(row["person"]) for row in rows}


def articles_of_persons(store: Store, persons: Sequence[str]) -> dict[str, tuple[ArticleLine, ...]]:
    """Return the articles that present each of these persons, by date."""
    found: dict[str, tuple[ArticleLine, ...]] = defaultdict(tuple)
    for row in ask(store, "articles_of_persons", persons=list(persons)):
        found[row["person"]] += (article_line(row),)
    return found


def seen_before(store: Store, article_ids: Sequence[str]) -> tuple[Seen, ...]:
    """Return the persons of these articles who are in several stories, with what these articles add.

    Nothing is new of a person whom the store knows from these articles alone.
    """
    here = set(article_ids)
    persons: dict[str, list[Row]] = {}
    for row in ask(store, "seen_before", articles=sorted(here)):
        persons.setdefault(row["person"]["id"], []).append(row)

    def new(rows: list[Row], what: str) -> tuple[str, ...]:
        before = [row for row in rows if row["article"] not in here]
        known = {row[what].casefold() for row in before if row[what]}
        added = most_used(row[what] for row in rows if before and row["article"] in here)
        return tuple(sorted(value for value in added if value.casefold() not in known))

    return tuple(
        Seen(person_line(rows[0]["person"]), new(rows, "place"), new(rows, "role"), new(rows, "publisher"))
        for rows in persons.values()
    )
