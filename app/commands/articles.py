"""Articles into the graph: `ingest`, `extract`, `reread`, `resolve`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.failures import NOTHING_DONE, SOME_REFUSED, fail
from app.messages import Messages
from app.options import (
    authority_option,
    nlp_option,
    open_store,
    publishers_option,
    store_option,
    typed,
    waiting,
)
from app.reading import Inputs, extractor
from app.reading import reread as reread_original
from app.terminal import ID_DIGITS, progress, show_line, shown

if TYPE_CHECKING:
    from graph.lines import Seen
    from graph.load import Loaded
    from graph.store import Store
    from ingest.extraction import Reading

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True)

# What a load can do with an article, in the order it is told.
_OUTCOMES = ("added", "replaced", "captured", "unchanged", "barred")

# Persons seen before that are told one by one after an ingest; `zegsman reuse` shows them all.
_SEEN = 20


@click.command(short_help="Take articles into the graph.")
@paths_argument
@store_option
@authority_option
@publishers_option
@nlp_option
@click.option(
    "--as",
    "collection",
    metavar="NAME",
    help="Put these articles into a collection, those that were known already too.",
)
@click.pass_context
def ingest(
    ctx: click.Context,
    paths: tuple[str, ...],
    location: str | None,
    authority: Path | None,
    model: str | None,
    collection: str | None,
) -> None:
    """Take articles into the graph, and say who of them was seen before.

    PATH is a file (.txt, .md, .html, .jsonl), a folder of these, or - for standard input. What cannot be
    read is named and the rest goes on: the exit status is 0 if all went in, 1 if some did not, 2 if none
    did. An article taken in twice is there once, and may be in several collections.
    """
    if collection is not None and not collection.strip():
        raise fail("collection_unnamed")
    inputs = Inputs(paths)
    readings = iter(inputs)
    first = next(readings, None)  # a store is not made for nothing
    if first is not None:
        with closing(open_store(location, create=True)) as store:
            take_in(store, chain([first], readings), inputs, authority, model, collection)
    inputs.tell_passed_over()
    ctx.exit(status(inputs))


def take_in(
    store: Store,
    readings: Iterable[Reading],
    inputs: Inputs,
    authority: Path | None = None,
    model: str | None = None,
    collection: str | None = None,
) -> None:
    """Load `readings` of `inputs` into `store`, conclude, and print what was done and who was seen before."""
    from graph import collections, reports
    from graph.load import Loader
    from graph.resolve import resolve as conclude

    say = Messages().text
    with store.lease("zegsman ingest", waiting=waiting), extractor(authority, model) as finder:
        loader = Loader(store, finder.extract, finder.fingerprint, reread_original, collection)
        with progress(say("cli.reading"), inputs.size()) as inputs.done:
            loaded = list(loader.load(readings))
        with progress(say("cli.concluding"), None):
            conclude(store)
    click.echo(_outcomes(loaded, inputs.refused))
    if collection and any(one.outcome != "barred" for one in loaded):
        held = collections.named(store, collection)
        number = Messages().count("report.articles", held.articles)
        click.echo(say("cli.collected", name=shown(held.name), articles=number))
    for line in left_out(loaded):
        click.echo(line, err=True)
    changed = [one.article for one in loaded if one.outcome not in ("unchanged", "barred")]
    for line in seen_before(reports.seen_before(store, changed)):
        click.echo(line)


def status(inputs: Inputs) -> int:
    """Return the exit status for what became of `inputs`: 0 all read, 1 some refused, 2 none read."""
    if not inputs.read:
        return NOTHING_DONE
    return SOME_REFUSED if inputs.refused else 0


def _outcomes(loaded: Sequence[Loaded], refused: int) -> str:
    """Return the line of numbers after a load: "3 articles added, 1 unchanged, 1 refused."."""
    messages, counts = Messages(), Counter(one.outcome for one in loaded)
    counts["refused"] = refused
    told = [messages.count(f"cli.{name}", counts[name]) for name in (*_OUTCOMES, "refused") if counts[name]]
    return messages.text("cli.outcome", counts=", ".join(told))


def left_out(loaded: Sequence[Loaded]) -> Iterator[str]:
    """Yield what was left out because it was forgotten, for somebody to see whether that is right."""
    messages = Messages()
    for one in loaded:
        if one.left_out:
            people = messages.count("cli.left_out", one.left_out)
            yield messages.text(
                "cli.left_out_of", source=one.source, people=people, id=one.article[:ID_DIGITS]
            )
        elif one.outcome == "barred":
            yield messages.text("cli.barred_source", source=one.source)
    if any(one.left_out or one.outcome == "barred" for one in loaded):
        yield messages.text("cli.left_out_review", command=typed("forget", "lift", "ID"))


def seen_before(seen: Sequence[Seen]) -> Iterator[str]:
    """Yield lines such as "Bas Lommers: now in 4 stories, new town Breda", experts first."""
    seen = sorted(seen, key=lambda one: one.person.kind != "expert")
    if not seen:
        return
    messages = Messages()
    yield ""
    yield messages.text("cli.seen_before")
    for one in seen[:_SEEN]:
        facts = [messages.text("cli.now_in", stories=messages.count("report.stories", one.person.stories))]
        for key, new in (
            ("cli.new_town", one.new_places),
            ("cli.new_role", one.new_roles),
            ("cli.new_publisher", one.new_publishers),
        ):
            if new:
                facts.append(f"{messages.text(key if len(new) == 1 else key + 's')} {messages.listed(new)}")
        yield shown(f"  {one.person.name}: {', '.join(facts)}")
    if (more := len(seen) - _SEEN) > 0:
        told = messages.count("cli.more", more)
        yield "  " + messages.text("cli.more_seen", more=told, command=typed("reuse", "--kind", "any"))


@click.command(short_help="Print what articles say, as JSON Lines.")
@paths_argument
@authority_option
@nlp_option
@click.pass_context
def extract(ctx: click.Context, paths: tuple[str, ...], authority: Path | None, model: str | None) -> None:
    """Print who and what is found in each article, one JSON object a line; no store is used.

    The form is described in schema/extraction.schema.json. PATH is as for `zegsman ingest`, and so is the
    exit status.
    """
    inputs = Inputs(paths)
    title = Messages().text("cli.reading")
    with extractor(authority, model) as finder, progress(title, inputs.size()) as inputs.done:
        for found in finder.extract(reading.article for reading in inputs):
            show_line(found)
    inputs.tell_passed_over()
    ctx.exit(status(inputs))


@click.command(short_help="Read articles again, with what has changed since.")
@store_option
@authority_option
@publishers_option
@nlp_option
@click.option("--all", "everything", is_flag=True, help="Also what was last read exactly as it would be now.")
def reread(location: str | None, authority: Path | None, model: str | None, everything: bool) -> None:
    """Read again, from the originals the store kept, every article that would now be read differently.

    That is so after an update of zegsman or of a list. An article's old observations go in the same
    transaction that brings the new ones; what people decided stays.
    """
    from graph.load import Loader
    from graph.resolve import resolve as conclude

    say = Messages().text
    with (
        closing(open_store(location)) as store,
        store.lease("zegsman reread", waiting=waiting),
        extractor(authority, model) as finder,
    ):
        loader = Loader(store, finder.extract, finder.fingerprint, reread_original)
        with progress(say("cli.reading"), None):
            loaded = list(loader.reread(everything))
        with progress(say("cli.concluding"), None):
            conclude(store)
    click.echo(_outcomes(loaded, 0) if loaded else say("cli.nothing_to_reread"))
    for line in left_out(loaded):
        click.echo(line, err=True)


@click.command(short_help="Draw the conclusions anew.")
@store_option
@publishers_option
def resolve(location: str | None) -> None:
    """Draw the conclusions from all articles anew: who is one person, which texts and sentences are the same.

    `ingest` and `reread` do this themselves.
    """
    from graph.load import tidy
    from graph.republish import republish
    from graph.resolve import resolve as conclude

    messages = Messages()
    with (
        closing(open_store(location)) as store,
        store.lease("zegsman resolve", waiting=waiting),
        progress(messages.text("cli.concluding"), None),
    ):
        republish(store)
        tidy(store)
        build = conclude(store)
    key = "cli.concluded" if build.changed else "cli.concluded_same"
    click.echo(
        messages.text(
            key,
            build=build.number,
            stories=messages.count("report.stories", build.stories),
            persons=messages.count("report.persons", build.persons),
            claims=messages.count("report.claims", build.claims),
        )
    )
