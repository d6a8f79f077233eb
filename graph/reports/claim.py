"""Claims: sentences that say the same, and who says them."""

from __future__ import annotations

from graph.lines import ClaimLine, SentenceLine
from graph.reports.rows import Row, article_line, ask, person_line
from graph.store import Store


def claims_of(store: Store, persons: list[str]) -> tuple[ClaimLine, ...]:
    """Return the claims that these persons make, those of most stories first."""
    claims: dict[str, list[Row]] = {}
    for row in ask(store, "claims_of_persons", persons=persons):
        claims.setdefault(row["claim"], []).append(row)
    return tuple(_claim(rows) for rows in claims.values())


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
            )
            for row in rows
        ),
    )
