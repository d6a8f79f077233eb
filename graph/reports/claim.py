"""Claims: sentences that say the same, and who says them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.lines import ClaimLine, Filters, SentenceLine
from graph.reports.rows import Row, article_line, ask, person_line
from graph.reports.selection import select
from graph.store import Store


def claims(
    store: Store, filters: Filters | None = None, limit: int | None = None, least: int = 2
) -> tuple[ClaimLine, ...]:
    """Return the claims that stand in at least `least` stories.

    Those in several mouths come first, of these what most people with a name say, and then what titles of
    most owners publish: others may have it from one source. With filters, those of which at least one
    sentence meets them.
    """
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ask(store, "claims", least=least):
        found[row["claim"]].append(row)
    selection = select(store, filters)
    wanted = [
        claim
        for claim, rows in found.items()
        if selection is None or any(selection.has_said(row["article"], row["appearance"]) for row in rows)
    ]
    wanted.sort(key=lambda claim: (*_rank(found[claim]), claim))
    return claim_lines(store, wanted[:limit])


def claims_of(store: Store, persons: list[str]) -> tuple[ClaimLine, ...]:
    """Return the claims that these persons make, those of most stories first."""
    return claim_lines(store, [row["claim"] for row in ask(store, "claims_of_persons", persons=persons)])


def claim_lines(store: Store, ids: Sequence[str]) -> tuple[ClaimLine, ...]:
    """Return the claims with these ids, in their order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ask(store, "sentences_of_claims", claims=list(ids)):
        found[row["claim"]].append(row)
    return tuple(_claim(found[id]) for id in ids if id in found)


def _rank(rows: list[Row]) -> tuple[bool, int, int, int, int]:
    named = {row["name_key"] for row in rows if row["name_key"]}
    return _mouths(rows) < 2, -len(named), -_owners(rows), -_mouths(rows), -rows[0]["stories"]


def _owners(rows: list[Row]) -> int:
    """Return how many owners of titles there are; one without a known owner is its own."""
    return len({row["owner"] for row in rows if row["owner"]})


def _mouths(rows: list[Row]) -> int:
    """Return how many say so, by name."""
    return len({row["name_key"] or row["source_name"].casefold() for row in rows})


def _claim(rows: list[Row]) -> ClaimLine:
    persons = {row["person"]["id"]: person_line(row["person"]) for row in rows if row["person"]}
    return ClaimLine(
        id=rows[0]["claim"],
        text=rows[0]["claim_text"],
        stories=rows[0]["stories"],
        persons=tuple(persons[id] for id in sorted(persons)),
        sentences=tuple(
            SentenceLine(
                id=row["sentence"],
                text=row["text"],
                start=row["start"],
                end=row["end"],
                article=article_line(row),
                statement=row["statement"],
                source_name=row["source_name"],
                person=row["person"]["id"] if row["person"] else None,
                role=row["role"],
            )
            for row in rows
        ),
        mouths=_mouths(rows),
        owners=_owners(rows),
    )
