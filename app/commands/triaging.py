"""Going through people: `triage`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import click

from app.commands.deciding import by_option
from app.commands.persons import one_person
from app.failures import fail
from app.messages import Messages
from app.options import open_store, store_option, typed, waiting
from app.terminal import ID_DIGITS, show_json, show_labelled, show_table, shown

if TYPE_CHECKING:
    from graph.judgements.triage import Marks, Triage
    from graph.lines import PersonLine
    from graph.store import Store


@click.command(short_help="Star people, set them aside, note something.")
@click.argument("who", metavar="[NAME_OR_ID]", required=False)
@store_option
@click.option("--star", is_flag=True, help="Look at this person again.")
@click.option("--aside", is_flag=True, help="Set this person aside until something new comes.")
@click.option("--note", metavar="TEXT", help="Note something about this person.")
@click.option("--undo", metavar="ID", help="Take a mark back; it stays on record.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@by_option
def triage(
    who: str | None, location: str | None, star: bool, aside: bool, note: str | None, undo: str | None,
    as_json: bool, by: str,
) -> None:  # fmt: skip
    """Mark whom to look at again and whom not, and show who is marked.

    Without a name it lists everybody who is; with a name alone, the marks of that person. A mark changes
    nothing that reports conclude.
    """
    kinds = {"star": star, "aside": aside, "note": note is not None}
    marks = [kind for kind, is_asked in kinds.items() if is_asked]
    if undo and (who or marks):
        raise click.UsageError("Give --undo ID alone.")
    if marks and not who:
        raise click.UsageError("Give the name or id of the person to mark.")
    if note is not None and not note.strip():
        raise fail("note_empty")
    with closing(open_store(location)) as store:
        if undo:
            _take_back(store, undo, by)
        elif who is None:
            _list(store, as_json)
        elif marks:
            _mark(store, one_person(store, who), marks, by, note)
        else:
            _show(store, one_person(store, who), as_json)


def _mark(store: Store, person: PersonLine, kinds: Sequence[str], by: str, note: str | None) -> None:
    from graph.judgements import triage as marking

    messages = Messages()
    with store.lease("zegsman triage", waiting=waiting):
        for kind in kinds:
            made = marking.mark(store, person.id, kind, by, note if kind == marking.NOTE else None)
            click.echo(
                messages.text(
                    "cli.marked",
                    name=shown(person.name),
                    mark=_said(messages, made),
                    command=typed("triage", "--undo", made.id[:ID_DIGITS]),
                )
            )


def _take_back(store: Store, id: str, by: str) -> None:
    from graph.errors import NotFound
    from graph.judgements import triage as marking

    found = [one.id for one in marking.read(store.read) if one.id.startswith(id)]
    if len(found) != 1:
        raise NotFound("triage_unknown", location=store.location, id=id)
    with store.lease("zegsman triage", waiting=waiting):
        made = marking.withdraw(store, found[0], by)
    messages = Messages()
    click.echo(messages.text("cli.mark_taken_back", mark=_said(messages, made)))


def _show(store: Store, person: PersonLine, as_json: bool) -> None:
    from graph.judgements import triage as marking
    from ingest.extraction import to_json

    messages, found = Messages(), marking.of_person(store, person.id)
    if as_json:
        show_json({"person": person.id, "name": person.name, "marks": list(map(to_json, found))})
    elif found:
        show_labelled((one.id[:ID_DIGITS], _line(messages, one)) for one in found)
    else:
        click.echo(messages.text("cli.no_marks"))


def _line(messages: Messages, one: Triage) -> str:
    from app.judged import state

    told = f"{one.at[:10]} {one.by}: {_said(messages, one)}"
    return told if one.stands else f"{told}, {state(messages, one)}"


def _said(messages: Messages, one: Triage) -> str:
    from app.judged import sentence

    return shown(sentence(messages, one))


def _list(store: Store, as_json: bool) -> None:
    """List everybody who is marked, those with a star first and those set aside last."""
    from graph import reports
    from graph.judgements import triage as marking
    from ingest.extraction import to_json

    marks = marking.marked(store.read)
    people = sorted(
        reports.persons(store, list(marks)),
        key=lambda one: (marks[one.id].aside, not marks[one.id].star, -one.stories, one.name),
    )
    messages = Messages()
    if as_json:
        show_json([{"person": one.id, "name": one.name, "marks": to_json(marks[one.id])} for one in people])
    elif people:
        columns = [messages.text(f"triage.column_{name}") for name in ("person", "stories", "marks")]
        show_table(columns, [(one.name, one.stories, _told(messages, marks[one.id])) for one in people])
    else:
        click.echo(messages.text("cli.no_marks"))


def _told(messages: Messages, marks: Marks) -> str:
    said = [messages.text(f"triage.{kind}") for kind in ("star", "aside") if getattr(marks, kind)]
    return "; ".join([*said, *(messages.text("triage.note", text=note) for note in marks.notes)])
