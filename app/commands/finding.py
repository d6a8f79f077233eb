"""Looking a list of names up: `find`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.failures import fail
from app.messages import Messages
from app.options import format_options, one_format, open_store, store_option
from app.terminal import show_csv, show_json, show_table

if TYPE_CHECKING:
    from graph.finding import Asked

# What a column with names is called in a list, in lower case; without any, the first column holds them.
_COLUMNS = ("name", "naam", "names", "namen")
_ROW = ("asked", "how", "person", "name", "roles", "places", "affiliations", "article", "title", "url",
        "publisher", "published")  # fmt: skip
_SHOWN = ("asked", "how", "name", "roles", "places", "stories", "publishers")


@click.command(short_help="Look up who of a list of names occurs where.")
@click.argument("names", metavar="LIST|NAME...", nargs=-1, required=True)
@store_option
@format_options
def find(names: tuple[str, ...], location: str | None, as_json: bool, as_csv: bool) -> None:
    """Look up who of a list of names occurs in the store, and who is called nearly so.

    LIST is a file with a name a line, a CSV file with a column "name" or "naam" (else the first column), or -
    for standard input. Names themselves may stand here too.
    """
    one_format(as_json, as_csv)
    from graph import finding
    from ingest.languages.nl.name_keys import keys
    from ingest.languages.nl.name_words import PREFIXES
    from ingest.names import parts

    wanted = list(dict.fromkeys(name for word in names for name in _listed(word)))
    if not wanted:
        raise fail("no_names", file=names[0])
    with closing(open_store(location)) as store:
        found = finding.find(store, {name: keys(name, parts(name, PREFIXES)) for name in wanted})
    if as_json:
        show_json(found)
    elif as_csv:
        show_csv(_ROW, _rows(found))
    else:
        _show(found)


def _listed(word: str) -> Iterator[str]:
    """Yield the names that a word on the command line stands for: those in a file, or the word itself."""
    if word == "-":
        yield from _names(sys.stdin.read().splitlines())
    elif Path(word).is_file():
        yield from (row["name"] for row in rows_of_list(Path(word)) if row["name"])
    else:
        yield from _names([word])


def _names(lines: Sequence[str]) -> Iterator[str]:
    """Yield the names in the lines of a list."""
    for row in _table(lines):
        if row["name"]:
            yield row["name"]


def rows_of_list(path: Path) -> list[dict[str, str]]:
    """Return the rows of a list in a file, by the columns' names in lower case; "name" is always one."""
    try:
        return list(_table(path.read_text("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise fail("list_unreadable", file=path, reason=error) from error


def _table(lines: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a list, which is CSV when its first line has several columns.

    The column of names is the one that is called so, else the first, and then there is no line of heads.
    """
    lines = [line for line in lines if line.strip()]
    if not lines:
        return
    mark = next((mark for mark in ";\t," if mark in lines[0]), None)
    rows = list(csv.reader(lines, delimiter=mark)) if mark else [[line] for line in lines]
    heads = [head.strip().casefold() for head in rows[0]]
    column = next((heads.index(name) for name in _COLUMNS if name in heads), None)
    for row in rows if column is None else rows[1:]:
        cells = [" ".join(cell.split()) for cell in row]
        stated = dict(zip(heads, cells, strict=False)) if column is not None else {}
        yield stated | {"name": cells[column or 0] if len(cells) > (column or 0) else ""}


def _rows(found: Sequence[Asked]) -> Iterator[dict[str, Any]]:
    """Yield a row for each article that presents somebody who may be meant, and one for who is not found."""
    for asked in found:
        if not asked.hits:
            yield {"asked": asked.name}
        for hit in asked.hits:
            person = hit.person
            told = {
                "asked": asked.name, "how": hit.how, "person": person.id, "name": person.name,
                "roles": person.roles, "places": person.places, "affiliations": person.affiliations,
            }  # fmt: skip
            for article in hit.articles:
                yield {
                    **told, "article": article.id, "title": article.title, "url": article.url,
                    "publisher": article.publisher, "published": article.published,
                }  # fmt: skip


def _show(found: Sequence[Asked]) -> None:
    messages = Messages()
    rows = [
        (asked.name, messages.code("agreement", hit.how), who.name, who.roles, who.places, who.stories,
         who.publishers)
        for asked in found
        for hit in asked.hits
        for who in (hit.person,)
    ]  # fmt: skip
    if rows:
        show_table([messages.text(f"find.{name}") for name in _SHOWN], rows)
    if nobody := [asked.name for asked in found if not asked.hits]:
        click.echo(messages.text("find.nobody", names=messages.listed(nobody)))
