"""The graph as RDF: `export`."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from app.failures import fail
from app.messages import Messages
from app.options import open_store, store_option
from app.terminal import progress

FORMATS = ("turtle", "jsonld")


@click.command(short_help="Write the graph as RDF.")
@click.argument("file", metavar="FILE")
@store_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="turtle",
    show_default=True,
    help="Turtle or JSON-LD.",
)
def export(file: str, location: str | None, format_: str) -> None:
    """Write the graph as RDF to FILE, or to standard output for -.

    The vocabulary is schema.org, PROV-O and Web Annotation where these have a word, and zegsman's own
    elsewhere. FILE is there whole or not at all.
    """
    from graph import rdf

    messages = Messages()
    with (
        closing(open_store(location)) as store,
        _whole(file) as out,
        progress(messages.text("cli.exporting"), None),
    ):
        counts = rdf.export(store, format_, out)
    articles = messages.count("report.articles", counts.nodes.get("Article", 0))
    persons = messages.count("report.persons", counts.nodes.get("Person", 0))
    statements = messages.count("report.statements", counts.nodes.get("Statement", 0))
    click.echo(
        messages.text("cli.exported", file=file, articles=articles, persons=persons, statements=statements),
        err=True,
    )


@contextmanager
def _whole(name: str) -> Iterator[BinaryIO]:
    """Yield a file to write to, which takes its name once all of it is written; `-` is standard output."""
    if name == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    try:
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise fail("not_writable", file=name, reason=error.strerror) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(part).chmod(0o666 & ~_umask())
        Path(part).replace(path)
    except OSError as error:
        raise fail("not_writable", file=name, reason=error.strerror) from error
    finally:
        Path(part).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
