"""Collections of articles: `collections`."""

from __future__ import annotations

from contextlib import closing

import click

from app.messages import Messages
from app.options import format_options, one_format, open_store, store_option, typed, waiting
from app.terminal import show_csv, show_json, show_table, shown

_COLUMNS = ("name", "articles", "stories")


@click.command(short_help="Show which collections of articles there are.")
@store_option
@click.option("--drop", metavar="NAME", help="Take a collection away; its articles stay.")
@format_options
def collections(location: str | None, drop: str | None, as_json: bool, as_csv: bool) -> None:
    """Show the collections that `zegsman ingest --as NAME` made, and how much is in each.

    Reports with --collection NAME look at these articles only.
    """
    one_format(as_json, as_csv)
    from graph import collections as collected

    messages = Messages()
    with closing(open_store(location)) as store:
        if drop:
            with store.lease("zegsman collections", waiting=waiting):
                gone = collected.drop(store, drop)
            number = messages.count("report.articles", gone.articles)
            click.echo(messages.text("cli.collection_dropped", name=shown(gone.name), articles=number))
            return
        found = collected.listed(store)
    if as_json:
        show_json(found)
    elif as_csv:
        show_csv(_COLUMNS, [{name: getattr(one, name) for name in _COLUMNS} for one in found])
    elif found:
        columns = [messages.text(f"cli.collection_{name}") for name in _COLUMNS]
        show_table(columns, [(one.name, one.articles, one.stories) for one in found])
    else:
        command = typed("ingest", "--as", "NAME", "FOLDER")
        click.echo(messages.text("cli.no_collections", command=command))
