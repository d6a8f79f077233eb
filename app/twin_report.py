"""The report on twins as text to read: two stories from one template, with what was swapped side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from app.messages import Messages
from app.phrases import listed, where_to_find
from app.terminal import labelled, shown
from graph.lines import TwinLine

COLUMNS = (
    "one", "other", "score", "one_title", "other_title", "one_published", "other_published", "one_publisher",
    "other_publisher", "one_address", "other_address", "swapped", "one_value", "other_value",
)  # fmt: skip


def twins(found: Sequence[TwinLine], messages: Messages | None = None) -> Iterator[RenderableType]:
    """Yield the report on twins, those that share most first."""
    say = messages or Messages()
    yield Text(say.text("twins.title"), style="bold")
    if not found:
        yield Text(say.text("twins.none"))
        return
    for number, twin in enumerate(found, start=1):
        share = say.text("twins.shared", share=round(100 * twin.score))
        yield Text.assemble((f"\n{number}. ", "bold"), share)
        articles = (
            fact
            for side, story in (("a", twin.one), ("b", twin.other))
            for fact in listed(side, (where_to_find(say, article) for article in story.articles))
        )
        yield Padding(labelled(articles), (0, 0, 0, 3))
        yield Padding(_beside(_swapped(say, twin)), (0, 0, 0, 3))
    yield Text("\n" + say.text("twins.note"))


def rows(found: Sequence[TwinLine]) -> Iterator[dict[str, Any]]:
    """Yield a row for each thing that was swapped, with the names of `COLUMNS`."""
    for twin in found:
        sides = {"one": twin.one, "other": twin.other}
        told: dict[str, Any] = {"score": twin.score}
        for side, story in sides.items():
            first = story.articles[0]
            told |= {
                side: story.id, f"{side}_title": story.title, f"{side}_published": first.published,
                f"{side}_publisher": first.publisher, f"{side}_address": first.url,
            }  # fmt: skip
        for swap in twin.swapped:
            yield {**told, "swapped": swap.what, "one_value": swap.one, "other_value": swap.other}


def _swapped(say: Messages, twin: TwinLine) -> Iterator[tuple[str, str, str]]:
    """Yield what stands in one for what in the other, each kind of thing named once."""
    yield "", "a", "b"
    before = None
    for swap in twin.swapped:
        yield "" if swap.what == before else say.text(f"twins.{swap.what}"), swap.one, swap.other
        before = swap.what


def _beside(facts: Iterable[tuple[str, str, str]]) -> RenderableType:
    """Return labels with two things side by side."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold")
    for fact in facts:
        grid.add_row(*(Text(shown(value)) for value in fact))
    return grid
