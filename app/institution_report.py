"""The report on organisations as text to read: misnamed ones, what others are cited for, and references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from app.messages import Messages
from app.phrases import entry, in_a_line, listed, where, where_to_find
from app.terminal import labelled
from graph.lines import ArticleLine, CitedLine, Credit, Institutions, MisnamedLine, ReferenceLine, StudyLine

COLUMNS = (
    "list", "name", "resembles", "known", "stories", "text", "published", "publisher", "title", "address",
    "article", "story",
)  # fmt: skip

# How a name fits the lists of institutions if it is one that stands there.
_KNOWN = ("exact", "alias")
# What one organisation is cited for that is shown; --json and --csv have all.
_CITED = 3


def institutions(found: Institutions, messages: Messages | None = None) -> Iterator[RenderableType]:
    """Yield the report on organisations."""
    say = messages or Messages()
    yield from _part(say, "misnamed", [_misnamed(say, one) for one in found.misnamed])
    yield from _part(say, "studies", [_study(say, one) for one in found.studies])
    yield from _part(say, "references", [_reference(say, one) for one in found.references])
    yield from _part(say, "cited", [_cited(say, one) for one in found.cited])


def rows(found: Institutions) -> Iterator[dict[str, Any]]:
    """Yield a row, with the names of `COLUMNS`, for each article of each entry; `list` says of which list."""
    for misnamed in found.misnamed:
        told: dict[str, Any] = {"list": "misnamed", "name": misnamed.name, "resembles": misnamed.resembles}
        yield from (told | {"stories": misnamed.stories} | _of(article) for article in misnamed.articles)
    for study in found.studies:
        told = {"list": "study", "name": study.name, "resembles": study.resembles, "stories": study.stories}
        told["known"] = study.match and study.match in _KNOWN
        yield from (told | {"text": in_a_line(one.text)} | _of(one.article) for one in study.credits)
    for reference in found.references:
        told = {"list": "reference", "text": reference.text, "stories": reference.stories}
        yield from (told | _of(article) for article in reference.articles)
    for cited in found.cited:
        told = {"list": "cited", "name": cited.name, "known": cited.known, "stories": cited.stories}
        for credit in cited.credits:
            yield told | {"text": in_a_line(credit.text)} | _of(credit.article)


Entry = tuple[str, str, list[tuple[str, str]]]


def _part(say: Messages, name: str, entries: Sequence[Entry]) -> Iterator[RenderableType]:
    yield Text(say.text(f"institutions.{name}"), style="bold")
    if not entries:
        yield Text(say.text("institutions.none"))
    else:
        yield Text(say.text(f"institutions.{name}_note"))
    for number, (name, counts, facts) in enumerate(entries, start=1):
        yield entry(number, name, counts)
        yield Padding(labelled(facts), (0, 0, 0, 3))
    yield Text("")


def _misnamed(say: Messages, one: MisnamedLine) -> Entry:
    facts = [(say.text("institutions.resembles"), one.resembles)]
    facts += listed(say.text("institutions.for"), (in_a_line(credit.text) for credit in one.credits))
    facts += listed(say.text("institutions.in"), (where_to_find(say, article) for article in one.articles))
    return one.name, _counts(say, one.stories, len(one.articles)), facts


def _reference(say: Messages, one: ReferenceLine) -> Entry:
    address = one.address or say.text("institutions.no_address")
    facts = [(say.text("institutions.address"), address)]
    facts += listed(say.text("institutions.in"), (where_to_find(say, article) for article in one.articles))
    return in_a_line(one.text), _counts(say, one.stories, len(one.articles)), facts


def _cited(say: Messages, one: CitedLine) -> Entry:
    known = "institutions.known" if one.known else "institutions.unknown"
    facts = [(say.text("institutions.list"), say.text(known))]
    facts += _credited(say, one.credits)
    return one.name, _counts(say, one.stories, one.articles), facts


def _study(say: Messages, one: StudyLine) -> Entry:
    facts = []
    if one.resembles:
        facts.append((say.text("institutions.resembles"), one.resembles))
    elif one.match:
        known = "institutions.known" if one.match in _KNOWN else "institutions.unknown"
        facts.append((say.text("institutions.list"), say.text(known)))
    facts += _credited(say, one.credits)
    return one.name, _counts(say, one.stories, len({credit.article.id for credit in one.credits})), facts


def _credited(say: Messages, credits: Sequence[Credit]) -> Iterator[tuple[str, str]]:
    """Yield what is credited in which articles, the first few."""
    told = (f"{in_a_line(one.text)} ({where(say, one.article)})" for one in credits[:_CITED])
    yield from listed(say.text("institutions.for"), told)
    if (more := len(credits) - _CITED) > 0:
        yield "", say.count("report.more_places", more)


def _counts(say: Messages, stories: int, articles: int) -> str:
    return ", ".join([say.count("report.stories", stories), say.count("report.articles", articles)])


def _of(article: ArticleLine) -> dict[str, Any]:
    return {
        "published": article.published, "publisher": article.publisher, "title": article.title,
        "address": article.url, "article": article.id, "story": article.story,
    }  # fmt: skip
