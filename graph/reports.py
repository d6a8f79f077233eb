"""What people ask of a store, as lines of plain values (`graph.lines`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from graph import queries
from graph.context import sentence_at
from graph.errors import NotFound
from graph.keys import key
from graph.lines import (
    AppearanceLine,
    ArticleLine,
    ArticleView,
    ClaimLine,
    Comparison,
    Dossier,
    Doubt,
    Edge,
    FeatureLine,
    MentionLine,
    Network,
    Node,
    PartLine,
    PersonLine,
    Reused,
    SavedQuery,
    Seen,
    SentenceLine,
    SignalLine,
    StatementLine,
    Totals,
)
from graph.network import neighbourhood
from graph.resolve.features import MERGE
from graph.saved import saved_queries
from graph.store import Store
from graph.values import most_used

__all__ = [
    "AppearanceLine",
    "ArticleLine",
    "ArticleView",
    "ClaimLine",
    "Comparison",
    "Dossier",
    "Doubt",
    "Edge",
    "FeatureLine",
    "MentionLine",
    "Network",
    "Node",
    "NotFound",
    "PartLine",
    "PersonLine",
    "Reused",
    "SavedQuery",
    "Seen",
    "SentenceLine",
    "SignalLine",
    "StatementLine",
    "Totals",
    "article",
    "articles",
    "dossier",
    "doubts",
    "find_person",
    "neighbourhood",
    "people",
    "reuse",
    "saved_queries",
    "seen_before",
    "totals",
]

Row = dict[str, Any]

# The start of an id, as people copy it: fewer digits than these are more likely a word.
_START_OF_ID = re.compile(r"[0-9a-f]{6,32}")
_FOUND = 50


def totals(store: Store) -> Totals:
    """Return how much is in the store."""
    counts = {row["what"]: row["number"] for row in _rows(store, "totals")}
    return Totals(**{field.name: counts.get(field.name, 0) for field in fields(Totals)})


def people(
    store: Store,
    text: str | None = None,
    kind: str | None = None,
    limit: int = 100,
    offset: int = 0,
    order: str = "stories",
) -> tuple[PersonLine, ...]:
    """Return persons of `kind` whose name, roles, towns or affiliations hold `text`; None means any.

    `order` is `stories`, `articles`, `statements`, `last` (the latest published first) or `name`.
    """
    rows = _rows(
        store,
        "people",
        text=text or None,
        key=_key_of(text),
        kind=kind,
        limit=limit,
        offset=offset,
        order=order,
    )
    return tuple(_person(row["person"]) for row in rows)


def reuse(store: Store, kind: str | None = "expert", limit: int = 50, least: int = 2) -> tuple[Reused, ...]:
    """Return the persons who are in at least `least` stories, the most used first.

    One who is in fewer counts too when there are namesakes, and together they reach `least`: a name that
    is used again with another town or profession may be one person or several. Of namesakes only the most
    used is in the list, and the others stand beside.
    """
    found = [_person(row["person"]) for row in _rows(store, "reuse", kind=kind, limit=limit, least=least)]
    ids = [person.id for person in found]
    signals, apart = _signals(store, ids), _apart(store, ids)
    return tuple(
        Reused(person, signals[person.id], tuple(pair.other for pair in apart[person.id])) for person in found
    )


def find_person(store: Store, word: str) -> tuple[PersonLine, ...]:
    """Return the persons that `word` means: an id ever shown or the start of one, else part of a name."""
    if _START_OF_ID.fullmatch(word):
        rows = _by_id(store, word) or _rows(store, "persons_by_start_of_id", start=word)
        if rows:
            return tuple(_person(row["person"]) for row in rows)
    rows = _rows(store, "persons_by_name", key=_key_of(word), text=word, limit=_FOUND)
    return tuple(_person(row["person"]) for row in rows)


def dossier(store: Store, person_id: str) -> Dossier:
    """Return all there is on the person whose id this is, or was. NotFound if there is none."""
    rows = _by_id(store, person_id)
    if not rows:
        raise NotFound("not_found", location=store.location, id=person_id)
    person = _person(rows[0]["person"])
    formerly = (_person(row["person"]) for row in _rows(store, "persons_by_former_id", id=person_id))
    said: dict[str, list[StatementLine]] = defaultdict(list)
    for row in _rows(store, "statements_of_persons", persons=[person.id]):
        said[row["appearance"]].append(_statement(row))
    appearances = tuple(
        _appearance(row["appearance"], _article(row), row["text"], said[row["appearance"]["id"]])
        for row in _rows(store, "appearances_of_persons", persons=[person.id])
    )
    apart = _apart(store, [person.id])[person.id]
    return Dossier(
        person=person,
        signals=_signals(store, [person.id])[person.id],
        namesakes=tuple(pair.other for pair in apart),
        appearances=appearances,
        claims=_claims(store, [person.id]),
        formerly=tuple(one for one in formerly if one.id != person.id),
        apart=apart,
    )


def doubts(store: Store, limit: int | None = None) -> tuple[Doubt, ...]:
    """Return the pairs of persons who may be one, those first of which an answer is worth most."""
    compared = (_comparison(row, row["one"], row["other"]) for row in _rows(store, "doubts"))
    found = sorted(map(_doubt, compared), key=lambda d: (-d.value, d.compared.one.id, d.compared.other.id))
    return tuple(found[:limit])


def _doubt(compared: Comparison) -> Doubt:
    chance = 1 / (1 + 2**-compared.score)
    stories = compared.one.stories + compared.other.stories
    return Doubt(compared, chance, stories, stories * (1 - abs(2 * chance - 1)))


def articles(
    store: Store, text: str | None = None, limit: int = 100, offset: int = 0
) -> tuple[ArticleLine, ...]:
    """Return articles whose title or text holds `text` (None: any), the latest first."""
    rows = _rows(store, "articles", text=text or None, limit=limit, offset=offset)
    return tuple(_article(row) for row in rows)


def article(store: Store, article_id: str) -> ArticleView:
    """Return one article whole. NotFound if there is none with this id."""
    rows = _rows(store, "article", article=article_id)
    if not rows:
        raise NotFound("not_found", location=store.location, id=article_id)
    (row,), line, text = rows, _article(rows[0]), rows[0]["text"]
    said: dict[str | None, list[StatementLine]] = defaultdict(list)
    for found in _rows(store, "statements_in_article", article=article_id):
        said[found["appearance"]].append(_statement(found))
    shown = [
        (_appearance(found["appearance"], line, text, said[found["appearance"]["id"]]), found["person"])
        for found in _rows(store, "appearances_in_article", article=article_id)
    ]
    parts = zip(row["part_kinds"] or (), row["part_starts"] or (), row["part_ends"] or (), strict=True)
    mentions = (_mention(found) for found in _rows(store, "mentions_in_article", article=article_id))
    return ArticleView(
        line=line,
        text=text,
        parts=tuple(PartLine(*part) for part in parts),
        people=tuple(sorted(shown, key=lambda pair: (pair[0].starts, pair[0].id))),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.starts, mention.name))),
        statements=_in_text_order(statement for some in said.values() for statement in some),
        copies=tuple(_article(found) for found in _rows(store, "copies_of_article", article=article_id)),
    )


def persons(store: Store, ids: Sequence[str]) -> tuple[PersonLine, ...]:
    """Return the persons with these ids, by id."""
    return tuple(_person(row["person"]) for row in _rows(store, "persons", ids=list(ids)))


def articles_of_persons(store: Store, persons: Sequence[str]) -> dict[str, tuple[ArticleLine, ...]]:
    """Return the articles that present each of these persons, by date."""
    found: dict[str, tuple[ArticleLine, ...]] = defaultdict(tuple)
    for row in _rows(store, "articles_of_persons", persons=list(persons)):
        found[row["person"]] += (_article(row),)
    return found


def seen_before(store: Store, article_ids: Sequence[str]) -> tuple[Seen, ...]:
    """Return the persons of these articles who are in several stories, with what these articles add.

    Nothing is new of a person whom the store knows from these articles alone.
    """
    here = set(article_ids)
    persons: dict[str, list[Row]] = {}
    for row in _rows(store, "seen_before", articles=sorted(here)):
        persons.setdefault(row["person"]["id"], []).append(row)

    def new(rows: list[Row], what: str) -> tuple[str, ...]:
        before = [row for row in rows if row["article"] not in here]
        known = {row[what].casefold() for row in before if row[what]}
        added = most_used(row[what] for row in rows if before and row["article"] in here)
        return tuple(sorted(value for value in added if value.casefold() not in known))

    return tuple(
        Seen(_person(rows[0]["person"]), new(rows, "place"), new(rows, "role"), new(rows, "publisher"))
        for rows in persons.values()
    )


# --- rows to lines ---


def _rows(store: Store, name: str, **params: Any) -> list[Row]:
    return store.read(queries.text(f"reports/{name}"), **params)


def _by_id(store: Store, id: str) -> list[Row]:
    """Return the person an appearance with this id is of, or, where it is gone, whom it leads to."""
    return _rows(store, "persons_by_id", ids=[id]) or _rows(store, "persons_by_former_id", id=id)


def _key_of(text: str | None) -> str:
    # A text of punctuation alone has no key, and every key holds the empty one.
    return key(text) or "\n"


@cache
def _names(line: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(line))


def _person(row: Row) -> PersonLine:
    return PersonLine(**{name: _frozen(row.get(name)) for name in _names(PersonLine)})


def _article(row: Row) -> ArticleLine:
    return ArticleLine(**{name: row[name] for name in _names(ArticleLine)})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _statement(row: Row) -> StatementLine:
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


def _appearance(row: Row, line: ArticleLine, text: str, said: Iterable[StatementLine]) -> AppearanceLine:
    starts, ends = tuple(row["starts"]), tuple(row["ends"])
    first, last = _introduction(row, text)
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
        statements=_in_text_order(said),
    )


def _introduction(row: Row, text: str) -> tuple[int, int]:
    """Return the sentence that introduces a person; the full stop of a title ("prof.") does not begin it."""
    if not row["starts"]:
        return 0, 0
    title, start = row.get("honorific") or "", row["starts"][0]
    if title and text[:start].rstrip().endswith(title):
        start = text.rindex(title, 0, start)
    return sentence_at(text, start, row["ends"][0])


def _in_text_order(statements: Iterable[StatementLine]) -> tuple[StatementLine, ...]:
    return tuple(sorted(statements, key=lambda statement: (statement.starts, statement.id)))


def _mention(row: Row) -> MentionLine:
    found = row["mention"]
    return MentionLine(
        id=row["id"],
        name=found["name"],
        used_as=tuple(found["used_as"]),
        match=found["match"],
        authority_name=found.get("authority_name"),
        ror=found.get("ror"),
        wikidata=found.get("wikidata"),
        starts=tuple(found["starts"]),
        ends=tuple(found["ends"]),
    )


def _signals(store: Store, persons: list[str]) -> dict[str, tuple[SignalLine, ...]]:
    found: dict[str, tuple[SignalLine, ...]] = defaultdict(tuple)
    for row in _rows(store, "signals", persons=persons):
        params = dict(zip(row["params"][::2], row["params"][1::2], strict=True))
        line = SignalLine(row["type"], row["polarity"], params, tuple(sorted(row["evidence"])))
        found[row["of"]] += (line,)
    return found


def _apart(store: Store, persons: list[str]) -> dict[str, tuple[Comparison, ...]]:
    """Return how each person compares with each of their namesakes."""
    found: dict[str, tuple[Comparison, ...]] = defaultdict(tuple)
    for row in _rows(store, "namesakes", persons=persons):
        found[row["of"]] += (_comparison(row, row["named"], row["person"]),)
    return found


def _comparison(row: Row, one: Row, other: Row) -> Comparison:
    pairs = zip(row["features"][::2], row["features"][1::2], strict=True)
    features = tuple(FeatureLine(name, float(weight)) for name, weight in pairs)
    return Comparison(_person(one), _person(other), row["score"], row["score"] >= MERGE, features)


def _claims(store: Store, persons: list[str]) -> tuple[ClaimLine, ...]:
    claims: dict[str, list[Row]] = {}
    for row in _rows(store, "claims_of_persons", persons=persons):
        claims.setdefault(row["claim"], []).append(row)
    return tuple(_claim(rows) for rows in claims.values())


def _claim(rows: list[Row]) -> ClaimLine:
    persons = {row["person"]["id"]: _person(row["person"]) for row in rows if row["person"]}
    return ClaimLine(
        id=rows[0]["claim"],
        text=rows[0]["claim_text"],
        stories=rows[0]["stories"],
        persons=tuple(persons[id] for id in sorted(persons)),
        sentences=tuple(
            SentenceLine(
                id=row["sentence"],
                text=row["text"],
                start=row["start"],
                end=row["end"],
                article=_article(row),
                statement=row["statement"],
                source_name=row["source_name"],
                person=row["person"]["id"] if row["person"] else None,
            )
            for row in rows
        ),
    )
