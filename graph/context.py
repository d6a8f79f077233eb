"""The sentence of a text that a name or a quotation stands in."""

from __future__ import annotations

import re

# An end of a sentence or of a line. A full stop after one or two letters, or after a word without a vowel,
# ends an abbreviation ("F.", "dr.", "drs.").
_END = re.compile(r"[^\W\d_]*[.!?…][\"'”’»)]*(?=\s)|[\n\r\u2028\u2029]+")
_ABBREVIATION = re.compile(r"(?:\w{1,2}|[^\Waeiouy\d_]+)\.", re.IGNORECASE)

# Texts without ends of sentences are cut at this many characters on either side.
_REACH = 400


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence (or sentences) of `text` that hold `start` to `end` begin and end."""
    begin = max(0, start - _REACH)
    stop = min(len(text), end + _REACH)
    first = max(_ends(text, begin, start), default=begin)
    last = min((found for found in _ends(text, start, stop) if found >= end), default=stop)
    stretch = text[first:last]
    first += len(stretch) - len(stretch.lstrip())
    return first, first + len(stretch.strip())


def introduction(text: str, honorific: str | None, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that introduces somebody named at `start` to `end`.

    The full stop of a title before the name ("prof.") does not begin it.
    """
    if honorific and text[:start].rstrip().endswith(honorific):
        start = text.rindex(honorific, 0, start)
    return sentence_at(text, start, end)


def _ends(text: str, start: int, end: int) -> list[int]:
    # One character more, so that the space after a full stop is seen.
    found = _END.finditer(text, start, min(len(text), end + 1))
    return [m.end() for m in found if m.end() <= end and not _ABBREVIATION.fullmatch(m.group())]
