"""Questions of one's own: `query`, in Cypher or by the name of a saved query."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from app.failures import fail
from app.messages import Messages
from app.options import format_options, one_format, open_store, store_option
from app.terminal import show_csv, show_json, show_labelled, show_table

if TYPE_CHECKING:
    from graph.lines import SavedQuery


@click.command(short_help="Ask the graph a question in Cypher.")
@click.argument("question", metavar="CYPHER|NAME", required=False)
@store_option
@format_options
@click.option(
    "-p",
    "--param",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    help='A parameter, $NAME in the query. A value that is JSON (12, true, ["a", "b"]) is that; '
    "anything else is a text.",
)
@click.option("--list", "listed", is_flag=True, help="Show the saved queries and their parameters.")
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="Rows at the most.")
@click.option(
    "--seconds", type=click.FloatRange(0.1), default=30.0, show_default=True, help="How long it may take."
)
def query(
    question: str | None, location: str | None, as_json: bool, as_csv: bool, given: tuple[str, ...],
    listed: bool, limit: int, seconds: float,
) -> None:  # fmt: skip
    """Ask the graph a question: Cypher, the name of a saved query, or - for Cypher on standard input.

    Questions only read. A parameter of a saved query that is not given means any.

    \b
    zegsman query "MATCH (p:Person {kind: 'expert'}) RETURN p.name, p.stories ORDER BY p.stories DESC"
    """
    one_format(as_json, as_csv)
    if listed == (question is not None):
        raise click.UsageError("Give a query, or --list to see the saved ones.")
    if question is None:
        list_saved(as_json, as_csv)
        return
    params = dict(map(_parameter, given))
    cypher, params = _saved(question, params) if _is_name(question) else (question, params)
    if cypher == "-":
        cypher = sys.stdin.read()
    with closing(open_store(location)) as store:
        answer = store.ask(cypher, params, seconds=seconds, limit=limit)
    if as_json:
        show_json(answer.rows)
    elif as_csv:
        show_csv(answer.columns, answer.rows)
    elif len(answer.rows) == 1 and len(answer.columns) > 1:
        show_labelled(answer.rows[0].items())
    elif answer.rows:
        show_table(answer.columns, ([row[name] for name in answer.columns] for row in answer.rows))
    else:
        click.echo(Messages().text("cli.no_rows"), err=True)
    if answer.truncated:
        click.echo(Messages().count("cli.truncated", limit), err=True)


def list_saved(as_json: bool, as_csv: bool) -> None:
    """Print the saved queries: name, what each answers, parameters and columns."""
    from graph.reports import saved_queries

    found = saved_queries()
    columns = ("name", "title", "answers", "parameters", "columns")
    if as_json:
        show_json(found)
    elif as_csv:
        show_csv(columns, ({name: getattr(one, name) for name in columns} for one in found))
    else:
        say = Messages().text
        heads = [say(f"cli.saved_{name}") for name in ("name", "answers", "parameters")]
        show_table(heads, ([one.name, one.answers, _explained(one)] for one in found))


def _explained(saved: SavedQuery) -> str:
    return "\n".join(f"{name}: {meaning}" for name, meaning in saved.parameters.items())


def _parameter(given: str) -> tuple[str, Any]:
    name, equals, value = given.partition("=")
    if not equals or not name:
        raise click.UsageError(f"{given!r} is no parameter: write -p name=value.")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _is_name(question: str) -> bool:
    """Whether a question is meant as a name: Cypher has more than one word."""
    return question != "-" and len(question.split()) == 1


def _saved(name: str, params: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the text of a saved query, and its parameters with null for what was not given."""
    from graph.reports import saved_queries

    found = {one.name: one for one in saved_queries()}
    if name not in found:
        raise fail("no_query", name=name)
    saved = found[name]
    if unknown := sorted(set(params) - set(saved.parameters)):
        known = ", ".join(saved.parameters) or Messages().text("report.none")
        raise fail("no_parameter", name=name, parameter=unknown[0], known=known)
    return saved.cypher, dict.fromkeys(saved.parameters) | params
