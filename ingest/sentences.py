"""Where sentences end.

Written for running text in a script with capitals; what a language adds is its list of abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Collection

# A full stop, question mark or exclamation mark, with the brackets and quotation marks that close after it.
_END = re.compile(r"[.!?…]+[)\]\"'”’“»›\x03\x04]*(?=\s)|\x04(?=\s|[A-ZÀ-Ý])|[.!?…](?=\x02)")
_LAST_WORD = re.compile(r"[\w.'’&-]*$")
# What may open the next sentence besides a capital: a digit, an opening mark, a dash.
_MARKS = frozenset("\"'“”„‘‚«»‹›\x02")
_OPENERS = _MARKS | frozenset("0123456789([–—-•*€$£#@¿¡")


def split(text: str, start: int, end: int, abbreviations: Collection[str]) -> list[tuple[int, int]]:
    """Return the sentences of `text[start:end]` as spans without surrounding white space.

    A full stop after an abbreviation, after a single letter (an initial) or before a lower-case word ends
    nothing. The characters U+0001 to U+0004, which `mask` puts in the place of quotations, are understood:
    what is inside a quotation never ends the sentence around it.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        following = _next_character(text, stop, end)
        if following and not (following.isupper() or following in _OPENERS):
            continue
        if (
            match.group() == "."
            and _is_abbreviation(text, begin, match.start(), abbreviations)
            # After an initial comes a name: "Formule E. "Mooi"" is the end of a sentence.
            and not (following in _MARKS and text[match.start() - 2 : match.start() - 1] == " ")
        ):
            continue
        _add(spans, text, begin, stop)
        begin = stop
    _add(spans, text, begin, end)
    return spans


def _next_character(text: str, position: int, end: int) -> str:
    while position < end and text[position].isspace():
        position += 1
    return text[position] if position < end else ""


def _is_abbreviation(text: str, begin: int, stop: int, abbreviations: Collection[str]) -> bool:
    # The longest abbreviation is far shorter than 20 characters; looking no further keeps this constant.
    match = _LAST_WORD.search(text, max(begin, stop - 20), stop)
    written = match.group() if match else ""
    word = written.casefold()
    if len(written) > 1 and written.isalpha() and written.isupper():  # "de VS." is no "vs."
        return False
    return word in abbreviations or (len(word) == 1 and word.isalpha()) or bool(re.search(r"\.\w$", word))


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
