"""How results look on a terminal and in a pipe: tables and text, JSON, CSV, and progress.

Results go to stdout; all that is said about them goes to stderr.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from ingest.extraction import to_json

if TYPE_CHECKING:
    from rich.console import RenderableType

# Columns where there is no terminal to fit into and COLUMNS says nothing: fits a page of documentation.
_WIDTH = 100

# Digits of an id that are shown: a store with a million persons holds two with the same 12 once in 500 times,
# and both are listed then.
ID_DIGITS = 12

# What a terminal obeys instead of showing it: no article is to steer a terminal.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

# How a formula begins for a spreadsheet, in the wide forms of these signs too (OWASP, "CSV Injection").
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\n]")


def shown(value: object) -> str:
    """Return a value as text that is safe to print; lists have semicolons between."""
    flat = _cell(value)
    text = flat if isinstance(flat, str) else "" if flat is None else json.dumps(flat)
    return _CONTROLS.sub("\ufffd", text)


def show(*things: RenderableType) -> None:
    """Print what rich can draw to stdout, without spaces at the ends of lines."""
    from rich.console import Console
    from rich.text import Text

    terminal = sys.stdout.isatty()
    width = None if terminal or os.environ.get("COLUMNS") else _WIDTH
    page = io.StringIO()
    console = Console(
        file=page, width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False
    )
    for thing in things:
        # A line that is not to be broken is none of several that would be joined, and as long as it is.
        console.print(thing, soft_wrap=isinstance(thing, Text) and bool(thing.no_wrap))
    click.echo(re.sub(r"[ ]+(?=\n)", "", page.getvalue()), nl=False)


def show_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as a table for people; numbers stand to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    rows = [list(row) for row in rows]
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for place, name in enumerate(columns):
        numbers = bool(rows) and all(isinstance(row[place], int | float) for row in rows)
        table.add_column(Text(shown(name)), justify="right" if numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(value)) for value in row))
    show(table)


def show_labelled(facts: Iterable[tuple[str, object]]) -> None:
    """Print labels with what they say beside them."""
    show(labelled(facts))


def labelled(facts: Iterable[tuple[str, object]], gap: int = 2) -> RenderableType:
    """Return labels with what they say beside them, whose further lines stand under its first."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, gap, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for label, value in facts:
        grid.add_row(Text(shown(label)), Text(shown(value)))
    return grid


def show_json(thing: Any) -> None:
    """Print a data class, or any JSON value, as JSON in UTF-8."""
    _write(json.dumps(to_json(thing), ensure_ascii=False, indent=2) + "\n")


def show_line(thing: Any) -> None:
    """Print a data class as one line of JSON in UTF-8."""
    _write(json.dumps(to_json(thing), ensure_ascii=False) + "\n")


def show_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as CSV in UTF-8, as `csv_text` makes it."""
    _write(csv_text(columns, rows))


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV; lists stand in a cell with semicolons between, anything deeper as JSON.

    A text that a spreadsheet would run as a formula has an apostrophe before it, and is shown as it stands.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_inert(_cell(row.get(name))) for name in columns])
    return page.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple) and all(isinstance(item, str | int | float) for item in value):
        return "; ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple | dict) else value


def _inert(value: Any) -> Any:
    """Return a text that is no formula, and in which no lone carriage return ends a spreadsheet's row."""
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if _FORMULA.match(text) else text


def _write(text: str) -> None:
    # Half of a surrogate pair, as in the name of a damaged file, becomes the escape that JSON has for it.
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


@contextmanager
def progress(title: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how far the work is, and yield what to call with each amount done.

    Without a `total` it shows only that work goes on. In a pipe it shows nothing.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda amount: bar.advance(task, amount)
