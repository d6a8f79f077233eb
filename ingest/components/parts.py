"""Finds the parts of an article that are no running text: `doc._.parts`, and its links and references.

Readers of pages know many parts from the page; this component keeps those, and adds what the text itself
shows: headings, key points, disclaimers, lists of references, captions, bylines and promotions, marks such
as "(bron)", and addresses. Nothing a page gave is doubled.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from ingest import languages
from ingest.extraction import Article, Link, Part
from ingest.references import ADDRESS, BULLET, is_bare, is_entry, listed
from ingest.stretches import Stretches

# Parts of a page in which nobody speaks and nobody is presented: lists of literature, small print, teasers
# and who wrote it.
SILENT = frozenset(["references", "disclaimer", "promotion", "byline", "author_box"])

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")

# A heading is short and stands before text; longer lines without a full stop are list items or captions.
_HEADING_CHARACTERS = 90
_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


@Language.factory("zegsman_parts")
def create(nlp: Language, name: str) -> PartFinder:
    """Return the component for the language of `nlp`."""
    return PartFinder(nlp.lang or "")


class PartFinder:
    """Sets `doc._.parts`, and adds to the links and references of `doc._.article`."""

    def __init__(self, language: str) -> None:
        self.lexicon = languages.part(language, "parts")

    def __call__(self, doc: Doc) -> Doc:
        """Find the parts of one document."""
        article: Article = doc._.article
        parts = list(article.parts)
        known = PartIndex(parts)
        parts += [part for part in self.find(doc._.article.text) if not known.overlaps(part)]
        parts = [self._told(article.text, part) for part in parts]
        parts.sort(key=lambda part: (part.start, part.end, part.kind))
        doc._.parts = parts
        doc._.article = replace(
            article,
            byline=article.byline or self._byline(article.text, parts),
            links=article.links + self._links(article),
            references=article.references or tuple(listed(article.text, parts)),
        )
        return doc

    def _byline(self, text: str, parts: Sequence[Part]) -> str | None:
        """Return who wrote it, as a line of the text says."""
        lines = (
            self.lexicon.BYLINE.match(text, part.start, part.end) for part in parts if part.kind == "byline"
        )
        return next((line[1].strip(" .,;") for line in lines if line), None)

    def _told(self, text: str, part: Part) -> Part:
        """Return `part`, and of small print what it is about."""
        if part.kind != "disclaimer":
            return part
        return replace(part, about=self.lexicon.about(text[part.start : part.end]))

    def find(self, text: str) -> list[Part]:
        """Return the parts that `text` itself shows, ordered; no two of one kind overlap."""
        lines = [_stripped(match) for match in _LINE.finditer(text) if not match.group().isspace()]
        parts: list[Part] = []
        index = 0
        while index < len(lines):
            kind, stop = self._part_at(lines, index)
            if kind:
                parts.append(Part(kind, lines[index].start, lines[stop - 1].end))
            index = stop
        return parts

    def _part_at(self, lines: Sequence[_Line], index: int) -> tuple[str | None, int]:
        """Return the kind of part that begins at a line, if any, and the first line after it."""
        line = lines[index]
        short = len(line.text) <= _HEADING_CHARACTERS
        for kind, opening in self.lexicon.OPENINGS.items():
            if short and opening.match(line.text):
                return kind, self._end_of_block(lines, index, kind)
        if self.lexicon.is_disclaimer(line.text):
            return "disclaimer", index + 1
        for kind, opening in self.lexicon.LINES.items():
            if opening.match(line.text):
                return kind, index + 1
        return ("heading" if _is_heading(lines, index) else None), index + 1

    def _end_of_block(self, lines: Sequence[_Line], index: int, kind: str) -> int:
        """Return the line after the block that a line such as "Referenties" opens.

        Small print and key points that run on without bullets end with their first paragraph; a list of
        references ends at the first line that is no entry.
        """
        first = index + 1
        if first >= len(lines):
            return first
        if BULLET.match(lines[first].text):
            stop = _while(lines, first, BULLET.match)
        else:
            stop = _while(lines, first, self._is_reference) if kind == "references" else first + 1
        return stop

    def _is_reference(self, line: str) -> bool:
        """Whether a line goes on with a list of references: an entry, or a bare title of no other kind."""
        other = (*self.lexicon.OPENINGS.values(), *self.lexicon.LINES.values())
        return is_entry(line) or (is_bare(line) and not any(opening.match(line) for opening in other))

    def _links(self, article: Article) -> tuple[Link, ...]:
        """Return what promises a link in the text, where the page gave none: its address is not known."""
        spans = [(link.start, link.start + len(link.text)) for link in article.links]
        text = article.text
        found = [Link(m.group(), m.start(), None, "unknown") for m in self.lexicon.LINK_MARK.finditer(text)]
        found += [Link(m.group(), m.start(), m.group(), "present") for m in ADDRESS.finditer(text)]
        covered = Stretches(spans)
        return tuple(
            link
            for link in sorted(found, key=lambda link: link.start)
            if not covered.meets(link.start, link.start + len(link.text))
        )


class PartIndex:
    """Which part of the page a position stands in."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._kinds: dict[str, list[Part]] = {}
        for part in sorted(parts, key=lambda part: part.start):
            self._kinds.setdefault(part.kind, []).append(part)
        self._starts = {kind: [part.start for part in found] for kind, found in self._kinds.items()}

    def kinds_at(self, offset: int) -> frozenset[str]:
        """Return the kinds of the parts that hold the character at `offset`."""
        return frozenset(kind for kind in self._kinds if self._holds(kind, offset))

    def overlaps(self, part: Part) -> bool:
        """Whether a part of the same kind shares a character with `part`."""
        found = self._kinds.get(part.kind, [])
        return Stretches([(other.start, other.end) for other in found]).meets(part.start, part.end)

    def _holds(self, kind: str, offset: int) -> bool:
        position = bisect_right(self._starts[kind], offset) - 1
        return position >= 0 and offset < self._kinds[kind][position].end


def _while(lines: Sequence[_Line], index: int, holds: Callable[[str], object]) -> int:
    """Return the first line from `index` on for which `holds` does not."""
    while index < len(lines) and holds(lines[index].text):
        index += 1
    return index


def _stripped(match: re.Match[str]) -> _Line:
    text = match.group()
    start = match.start() + len(text) - len(text.lstrip())
    return _Line(start, start + len(text.strip()), text.strip())


def _is_heading(lines: Sequence[_Line], index: int) -> bool:
    """Whether a short line without a full stop stands before text, as a heading does."""
    text = lines[index].text
    if len(text) > _HEADING_CHARACTERS or index + 1 >= len(lines) or BULLET.match(text):
        return False
    if text[-1] in ".,;!…" or text.count(" ") >= _HEADING_WORDS:
        return False
    if text[-1] in "\"”’'»“" and (len(text) < 2 or text[-2] in ".!?…,"):
        return False
    # A byline or a caption may stand between a heading and its text.
    return any(len(line.text) > len(text) for line in lines[index + 1 : index + 3])
