"""Which articles, and who in them, a report was asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from graph import collections
from graph.errors import NotFound
from graph.lines import Filters
from graph.reports.rows import ask
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles that meet some filters, and the appearances in them that do.

    `stories` are those of the articles each person is selected in. With `of_people`, an article without
    anybody who meets the filters does not meet them either.
    """

    articles: frozenset[str]
    appearances: frozenset[str]
    stories: dict[str, frozenset[str]]
    of_people: bool

    def has(self, articles: Iterable[str]) -> bool:
        """Whether one of these articles was asked for."""
        return not self.articles.isdisjoint(articles)

    def has_said(self, article: str, appearance: str | None) -> bool:
        """Whether what this appearance (None: nobody known) says in an article was asked for.

        It has to be somebody who meets the filters only where they ask who somebody is.
        """
        return appearance in self.appearances if self.of_people else article in self.articles


def select(store: Store, filters: Filters | None) -> Selection | None:
    """Return what meets the filters, None where nothing is asked for.

    NotFound where the store has no such publisher, owner or collection.
    """
    if filters is None or filters.any:
        return None
    _check(store, filters)
    asked = asdict(filters)
    if filters.collection:
        asked["collection"] = collections.named(store, filters.collection).id
    if filters.since == "last":
        asked["since"] = ask(store, "last_load")[0]["at"] or ""
    rows = ask(store, "selected", **asked)
    if filters.of_people:
        rows = [row for row in rows if row["appearance"]]
    stories: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["person"]:
            stories[row["person"]].add(row["story"] or row["article"])
    return Selection(
        articles=frozenset(row["article"] for row in rows),
        appearances=frozenset(row["appearance"] for row in rows if row["appearance"]),
        stories={person: frozenset(told) for person, told in stories.items()},
        of_people=filters.of_people,
    )


def _check(store: Store, filters: Filters) -> None:
    """Raise NotFound if the store has no publisher or owner of the name that is asked for."""
    known = ask(store, "publishers") if filters.publisher or filters.owner else []
    titles = {row[name] for row in known for name in ("name", "domain") if row[name]}
    owners = {row["owner"] for row in known if row["owner"]}
    for what, wanted, names in (("publisher", filters.publisher, titles), ("owner", filters.owner, owners)):
        if wanted and wanted.casefold() not in {name.casefold() for name in names}:
            raise NotFound(f"{what}_unknown", location=store.location, name=wanted, known=_few(names, wanted))


# Names that an error tells.
_TOLD = 12


def _few(names: Iterable[str], wanted: str) -> str:
    """Return some of these names, those first that hold what was wanted."""
    ordered = sorted(names, key=lambda name: (wanted.casefold() not in name.casefold(), name.casefold()))
    return ", ".join(ordered[:_TOLD]) + (" …" if len(ordered) > _TOLD else "") or "–"
