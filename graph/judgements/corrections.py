"""Observations as people corrected them, with what had been read kept beside.

A correction is laid over the rows of an article, as read, whenever they are written: after a re-reading
as on the day it was decided. So everything that asks the store (a report, a signal, a page, Cypher) sees
the corrected value, and taking the correction back shows again what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph import cypher, model, publishers, queries
from graph.judgements import targets
from graph.judgements.decisions import CORRECT, Decision
from graph.judgements.records import Record
from graph.judgements.targets import Target
from graph.model import Changes, Row
from graph.store import Read

# Who says a statement is a relationship; it is corrected and kept under this name.
SPEAKER = "speaker"

_SOURCE = ("source_kind", "source_name")

# What follows from a property that can be corrected: the relationship made anew.
_FOLLOWS = {
    ("Article", "url"): "PUBLISHED_BY",
    ("Article", "publisher"): "PUBLISHED_BY",
    ("Appearance", "affiliation"): "AFFILIATED_WITH",
    ("Statement", SPEAKER): "SAID_BY",
}
_STANDS_IN = {"Appearance": "APPEARS_IN", "Mention": "MENTIONED_IN", "Statement": "STATED_IN"}
_MADE_ANEW = frozenset(_FOLLOWS.values())


def fields(label: str) -> dict[str, str]:
    """Return what can be corrected of a type of observation, with the type of its value."""
    known = model.load().nodes[label].properties.values()
    found = {one.name: one.type for one in known if one.correct}
    return found | {SPEAKER: "string"} if label == "Statement" else found


def concern(changes: Changes, decisions: Iterable[Decision], records: Iterable[Record] = ()) -> None:
    """Add to `changes`, which has the rows of whole articles as read, what judgements make of them.

    Decisions and records are tied again to what they are about, and standing corrections are laid over the
    rows.
    """
    articles = _Articles(changes)
    for record in records:
        for target in record.targets:
            if id := articles.find(target):
                changes.relate("CONCERNS", (record.label, record.id), (target.label, id))
    for decision in decisions:
        for target in decision.targets:
            id = articles.find(target)
            if id is None:
                continue
            changes.relate("CONCERNS", ("Decision", decision.id), (target.label, id), side=target.side)
            if decision.stands and decision.kind == CORRECT and decision.field:
                articles.correct(target.label, id, decision.field, decision.value or "")


def restated(read: Read, articles: Iterable[str], decisions: Iterable[Decision]) -> Changes:
    """Return what shows the observations of these articles as `decisions` have them, and no others.

    Only rows that decisions are or were about are written.
    """
    stored = _stored(read, sorted(set(articles)))
    wanted = as_read(stored)
    concern(wanted, decisions)
    changes = Changes()
    old = {label: {row["id"]: row for row in rows} for label, rows in stored.nodes.items()}
    for label, rows in wanted.nodes.items():
        changed = [row for row in rows if old.get(label, {}).get(row["id"]) != row]
        if changed:
            changes.nodes[label] = changed
    for (type, start, end), rows in wanted.relationships.items():
        if type in _MADE_ANEW:
            changes.unrelate[type, start] = [row["id"] for row in stored.nodes.get(start, ())]
        if type in _MADE_ANEW or type == "CONCERNS":
            changes.relationships[type, start, end] = rows
    return changes


def as_read(changes: Changes) -> Changes:
    """Return the rows of whole articles without what was corrected in them."""
    read = Changes()
    for label, rows in changes.nodes.items():
        for row in rows:
            read.node(label, **_restored(row))
    for (type, start, end), links in changes.relationships.items():
        read.relationships[type, start, end] = list(links)
    articles = _Articles(read)
    for label, rows in changes.nodes.items():
        for row in rows:
            for field, value in _pairs(row).items():
                if follows := _FOLLOWS.get((label, field)):
                    articles.follow(label, row["id"], follows, value)
    return read


@dataclass(frozen=True, slots=True)
class _Place:
    article: str
    row: Row


class _Articles:
    """The rows of whole articles in a Changes, by article and type, and how a row of them is corrected."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self.rows: dict[str, dict[str, list[Row]]] = {}
        self._places: dict[tuple[str, str], _Place] = {}
        for row in changes.nodes.get("Article", ()):
            self._put("Article", row["id"], row)
        for type, label in (
            ("APPEARS_IN", "Appearance"),
            ("MENTIONED_IN", "Mention"),
            ("STATED_IN", "Statement"),
        ):
            by_id = {row["id"]: row for row in changes.nodes.get(label, ())}
            for link in changes.relationships.get((type, label, "Article"), ()):
                self._put(label, link["to"], by_id[link["from"]])

    def _put(self, label: str, article: str, row: Row) -> None:
        self.rows.setdefault(article, {}).setdefault(label, []).append(row)
        self._places[label, row["id"]] = _Place(article, row)

    def find(self, target: Target) -> str | None:
        """Return the id of what a judgement is about, None if this reading has no such thing."""
        return targets.find(target, self.rows.get(target.article, {}))

    def correct(self, label: str, id: str, field: str, value: str) -> None:
        """Give a row the corrected value, and keep what was read."""
        place = self._places[label, id]
        if field == SPEAKER:
            value = self._speaker(place.article, value)
            if not value:  # whom it was given to, this reading does not know
                return
            _keep(place.row, {field: self._said_by(id)} | {name: place.row[name] for name in _SOURCE})
            speaker = self._places["Appearance", value.split()[1]].row["name"]
            place.row.update(source_kind="person", source_name=speaker)
        else:
            _keep(place.row, {field: str(place.row.get(field) or "")})
            _put(place.row, label, field, value)
        if follows := _FOLLOWS.get((label, field)):
            self.follow(label, id, follows, value)

    def follow(self, label: str, id: str, type: str, value: str) -> None:
        """Make anew the relationship that follows from a corrected value."""
        place = self._places[label, id]
        for (name, start, _), links in self._changes.relationships.items():
            if (name, start) == (type, label):
                links[:] = [link for link in links if link["from"] != id]
        for end, to in self._ends(place, type, value):
            self._changes.relate(type, (label, id), (end, to))

    def _ends(self, place: _Place, type: str, value: str) -> Iterator[tuple[str, str]]:
        if type == "SAID_BY" and value:
            label, id = value.split()
            yield label, id
        elif type == "AFFILIATED_WITH":
            named = (m for m in self.rows[place.article].get("Mention", ()) if m["name"] == value)
            yield from (("Mention", mention["id"]) for mention in list(named)[:1])
        elif type == "PUBLISHED_BY":
            publisher = publishers.of(place.row.get("url"), place.row.get("publisher"))
            if publisher:
                self._changes.node("Publisher", **vars(publisher))
                yield "Publisher", publisher.id

    def _said_by(self, statement: str) -> str:
        """Return type and id of who says a statement, empty if nobody known does."""
        for (type, _, end), links in self._changes.relationships.items():
            if type == "SAID_BY":
                for link in links:
                    if link["from"] == statement:
                        return f"{end} {link['to']}"
        return ""

    def _speaker(self, article: str, name_key: str) -> str:
        people = self.rows[article].get("Appearance", ())
        return next((f"Appearance {row['id']}" for row in people if row["name_key"] == name_key), "")


def _keep(row: Row, read: Mapping[str, str]) -> None:
    """Keep beside a row what was read of it, unless an earlier correction did."""
    kept = {**read, **_pairs(row)}
    row["as_read"] = [text for pair in sorted(kept.items()) for text in pair]


def _pairs(row: Row) -> dict[str, str]:
    """Return what had been read of the corrected fields of a row."""
    flat = row.get("as_read") or []
    return dict(zip(flat[::2], flat[1::2], strict=True))


def _restored(row: Row) -> Row:
    restored = {name: value for name, value in row.items() if name != "as_read"}
    for field, value in _pairs(row).items():
        if field != SPEAKER:
            restored[field] = value or None
    return restored


def _put(row: Row, label: str, field: str, value: str) -> None:
    """Set a property to a value given as text; the empty text takes it away."""
    kind = model.load().nodes[label].properties[field].type
    if value:
        row[field] = value == "true" if kind == "boolean" else value
    else:
        row.pop(field, None)


def _stored(read: Read, articles: list[str]) -> Changes:
    """Return the observations of these articles that corrections are about, as the store has them."""
    found = Changes()
    for row in read(queries.text("judgements/observations"), articles=articles):
        found.nodes.setdefault(row["label"], []).append(row["properties"])
        if row["type"]:
            found.relate(row["type"], (row["label"], row["properties"]["id"]), ("Article", row["article"]))
    ids = {label: [row["id"] for row in rows] for label, rows in found.nodes.items()}
    for type in sorted(_MADE_ANEW):
        for start, end in model.load().relationships[type].ends:
            for row in read(cypher.relationships_of(type, start, end), ids=ids.get(start, [])):
                found.relate(type, (start, row["start"]), (end, row["end"]), **row["properties"])
    return found
