"""Organisations that articles appeal to, and studies."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lines.article import ArticleLine


@dataclass(frozen=True, slots=True)
class Credit:
    """What one article credits an organisation with, at `start` to `end` of it.

    `written` is the name as the article writes it.
    """

    statement: str
    written: str
    text: str
    start: int
    end: int
    article: ArticleLine


@dataclass(frozen=True, slots=True)
class CitedLine:
    """An organisation that articles credit with something; `stories` and `articles` count those that do.

    `known` says whether it stands on a list of institutions.
    """

    id: str
    name: str
    kind: str | None
    known: bool
    ror: str | None
    wikidata: str | None
    stories: int
    articles: int
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class MisnamedLine:
    """A name that is nearly that of an institution, and what is credited to it under that name.

    `stories` counts those it stands in.
    """

    name: str
    resembles: str
    ror: str | None
    wikidata: str | None
    stories: int
    articles: tuple[ArticleLine, ...]
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class StudyLine:
    """A study, survey or figures for which the articles give no address and no reference.

    `name` is the organisation whose it is, or, where none is named, the phrase that stands for it ("een
    studie"), and `match` then None; `resembles` is the institution that the name is nearly that of.
    """

    name: str
    match: str | None
    resembles: str | None
    stories: int
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """An entry of a reference list, as written, and the articles that list it."""

    id: str
    text: str
    author: str | None
    title: str | None
    year: str | None
    address: str | None
    stories: int
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class Institutions:
    """Organisations: cited for what, misnamed, with studies nobody can find, and repeated references."""

    cited: tuple[CitedLine, ...]
    misnamed: tuple[MisnamedLine, ...]
    studies: tuple[StudyLine, ...]
    references: tuple[ReferenceLine, ...]
