"""One story alone: `look`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.articles import paths_argument, status
from app.messages import Messages
from app.options import authority_option, default_store, nlp_option, open_store, store_option, typed
from app.reading import Inputs, extractor
from app.terminal import progress, show, show_json
from ingest.extraction import to_json

if TYPE_CHECKING:
    from graph.lines.look import Look, Recognised
    from graph.store import Store
    from ingest.extraction import Extraction

# What a store has that is not there, or in which nothing was ever put: there is nothing to compare with.
_NO_STORE = ("store_absent", "schema_missing")


@click.command(short_help="Look at one text alone, and keep nothing of it.")
@paths_argument
@store_option
@authority_option
@nlp_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON: a list with an object for each article.")
@click.pass_context
def look(
    ctx: click.Context,
    paths: tuple[str, ...],
    location: str | None,
    authority: Path | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Say of a text who is quoted in it and how, on what authority, and where each can be looked up.

    PATH is as for `zegsman ingest`, - for standard input. Nothing is kept, and nothing is fetched: links are
    for you to open. Where there is a store it is asked who of the text it knows, and who else said the same.
    """
    inputs = Inputs(paths)
    told: list[tuple[Look, Recognised | None]] = []
    with ExitStack() as opened:
        store = _store(location, opened)
        finder = opened.enter_context(extractor(authority, model))
        with progress(Messages().text("cli.reading"), inputs.size()) as inputs.done:
            for extraction in finder.extract(reading.article for reading in inputs):
                told.append(_looked(extraction, store))
    if as_json:
        show_json([{"look": to_json(looked), "store": to_json(known)} for looked, known in told])
    else:
        _show(told, location or default_store())
    inputs.tell_passed_over()
    ctx.exit(status(inputs))


def _store(location: str | None, opened: ExitStack) -> Store | None:
    """Return the store to compare with, closed with `opened`; None if there is none yet."""
    from graph.errors import StoreError

    try:
        return opened.enter_context(open_store(location))
    except StoreError as error:
        if error.code in _NO_STORE:
            return None
        raise


def _looked(extraction: Extraction, store: Store | None) -> tuple[Look, Recognised | None]:
    from graph import look, recognition

    return look.look(extraction), recognition.recognise(store, extraction) if store else None


def _show(told: Sequence[tuple[Look, Recognised | None]], location: str) -> None:
    from rich.rule import Rule

    from app import look_report

    for number, (looked, known) in enumerate(told):
        show(*([Rule()] if number else []), *look_report.report(looked, known, location, typed))
