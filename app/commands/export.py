"""The graph as RDF: `export`."""

from __future__ import annotations

from contextlib import closing

import click

from app.files import whole
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
@click.option("--vocabulary", is_flag=True, help="Write what its terms mean instead; no store is used.")
def export(file: str, location: str | None, format_: str, vocabulary: bool) -> None:
    """Write the graph as RDF to FILE, or to standard output for -.

    The vocabulary is schema.org, PROV-O and Web Annotation where these have a word, and zegsman's own
    elsewhere. FILE is there whole or not at all.
    """
    from graph import rdf

    messages = Messages()
    if vocabulary:
        with whole(file) as out:
            rdf.export_vocabulary(format_, out)
        click.echo(messages.text("cli.exported_vocabulary", file=file), err=True)
        return
    with (
        closing(open_store(location)) as store,
        whole(file) as out,
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
