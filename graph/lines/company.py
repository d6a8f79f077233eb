"""Companies beside which people appear."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lines.article import ArticleLine
from graph.lines.person import PersonLine


@dataclass(frozen=True, slots=True)
class Beside:
    """A person beside a company, in so many of their `person.stories` stories."""

    person: PersonLine
    stories: int


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """A company, by name or by domain, and who appears beside it in how many stories.

    `how`: `employer` (somebody speaks for it), `promoted` (articles promote it), `linked` (articles link to
    `domain`).
    """

    name: str
    domain: str | None
    how: tuple[str, ...]
    stories: int
    people: tuple[Beside, ...]
    publishers: tuple[str, ...]
    articles: tuple[ArticleLine, ...]
