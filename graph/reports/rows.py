"""Rows that the report queries give, made into lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any

from graph import queries
from graph.context import introduction
from graph.keys import key
from graph.lines import AppearanceLine, ArticleLine, CheckLine, MentionLine, PersonLine, StatementLine
from graph.store import Store

Row = dict[str, Any]


def ask(store: Store, name: str, **params: Any) -> list[Row]:
    """Return the rows of the query `schema/queries/reports/NAME.cypher`."""
    return store.read(queries.text(f"reports/{name}"), **params)


def by_id(store: Store, id: str) -> list[Row]:
    """Return the person an appearance with this id is of, or, where it is gone, whom it leads to."""
    return ask(store, "persons_by_id", ids=[id]) or ask(store, "persons_by_former_id", id=id)


def key_of(text: str | None) -> str:
    """Return the key by which a name is looked up."""
    # A text of punctuation alone has no key, and every key holds the empty one.
    return key(text) or "\n"


@cache
def _names(line: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(line))


def person_line(row: Row) -> PersonLine:
    """Return a Person, given its properties."""
    return PersonLine(**{name: _frozen(row.get(name)) for name in _names(PersonLine)})


def article_line(row: Row) -> ArticleLine:
    """Return the article of a row."""
    return ArticleLine(**{name: row[name] for name in _names(ArticleLine)})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def statement_line(row: Row) -> StatementLine:
    """Return the statement of a row."""
    said = row["statement"]
    return StatementLine(
        id=said["id"],
        article=row["article"],
        type=said["type"],
        text=said["text"],
        cue=said.get("cue"),
        starts=tuple(said["starts"]),
        ends=tuple(said["ends"]),
        source_kind=said["source_kind"],
        source_name=said["source_name"],
        source_id=row["source"],
        rule=said["rule"],
        claims=tuple(sorted(row["claims"])),
    )


def appearance_line(
    row: Row, line: ArticleLine, text: str, said: Iterable[StatementLine], checks: Iterable[CheckLine] = ()
) -> AppearanceLine:
    """Return an Appearance, given its properties, its article and text, and what is said by it."""
    starts, ends = tuple(row["starts"]), tuple(row["ends"])
    named = (starts[0], ends[0]) if starts else None
    first, last = introduction(text, row.get("honorific"), *named) if named else (0, 0)
    return AppearanceLine(
        id=row["id"],
        article=line,
        story=line.story,
        name=row["name"],
        role=row.get("role"),
        role_family=row.get("role_family"),
        place=row.get("place"),
        honorific=row.get("honorific"),
        affiliation=row.get("affiliation"),
        introduction=row.get("introduction"),
        kind=row["kind"],
        starts=starts,
        ends=ends,
        context=text[first:last],
        statements=in_text_order(said),
        checks=tuple(checks),
    )


def in_text_order(statements: Iterable[StatementLine]) -> tuple[StatementLine, ...]:
    """Return statements in the order of the text."""
    return tuple(sorted(statements, key=lambda statement: (statement.starts, statement.id)))


def mention_line(row: Row) -> MentionLine:
    """Return the organisation of a row, as an article writes it."""
    found = row["mention"]
    return MentionLine(
        id=row["id"],
        mention=row["mention"]["id"],
        name=found["name"],
        used_as=tuple(found["used_as"]),
        match=found["match"],
        authority_name=found.get("authority_name"),
        ror=found.get("ror"),
        wikidata=found.get("wikidata"),
        starts=tuple(found["starts"]),
        ends=tuple(found["ends"]),
    )
