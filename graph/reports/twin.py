"""Twins: stories made from one template, and what was swapped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.lines import ArticleLine, Filters, StoryLine, Swap, TwinLine
from graph.reports.rows import Row, ask
from graph.reports.selection import select
from graph.reports.text import articles_by_id
from graph.store import Store

# What is swapped that a reader looks for first, in this order.
ORDER = ("expert", "place", "subject", "official", "other", "organisation", "number", "word")


def twins(store: Store, filters: Filters | None = None, limit: int | None = None) -> tuple[TwinLine, ...]:
    """Return the pairs of twins, those that share most first.

    With filters, those of which at least one article meets them.
    """
    selection = select(store, filters)
    rows = [
        row
        for row in ask(store, "twins")
        if selection is None or selection.has(row["one_articles"] + row["other_articles"])
    ][:limit]
    ids = {id for row in rows for side in ("one", "other") for id in row[f"{side}_articles"]}
    lines = articles_by_id(store, sorted(ids))
    named = _named(store, sorted(ids))
    return tuple(_twin(row, lines, named) for row in rows)


def _named(store: Store, articles: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Return what each of these articles names: what it is, and its name."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in ask(store, "named_in", articles=articles):
        found[row["article"]].append((row["what"], row["name"]))
        if row["place"]:
            found[row["article"]].append(("place", row["place"]))
    return found


def _twin(row: Row, lines: dict[str, ArticleLine], named: dict[str, list[tuple[str, str]]]) -> TwinLine:
    one, other = (
        StoryLine(row[side], row[f"{side}_title"], _by_date(lines[id] for id in row[f"{side}_articles"]))
        for side in ("one", "other")
    )
    sides = [[thing for id in row[f"{side}_articles"] for thing in named[id]] for side in ("one", "other")]
    pairs = zip(row["swapped"][::2], row["swapped"][1::2], strict=True)
    swapped = [Swap(_what(before, after, *sides), before, after) for before, after in pairs]
    return TwinLine(one, other, row["score"], tuple(_whole(swapped)))


def _what(before: str, after: str, ones: list[tuple[str, str]], others: list[tuple[str, str]]) -> str:
    """Return what was swapped: what both stories have it for, else what either has."""
    if before[0].isdigit():
        return "number"
    either = _kinds(before, ones), _kinds(after, others)
    kinds = either[0] & either[1] or either[0] | either[1]
    return next((what for what in ORDER if what in kinds), "word")


def _kinds(name: str, things: list[tuple[str, str]]) -> set[str]:
    """Return what a story has of this name, or of which it is part."""
    return {what for what, known in things if f" {name.casefold()} " in f" {known.casefold()} "}


def _whole(swapped: list[Swap]) -> Iterator[Swap]:
    """Yield what was swapped, what a reader looks for first; parts of a name that was told are left out."""
    swapped = sorted(swapped, key=lambda swap: (ORDER.index(swap.what), -len(swap.one)))
    told: list[Swap] = []
    for swap in swapped:
        if not any(_is_part(swap, other) for other in told):
            told.append(swap)
            yield swap


def _is_part(swap: Swap, of: Swap) -> bool:
    return f" {swap.one} " in f" {of.one} " and f" {swap.other} " in f" {of.other} "


def _by_date(articles: Iterator[ArticleLine]) -> tuple[ArticleLine, ...]:
    return tuple(sorted(articles, key=lambda article: (article.published or "", article.id)))
