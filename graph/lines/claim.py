"""Claims: sentences that say the same."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lines.article import ArticleLine
from graph.lines.person import PersonLine


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence that expresses a claim, at `start` to `end` of its article, and who says it there.

    `person` is the id of the Person and `role` what the article calls them; None where an institution or
    nobody known says it.
    """

    id: str
    text: str
    start: int
    end: int
    article: ArticleLine
    statement: str
    source_name: str
    person: str | None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """Sentences that say the same, in how many stories, and who says them.

    `mouths` counts who says so by name: namesakes are one, and so is whoever else is named as the source.
    `owners` counts the owners of the titles it stands in, one of which no owner is known being its own.
    """

    id: str
    text: str
    stories: int
    persons: tuple[PersonLine, ...]
    sentences: tuple[SentenceLine, ...]
    mouths: int = 0
    owners: int = 0
