"""Stories, and two that were made from one template."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lines.article import ArticleLine


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story: articles that are copies of one text, by date."""

    id: str
    title: str | None
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """What stands in one of two stories (`one`) for what in the `other`.

    `what` it is: a kind of person (`expert`, `subject`, `official`, `other`), `place`, `organisation`,
    `number`, or `word` for any other name.
    """

    what: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class TwinLine:
    """Two stories made from one template; `score` is how much of their words they share, 0 to 1."""

    one: StoryLine
    other: StoryLine
    score: float
    swapped: tuple[Swap, ...]
