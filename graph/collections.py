"""Collections: articles that somebody put together under a name, to look at by themselves.

A collection is told apart by its name in small letters, and is there as long as an article is in it. It is
data of its own: neither another reading of its articles nor another build of conclusions changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph import queries
from graph.errors import NotFound
from graph.model import Changes
from graph.store import Store
from ingest.extraction import content_id


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection: its name as first given, and how many articles and stories are in it."""

    id: str
    name: str
    articles: int = 0
    stories: int = 0


def listed(store: Store, articles: Sequence[str] | None = None) -> tuple[Collection, ...]:
    """Return the collections that hold one of these articles (None: all there are), by name."""
    rows = store.read(queries.text("store/collections"), articles=articles)
    found = (Collection(**row) for row in rows)
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))


def named(store: Store, name: str) -> Collection:
    """Return the collection called so, in capitals or not. NotFound, with those there are, if none is."""
    wanted, known = _id(name), listed(store)
    for one in known:
        if one.id == wanted:
            return one
    names = ", ".join(one.name for one in known) or "–"
    raise NotFound("collection_unknown", location=store.location, name=name, known=names)


def to_fill(store: Store, name: str) -> Collection:
    """Return the collection called so, whether or not it is there."""
    known = {one.id: one for one in listed(store)}
    return known.get(_id(name)) or Collection(_id(name), " ".join(name.split()))


def put(changes: Changes, collection: Collection, articles: Iterable[str]) -> None:
    """Add to `changes` that these articles are in the collection."""
    for number, article in enumerate(articles):
        if not number:
            changes.node("Collection", id=collection.id, name=collection.name)
        changes.relate("COLLECTED_IN", ("Article", article), ("Collection", collection.id))


def drop(store: Store, name: str) -> Collection:
    """Take a collection away, with the lease held; its articles stay. NotFound if there is none."""
    found = named(store, name)
    store.write([Changes(remove={"Collection": [found.id]})])
    return found


def _id(name: str) -> str:
    return content_id("collection", " ".join(name.split()).casefold())
