"""All there is on one person, and how articles present several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.errors import NotFound
from graph.lines import AppearanceLine, CheckLine, Dossier, Filters, StatementLine
from graph.reports.claim import claims_of
from graph.reports.pair import apart_from
from graph.reports.reused import signals_of
from graph.reports.rows import appearance_line, article_line, ask, by_id, person_line, statement_line
from graph.reports.selection import select
from graph.store import Store


def dossier(store: Store, person_id: str, filters: Filters | None = None) -> Dossier:
    """Return all there is on the person whose id this is, or was.

    With filters, of their appearances those that meet them. NotFound if there is none.
    """
    rows = by_id(store, person_id)
    if not rows:
        raise NotFound("not_found", location=store.location, id=person_id)
    person, selection = person_line(rows[0]["person"]), select(store, filters)
    formerly = (person_line(row["person"]) for row in ask(store, "persons_by_former_id", id=person_id))
    appearances = appearances_of(store, [person.id])[person.id]
    shown = tuple(one for one in appearances if selection is None or one.id in selection.appearances)
    apart = apart_from(store, [person.id])[person.id]
    return Dossier(
        person=person,
        signals=signals_of(store, [person.id])[person.id],
        namesakes=tuple(pair.other for pair in apart),
        appearances=shown,
        claims=claims_of(store, [person.id]),
        formerly=tuple(one for one in formerly if one.id != person.id),
        apart=apart,
        left_out=len(appearances) - len(shown),
    )


def appearances_of(store: Store, persons: Sequence[str]) -> dict[str, tuple[AppearanceLine, ...]]:
    """Return how articles present each of these persons, by date; what they say, and what was looked up."""
    said: dict[str, list[StatementLine]] = defaultdict(list)
    for row in ask(store, "statements_of_persons", persons=list(persons)):
        said[row["appearance"]].append(statement_line(row))
    rows = ask(store, "appearances_of_persons", persons=list(persons))
    checks = _checks(store, [row["appearance"]["id"] for row in rows])
    found: dict[str, tuple[AppearanceLine, ...]] = defaultdict(tuple)
    for row in rows:
        id = row["appearance"]["id"]
        line = appearance_line(row["appearance"], article_line(row), row["text"], said[id], checks[id])
        found[row["person"]] += (line,)
    return found


def _checks(store: Store, appearances: list[str]) -> dict[str, list[CheckLine]]:
    """Return what was looked up about each of these appearances, the earliest first."""
    found: dict[str, list[CheckLine]] = defaultdict(list)
    rows = ask(store, "checks_of_appearances", appearances=appearances)
    for row in sorted(rows, key=lambda row: (row["at"], row["id"])):
        check = row["check"]
        found[row["appearance"]].append(
            CheckLine(check["register"], check["outcome"], check.get("note"), check["by"], check["at"])
        )
    return found
