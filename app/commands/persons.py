"""Reports on people: `reuse` and `dossier`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from app.commands.handing import hand_on
from app.failures import NOTHING_DONE, fail
from app.filters import KINDS, filter_options
from app.messages import Messages
from app.options import format_options, limit_option, one_format, open_store, store_option, typed, within
from app.terminal import show, show_csv, show_json
from graph.lines import Filters

if TYPE_CHECKING:
    from graph.lines import Dossier, PersonLine, Reused
    from graph.store import Store


@click.command(short_help="Show who is an expert in several stories.")
@store_option
@format_options
@filter_options(kind=False)
@click.option(
    "--kind", type=click.Choice([*KINDS, "any"]), default="expert", show_default=True, help="Whom to show."
)
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help="Stories at the least.")
@limit_option
def reuse(
    location: str | None,
    as_json: bool,
    as_csv: bool,
    kind: str,
    least: int,
    limit: int,
    filters: Filters,
) -> None:
    """Show the experts of several stories: how each is presented, and what gives reason to look closer.

    Copies of one text count as one story. Others of the same name stand beside a person. A filter asks for
    people of whom one appearance meets it, and shows all of them. --csv gives a row for each appearance.
    """
    one_format(as_json, as_csv)
    from graph import reports

    with closing(open_store(location)) as store:
        found = reports.reuse(store, None if kind == "any" else kind, limit + 1, least, filters)
        found = within(found, limit)
        if as_json:
            show_json(found)
        elif as_csv:
            from app.appearance_rows import COLUMNS

            show_csv(COLUMNS, _appearances(store, found))
        else:
            show_reuse(store, found, kind, least)


def _appearances(store: Store, found: Sequence[Reused]) -> Iterator[dict[str, Any]]:
    """Yield a row for each appearance of these people and, after each, of their namesakes."""
    from app.appearance_rows import rows
    from graph import reports
    from graph.judgements import triage

    namesakes = {other.id: one.person.id for one in found for other in one.namesakes}
    people = [person.id for one in found for person in (one.person, *one.namesakes)]
    appearances, marks = reports.appearances_of(store, people), triage.marked(store.read, people)
    for id in people:
        notes = marks[id].notes if id in marks else ()
        yield from rows(id, appearances[id], namesakes.get(id), notes)


def show_reuse(store: Store, found: Any, kind: str = "expert", least: int = 2) -> None:
    """Print the reuse report for people."""
    from app import person_report
    from graph import reports

    show(*person_report.reuse(reports.totals(store), found, kind, least, typed))


@click.command(short_help="Show all there is on one person.")
@click.argument("name", metavar="NAME_OR_ID")
@store_option
@format_options
@filter_options()
@click.option("--out", "page", metavar="FILE.html", help="Write it as a page to read and print, in one file.")
@click.option(
    "--pack", metavar="FILE.zip", help="Write it with all it rests on: originals, checks, a manifest."
)
def dossier(
    name: str,
    location: str | None,
    as_json: bool,
    as_csv: bool,
    filters: Filters,
    page: str | None,
    pack: str | None,
) -> None:
    """Show one person: how presented where, what said where, and what speaks for or gives reason to look.

    NAME_OR_ID is a name, part of one, or an id. Where several people fit, they are listed. A filter leaves
    out the articles that do not meet it. --csv gives a row for each appearance. --out and --pack write the
    whole dossier, to hand on; `zegsman verify` sees whether a pack is as it was made.
    """
    one_format(as_json, as_csv)
    if (page or pack) and (as_json or as_csv or filters != Filters()):
        raise click.UsageError(
            "--out and --pack write the whole dossier: leave the filters, --json and --csv out."
        )
    from graph import reports

    with closing(open_store(location)) as store:
        person = one_person(store, name)
        if page or pack:
            hand_on(store, person.id, page, pack)
            return
        found = reports.dossier(store, person.id, filters)
        if as_json:
            show_json(found)
        elif as_csv:
            from app.appearance_rows import COLUMNS

            show_csv(COLUMNS, _appearances_of(store, found))
        else:
            show_dossier(found)


def _appearances_of(store: Store, found: Dossier) -> Iterator[dict[str, Any]]:
    """Yield a row for each appearance in a dossier, with what was noted on the person."""
    from app.appearance_rows import rows
    from graph.judgements import triage

    marks = triage.marked(store.read, [found.person.id])
    notes = [note for one in marks.values() for note in one.notes]
    return rows(found.person.id, found.appearances, notes=notes)


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
