"""What a dossier rests on, so that somebody else can check it: texts, originals, and what was done."""

from __future__ import annotations

from dataclasses import dataclass

from graph.judgements.checks import Check
from graph.judgements.decisions import Decision
from graph.lines.article import ArticleLine
from graph.lines.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a store covers: counts, and dates of publication of stated precision; `undated` have none."""

    articles: int
    stories: int
    publishers: int
    undated: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Capture:
    """An original that an article was read from: the SHA-256 and size of its bytes, and how it came in.

    `name` is the file or line it came in, `asked` and `reached` the addresses asked for and reached, `added`
    an instant (UTC). `dropped` says that its bytes are kept no longer, because somebody in it was forgotten;
    `lost` that they are missing or damaged.
    """

    sha256: str
    media_type: str
    size: int
    added: str
    name: str | None
    asked: str | None
    reached: str | None
    dropped: bool
    lost: bool


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An organisation that a signal rests on, as the article names it at `starts` to `ends`."""

    id: str
    name: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it was read: its text, in which all offsets count, by which reader, and of what.

    `mentions` are the organisations in it that signals about the person rest on.
    """

    article: ArticleLine
    text: str
    byline: str | None
    disclaimers: tuple[str, ...]
    reader: str
    fingerprint: str
    captures: tuple[Capture, ...]
    mentions: tuple[Mentioned, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A dossier with what it rests on.

    `sources` are its articles, in its order. `checks` and `decisions` are all about the person, what they
    said and those articles, withdrawn ones too. `unchecked` are the registers that fit the person and in
    which nobody looked; `asked` says whether somebody put it to those concerned.
    """

    dossier: Dossier
    coverage: Coverage
    sources: tuple[Source, ...]
    checks: tuple[Check, ...]
    decisions: tuple[Decision, ...]
    unchecked: tuple[str, ...]
    asked: bool

    def text(self, article: str) -> str:
        """Return the text of one of its articles."""
        return next(source.text for source in self.sources if source.article.id == article)
