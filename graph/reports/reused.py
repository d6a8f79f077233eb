"""Persons who are in several stories, and what is notable about persons."""

from __future__ import annotations

from collections import defaultdict

from graph.lines import Filters, Reused, SignalLine
from graph.reports.pair import apart_from
from graph.reports.rows import ask, person_line
from graph.reports.selection import Selection, select
from graph.store import Store

# More persons than a store holds.
_ANY = 1_000_000_000


def reuse(
    store: Store,
    kind: str | None = "expert",
    limit: int = 50,
    least: int = 2,
    filters: Filters | None = None,
) -> tuple[Reused, ...]:
    """Return the persons who are in at least `least` stories, the most used first.

    One who is in fewer counts too when there are namesakes, and together they reach `least`: a name that
    is used again with another town or profession may be one person or several. Of namesakes only the most
    used is in the list, and the others stand beside. With filters, those are in it of whom an appearance
    meets them, or one of a namesake; all else is said of all appearances.
    """
    selection = select(store, filters)
    most = limit if selection is None else _ANY
    found = [person_line(row["person"]) for row in ask(store, "reuse", kind=kind, limit=most, least=least)]
    if selection:
        wanted = _with_namesakes(store, selection)
        found = [person for person in found if person.id in wanted][:limit]
    ids = [person.id for person in found]
    signals, apart = signals_of(store, ids), apart_from(store, ids)
    return tuple(
        Reused(
            person,
            signals[person.id],
            tuple(pair.other for pair in apart[person.id]),
            None if selection is None else len(selection.stories.get(person.id, ())),
        )
        for person in found
    )


def _with_namesakes(store: Store, selection: Selection) -> set[str]:
    """Return the persons who were asked for, and those who share their name."""
    named = apart_from(store, sorted(selection.stories))
    return {*selection.stories, *(pair.other.id for pairs in named.values() for pair in pairs)}


def signals_of(store: Store, persons: list[str]) -> dict[str, tuple[SignalLine, ...]]:
    """Return the signals about each of these persons."""
    found: dict[str, tuple[SignalLine, ...]] = defaultdict(tuple)
    for row in ask(store, "signals", persons=persons):
        params = dict(zip(row["params"][::2], row["params"][1::2], strict=True))
        line = SignalLine(row["type"], row["polarity"], params, tuple(sorted(row["evidence"])))
        found[row["of"]] += (line,)
    return found
