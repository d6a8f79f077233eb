"""Finds what stands between quotation marks: `doc._.quotes`.

Six styles of pairs are read, and dialogue lines after a dash. A quotation never runs over the end of its
paragraph: where the next paragraph opens again, or closes what was left open, that is a quotation of its
own. Only the outer one of nested quotations is given. Whether it is speech, a title or a word held at a
distance is not decided here but by attribution.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc

from ingest import languages
from ingest.document import Quote

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_MARK = re.compile(r"''|,,(?=\w)|‚‚(?=\w)|[\"“”„‟«»'‘’‚‛‹›]")

# What each mark opens, the style of that, and the marks that close it. Writers mix marks of one family, and
# word processors turn the wrong one, so every double mark closes a double one, and so for single ones.
_DOUBLE = frozenset(['"', "“", "”", "‟", "''"])
_SINGLE = frozenset(["'", "’", "‘", "‛"])
_OPENERS: dict[str, tuple[str, frozenset[str]]] = {
    '"': ("double-straight", _DOUBLE),
    "“": ("double-curly", _DOUBLE),
    "”": ("double-curly", _DOUBLE),
    "‟": ("double-curly", _DOUBLE),
    "„": ("double-low", _DOUBLE | {"„"}),
    ",,": ("double-low", _DOUBLE),
    "‚‚": ("double-low", _DOUBLE),
    "''": ("double-straight", frozenset(["''", '"'])),
    "'": ("single-straight", _SINGLE),
    "‘": ("single-curly", _SINGLE),
    "’": ("single-curly", _SINGLE),
    "‛": ("single-curly", _SINGLE),
    "‚": ("single-low", _SINGLE),
    "«": ("guillemet", frozenset("»")),
    "»": ("guillemet", frozenset("«")),
    "‹": ("guillemet", frozenset("›")),
    "›": ("guillemet", frozenset("‹")),
}
# Marks that are apostrophes too: to open or close with one, more is asked of what stands around it.
_APOSTROPHES = frozenset(["'", "’", "‘", "‛"])
_BEFORE_OPENING = frozenset("([{-–—/:;>*\"'“„‘«‹")
_WORD_FOLLOWS = re.compile(r" [a-z]")
# How often one paragraph is read again because a mark closed nothing. More are given up: text with more
# stray marks is damaged, and reading on would take time with the square of its length.
_STRAY_MARKS = 8
_TERMINAL = re.compile(r"[.!?…]")
# A dialogue dash: a long one, at the start of its paragraph, and a capital or an opening mark after it.
_DIALOGUE = re.compile(r"\s*[–—]\s?(?=[^\W\d_a-zà-ÿ])")


@dataclass(slots=True)
class _Open:
    """A quotation whose end is being looked for."""

    style: str
    closers: frozenset[str]
    outer_start: int
    start: int


@Language.factory("zegsman_quotes")
def create(nlp: Language, name: str) -> QuoteFinder:
    """Return the component for the language of `nlp`."""
    return QuoteFinder(nlp.lang or "")


class QuoteFinder:
    """Sets `doc._.quotes`: ordered, not overlapping, each within one paragraph."""

    def __init__(self, language: str) -> None:
        self.punctuation = languages.part(language, "punctuation")

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of one document."""
        doc._.quotes = self.find(doc._.article.text)
        return doc

    def find(self, text: str) -> list[Quote]:
        """Return the quotations of `text`, in order."""
        quotes: list[Quote] = []
        left_open = False
        for paragraph in _PARAGRAPH.finditer(text):
            start, end = paragraph.span()
            found = _in_paragraph(text, start, end, left_open, self.punctuation)
            found = found or _dialogue(text, start, end, self.punctuation.REPORTING_TAIL)
            quotes += found
            left_open = bool(found) and not found[-1].closed
        return quotes


def _in_paragraph(text: str, start: int, end: int, left_open: bool, language: ModuleType) -> list[Quote]:
    marks = list(_MARK.finditer(text, start, end))
    quotes: list[Quote] = []
    if marks and left_open and marks[0].group() in "”“»" and not _opens(text, marks[0], start, end, language):
        # The paragraph goes on with a quotation the one before left open, without a mark of its own.
        quotes += _quote(text, start, start, marks[0].start(), marks[0].end(), "double-curly", True)
    for _ in range(_STRAY_MARKS):
        found, stray = _scan(text, marks, start, end, language)
        quotes += found
        if stray is None:
            break
        # A mark that seemed to open closed nothing: what follows it is read again without it.
        marks = [mark for mark in marks if mark.start() >= stray.start]
    return quotes


def _scan(
    text: str, marks: list[re.Match[str]], start: int, end: int, language: ModuleType
) -> tuple[list[Quote], _Open | None]:
    """Return the quotations that `marks` make, and the mark that was left open without being speech."""
    quotes: list[Quote] = []
    open_: _Open | None = None
    for index, match in enumerate(marks):
        mark = match.group()
        if open_ is None:
            if _opens(text, match, start, end, language):
                open_ = _Open(*_OPENERS[mark], match.start(), match.end())
        elif mark in open_.closers and _closes(text, match, end):
            if mark in _APOSTROPHES and _is_genitive(text, match, marks, index, open_, end):
                continue
            quotes += _quote(
                text, open_.outer_start, open_.start, match.start(), match.end(), open_.style, True
            )
            open_ = None
        elif _reopens(text, match, open_, start, end, language):
            # The same mark opens again: the closing one was forgotten.
            stop = _last_sentence_end(text, open_.start, match.start())
            quotes += _quote(text, open_.outer_start, open_.start, stop, stop, open_.style, False)
            open_ = _Open(open_.style, open_.closers, match.start(), match.end())
    if open_ is not None and _runs_on(text, open_, start):
        stop = _reported_from(text, open_.start, end, language)
        quotes += _quote(text, open_.outer_start, open_.start, stop, stop, open_.style, False)
        open_ = None
    return quotes, open_


def _opens(text: str, match: re.Match[str], start: int, end: int, language: ModuleType) -> bool:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if (after.isspace() and match.group() != "«") or not (before.isspace() or before in _BEFORE_OPENING):
        return False
    if match.group() in _APOSTROPHES:
        word = language.APOSTROPHE_WORD.match(text, match.start())
        return (after.isalnum() or after in '"“„(«…') and not word
    return True


def _closes(text: str, match: re.Match[str], end: int) -> bool:
    after = text[match.end()] if match.end() < end else " "
    spaced = text[match.start() - 1].isspace()
    if match.group() in _APOSTROPHES:
        return not after.isalnum() and not spaced
    # A double mark directly after a word closes even where the space after it was forgotten.
    return not after.isalnum() or not spaced


def _is_genitive(
    text: str, match: re.Match[str], marks: list[re.Match[str]], index: int, open_: _Open, end: int
) -> bool:
    """Tell the apostrophe of "Kolthofs' praktijk" from a closing mark: the real one is still to come."""
    if text[match.start() - 1] not in "sxz" or not _WORD_FOLLOWS.match(text, match.end()):
        return False
    following = marks[index + 1] if index + 1 < len(marks) else None
    return following is not None and following.group() in open_.closers and _closes(text, following, end)


def _reopens(
    text: str, match: re.Match[str], open_: _Open, start: int, end: int, language: ModuleType
) -> bool:
    mark = match.group()
    same = text[open_.outer_start : open_.start] == mark and mark not in _APOSTROPHES
    return same and text[match.start() - 1].isspace() and _opens(text, match, start, end, language)


def _last_sentence_end(text: str, start: int, end: int) -> int:
    stops = [match.end() for match in _TERMINAL.finditer(text, start, end)]
    return stops[-1] if stops else end


def _reported_from(text: str, start: int, end: int, language: ModuleType) -> int:
    """Return where a reporting clause follows a quotation left open, else the end of the paragraph."""
    tail = language.REPORTING_TAIL.search(text, start, end)
    return tail.start(1) if tail else end


def _runs_on(text: str, open_: _Open, start: int) -> bool:
    """Whether a mark left open is likely to have opened speech, not to be an apostrophe or an inch sign."""
    before = text[start : open_.outer_start].rstrip()
    if text[open_.outer_start] in _APOSTROPHES:
        # A mark turned to open is no apostrophe, but stands for one in "‘t" and "‘68".
        return text[open_.outer_start] == "‘" and text[open_.start].isupper() and before[-1:] in (".", ":")
    return not before or before[-1] in ":.!?,"


def _quote(
    text: str, outer_start: int, start: int, stop: int, outer_end: int, style: str, closed: bool
) -> list[Quote]:
    """Return the quotation without surrounding white space and without a comma before its closing mark."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return [Quote(start, stop, outer_start, max(outer_end, stop), style, closed)] if stop > start else []


def _dialogue(text: str, start: int, end: int, tail: re.Pattern[str]) -> list[Quote]:
    """Return the speech of a dialogue line; a line without a reporting clause may as well be a list's."""
    dash = _DIALOGUE.match(text, start, end)
    reported = tail.search(text, dash.end(), end) if dash else None
    if dash is None or reported is None:
        return []
    outer = dash.start() + len(dash.group()) - len(dash.group().lstrip())
    return _quote(text, outer, dash.end(), reported.start(1), reported.start(1), "dash", True)
