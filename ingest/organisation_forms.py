"""Which names in one text are forms of one organisation: acronyms, shortened and abridged names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType

from ingest.atoms import Atoms
from ingest.authority import Match
from ingest.institution_names import key

# How many words a name has at most: the longest on the project's list has eleven.
LONGEST_NAME = 14


@dataclass(frozen=True, slots=True)
class Found:
    """A name of an organisation in the text: atoms `start:end`, and what the authority lists say of it."""

    start: int
    end: int
    match: Match | None = None


class Forms:
    """The names of one text, compared with one another; `words` is what a language says of single words."""

    def __init__(self, atoms: Atoms, words: ModuleType) -> None:
        self.atoms = atoms
        self.words = words

    def explained(self, found: Sequence[Found]) -> dict[str, Found]:
        """Return the acronyms that a name in brackets explains: "SWD (Stichting Warm Dekbed)"."""
        explained: dict[str, Found] = {}
        for short, full in pairwise(sorted(found, key=lambda f: f.start)):
            word = self.atoms.words[short.start]
            bracketed = full.start == short.end == short.start + 1 and self.atoms.gap(short.start) == " ("
            if not bracketed or not word.isupper() or short.match is not None or full.end - full.start < 2:
                continue
            spelled = "".join(self.atoms.lower[full.start : full.end])
            if word[0].lower() == spelled[0] and _in_order(word.lower(), spelled):
                explained[word] = full
        return explained

    def spelled_out(self, acronym: str, stop: int, barred: Container[int]) -> int | None:
        """Return where the name begins that ends at `stop` and that the acronym after it abbreviates, if any.

        The letters stand in it in order, the first begins it with a capital, and each capital begins a word.
        Nothing in it is at one of the `barred` atoms.
        """
        letters = [c for c in acronym if c.isalpha()]
        for start in range(stop - 1, max(stop - LONGEST_NAME, -1), -1):
            if start in barred or (start < stop - 1 and "\n" in self.atoms.gap(start)):
                return None
            word = self.atoms.words[start]
            if not (self.atoms.capital[start] and word[0] == letters[0].upper() and stop - start > 1):
                continue
            spelled = _in_order([c.lower() for c in letters], "".join(self.atoms.lower[start:stop]))
            if spelled and self._capitals_begin_words(letters, start, stop):
                return start
        return None

    def _capitals_begin_words(self, letters: Sequence[str], start: int, stop: int) -> bool:
        wanted = [c.lower() for c in letters if c.isupper()]
        return _in_order(wanted, "".join(word[0] for word in self.atoms.lower[start:stop]))

    def shortened(self, found: Sequence[Found]) -> dict[str, Found]:
        """Return the first words of names by which the article may call an organisation later."""
        short: dict[str, list[Found]] = defaultdict(list)
        for f in found:
            words = self.atoms.words[f.start : f.end]
            if len(words) > 1 and self.atoms.capital[f.start] and not self.words.is_generic(words[0]):
                short[words[0]].append(f)
        return {
            word: names[0] for word, names in short.items() if len({self._key(name) for name in names}) == 1
        }

    def _key(self, found: Found) -> str:
        """Return what is equal for the names of one organisation, shortened forms and acronyms aside."""
        match = found.match
        if match is not None and match.match != "near-miss":
            return match.authority.id
        return "name:" + key(self.atoms.written(found.start, found.end))

    def grouped(self, found: Sequence[Found], acronyms: dict[str, Found]) -> list[list[Found]]:
        """Return the names grouped by organisation."""
        short = self.shortened(found)
        full = [(self._words(f), f) for f in found if f.end - f.start > 2]
        groups: dict[str, list[Found]] = defaultdict(list)
        for f in sorted(found, key=lambda f: f.start):
            written = self.atoms.written(f.start, f.end)
            meant = acronyms.get(written)
            if meant is None and f.match is None:
                meant = short.get(written) or self._abridged(f, full)
            groups[self._key(meant or f)].append(f)
        return list(groups.values())

    def _words(self, found: Found) -> tuple[str, ...]:
        return tuple(self.atoms.lower[found.start : found.end])

    def _abridged(self, found: Found, full: Sequence[tuple[tuple[str, ...], Found]]) -> Found | None:
        """Return the fuller name of which one of two or more words is a form, some words left out."""
        words = self._words(found)
        if len(words) < 2:
            return None
        longer = (
            other
            for name, other in full
            if len(name) > len(words) and name[0] == words[0]
            if (name[-1] == words[-1] and _in_sequence(words, name)) or self._begins(other, words, name)
        )
        return next(longer, None)

    def _begins(self, longer: Found, words: Sequence[str], name: Sequence[str]) -> bool:
        """Whether a longer name goes on after these words: "Golden State Warriors", not "Air France-KLM"."""
        cut = longer.start + len(words)
        on = self.atoms.capital[cut] or self.words.joins_rest(self.atoms.lower[cut])
        return tuple(name[: len(words)]) == tuple(words) and on and self.atoms.gap(cut - 1) == " "


def overlaps(start: int, end: int, found: Iterable[Found]) -> bool:
    """Whether a name in `found` shares an atom with `start:end`."""
    return any(f.start < end and start < f.end for f in found)


def _in_order(wanted: Sequence[str], letters: str) -> bool:
    position = 0
    for letter in wanted:
        position = letters.find(letter, position) + 1
        if not position:
            return False
    return True


def _in_sequence(words: Sequence[str], name: Sequence[str]) -> bool:
    rest = iter(name)
    return all(word in rest for word in words)
