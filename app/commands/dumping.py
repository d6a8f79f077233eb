"""A store in one file, and back: `dump` and `restore`."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

import click

from app.failures import SOME_REFUSED
from app.files import no_terminal, readable, whole
from app.messages import Messages
from app.options import open_store, store_option, waiting
from app.terminal import progress

if TYPE_CHECKING:
    from graph.dump import Manifest
    from graph.errors import OriginalLost


@click.command(short_help="Write a store to one file.")
@click.argument("file", metavar="FILE")
@store_option
@click.pass_context
def dump(ctx: click.Context, file: str, location: str | None) -> None:
    """Write the store to FILE, or to standard output for -, to keep it or to restore it elsewhere.

    In it are the originals of the articles, what was read in them, and what people decided, looked up and
    had forgotten; conclusions are drawn anew by `zegsman restore`. FILE is a zip, with a folder of originals
    and lists of everything else, and is there whole or not at all. The exit status is 1 if originals were
    lost from the store itself: they are named, and all else is in the dump.
    """
    from graph import dump as dumping

    no_terminal(file, sys.stdout)
    messages = Messages()

    def tell(error: OriginalLost) -> None:
        click.echo(messages.error(error), err=True)

    with (
        closing(open_store(location)) as store,
        store.lease("zegsman dump", waiting=waiting),
        whole(file) as out,
        progress(messages.text("cli.dumping"), None),
    ):
        manifest = dumping.dump(store, out, tell)
    click.echo(messages.text("cli.dumped", file=file, contents=_contents(manifest)), err=True)
    ctx.exit(SOME_REFUSED if manifest.lost else 0)


@click.command(short_help="Make a store of such a file.")
@click.argument("file", metavar="FILE")
@store_option
def restore(file: str, location: str | None) -> None:
    """Make a store of what `zegsman dump` wrote to FILE, or of standard input for -.

    The store has to be new or empty, on whichever engine. Nothing is written of a file that is damaged. A
    restore that was stopped leaves a store that says so and is not opened; run it again, and it starts over.
    """
    from graph import restore as restoring

    no_terminal(file, sys.stdin)
    messages = Messages()
    with readable(file) as source:
        with progress(messages.text("cli.checking_dump"), None):
            found = restoring.read_through(source, file)
        with (
            closing(open_store(location, create=True, unfinished=True)) as store,
            store.lease("zegsman restore", waiting=waiting),
            progress(messages.text("cli.restoring"), None),
        ):
            build = restoring.restore(store, found)
    lost = len(found.manifest.lost)
    click.echo(messages.text("cli.restored", file=file, contents=_contents(found.manifest)))
    if lost:
        click.echo(messages.count("cli.lost", lost), err=True)
    click.echo(
        messages.text(
            "cli.concluded",
            build=build.number,
            stories=messages.count("report.stories", build.stories),
            persons=messages.count("report.persons", build.persons),
            claims=messages.count("report.claims", build.claims),
        )
    )


def _contents(manifest: Manifest) -> str:
    """Return what is in a dump: "11 articles, 11 originals, 2 decisions ... and 1 thing forgotten"."""
    messages = Messages()
    return messages.listed(
        [
            messages.count("report.articles", manifest.count("Article")),
            messages.count("cli.originals", manifest.originals),
            messages.count("cli.decisions", manifest.count("Decision")),
            messages.count("cli.checks", manifest.count("Check")),
            messages.count("cli.marks", manifest.count("Triage")),
            messages.count("cli.things_forgotten", manifest.count("Forgotten")),
        ]
    )
