"""Phrases and lines that reports have in common: a person, an article, something said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from app.messages import Messages
from app.terminal import ID_DIGITS, labelled, shown
from graph.lines import ArticleLine, PersonLine, SignalLine, StatementLine


def described(say: Messages, person: PersonLine) -> str:
    """Return a person in a line: "Bas Lommers, budgetcoach, Breda: 4 stories"."""
    return f"{introduced(person)}: {say.count('report.stories', person.stories)}"


def introduced(person: PersonLine) -> str:
    """Return a person and what articles say of them: "Bas Lommers, budgetcoach, Breda"."""
    return shown(", ".join([person.name, *person.roles, *person.affiliations, *person.places]))


def amount(say: Messages, person: PersonLine) -> str:
    """Return how much there is of a person: "2 stories, 3 articles, 5 statements, 2023 to 2024"."""
    counts = [
        say.count(f"report.{name}", getattr(person, name)) for name in ("stories", "articles", "statements")
    ]
    return ", ".join([*counts, period(say, person)] if person.first else counts)


def period(say: Messages, person: PersonLine) -> str:
    """Return from when to when a person was written about."""
    if person.first == person.last:
        return str(person.first)
    return say.text("report.period", first=person.first, last=person.last)


def facts_on(say: Messages, person: PersonLine) -> Iterator[tuple[str, str]]:
    """Yield what articles say of a person, each with its label; what none says is said to be missing."""
    none = say.text("report.none")
    yield say.text("report.roles"), "; ".join(person.roles) or none
    yield say.text("report.places"), "; ".join(person.places) or none
    yield say.text("report.affiliations"), "; ".join(person.affiliations) or none
    publishers = "; ".join(person.publishers) or none
    owners = say.text("report.owned", owners=say.listed(person.owners)) if person.owners else ""
    yield say.text("report.publishers"), f"{publishers} {owners}".strip()
    if person.subjects:
        yield say.text("report.subjects"), "; ".join(say.code("subjects", code) for code in person.subjects)


def signal_in_words(say: Messages, signal: SignalLine) -> str:
    """Return a signal in words."""
    return say.signal(signal.type, signal.params)


def how_to_find(article: ArticleLine) -> str:
    """Return what an article is looked up by: its address, else the start of its id."""
    return article.url or article.id[:ID_DIGITS]


def where(say: Messages, article: ArticleLine) -> str:
    """Return an article in a line: date, title, publisher, as far as they are known."""
    title = article.title or say.text("report.untitled")
    return shown(", ".join(word for word in (article.published, f"“{title}”", article.credited) if word))


def where_to_find(say: Messages, article: ArticleLine) -> str:
    """Return an article in a line, with its address."""
    return f"{where(say, article)} ({shown(how_to_find(article))})"


def said_in_words(say: Messages, said: StatementLine) -> str:
    """Return something said; the marks of a quotation stand only round what the article quotes."""
    text = in_a_line(said.text)
    text = f"“{text}”" if said.type == "direct" else text
    place = say.text("report.at_characters", start=said.starts[0], end=said.ends[-1]) if said.starts else ""
    return f"{text} ({', '.join(word for word in (say.text(f'report.{said.type}'), place) if word)})"


def in_a_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def entry(number: int, name: str, rest: str) -> RenderableType:
    """Return the first line of a numbered entry: "3. Bas Lommers: 4 stories"."""
    return Text.assemble((f"\n{number}. {shown(name)}", "bold"), f": {shown(rest)}")


def listed(label: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield lines of one label, which stands before the first."""
    for value in values:
        yield label, value
        label = ""


def point(text: str, indent: int = 2) -> RenderableType:
    """Return a point of a list, whose further lines stand under its first."""
    return Padding(labelled([("–", text)], gap=1), (0, 0, 0, indent))
