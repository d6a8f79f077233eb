"""Studies that nobody can find: articles credit something to them, and give nothing to look them up by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.context import sentence_at
from graph.reports.rows import Row, ask
from graph.store import Store

# First those of organisations that are on no list, or only nearly, last those of nobody who is named.
_ORDER = {"none": 0, "near-miss": 0, "alias": 1, "exact": 1, None: 2}


def unfindable(store: Store) -> list[list[Row]]:
    """Return what is credited to studies without an address or reference, by whose or what study it is.

    An address is a link in the sentence of what is said or of who says it, a reference an entry of the
    article's list that names the organisation; any entry may be the study of which nobody is named.
    """
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in ask(store, "studies"):
        if not _can_be_found(row):
            groups[_whose(row)].append(row)
    return sorted(groups.values(), key=_rank)


def _whose(row: Row) -> str:
    """Return what tells whose study it is; what is only nearly the name of an institution is its own."""
    if row["institution"] is None or row["match"] == "near-miss":
        return str(row["written"] or row["source_name"]).casefold()
    return str(row["institution"])


def _rank(rows: list[Row]) -> tuple[int, int, str]:
    stories = {row["story"] or row["article"] for row in rows}
    return (
        min(_ORDER[row["match"]] for row in rows),
        -len(stories),
        rows[0]["written"] or rows[0]["source_name"],
    )


def _can_be_found(row: Row) -> bool:
    if row["written"] is None:
        return bool(row["listed"]) or _is_linked(row)
    names = {name.casefold() for name in (row["written"], row["authority_name"]) if name}
    return any(name in entry.casefold() for name in names for entry in row["listed"]) or _is_linked(row)


def _is_linked(row: Row) -> bool:
    """Whether a link stands in the sentences of the statement and of its cue."""
    return any(start <= link < end for start, end in _sentences(row) for link in row["links"])


def _sentences(row: Row) -> Iterable[tuple[int, int]]:
    text, cue = row["article_text"], row["cue_start"]
    yield sentence_at(text, cue, cue)
    yield sentence_at(text, row["starts"][0], row["ends"][-1])
