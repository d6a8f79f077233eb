"""Companies, and who appears beside them: as their expert, or where an article promotes or links to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from graph.keys import key
from graph.lines import ArticleLine, Beside, CompanyLine, Filters, PersonLine
from graph.reports.person import persons
from graph.reports.rows import Row, ask
from graph.reports.selection import select
from graph.reports.text import articles_by_id
from graph.store import Store
from graph.values import most_used

HOW = ("employer", "promoted", "linked")


def companies(
    store: Store, filters: Filters | None = None, kind: str | None = "expert", limit: int | None = None
) -> tuple[CompanyLine, ...]:
    """Return the companies beside which persons of `kind` appear.

    That somebody works for a company says nothing by itself, and nor does one link: of employers those of
    several people are shown, of sites those that somebody is beside twice. First come the companies beside
    which somebody is in most stories, promoted ones before others. With filters, those of which at least one
    article meets them.
    """
    selection = select(store, filters)
    wanted = [
        rows
        for rows in _by_company(ask(store, "beside_companies", kind=kind))
        if _is_notable(rows) and (selection is None or selection.has(row["article"] for row in rows))
    ]
    wanted = sorted(wanted, key=_order)[:limit]
    people, articles = (
        sorted({row[what] for rows in wanted for row in rows}) for what in ("person", "article")
    )
    known, dated = {one.id: one for one in persons(store, people)}, articles_by_id(store, articles)
    return tuple(_line(rows, known, dated) for rows in wanted)


def _line(rows: list[Row], people: dict[str, PersonLine], articles: dict[str, ArticleLine]) -> CompanyLine:
    here = {row["article"] for row in rows}
    shown = tuple(article for id, article in articles.items() if id in here)
    beside = (Beside(people[id], stories) for id, stories in _stories_of(rows).items())
    names = [row["name"] for row in rows if row["how"] != "linked"]
    domains = [row["name"] for row in rows if row["how"] == "linked"]
    return CompanyLine(
        name=most_used(names or domains)[0],
        domain=most_used(domains)[0] if domains else None,
        how=_how(rows),
        stories=_stories(rows),
        people=tuple(sorted(beside, key=lambda one: (-one.stories, one.person.name, one.person.id))),
        publishers=most_used(article.publisher for article in shown),
        articles=shown,
    )


def _by_company(rows: list[Row]) -> list[list[Row]]:
    """Return the rows of each company; one that is named is the one whose domain has that name in it."""
    names = {_spelt(row["name"]) for row in rows if row["how"] != "linked"}
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        name = row["name"]
        if row["how"] == "linked":
            labels = (_spelt(label) for label in name.split(".")[:-1])
            groups[next((label for label in labels if label in names), name)].append(row)
        else:
            groups[_spelt(name)].append(row)
    return list(groups.values())


def _spelt(name: str) -> str:
    """Return a name as a domain would spell it: "Dommel-Huis" and `dommelhuis` are one."""
    return key(name).replace(" ", "") or name


def _is_notable(rows: list[Row]) -> bool:
    """Whether it is more than where somebody works, or what an article happens to link to."""
    if "promoted" in _how(rows):
        return _stories(rows) > 1
    several = len({row["name_key"] for row in rows if row["how"] == "employer"}) > 1
    return several or max(_stories_of(row for row in rows if row["how"] == "linked").values(), default=0) > 1


def _order(rows: list[Row]) -> tuple[int, bool, int, str]:
    most = max(_stories_of(rows).values())
    return -most, "promoted" not in _how(rows), -_stories(rows), rows[0]["id"]


def _how(rows: Iterable[Row]) -> tuple[str, ...]:
    found = {row["how"] for row in rows}
    return tuple(how for how in HOW if how in found)


def _stories(rows: Iterable[Row]) -> int:
    return len({row["story"] for row in rows})


def _stories_of(rows: Iterable[Row]) -> Counter[str]:
    """Return in how many stories each person is beside the company."""
    return Counter(person for person, _ in {(row["person"], row["story"]) for row in rows})
