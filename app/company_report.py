"""The report on companies as text to read: who appears beside them, in how many of their stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from app.messages import Messages
from app.phrases import entry, introduced, listed, where_to_find
from app.terminal import labelled
from graph.lines import Beside, CompanyLine

COLUMNS = (
    "company", "domain", "how", "stories", "name", "roles", "affiliations", "stories_beside",
    "stories_of_person", "publishers", "person", "addresses",
)  # fmt: skip


def companies(found: Sequence[CompanyLine], messages: Messages | None = None) -> Iterator[RenderableType]:
    """Yield the report on companies, those beside which somebody is in most stories first."""
    say = messages or Messages()
    yield Text(say.text("companies.title"), style="bold")
    if not found:
        yield Text(say.text("companies.none"))
        return
    for number, one in enumerate(found, start=1):
        name = f"{one.name} ({one.domain})" if one.domain and one.domain != one.name else one.name
        counts = say.count("report.stories", one.stories), say.count("report.publishers", len(one.publishers))
        yield entry(number, name, ", ".join(counts))
        facts = [(say.text("companies.how"), "; ".join(say.text(f"companies.{how}") for how in one.how))]
        facts += listed(say.text("companies.people"), (_beside(say, person) for person in one.people))
        facts += listed(say.text("companies.in"), (where_to_find(say, article) for article in one.articles))
        yield Padding(labelled(facts), (0, 0, 0, 3))
    yield Text("\n" + say.text("companies.note"))


def rows(found: Sequence[CompanyLine]) -> Iterator[dict[str, Any]]:
    """Yield a row for each person beside a company, with the names of `COLUMNS`."""
    for one in found:
        for beside in one.people:
            yield {
                "company": one.name, "domain": one.domain, "how": one.how, "stories": one.stories,
                "name": beside.person.name, "roles": beside.person.roles,
                "affiliations": beside.person.affiliations, "stories_beside": beside.stories,
                "stories_of_person": beside.person.stories, "publishers": one.publishers,
                "person": beside.person.id, "addresses": [a.url for a in one.articles if a.url],
            }  # fmt: skip


def _beside(say: Messages, one: Beside) -> str:
    of = say.count("report.stories", one.person.stories)
    return say.text("companies.beside", person=introduced(one.person), n=say.number(one.stories), of=of)
