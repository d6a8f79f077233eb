"""A text as words and punctuation marks, as the components see it that look at the words around a name.

Language-neutral. A line break is a token of its own, so that nothing is read across it.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left

# One initial: "F.", "Th.".
_INITIAL = r"(?:[A-Z]|IJ|Th|Ph|Ch|Chr|Joh|Fr)\."
_TOKEN = re.compile(
    # Most words: told at once, and not by all that a word may be.
    r"[a-z]++(?=[ ,\n])"
    r"|[\n\r\u2028\u2029]"
    # Initials, run together or spaced: "F.J.G.", "A.-M.", "Th. J."; a name must follow.
    rf"|(?=[A-Z])(?<!\w)(?:{_INITIAL}[ -]?){{0,7}}{_INITIAL}-?"
    r"(?= ?(?:[^\W\d_a-z]\w|['’][ts] |(?:van|de|den|der|ten|ter|te|op|in)\b))"
    # Words, with hyphens, apostrophes and stops inside, and the hyphen of "kinder- en jeugdzorg".
    r"|[^\W_]++(?:(?:[\u00ad\u0300-\u036f]|[-‐‑'’&/](?=[^\W_])|(?<=[a-z0-9])\.(?=[a-z0-9]))[^\W_]*+)*+"
    r"(?:-(?=\s))?"
    r"|['’][tsn](?!\w)"
    r"|[^\w\s]"
)
_SENTENCE_ENDS = frozenset([".", "!", "?", ":", "…", "\n", "\r", "\u2028", "\u2029", ";"])
_FULL_STOPS = frozenset(".!?…")
_LINE_ENDS = frozenset("\n\r\u2028\u2029")
_MARKS = frozenset("\"'“”„‟«»‘’‚‛‹›([–—-•*·▪►")


class Tokens:
    """The tokens of a text: `words[i]`, in lower case `lower[i]`, stands at `starts[i]:ends[i]`.

    Initials are one token.
    """

    __slots__ = ("ends", "lower", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_TOKEN.finditer(text))
        self.words = [match[0] for match in found]
        self.lower = [word.lower() for word in self.words]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Return the index of the first token that begins at or after `offset`."""
        return bisect_left(self.starts, offset)

    def between(self, first: int, stop: int) -> str:
        """Return the text of tokens `first:stop` as it stands, of which there is at least one."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def opens_sentence(self, i: int) -> bool:
        """Whether token `i` may have its capital from being the first of a sentence."""
        i -= 1
        while i >= 0 and self.words[i] in _MARKS:
            i -= 1
        return i < 0 or self.words[i] in _SENTENCE_ENDS

    def sentence_end(self, i: int) -> int:
        """Return the index after the sentence, or the line, that token `i` is in."""
        while i < len(self) and self.words[i] not in _FULL_STOPS and self.words[i] not in _LINE_ENDS:
            i += 1
        return min(i + 1, len(self))

    def sentence_before(self, i: int) -> int:
        """Return the first token of the sentence before the one that token `i` opens, in its paragraph.

        Where there is none, `i` itself.
        """
        k = i - 1
        while k >= 0 and self.words[k] in _MARKS:
            k -= 1
        if k < 0 or self.words[k] in _LINE_ENDS:
            return i
        # `k` is the full stop of the sentence before: go back to the one before that.
        while k > 0 and self.words[k] in _FULL_STOPS:
            k -= 1
        while k > 0 and self.words[k - 1] not in _FULL_STOPS and self.words[k - 1] not in _LINE_ENDS:
            k -= 1
        return k


@functools.lru_cache(maxsize=1)
def tokens(text: str) -> Tokens:
    """Return the tokens of a text; those of the last text are kept, for several components ask for them."""
    return Tokens(text)
