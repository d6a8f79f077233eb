"""How articles present people, as rows for a spreadsheet: one for each appearance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from app.phrases import in_a_line
from graph.lines import AppearanceLine, StatementLine

# The first ten are for people; the rest tells programs what is what, and the same after sorting.
COLUMNS = (
    "address", "date", "publisher", "name", "role", "town", "employer", "quote", "status", "note",
    "title", "kind", "person", "namesake_of", "appearance", "article", "story",
)  # fmt: skip

NOT_CHECKED = "not checked"


def rows(
    person: str,
    appearances: Iterable[AppearanceLine],
    namesake_of: str | None = None,
    notes: Iterable[str] = (),
) -> Iterator[dict[str, Any]]:
    """Yield a row, with the names of `COLUMNS`, for each of the appearances of a person.

    `status` says where somebody was looked up and what came of it, as codes; of who was not, `not checked`.
    `notes` on the person stand with each appearance, after which come those of its checks.
    """
    notes = tuple(notes)
    for one in appearances:
        article = one.article
        checks = [f"{check.register}: {check.outcome}" for check in one.checks]
        yield {
            "address": article.url, "date": article.published, "publisher": article.publisher,
            "name": one.name, "role": one.role, "town": one.place, "employer": one.affiliation,
            "quote": " / ".join(map(_quote, one.statements)), "status": "; ".join(checks) or NOT_CHECKED,
            "note": "; ".join([*notes, *(check.note for check in one.checks if check.note)]),
            "title": article.title, "kind": one.kind, "person": person,
            "namesake_of": namesake_of, "appearance": one.id, "article": article.id, "story": one.story,
        }  # fmt: skip


def _quote(said: StatementLine) -> str:
    """Return what is said; the marks of a quotation stand only round what the article quotes."""
    text = in_a_line(said.text)
    return f"“{text}”" if said.type == "direct" else text
