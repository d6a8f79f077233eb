"""Personal names: taken apart, and turned into the key under which they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace

from ingest.extraction import NameParts

_INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_NO_WORD = re.compile(r"[^\w]+")


def key(name: str) -> str:
    """Return the key of a name: no diacritics, case-folded, punctuation as space, single spaces."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = unicodedata.normalize("NFKD", name).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_NO_WORD.sub(" ", plain).split())


def parts(name: str, prefixes: Collection[str], suffixes: Mapping[str, str] | None = None) -> NameParts:
    """Take a name apart; `prefixes` are the tussenvoegsels, case-folded ("van der").

    `suffixes` gives, as it is written, the code of what stands after a name to tell relatives apart.

    The prefix is the longest run of such words after the given name, or at the start where the name
    has none; everything after it is the surname, a double one included. So is a word that a hyphen joins
    to a prefix ("Kater-de Wilg"). One word alone is a surname.
    """
    for suffix, code in (suffixes or {}).items():
        if name.endswith(f" {suffix}"):
            return replace(parts(name.removesuffix(f" {suffix}"), prefixes), suffix=code)
    words = name.split()
    count = 0
    while count < len(words) - 1 and _INITIALS.fullmatch(words[count]):
        count += 1
    initials, rest = " ".join(words[:count]), words[count:]
    if len(rest) == 1:
        return NameParts("", initials, "", rest[0])
    for start in range(len(rest) - 1):
        if start and rest[start].rpartition("-")[2].casefold() in prefixes and "-" in rest[start]:
            return NameParts(" ".join(rest[:start]), initials, "", " ".join(rest[start:]))
        for end in range(len(rest) - 1, start, -1):
            if " ".join(rest[start:end]).casefold() in prefixes:
                return NameParts(
                    " ".join(rest[:start]), initials, " ".join(rest[start:end]), " ".join(rest[end:])
                )
    if initials:
        return NameParts("", initials, "", " ".join(rest))
    return NameParts(" ".join(rest[:-1]), initials, "", rest[-1])
