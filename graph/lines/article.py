"""Articles: what they name and what is said in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article; `publisher` is the title of the publication, `subject` a code, `story` its Story.

    `agency` is the press agency that it says it is from.
    """

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    agency: str | None
    published: str | None
    subject: str | None
    story: str | None

    @property
    def credited(self) -> str | None:
        """The publisher with the agency: "De Krant (ANP)"; either alone where the other is not known."""
        if self.publisher and self.agency:
            return f"{self.publisher} ({self.agency})"
        return self.publisher or self.agency


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Something said in an article, at `starts` to `ends`.

    `source_id` is the Person or Institution that says it, None where nobody known does. `claims` are ids
    of the claims its sentences express.
    """

    id: str
    article: str
    type: str
    text: str
    cue: str | None
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    source_kind: str
    source_name: str
    source_id: str | None
    rule: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """What somebody looked up, where (`register`, a code), and what came of it; `at` is UTC."""

    register: str
    outcome: str
    note: str | None
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class AppearanceLine:
    """A person as one article presents them, named at `starts` to `ends`.

    `context` is the sentence of the article in which the name first stands. `checks` are those that stand of
    this appearance and of what is said in it.
    """

    id: str
    article: ArticleLine
    story: str | None
    name: str
    role: str | None
    role_family: str | None
    place: str | None
    honorific: str | None
    affiliation: str | None
    introduction: str | None
    kind: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    context: str
    statements: tuple[StatementLine, ...]
    checks: tuple[CheckLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the page that is not running text: `heading`, `caption`, `disclaimer` and so on."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MentionLine:
    """An organisation as an article writes it.

    `id` is that of the Institution, `mention` that of the Mention; `authority_name`, `ror` and `wikidata`
    are of what it is or resembles. `match` is `exact`, `alias`, `near-miss` or `none`; `used_as` holds
    `affiliation`, `source`, `mention` and `promoted`.
    """

    id: str
    mention: str
    name: str
    used_as: tuple[str, ...]
    match: str
    authority_name: str | None
    ror: str | None
    wikidata: str | None
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article whole: each appearance with the id of its person, and the other articles of its story."""

    line: ArticleLine
    text: str
    parts: tuple[PartLine, ...]
    people: tuple[tuple[AppearanceLine, str | None], ...]
    mentions: tuple[MentionLine, ...]
    statements: tuple[StatementLine, ...]
    copies: tuple[ArticleLine, ...]
