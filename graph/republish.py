"""Publishers anew: what lists that have changed say of the articles that are in a store already."""

from __future__ import annotations

from graph import publishers, queries
from graph.model import Changes, Row
from graph.publishers import Publisher
from graph.store import Store


def republish(store: Store) -> None:
    """Give all articles the publishers and agencies of today's lists, if those are others than they were.

    The lease of `store` is held. BadPublishers if the user's list cannot be read.
    """
    lists, meta = publishers.lists(), store.read(queries.text("store/meta"))[0]
    if meta["publishers"] == lists.fingerprint:
        return
    changes, listed = Changes(), publishers.listed()
    for row in store.read(queries.text("store/published")):
        article, had = row["article"], row["publisher"]
        captions = [
            (start, end)
            for kind, start, end in zip(
                *(article.get(f"part_{name}") or () for name in ("kinds", "starts", "ends")), strict=True
            )
            if kind == "caption"
        ]
        agency = publishers.agency(article.get("byline"), article["text"], captions)
        has = publishers.of(article.get("url"), article.get("publisher"))
        moved = (has and has.id) != (had and had["id"])
        if moved or agency != article.get("agency"):
            changes.node("Article", **article | {"agency": agency})
        if moved:
            changes.unrelate.setdefault(("PUBLISHED_BY", "Article"), []).append(article["id"])
            if has:
                changes.relate("PUBLISHED_BY", ("Article", article["id"]), ("Publisher", has.id))
        if has and _differs(has, had, has.id in listed):
            changes.node("Publisher", **vars(has))
    changes.node("Meta", id="store", **meta | {"publishers": lists.fingerprint})
    store.write([changes])


def _differs(has: Publisher, had: Row | None, listed: bool) -> bool:
    """Whether a publisher is to be written; one that is not listed goes by the name that it has."""
    if not had or had["id"] != has.id:
        return True
    named = ("name", "domain", "owner") if listed else ("owner",)
    return any(getattr(has, name) != had.get(name) for name in named)
