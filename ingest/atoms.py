"""A text as the words of which names are made: letters and digits, split at hyphens and other marks.

"VN-rapport" is two of them, "R.I.V.M." is one. Language-neutral.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from ingest.institution_names import key

_WORD = r"[^\W_]{2,}+|(?:[^\W\d_]\.){2,}|[^\W_]"
_ATOM = re.compile(_WORD)
# Addresses hold words that are no words of the text. Few articles hold one of their signs, and in the others
# no address is looked for at each word.
_ATOM_OR_ADDRESS = re.compile(rf"(?P<address>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+)|{_WORD}")
_SIGNS_OF_ADDRESS = ("@", "://", "www.")
# What may stand between two sentences: the word after it has its capital from being the first.
_OPENING = frozenset("\"'“”„‘’‚‛«»‹›(-–—*•·#>|")
_ENDING = frozenset(".!?…:\n\r\u2028\u2029")


class Atoms:
    """The atoms of `text`: atom `i` is `words[i]`, as written, and stands at `starts[i]:ends[i]`.

    `capital[i]` says whether it is written as a name is: a capital first, or second ("eBay").
    """

    def __init__(self, text: str) -> None:
        self.text = text
        if any(sign in text for sign in _SIGNS_OF_ADDRESS):
            found = [match for match in _ATOM_OR_ADDRESS.finditer(text) if match.lastgroup is None]
        else:
            found = list(_ATOM.finditer(text))
        self.words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.capital = [word[0].isupper() or (len(word) > 2 and word[1].isupper()) for word in self.words]
        self.lower = [word.lower() for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, i: int) -> str:
        """Return what stands between atom `i` and the next one."""
        return self.text[self.ends[i] : self.starts[i + 1]]

    def written(self, start: int, end: int) -> str:
        """Return the text of the atoms from `start` up to `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def at(self, offset: int) -> int:
        """Return the index of the first atom that ends after `offset`."""
        i = bisect_left(self.starts, offset)
        return i - 1 if i and self.ends[i - 1] > offset else i

    def opens_sentence(self, i: int) -> bool:
        """Whether atom `i` is the first of a sentence or a line, opening marks left out."""
        position = self.starts[i] - 1
        while position >= 0 and (self.text[position] in _OPENING or self.text[position] in " \u00a0\t"):
            if self.text[position] in _OPENING and self.text[position] not in "-–—(":
                return True
            position -= 1
        return position < 0 or self.text[position] in _ENDING


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return word.lower() if word.isascii() and word.isalnum() else key(word)


class NameIndex:
    """Names that are looked for in a text: the longest one that begins at an atom.

    With `folded`, case, diacritics, hyphens and spaces do not matter; otherwise only the last two do not.
    """

    # More atoms than the longest listed names have.
    _ATOMS = 14
    _GAPS = re.compile(r"[ \u00a0]?[-–&'’‘/*+.,]?[ \u00a0]?['’‘]?")

    def __init__(self, names: list[str], *, folded: bool) -> None:
        self.folded = folded
        self.keys = {self._key(name) for name in names} - {""}
        self._sorted = sorted(self.keys)
        self._begins = lru_cache(maxsize=1 << 16)(self._begins_name)

    def _key(self, name: str) -> str:
        return key(name) if self.folded else "".join(Atoms(name.replace("&", " en ")).words)

    def _atom_key(self, word: str) -> str:
        return _folded(word) if self.folded else word

    def _begins_name(self, beginning: str) -> bool:
        return beginning in self.keys or self._goes_on(beginning)

    def _goes_on(self, beginning: str) -> bool:
        """Whether a longer name begins so."""
        position = bisect_right(self._sorted, beginning)
        return position < len(self._sorted) and self._sorted[position].startswith(beginning)

    def ends(self, atoms: Atoms, start: int) -> list[int]:
        """Return where names that begin at atom `start` end, the longest first."""
        so_far = self._atom_key(atoms.words[start])
        if not self._begins(so_far):
            return []
        found: list[int] = []
        for end in range(start + 1, min(start + self._ATOMS, len(atoms)) + 1):
            if so_far in self.keys:
                found.append(end)
            if end == len(atoms) or not self._goes_on(so_far):
                break
            gap = atoms.gap(end - 1)
            if len(gap) > 4 or not self._GAPS.fullmatch(gap):
                break
            so_far += ("en" if "&" in gap else "") + self._atom_key(atoms.words[end])
        return found[::-1]
