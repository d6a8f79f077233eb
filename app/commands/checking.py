"""Looking somebody up, and recording what came of it: `check`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.deciding import as_concluded, by_option, members_of
from app.commands.finding import rows_of_list
from app.commands.persons import one_person
from app.failures import SOME_REFUSED, fail
from app.messages import Messages
from app.options import open_store, store_option, typed, waiting
from app.terminal import ID_DIGITS, show, show_json

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.judgements.checks import Check
    from graph.lines import PersonLine
    from graph.registers import Register
    from graph.store import Store

# Where a newsroom's own contacts are recorded, unless a list names another place.
_OWN = "newsroom"


@click.command(short_help="Show where to look somebody up, and record what came of it.")
@click.argument("who", metavar="[NAME_OR_ID]", required=False)
@store_option
@click.option("--register", metavar="NAME", help="Where it was looked up, as the list of places names it.")
@click.option(
    "--outcome", metavar="OUTCOME", help="found, not-found, ambiguous, other-expertise or no-answer."
)
@click.option("--note", help="What you found, whom you spoke to.")
@click.option("--undo", metavar="ID", help="Take a check back; it stays on record.")
@click.option(
    "--import",
    "list_",
    metavar="CSV",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Record a list of contacts you verified: columns name, and if you like register, outcome and note.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@by_option
def check(
    who: str | None, location: str | None, register: str | None, outcome: str | None, note: str | None,
    undo: str | None, list_: Path | None, as_json: bool, by: str,
) -> None:  # fmt: skip
    """Show where to look somebody up, with ready links, how to read an answer and what a miss means.

    With --register and --outcome it records what came of it. Nothing is looked up by itself, and nothing
    leaves this machine. That a person is found speaks for them in every report; that they are not is a reason
    to look closer, and proves nothing.
    """
    if sum(map(bool, (who, undo, list_))) != 1:
        raise click.UsageError("Give a name or id, --undo ID or --import CSV.")
    if bool(register) != bool(outcome):
        raise fail("check_what")
    with closing(open_store(location)) as store:
        if undo:
            _take_back(store, undo, by)
        elif list_:
            _import(store, list_, by)
        elif who and register and outcome:
            _record(store, one_person(store, who), register, outcome, by, note)
        elif who:
            _show(store, one_person(store, who), as_json)


def _record(store: Store, person: PersonLine, register: str, outcome: str, by: str, note: str | None) -> None:
    from graph.judgements import checks

    messages = Messages()
    _known(register)
    if outcome not in checks.OUTCOMES:
        known = ", ".join(checks.OUTCOMES)
        raise fail("contact_outcome", name=person.name, outcome=outcome, known=known)
    with store.lease("zegsman check", waiting=waiting):
        (members,) = members_of(store, [person.id])
        made = checks.record(store, members, register, outcome, by, note)
        as_concluded(store)
    click.echo(
        messages.text(
            "cli.check_recorded",
            name=person.name,
            register=register,
            outcome=messages.text(f"check.{outcome}"),
            command=typed("check", "--undo", made.id[:ID_DIGITS]),
        )
    )


def _take_back(store: Store, id: str, by: str) -> None:
    from graph.errors import NotFound
    from graph.judgements import checks

    found = [one.id for one in checks.read(store.read) if one.id.startswith(id)]
    if len(found) != 1:
        raise NotFound("check_unknown", location=store.location, id=id)
    with store.lease("zegsman check", waiting=waiting):
        made = checks.withdraw(store, found[0], by)
        as_concluded(store)
    messages = Messages()
    outcome = messages.text(f"check.{made.outcome}")
    click.echo(messages.text("cli.check_taken_back", register=made.register, outcome=outcome))


def _import(store: Store, path: Path, by: str) -> None:
    """Record every contact of a list that is one person, and say of the others why not."""
    from graph import finding
    from graph.judgements import checks
    from ingest.languages.nl.name_keys import keys
    from ingest.languages.nl.name_words import PREFIXES
    from ingest.names import parts

    messages = Messages()
    contacts = [row for row in rows_of_list(path) if row.get("name")]
    if not contacts:
        raise fail("no_contacts", file=path)
    names = {row["name"]: keys(row["name"], parts(row["name"], PREFIXES))[:1] for row in contacts}
    hits = {asked.name: [hit.person for hit in asked.hits] for asked in finding.find(store, names)}
    recorded = 0
    with store.lease("zegsman check", waiting=waiting):
        for row in contacts:
            problem = _problem(messages, row, hits[row["name"]])
            if problem:
                click.echo(problem, err=True)
                continue
            (members,) = members_of(store, [hits[row["name"]][0].id])
            where, outcome = row.get("register") or _OWN, row.get("outcome") or "found"
            checks.record(store, members, where, outcome, by, row.get("note") or None)
            recorded += 1
        as_concluded(store)
    click.echo(messages.text("cli.imported", n=recorded, all=len(contacts)))
    if recorded < len(contacts):
        raise click.exceptions.Exit(SOME_REFUSED)


def _problem(messages: Messages, row: dict[str, str], people: Sequence[PersonLine]) -> str | None:
    """Return why a contact cannot be recorded, None if it can."""
    from graph import registers
    from graph.judgements import checks

    name, outcome = row["name"], row.get("outcome") or "found"
    if not people:
        return messages.text("cli.contact_nobody", name=name)
    if len(people) > 1:
        command = typed("check", people[0].id[:ID_DIGITS], "--register", _OWN, "--outcome", "found")
        return messages.text("cli.contact_several", name=name, command=command)
    if outcome not in checks.OUTCOMES:
        known = ", ".join(checks.OUTCOMES)
        return messages.text("cli.contact_outcome", name=name, outcome=outcome, known=known)
    if (row.get("register") or _OWN) not in registers.registers():
        known = ", ".join(registers.registers())
        return messages.text("cli.no_register", name=row["register"], known=known)
    return None


def _known(register: str) -> Register:
    from graph.registers import registers

    if register not in registers():
        raise fail("no_register", name=register, known=", ".join(registers()))
    return registers()[register]


# --- where to look ---


def _show(store: Store, person: PersonLine, as_json: bool) -> None:
    from app.lookup import addresses
    from graph import registers
    from graph.judgements import checks
    from ingest.extraction import to_json

    done = checks.of_person(store, person.id)
    places = list(registers.for_person(person.roles, person.role_families))
    if as_json:
        shown = [
            {"register": one.name, "country": one.country, "protected": one.protected,
             "complete": one.complete, "addresses": addresses(one, person)}
            for one in places
        ]  # fmt: skip
        checked = [to_json(one) for one in done]
        show_json({"person": person.id, "name": person.name, "places": shown, "checks": checked})
    else:
        show(*_page(Messages(), person, places, done))


def _page(
    messages: Messages, person: PersonLine, places: Sequence[Register], done: Sequence[Check]
) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    from app.lookup import addresses, standing
    from app.terminal import labelled, shown

    say = messages.text
    yield Text(say("check.title", name=shown(person.name)), style="bold")
    yield labelled(
        [(say("check.known_as"), "; ".join((*person.roles, *person.affiliations, *person.places)))]
    )
    for place in places:
        yield Text(f"\n{place.name}", style="bold")
        facts = [(standing(messages, place), "\n".join(addresses(place, person)))]
        facts.append((say("check.read"), place.reads[messages.language]))
        facts.append((say("check.miss"), place.misses[messages.language]))
        yield Padding(labelled(facts), (0, 0, 0, 2))
    command = typed("check", person.id[:ID_DIGITS], "--register", places[0].name, "--outcome", "found")
    yield Text(f"\n{say('check.record')}: {command}")
    yield Text("\n" + say("check.done" if done else "check.not_checked"), style="bold")
    for one in done:
        told = f"{one.at[:10]} {one.by}: {one.register}, {say(f'check.{one.outcome}')}"
        told += f" ({one.note})" if one.note else ""
        if not one.stands:
            told += ", " + say("check.withdrawn", by=one.withdrawn_by, at=(one.withdrawn_at or "")[:10])
        yield labelled([(one.id[:ID_DIGITS], told)])
