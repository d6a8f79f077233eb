"""What several commands have in common: which store, which authority lists, which form of output."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.failures import fail
from app.messages import Messages

if TYPE_CHECKING:
    from graph.errors import Busy
    from graph.store import Store

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


def store_option(command: F) -> F:
    """Give a command `--store`: the parameter `location`, a path or an address, or None if not stated."""
    return click.option(
        "--store",
        "location",
        envvar="ZEGSMAN_STORE",
        metavar="PATH|URI",
        help="The store: a folder, or the address of a Neo4j (bolt://, neo4j://), whose login is in "
        "NEO4J_USERNAME and NEO4J_PASSWORD. Otherwise ZEGSMAN_STORE, or a folder in your data directory.",
    )(command)


def authority_option(command: F) -> F:
    """Give a command `--authority`: the parameter `authority`, a folder or None."""
    return click.option(
        "--authority",
        envvar="ZEGSMAN_AUTHORITY",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="A folder of further lists of institutions: CSV, or a ROR dump as published.",
    )(command)


def publishers_option(command: F) -> F:
    """Give a command `--publishers`: a user's own list of publishers, for all that follows."""

    def use(ctx: click.Context, param: click.Parameter, file: str | None) -> None:
        before = os.environ.get("ZEGSMAN_PUBLISHERS")
        if file:
            os.environ["ZEGSMAN_PUBLISHERS"] = file
            ctx.call_on_close(lambda: os.environ.update(ZEGSMAN_PUBLISHERS=before or ""))

    return click.option(
        "--publishers",
        metavar="FILE",
        expose_value=False,
        callback=use,
        help="A list of further publishers and press agencies, of the form of schema/publishers.toml. "
        "Otherwise ZEGSMAN_PUBLISHERS, which other commands heed too.",
    )(command)


def nlp_option(command: F) -> F:
    """Give a command `--nlp`: the parameter `model`, the name or path of a spaCy pipeline, or None."""
    return click.option(
        "--nlp",
        "model",
        metavar="NAME",
        help="An installed spaCy pipeline, by name or path: the people and organisations that it finds are "
        "weighed too.",
    )(command)


def format_options(command: F) -> F:
    """Give a command `--json` and `--csv`: the parameters `as_json` and `as_csv`."""
    as_csv = click.option("--csv", "as_csv", is_flag=True, help="Print CSV, with a line of names first.")
    as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    return as_json(as_csv(command))


def limit_option(command: F) -> F:
    """Give a command `--limit`: the parameter `limit`, for `within`."""
    return click.option(
        "--limit", type=click.IntRange(1), default=50, show_default=True, help="So many at the most."
    )(command)


def within(found: tuple[T, ...], limit: int) -> tuple[T, ...]:
    """Return the first `limit` of what was found, one more of which was asked for; say if any is left out."""
    if len(found) > limit:
        left_out(limit)
    return found[:limit]


def left_out(limit: int) -> None:
    """Say that there is more than the `limit` of what is shown."""
    click.echo(Messages().text("cli.limited", n=limit), err=True)


def one_format(as_json: bool, as_csv: bool) -> None:
    """Raise UsageError if both forms of output were asked for."""
    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")


def default_store() -> str:
    """Return the path of the store in the user's data directory."""
    import platformdirs

    return str(platformdirs.user_data_path("zegsman", appauthor=False) / "store")


def open_store(location: str | None, *, create: bool = False, unfinished: bool = False) -> Store:
    """Open the store of a command, asking for a login if it needs one and none is stated.

    Without `create`, a store that is not there, or not set up, is an error; without `unfinished`, one into
    which a dump was not wholly restored.
    """
    from graph.store import open_store as open_

    where = location or default_store()
    store = open_(where, login(where), create=create)
    try:
        if create:
            store.ensure_schema(unfinished=unfinished)
        else:
            store.check_schema(unfinished=unfinished)
    except BaseException:
        store.close()
        raise
    return store


def login(location: str) -> tuple[str, str] | None:
    """Return user name and password for a Neo4j, None for a folder; asked for only at a terminal."""
    if "://" not in location:
        return None
    name, password = os.environ.get("NEO4J_USERNAME"), os.environ.get("NEO4J_PASSWORD")
    if name and password is not None:
        return name, password
    if not sys.stdin.isatty():
        raise fail("no_login", location=location)
    messages = Messages()
    name = name or click.prompt(messages.text("cli.ask_name", location=location), default="neo4j", err=True)
    if password is None:
        password = click.prompt(messages.text("cli.ask_password", name=name), hide_input=True, err=True)
    return name, password


def waiting(busy: Busy) -> None:
    """Say who is waited for."""
    messages = Messages()
    click.echo(messages.text("cli.waiting", purpose=busy.params["purpose"], pid=busy.params["pid"]), err=True)


def typed(*words: str) -> str:
    """Return the command to type for `zegsman` with these words, for the store this command was given."""
    location = click.get_current_context().params.get("location")
    store = ("--store", location) if location and location != os.environ.get("ZEGSMAN_STORE") else ()
    return shlex.join((_program(), *words, *store))


def _program() -> str:
    """Return what to type for this program: its name, or its path where the name would not find it."""
    here = Path(sys.argv[0])
    found = shutil.which("zegsman")
    if here.stem != "zegsman" or (found and Path(found).resolve() == here.resolve()):
        return "zegsman"
    return os.path.relpath(here) if here.resolve().is_relative_to(Path.cwd()) else str(here)
