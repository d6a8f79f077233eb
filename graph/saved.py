"""The saved queries: `schema/queries/NAME.cypher`, each with a header that says what it is.

    // title: Names used again
    // answers: Which experts are in several stories?
    // parameter least: fewest stories
    // column name: name of the person

Lines that begin with `//   ` go on with the line before. Parameters that are null mean any.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from graph.lines import SavedQuery

_FIELD = re.compile(r"//\s*(title|answers|parameter|column)(?:\s+(\w+))?\s*:\s*(.+)")
_MORE = re.compile(r"//\s{3,}(.+)")


@cache
def saved_queries() -> tuple[SavedQuery, ...]:
    """Return the saved queries, in order of name."""
    folder = resources.files("schema").joinpath("queries")
    files = {file.name: file for file in folder.iterdir() if file.name.endswith(".cypher")}
    return tuple(read(name.removesuffix(".cypher"), files[name].read_text("utf-8")) for name in sorted(files))


def read(name: str, cypher: str) -> SavedQuery:
    """Return the query `name` with the header that stands in its text."""
    found: dict[tuple[str, str], str] = {}
    last = ("", "")
    for line in cypher.splitlines():
        field, more = _FIELD.fullmatch(line), _MORE.fullmatch(line)
        if field:
            last = (field[1], field[2] or "")
            found[last] = field[3].strip()
        elif more and last in found:
            found[last] += " " + more[1].strip()
    return SavedQuery(
        name=name,
        title=found["title", ""],
        answers=found["answers", ""],
        parameters={name: text for (kind, name), text in found.items() if kind == "parameter"},
        columns={name: text for (kind, name), text in found.items() if kind == "column"},
        cypher=cypher,
    )
