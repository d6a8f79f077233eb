"""Finds lines of a page in a text made of that page by another program."""

from __future__ import annotations

import re
from collections import defaultdict, deque

# Shorter lines ("Foto: ANP", "Gezondheid") are found only where they are a whole paragraph: within one they
# may be any other words.
_LEAST = 20
# A page has some hundreds of lines; what one has beyond this is found as whole paragraphs only.
_MOST_SEARCHES = 2_000
# A bullet before a line, or a mark and a bracket after it, is no longer than this.
_MARKS = 10


def letters(text: str) -> str:
    """Return the letters and digits of a text: what any two programs that read a page agree on."""
    return "".join(filter(str.isalnum, text))


class Located:
    """A text, and where in it the lines of a page stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at = [position for position, character in enumerate(text) if character.isalnum()]
        self._letters = letters(text)
        self._searches = 0
        # Of equal paragraphs the first is for the first that asks; the last serves all further ones.
        self._paragraphs: dict[str, deque[int]] = defaultdict(deque)
        count = 0
        for paragraph in text.split("\n"):
            key = letters(paragraph)
            self._paragraphs[key].append(count)
            count += len(key)

    def find(self, line: str) -> int | None:
        """Return the number of letters before the place where a line stands, None where it does not."""
        key = letters(line)
        if not key:
            return None
        if key in self._paragraphs:
            places = self._paragraphs[key]
            return places.popleft() if len(places) > 1 else places[0]
        if len(key) < _LEAST or self._searches >= _MOST_SEARCHES:
            return None
        self._searches += 1
        place = self._letters.find(key)
        return place if place >= 0 else None

    def span(self, place: int, line: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Return where `line[start:end]` stands, if the line stands at `place`; None if it has no letter."""
        before, count = len(letters(line[:start])), len(letters(line[start:end]))
        if not count:
            return None
        first = place + before
        return self._at[first], self._at[first + count - 1] + 1

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """Return a span with the marks around it: its whole paragraph where nothing else stands in that."""
        before = re.search(r"(?:^|(?<=\n))[^\w\n]*$|[^\w\s]*$", self.text[max(0, start - _MARKS) : start])
        after = re.match(r"[^\w\n]*(?=$|\n)|[^\w\s]*", self.text[end : end + _MARKS])
        lead = before.group().lstrip() if before else ""
        trail = after.group().rstrip() if after else ""
        return start - len(lead), end + len(trail)
