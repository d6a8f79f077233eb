"""A first look: `demo`, on articles of our own with invented people in them."""

from __future__ import annotations

import tempfile
from contextlib import closing
from importlib import resources

import click

from app.commands.articles import take_in
from app.commands.persons import show_dossier, show_reuse
from app.failures import fail
from app.messages import Messages
from app.options import open_store, typed
from app.reading import Inputs

# What else there is to see in the articles: whose own story moves from town to town, and what else comes back
# in them; then the user's own questions, and the pages.
_NEXT = (
    ("reuse", "--kind", "subject"),
    ("claims",),
    ("twins",),
    ("institutions",),
    ("companies",),
    ("query", "--list"),
    ("serve",),
    ("app",),
)


@click.command(short_help="See what it does, on articles with invented people.")
@click.option(
    "--store", "location", metavar="PATH|URI", help="A fresh store for it; otherwise a temporary folder."
)
@click.option("--app", "with_app", is_flag=True, help="Then open the pages.")
@click.pass_context
def demo(ctx: click.Context, location: str | None, with_app: bool) -> None:
    """Take articles of our own into a fresh store, and show who is used again in them.

    The people, papers and companies in them are invented. Your own store is left alone.
    """
    from graph import reports

    say = Messages().text
    ctx.params["location"] = where = location or tempfile.mkdtemp(prefix="zegsman-demo-")
    with closing(open_store(where, create=True)) as store:
        if reports.totals(store).articles:
            raise fail("demo_not_fresh", location=where, command=typed("app"))
        with resources.as_file(resources.files("app").joinpath("demo", "articles")) as folder:
            _heading(say("cli.demo_ingest", command=typed("ingest", "app/demo/articles")))
            inputs = Inputs([str(folder)])
            take_in(store, inputs, inputs)
        found = reports.reuse(store)
        _heading(say("cli.demo_step", command=typed("reuse")))
        show_reuse(store, found)
        person = found[0].person
        _heading(say("cli.demo_step", command=typed("dossier", person.name)))
        show_dossier(reports.dossier(store, person.id))
    click.echo("\n" + say("cli.demo_next"))
    for words in _NEXT:
        click.echo(f"  {typed(*words)}")
    if with_app:
        from app.commands.serving import show_pages
        from app.options import login

        show_pages(where, login(where))


def _heading(text: str) -> None:
    click.echo("\n" + click.style(text, bold=True))
