"""What is near a thing, for a drawing: each line of it with the sentence behind it."""

from __future__ import annotations

from typing import Any

from graph import queries
from graph.context import sentence_at
from graph.errors import NotFound
from graph.lines import Edge, Network, Node
from graph.store import Store
from ingest.extraction import content_id

Row = dict[str, Any]


def neighbourhood(store: Store, id: str, limit: int = 60) -> Network:
    """Return what is near the Person, Article, Claim, Institution or Story `id`, with at most `limit` nodes.

    A story has the id of its smallest article; `story:` before it says that the story is meant, here and in
    what is returned. NotFound if there is no such thing. Where there is more than `limit`, every type of
    relationship gets its share.
    """
    found = _rows(store, "label_of", id=id)
    if not found:
        raise NotFound("not_found", location=store.location, id=id)
    near = _once(_rows(store, f"around_{found[0]['label'].lower()}", id=id))
    shown = _nearest(id, near, limit)
    nodes = _nodes(store, shown)
    labels = {node.id: node.label for node in nodes}
    articles = [node for node in shown if labels.get(node) == "Article"]
    persons = [node for node in shown if labels.get(node) == "Person"]
    between = _rows(store, "quoted_between", articles=articles, persons=persons)
    rows = [row for row in _once(near + between) if row["start"] in labels and row["end"] in labels]
    return Network(nodes, _edges(store, rows))


def _rows(store: Store, name: str, **params: Any) -> list[Row]:
    return store.read(queries.text(f"reports/{name}"), **params)


def _once(rows: list[Row]) -> list[Row]:
    """Return one row for each relationship, in order: that of the earliest place in the smallest article."""
    rows = sorted(rows, key=lambda r: (r["type"], r["start"], r["end"], r["article"] or "", r["first"] or 0))
    return list({(row["type"], row["start"], row["end"]): row for row in reversed(rows)}.values())[::-1]


def _nearest(id: str, rows: list[Row], limit: int) -> list[str]:
    """Return the ids to show: of each type of relationship one in turn, until there are `limit`."""
    by_type: dict[str, list[Row]] = {}
    for row in rows:
        by_type.setdefault(row["type"], []).append(row)
    queues = list(by_type.values())
    shown = {id: None}
    for turn in range(max((len(queue) for queue in queues), default=0)):
        for queue in queues:
            ends = [queue[turn]["start"], queue[turn]["end"]] if turn < len(queue) else []
            if len(shown.keys() | set(ends)) <= limit:
                shown |= dict.fromkeys(ends)
    return list(shown)


def _nodes(store: Store, ids: list[str]) -> tuple[Node, ...]:
    rows = {row["id"]: row for row in reversed(_rows(store, "nodes", ids=ids))}
    found = (rows[id] for id in ids if id in rows)
    return tuple(Node(row["id"], row["label"], row["name"], ", ".join(row["detail"])) for row in found)


def _edges(store: Store, rows: list[Row]) -> tuple[Edge, ...]:
    articles = sorted({row["article"] for row in rows if row["article"]})
    texts = {row["id"]: row["text"] for row in _rows(store, "texts", articles=articles)}
    return tuple(_edge(row, texts.get(row["article"])) for row in rows)


def _edge(row: Row, text: str | None) -> Edge:
    key = (row["type"], row["start"], row["end"])
    first, last = row["first"], row["last"]
    if text is None or first is None:
        return Edge(content_id("edge", *key), *key, None, None, None, None)
    start, end = sentence_at(text, first, last)
    return Edge(content_id("edge", *key), *key, row["article"], start, end, text[start:end])
