"""Reports on people: `reuse` and `dossier`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from app.failures import NOTHING_DONE, fail
from app.messages import Messages
from app.options import format_options, one_format, open_store, store_option, typed
from app.terminal import show, show_csv, show_json

if TYPE_CHECKING:
    from graph.lines import Dossier, PersonLine
    from graph.store import Store

KINDS = ("expert", "subject", "official", "other")

# Columns of a person, as in `graph.lines.PersonLine`.
_PERSON = (
    "id", "name", "kind", "stories", "articles", "statements", "roles", "places", "affiliations",
    "publishers", "owners", "subjects", "first", "last",
)  # fmt: skip
_STATED = (
    "person", "name", "article", "published", "publisher", "title", "url", "role", "place", "affiliation",
    "context", "statement", "type", "text", "starts", "ends",
)  # fmt: skip


@click.command(short_help="Show who is an expert in several stories.")
@store_option
@format_options
@click.option(
    "--kind", type=click.Choice([*KINDS, "any"]), default="expert", show_default=True, help="Whom to show."
)
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help="Stories at the least.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Persons at the most.")
def reuse(location: str | None, as_json: bool, as_csv: bool, kind: str, least: int, limit: int) -> None:
    """Show the experts of several stories: how each is presented, and what gives reason to look closer.

    Copies of one text count as one story. Others of the same name stand beside a person.
    """
    one_format(as_json, as_csv)
    from graph import reports
    from ingest.extraction import to_json

    with closing(open_store(location)) as store:
        found = reports.reuse(store, kind=None if kind == "any" else kind, limit=limit, least=least)
        if as_json:
            show_json(found)
        elif as_csv:
            signals = "signals", "namesakes"
            show_csv(
                (*_PERSON, *signals),
                (
                    {
                        **to_json(one.person),
                        "signals": [s.type for s in one.signals],
                        "namesakes": [other.id for other in one.namesakes],
                    }
                    for one in found
                ),
            )
        else:
            show_reuse(store, found, kind, least)


def show_reuse(store: Store, found: Any, kind: str = "expert", least: int = 2) -> None:
    """Print the reuse report for people."""
    from app import person_report
    from graph import reports

    show(*person_report.reuse(reports.totals(store), found, kind, least, typed))


@click.command(short_help="Show all there is on one person.")
@click.argument("name", metavar="NAME_OR_ID")
@store_option
@format_options
def dossier(name: str, location: str | None, as_json: bool, as_csv: bool) -> None:
    """Show one person: how presented where, what said where, and what speaks for or gives reason to look.

    NAME_OR_ID is a name, part of one, or an id. Where several people fit, they are listed.
    """
    one_format(as_json, as_csv)
    from graph import reports

    with closing(open_store(location)) as store:
        person = one_person(store, name)
        found = reports.dossier(store, person.id)
        if as_json:
            show_json(found)
        elif as_csv:
            show_csv(_STATED, _statements(found))
        else:
            show_dossier(found)


def show_dossier(found: Dossier) -> None:
    """Print a dossier for people."""
    from app import person_report

    show(*person_report.dossier(found, typed))


def one_person(store: Store, word: str) -> PersonLine:
    """Return the person that `word` names; Failed if nobody or several people fit, after listing these."""
    from graph import reports

    found = reports.find_person(store, word)
    exact = [person for person in found if person.name.casefold() == word.casefold()]
    fitting = exact if len(exact) == 1 else found
    if not fitting:
        raise fail("nobody", word=word, command=typed("reuse", "--kind", "any", "--least", "1"))
    if len(fitting) > 1:
        _show_candidates(word, fitting)
        raise click.exceptions.Exit(NOTHING_DONE)
    return fitting[0]


def _show_candidates(word: str, people: Sequence[PersonLine]) -> None:
    from app.phrases import described

    messages = Messages()
    click.echo(messages.text("cli.several", word=word), err=True)
    for person in people:
        click.echo(f"  {described(messages, person)}\n    {typed('dossier', person.id)}", err=True)


def _statements(found: Dossier) -> list[dict[str, Any]]:
    """Return a row for each statement, and one for each appearance without any."""
    rows = []
    for one in found.appearances:
        presented = {
            "person": found.person.id, "name": one.name, "article": one.article.id,
            "published": one.article.published, "publisher": one.article.publisher,
            "title": one.article.title, "url": one.article.url, "role": one.role, "place": one.place,
            "affiliation": one.affiliation, "context": one.context,
        }  # fmt: skip
        said = [
            {"statement": s.id, "type": s.type, "text": s.text, "starts": s.starts, "ends": s.ends}
            for s in one.statements
        ]
        rows += [{**presented, **statement} for statement in said or [{}]]
    return rows
