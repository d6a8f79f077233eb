"""Taking somebody or something out for good: `forget` and what stands under it."""

from __future__ import annotations

from contextlib import closing

import click

from app.commands.deciding import as_concluded, by_option, members_of, one_thing
from app.commands.persons import one_person
from app.messages import Messages
from app.options import format_options, one_format, open_store, store_option, typed, waiting
from app.terminal import ID_DIGITS, show_csv, show_json, show_table

_LIST = ("id", "kind", "at", "by", "articles")

yes_option = click.option("--yes", is_flag=True, help="Do not ask whether you are sure.")


@click.group(short_help="Take a person or an article out for good.")
def forget() -> None:
    """Take a person or an article out of the store for good, and keep them out.

    What names and quotes a person is masked in the texts, the originals of those articles are deleted, and
    all that was found, decided or looked up about them goes. They are recognised by hashes when they come
    again, and left out then, which an ingest tells; a namesake of another profession in another paper is
    not. Copies you made of the store or its articles elsewhere are yours to delete.
    """


@forget.command(short_help="Somebody asked to be left out.")
@click.argument("person", metavar="PERSON")
@store_option
@by_option
@yes_option
def person(person: str, location: str | None, by: str, yes: bool) -> None:
    """Take PERSON, a name or an id, out of every article."""
    from graph.judgements import forgetting

    messages = Messages()
    with closing(open_store(location)) as store, store.lease("zegsman forget", waiting=waiting):
        who = one_person(store, person)
        if not yes:
            articles = messages.count("report.articles", who.articles)
            click.confirm(
                messages.text("cli.forget_person", name=who.name, articles=articles), abort=True, err=True
            )
        (members,) = members_of(store, [who.id])
        made = forgetting.person(store, members, by)
        as_concluded(store)
    count = messages.count("report.articles", len(made.articles))
    click.echo(messages.text("cli.forgotten", articles=count, id=made.id[:ID_DIGITS]))


@forget.command(short_help="An article has to go.")
@click.argument("article", metavar="ID")
@store_option
@by_option
@yes_option
def article(article: str, location: str | None, by: str, yes: bool) -> None:
    """Take an article out, given its id or the start of it."""
    from graph.judgements import forgetting

    messages = Messages()
    with closing(open_store(location)) as store, store.lease("zegsman forget", waiting=waiting):
        what = one_thing(store, article, "Article")
        if not yes:
            click.confirm(messages.text("cli.forget_article", id=what.id[:ID_DIGITS]), abort=True, err=True)
        made = forgetting.article(store, what.id, by)
        as_concluded(store)
    click.echo(messages.text("cli.forgotten_article", id=made.id[:ID_DIGITS]))


@forget.command("list", short_help="Show how much was forgotten.")
@store_option
@format_options
def list_(location: str | None, as_json: bool, as_csv: bool) -> None:
    """Show when what kind of thing was forgotten, and by whom; of what it was, nothing readable is kept."""
    one_format(as_json, as_csv)
    from graph.judgements import forgetting

    messages = Messages()
    with closing(open_store(location)) as store:
        found = forgetting.read(store.read)
    if as_json:
        show_json(found)
        return
    rows = [
        (one.id[:ID_DIGITS], messages.code("forgotten", one.kind), one.at[:16].replace("T", " "), one.by,
         len(one.articles))
        for one in found
    ]  # fmt: skip
    if as_csv:
        show_csv(_LIST, [dict(zip(_LIST, row, strict=True)) for row in rows])
    elif rows:
        show_table([messages.text(f"forgotten.column_{name}") for name in _LIST], rows)
    else:
        click.echo(messages.text("cli.nothing_forgotten"))


@forget.command(short_help="Let in again what comes next.")
@click.argument("forgotten", metavar="ID")
@store_option
def lift(forgotten: str, location: str | None) -> None:
    """Let in again what was forgotten under ID: say so when a namesake was left out, or another article.

    What was masked or deleted does not come back by itself; take the article in again.
    """
    from graph.errors import NotFound
    from graph.judgements import forgetting

    with closing(open_store(location)) as store, store.lease("zegsman forget", waiting=waiting):
        found = [one.id for one in forgetting.read(store.read) if one.id.startswith(forgotten)]
        if len(found) != 1:
            raise NotFound("forgotten_unknown", location=store.location, id=forgotten)
        forgetting.lift(store, found[0])
    click.echo(Messages().text("cli.lifted", command=typed("ingest", "PATH")))
