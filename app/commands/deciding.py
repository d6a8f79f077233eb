"""What people decide: who is one person, and what was read wrong. `decide` and what stands under it."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.commands.persons import one_person
from app.corrections import BadValue, checked
from app.failures import fail
from app.messages import Messages
from app.options import format_options, one_format, open_store, store_option, typed, waiting
from app.terminal import ID_DIGITS, progress, show_csv, show_json, show_table

if TYPE_CHECKING:
    from graph.judgements.decisions import Decision
    from graph.judgements.things import Thing
    from graph.lines import PersonLine
    from graph.store import Store

F = TypeVar("F", bound=Callable[..., Any])

_LIST = ("id", "at", "by", "decided", "about", "why", "state")


by_option = click.option(
    "--by",
    envvar="ZEGSMAN_USER",
    default=getpass.getuser,
    show_default="your login name",
    help="Who decides this.",
)


def _words(command: F) -> F:
    """Give a command `--store`, `--by` and `--why`."""
    return store_option(by_option(click.option("--why", help="Why: what you saw or looked up.")(command)))


@click.group(short_help="Say who is one person, and what was read wrong.")
def decide() -> None:
    """Decide what the program cannot: who is one person and who is not, and what was read wrong.

    What you decide holds from then on, also when articles are read again, until you take it back; with who,
    when and why it stays on record even then. A person is named by name or id; statements, appearances and
    articles by their id, or the start of it, as reports show it.
    """


@decide.command(short_help="These are one person.")
@click.argument("persons", metavar="PERSON...", nargs=-1, required=True)
@_words
def same(persons: tuple[str, ...], location: str | None, by: str, why: str | None) -> None:
    """Decide that all these are one person."""
    from graph.judgements import deciding

    with _desk(location) as store:
        found = {person.id: person for person in (one_person(store, word) for word in persons)}
        if len(found) < 2:
            raise fail("one_person_already", name=next(iter(found.values())).name)
        _done(store, deciding.same(store, list(members_of(store, found)), deciding.Words(by, why)))


@decide.command(short_help="These two are different persons.")
@click.argument("one")
@click.argument("other")
@_words
def different(one: str, other: str, location: str | None, by: str, why: str | None) -> None:
    """Decide that ONE and OTHER are different persons.

    Of two appearances of what is one person now, these two are told apart; `split` divides a person.
    """
    from graph.judgements import deciding

    with _desk(location) as store:
        first, second = one_person(store, one), one_person(store, other)
        if first.id == second.id:
            left, right = ([one_thing(store, word, "Appearance").id] for word in (one, other))
        else:
            left, right = members_of(store, [first.id, second.id])
        _done(store, deciding.different(store, left, right, deciding.Words(by, why)))


@decide.command(short_help="A person is two: these appearances are somebody else's.")
@click.argument("person")
@click.option(
    "--out",
    "out",
    metavar="ID",
    multiple=True,
    required=True,
    help="An appearance, or an article whose appearance it is. May be given more than once.",
)
@_words
def split(person: str, out: tuple[str, ...], location: str | None, by: str, why: str | None) -> None:
    """Decide that some appearances of PERSON are of somebody else."""
    from graph.judgements import deciding

    with _desk(location) as store:
        whole = one_person(store, person)
        (members,) = members_of(store, [whole.id])
        gone = {id for word in out for id in _of_person(store, whole, members, word)}
        left = [id for id in members if id not in gone]
        if not left:
            raise fail("nothing_left", name=whole.name)
        _done(store, deciding.different(store, left, sorted(gone), deciding.Words(by, why)))


@decide.command(short_help="It is not a person, an organisation or a quote.")
@click.argument("what")
@_words
def wrong(what: str, location: str | None, by: str, why: str | None) -> None:
    """Decide that WHAT is none: no person, no organisation, or nothing that somebody said."""
    from graph.judgements import deciding

    with _desk(location) as store:
        ids = [thing.id for thing in _concerned(store, what, None)]
        _done(store, deciding.dismiss(store, ids, deciding.Words(by, why)))


@decide.command("set", short_help="A role, town, title or date was read wrong.")
@click.argument("what")
@click.argument("field")
@click.argument("value")
@click.option("--in", "article", metavar="ID", help="Only where this article presents the person.")
@_words
def set_(
    what: str, field: str, value: str, article: str | None, location: str | None, by: str, why: str | None
) -> None:
    """Decide that FIELD of WHAT is VALUE; an empty VALUE: that nothing is stated.

    \b
    of a person:   role, place, affiliation, kind, role_family
    of an article: title, published, publisher, url
    """
    from graph.judgements import deciding

    try:
        values = checked(field, value)
    except BadValue as error:
        raise fail(error.key, **error.params) from None
    with _desk(location) as store:
        ids = [thing.id for thing in _concerned(store, what, article)]
        _done(store, deciding.correct(store, ids, values, deciding.Words(by, why)))


@decide.command(short_help="Somebody else says this.")
@click.argument("statement")
@click.argument("person")
@_words
def speaker(statement: str, person: str, location: str | None, by: str, why: str | None) -> None:
    """Decide that PERSON, whom the article presents, says STATEMENT."""
    from graph.judgements import deciding, things

    with _desk(location) as store:
        said, who = one_thing(store, statement, "Statement"), one_person(store, person)
        (members,) = members_of(store, [who.id])
        here = things.in_article(store, members, said.article)
        if not here:
            raise fail("not_in_article", name=who.name, article=said.article[:ID_DIGITS])
        values = {"speaker": here[0].name_key}
        _done(store, deciding.correct(store, [said.id], values, deciding.Words(by, why)))


@decide.command(short_help="Take a decision back.")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@_words
def undo(ids: tuple[str, ...], location: str | None, by: str, why: str | None) -> None:
    """Take decisions back, without an ID the last. What was read shows again.

    A decision that was taken back stays on record.
    """
    from graph.judgements import deciding, decisions

    with _desk(location) as store:
        standing = [one for one in decisions.read(store.read) if one.stands]
        if not standing:
            raise fail("nothing_decided")
        found = (
            [_decision(standing, word, store.location) for word in ids]
            if ids
            else [one for one in standing if one.at == standing[-1].at]
        )
        _done(store, deciding.withdraw(store, [one.id for one in found], deciding.Words(by, why)))


@decide.command("list", short_help="Show what was decided.")
@store_option
@format_options
def list_(location: str | None, as_json: bool, as_csv: bool) -> None:
    """Show everything that was decided, what was taken back included, the latest first."""
    one_format(as_json, as_csv)
    from graph.judgements import decisions

    with closing(open_store(location)) as store:
        found = decisions.read(store.read)[::-1]
        if as_json:
            show_json(found)
            return
        rows = [_row(one) for one in found]
        if as_csv:
            show_csv(_LIST, [dict(zip(_LIST, row, strict=True)) for row in rows])
        elif rows:
            messages = Messages()
            show_table([messages.text(f"decided.{name}") for name in _LIST], rows)
        else:
            click.echo(Messages().text("cli.nothing_decided"))


@contextmanager
def _desk(location: str | None) -> Iterator[Store]:
    """Open the store for somebody who decides, and hold its lease."""
    with closing(open_store(location)) as store, store.lease("zegsman decide", waiting=waiting):
        yield store


def _done(store: Store, made: Sequence[Decision]) -> None:
    """Conclude anew, and say what was decided and how to take it back."""
    from app.judged import sentence

    as_concluded(store)
    messages = Messages()
    for one in made:
        key = "cli.decided" if one.stands else "cli.taken_back"
        undo = typed("decide", "undo", one.id[:ID_DIGITS])
        click.echo(messages.text(key, decided=sentence(messages, one), command=undo))


def as_concluded(store: Store) -> None:
    """Draw the conclusions anew, after something was decided."""
    from graph.resolve import resolve

    with progress(Messages().text("cli.concluding"), None):
        resolve(store)


def _row(one: Decision) -> list[str]:
    from app.judged import sentence, state

    messages = Messages()
    about = list(dict.fromkeys(target.name_key or target.article[:ID_DIGITS] for target in one.targets))
    return [
        one.id[:ID_DIGITS], one.at[:16].replace("T", " "), one.by, sentence(messages, one), "; ".join(about),
        one.why or "", state(messages, one),
    ]  # fmt: skip


# --- what words mean ---


def members_of(store: Store, persons: Iterable[str]) -> Iterable[list[str]]:
    """Return the ids of the appearances of each of these persons, in order."""
    from graph.judgements import things

    return things.members(store, list(persons)).values()


def one_thing(store: Store, word: str, *labels: str) -> Thing:
    """Return the one thing of these types whose id starts so; Failed if there is none or several."""
    from graph.judgements import things

    found = [thing for thing in things.by_id(store, word) if thing.label in labels]
    if len(found) != 1:
        what = " / ".join(Messages().code("nodes", label) for label in labels)
        raise fail("no_such_id" if not found else "several_ids", what=what, id=word)
    return found[0]


def _concerned(store: Store, word: str, article: str | None) -> Sequence[Thing]:
    """Return what a decision about `word` concerns: a thing, or a person's appearances (in `article`)."""
    from graph.judgements import things

    found = things.by_id(store, word)
    if len(found) == 1 and found[0].label != "Appearance":
        return found
    person = one_person(store, word)
    (members,) = members_of(store, [person.id])
    if article is None:
        return [things.Thing("Appearance", id, "") for id in members]
    where = one_thing(store, article, "Article").id
    here = things.in_article(store, members, where)
    if not here:
        raise fail("not_in_article", name=person.name, article=where[:ID_DIGITS])
    return here


def _of_person(store: Store, person: PersonLine, members: Sequence[str], word: str) -> list[str]:
    """Return the appearance of `person` that `word` means: by its id, or by that of the article."""
    from graph.judgements import things

    thing = one_thing(store, word, "Appearance", "Article")
    if thing.label == "Article":
        here = [one.id for one in things.in_article(store, members, thing.id)]
    else:
        here = [id for id in members if id == thing.id]
    if not here:
        raise fail("not_of_person", name=person.name, id=word)
    return here


def _decision(standing: Sequence[Decision], word: str, location: str) -> Decision:
    from graph.errors import NotFound

    found = [one for one in standing if one.id.startswith(word)]
    if len(found) != 1:
        raise NotFound("decision_unknown", location=location, id=word)
    return found[0]
