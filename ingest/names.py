"""Personal names: taken apart, and turned into the keys under which they are looked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from ingest.extraction import NameParts

_INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
# Spellings that differ in names that sound the same: Anette/Annette, Wytse/Wijtse, Bekker/Becker.
_FOLDS = (("ij", "y"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("c", "k"), ("sch", "s"), ("z", "s"))
_NO_WORD = re.compile(r"[^\w]+")
_DOUBLED = re.compile(r"(.)\1")


def key(name: str) -> str:
    """Return the key of a name: no diacritics, case-folded, punctuation as space, single spaces."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = unicodedata.normalize("NFKD", name).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_NO_WORD.sub(" ", plain).split())


def parts(name: str, prefixes: Collection[str]) -> NameParts:
    """Take a name apart; `prefixes` are the tussenvoegsels, case-folded ("van der").

    The prefix is the longest run of such words after the given name, or at the start where the name
    has none; everything after it is the surname, a double one included. One word alone is a surname.
    """
    words = name.split()
    count = 0
    while count < len(words) - 1 and _INITIALS.fullmatch(words[count]):
        count += 1
    initials, rest = " ".join(words[:count]), words[count:]
    if len(rest) == 1:
        return NameParts("", initials, "", rest[0])
    for start in range(len(rest) - 1):
        for end in range(len(rest) - 1, start, -1):
            if " ".join(rest[start:end]).casefold() in prefixes:
                return NameParts(
                    " ".join(rest[:start]), initials, " ".join(rest[start:end]), " ".join(rest[end:])
                )
    if initials:
        return NameParts("", initials, "", " ".join(rest))
    return NameParts(" ".join(rest[:-1]), initials, "", rest[-1])


def keys(name: str, taken_apart: NameParts) -> tuple[str, ...]:
    """Return the keys of a name, each once: the full one first, then those for blocking.

    For blocking: prefix and surname with the first initial; the surname's own with it; and the full
    key with spellings that sound the same folded into one.
    """
    full = key(name)
    first = key(taken_apart.given or taken_apart.initials)[:1]
    surname = key(taken_apart.surname)
    found = [full]
    if first and surname:
        found += [f"{key(taken_apart.prefix)} {surname} {first}".strip(), f"{surname} {first}"]
    found.append(_folded(full))
    return tuple(dict.fromkeys(found))


def _folded(text: str) -> str:
    for one, other in _FOLDS:
        text = text.replace(one, other)
    return "~" + _DOUBLED.sub(r"\1", text)
