"""Two texts side by side: how much of one stands in the other, and what was swapped for what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

# A word or a number, and what ends a sentence or opens a quotation before it.
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-'’]\w+)*")
_OPENS = re.compile(r"(?:^|[.!?:\n\"“”„‘«»]|(?<!\w)')\s*[\"“”„‘'«»(]*$")
_BREAK = re.compile(r"(?<=[.!?])\s+|\n+")
# A word alone between others than in the other text is there by chance.
_TOGETHER = 2
# Small words within a name: "Van der Meer".
_WITHIN = 3


@dataclass(frozen=True)
class Text:
    """A text as it is aligned: its words, and which of them are names or numbers.

    `people` are the names of those who appear in it.
    """

    text: str
    people: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> list[str]:
        """The words and numbers, as written."""
        return [match.group() for match in self._tokens]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the text."""
        return Counter(self.words)

    @cached_property
    def named(self) -> list[bool]:
        """Which words are names or numbers.

        A name has a capital, and stands somewhere where no sentence begins, or is that of somebody.
        """
        opens = [bool(_OPENS.search(self.text, max(0, m.start() - 8), m.start())) for m in self._tokens]
        names = {
            word
            for word, first in zip(self.words, opens, strict=True)
            if word[0].isupper() and not first and word.lower() not in self.counts
        }
        names.update(word for full in self.people for word in full.split() if word[0].isupper())
        return [word[0].isdigit() or word in names for word in self.words]

    def is_one_name(self, first: int, last: int) -> bool:
        """Whether the words from `first` to `last` are one name, of which all but the last are known to be.

        They follow one another, or what stands between is a small word in the name of somebody ("van der").
        """
        if self.words[first][0].isdigit() or self.words[last][0].isdigit():
            return False
        if all(self.named[i] and self._space_before(i) for i in range(first + 1, last + 1)):
            return True
        name = " ".join(self.words[first : last + 1])
        return any(f" {name} " in f" {full} " for full in self.people)

    def _space_before(self, i: int) -> bool:
        return self.text[self._tokens[i - 1].end() : self._tokens[i].start()] == " "

    @cached_property
    def _tokens(self) -> list[re.Match[str]]:
        return list(_TOKEN.finditer(self.text))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence starts and ends among the words."""
        breaks = [match.end() for match in _BREAK.finditer(self.text)]
        ends, at = list[int](), 0
        for number, token in enumerate(self._tokens):
            while at < len(breaks) and token.start() >= breaks[at]:
                if not ends or ends[-1] != number:
                    ends.append(number)
                at += 1
        bounds = [0, *(end for end in ends if end), len(self._tokens)]
        return [(one, other) for one, other in pairwise(bounds) if other > one]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts aligned: `shared` words in the same order, two or more together, and what was `swapped`.

    What stands in place of what is there once, in order. `kept` are the names and numbers that stand in both
    at the same place.
    """

    shared: int
    swapped: tuple[tuple[str, str], ...]
    kept: frozenset[str]


def most_shared(one: Text, other: Text) -> int:
    """Return how many words two texts have in common, in whatever order: as many as can be aligned."""
    return (one.counts & other.counts).total()


def align(one: Text, other: Text) -> Alignment:
    """Align two texts: equal sentences first, then the words between these."""
    shared, kept = 0, set[str]()
    swapped: dict[tuple[str, str], None] = {}
    for same, a, b in _stretches(one, other):
        if same:
            shared += len(a) if len(a) >= _TOGETHER else 0
            kept.update(one.words[i] for i in a if one.named[i])
        else:
            swapped.update(dict.fromkeys(_swaps(one, a, other, b)))
    return Alignment(shared, tuple(swapped), frozenset(kept))


def _stretches(one: Text, other: Text) -> Iterator[tuple[bool, range, range]]:
    """Yield stretches of words of both texts, equal or one in place of the other, in order."""
    sides = [[" ".join(text.words[i:j]) for i, j in text.sentences] for text in (one, other)]
    matcher = SequenceMatcher(None, sides[0], sides[1], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        a, b = _words_of(one, i, j), _words_of(other, k, m)
        if tag == "equal":
            yield True, a, b
        else:
            yield from _within(one, a, other, b)


def _words_of(text: Text, first: int, last: int) -> range:
    sentences = text.sentences[first:last]
    return range(sentences[0][0], sentences[-1][1]) if sentences else range(0)


def _within(one: Text, a: range, other: Text, b: range) -> Iterator[tuple[bool, range, range]]:
    """Align two stretches word by word; a small word between two that differ is no more equal than these.

    So "Anna de Wit" stands in place of "Bas de Roo" as one name.
    """
    matcher = SequenceMatcher(
        None, one.words[a.start : a.stop], other.words[b.start : b.stop], autojunk=False
    )
    opcodes = matcher.get_opcodes()
    first: tuple[int, int] | None = None
    for at, (tag, i, j, k, m) in enumerate(opcodes):
        if tag == "equal":
            between = 0 < at < len(opcodes) - 1 and all(
                len(word) <= _WITHIN for word in one.words[a.start + i : a.start + j]
            )
            if not between:
                yield True, range(a.start + i, a.start + j), range(b.start + k, b.start + m)
            continue
        first = first or (i, k)
        following = opcodes[at + 1] if at + 2 < len(opcodes) else None
        if following and all(
            len(w) <= _WITHIN for w in one.words[a.start + following[1] : a.start + following[2]]
        ):
            continue
        yield False, range(a.start + first[0], a.start + j), range(b.start + first[1], b.start + m)
        first = None


def _swaps(one: Text, a: range, other: Text, b: range) -> Iterator[tuple[str, str]]:
    """Yield the names, and the numbers, that stand in place of one another in two stretches, in order."""
    left, right = _names(one, a), _names(other, b)
    for digits in (False, True):
        yield from zip(
            (name for name in left if name[0].isdigit() == digits),
            (name for name in right if name[0].isdigit() == digits),
            strict=False,
        )


def _names(text: Text, stretch: range) -> list[str]:
    """Return the names in a stretch of words, as one where they follow one another, and the numbers."""
    found: list[list[int]] = []
    for i in stretch:
        if text.named[i]:
            if found and text.is_one_name(found[-1][0], i):
                found[-1].append(i)
            else:
                found.append([i])
    return [" ".join(text.words[name[0] : name[-1] + 1]) for name in found]
