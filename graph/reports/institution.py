"""Organisations that articles appeal to: what for, which are misnamed, and whose studies nobody can find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph.lines import (
    ArticleLine,
    CitedLine,
    Credit,
    Filters,
    Institutions,
    MisnamedLine,
    ReferenceLine,
    StudyLine,
)
from graph.reports.rows import Row, ask
from graph.reports.selection import Selection, select
from graph.reports.study import unfindable
from graph.reports.text import articles_by_id
from graph.store import Store

Articles = dict[str, ArticleLine]


def institutions(store: Store, filters: Filters | None = None, limit: int | None = None) -> Institutions:
    """Return organisations as articles appeal to them, most stories first, at most `limit` of a kind.

    With filters, what at least one article has that meets them.
    """
    selection = select(store, filters)
    credits = ask(store, "credits")
    by_name = _grouped((row for row in credits if row["match"] != "near-miss"), "institution")
    cited = _most_stories(by_name.values(), selection, limit)
    nearly = _grouped((row for row in credits if row["match"] == "near-miss"), "key", "authority")
    misnamed = _most_stories(_grouped(ask(store, "misnamed"), "key", "authority").values(), selection, limit)
    studies = [rows for rows in unfindable(store) if _was_asked_for(rows, selection)][:limit]
    references = [
        row
        for row in ask(store, "repeated_references")
        if selection is None or selection.has(row["articles"])
    ][:limit]
    ids = {row["article"] for rows in (*cited, *misnamed, *studies) for row in rows}
    articles = articles_by_id(store, sorted(ids.union(*(row["articles"] for row in references))))
    about = {
        row["institution"]["id"]: row["institution"]
        for row in ask(store, "institutions_by_id", ids=[rows[0]["institution"] for rows in cited])
    }
    return Institutions(
        cited=tuple(_cited(about[rows[0]["institution"]], rows, articles) for rows in cited),
        misnamed=tuple(
            _misnamed(rows, nearly[rows[0]["key"], rows[0]["authority"]], articles) for rows in misnamed
        ),
        studies=tuple(_study(rows, articles) for rows in studies),
        references=tuple(_reference(row, articles) for row in references),
    )


def _grouped(rows: Iterable[Row], *by: str) -> dict[tuple[Any, ...], list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[name] for name in by)].append(row)
    return groups


def _most_stories(
    groups: Iterable[list[Row]], selection: Selection | None, limit: int | None
) -> list[list[Row]]:
    """Return the groups of rows that were asked for, those of most stories first."""
    wanted = [rows for rows in groups if _was_asked_for(rows, selection)]
    return sorted(wanted, key=lambda rows: (-_stories(rows), -len(rows)))[:limit]


def _was_asked_for(rows: list[Row], selection: Selection | None) -> bool:
    return selection is None or selection.has(row["article"] for row in rows)


def _stories(rows: Iterable[Row]) -> int:
    return len({row["story"] or row["article"] for row in rows})


def _cited(about: Row, rows: list[Row], articles: Articles) -> CitedLine:
    return CitedLine(
        id=about["id"],
        name=about["name"],
        kind=about.get("kind"),
        known=about["known"],
        ror=about.get("ror"),
        wikidata=about.get("wikidata"),
        stories=_stories(rows),
        articles=len({row["article"] for row in rows}),
        credits=_credits(rows, articles),
    )


def _credits(rows: list[Row], articles: Articles) -> tuple[Credit, ...]:
    return tuple(
        _credit(row, article)
        for article in _in_order({row["article"] for row in rows}, articles)
        for row in rows
        if row["article"] == article.id
    )


def _credit(row: Row, article: ArticleLine) -> Credit:
    written = row["written"] or row["source_name"]
    return Credit(row["statement"], written, row["text"], row["starts"][0], row["ends"][-1], article)


def _study(rows: list[Row], articles: Articles) -> StudyLine:
    first = rows[0]
    return StudyLine(
        name=first["written"] or first["source_name"],
        match=first["match"],
        resembles=first["authority_name"] if first["match"] == "near-miss" else None,
        stories=_stories(rows),
        credits=_credits(rows, articles),
    )


def _misnamed(rows: list[Row], credits: list[Row], articles: Articles) -> MisnamedLine:
    first = rows[0]
    return MisnamedLine(
        name=first["name"],
        resembles=first["resembles"],
        ror=first["ror"],
        wikidata=first["wikidata"],
        stories=_stories(rows),
        articles=_in_order({row["article"] for row in rows}, articles),
        credits=_credits(credits, articles),
    )


def _reference(row: Row, articles: Articles) -> ReferenceLine:
    entry = row["reference"]
    stated = {name: entry.get(name) for name in ("author", "title", "year", "address")}
    return ReferenceLine(
        id=entry["id"],
        text=entry["text"],
        **stated,
        stories=row["stories"],
        articles=_in_order(row["articles"], articles),
    )


def _in_order(ids: Iterable[str], articles: Articles) -> tuple[ArticleLine, ...]:
    """Return the articles with these ids by date; `articles` are in that order."""
    wanted = set(ids)
    return tuple(article for id, article in articles.items() if id in wanted)
