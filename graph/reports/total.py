"""How much is in a store."""

from __future__ import annotations

from dataclasses import fields

from graph.lines import Totals
from graph.reports.rows import ask
from graph.store import Store


def totals(store: Store) -> Totals:
    """Return how much is in the store."""
    counts = {row["what"]: row["number"] for row in ask(store, "totals")}
    return Totals(**{field.name: counts.get(field.name, 0) for field in fields(Totals)})
