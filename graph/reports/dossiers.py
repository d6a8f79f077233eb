"""All there is on one person."""

from __future__ import annotations

from collections import defaultdict

from graph.errors import NotFound
from graph.lines import Dossier, StatementLine
from graph.reports.claim import claims_of
from graph.reports.pair import apart_from
from graph.reports.reused import signals_of
from graph.reports.rows import appearance_line, article_line, ask, by_id, person_line, statement_line
from graph.store import Store


def dossier(store: Store, person_id: str) -> Dossier:
    """Return all there is on the person whose id this is, or was. NotFound if there is none."""
    rows = by_id(store, person_id)
    if not rows:
        raise NotFound("not_found", location=store.location, id=person_id)
    person = person_line(rows[0]["person"])
    formerly = (person_line(row["person"]) for row in ask(store, "persons_by_former_id", id=person_id))
    said: dict[str, list[StatementLine]] = defaultdict(list)
    for row in ask(store, "statements_of_persons", persons=[person.id]):
        said[row["appearance"]].append(statement_line(row))
    appearances = tuple(
        appearance_line(row["appearance"], article_line(row), row["text"], said[row["appearance"]["id"]])
        for row in ask(store, "appearances_of_persons", persons=[person.id])
    )
    apart = apart_from(store, [person.id])[person.id]
    return Dossier(
        person=person,
        signals=signals_of(store, [person.id])[person.id],
        namesakes=tuple(pair.other for pair in apart),
        appearances=appearances,
        claims=claims_of(store, [person.id]),
        formerly=tuple(one for one in formerly if one.id != person.id),
        apart=apart,
    )
