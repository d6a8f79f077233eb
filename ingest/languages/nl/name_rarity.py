"""How rare a name is in the Netherlands and Flanders: `rarity(parts)`, from `lexicon/common_names.toml`."""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from importlib import resources

from ingest.extraction import NameParts, Rarity
from ingest.names import key

_LEXICON = tomllib.loads(
    resources.files(__package__).joinpath("lexicon/common_names.toml").read_text(encoding="utf-8")
)


def _bits(table: dict[str, str], separator: str | None) -> dict[str, float]:
    return {
        _key(name): math.log2(int(one_in))
        for one_in, names in table.items()
        for name in names.split(separator)
    }


def _key(name: str) -> str:
    """Return the key of a name, written as one word: "Van den Berghe" is as rare as "Vandenberghe"."""
    return key(name).replace(" ", "")


_GIVEN = _bits(_LEXICON["given"], None)
_SURNAMES = _bits(_LEXICON["abroad"], ";") | _bits(_LEXICON["surname"], ";")
_UNLISTED = {name: math.log2(one_in) for name, one_in in _LEXICON["unlisted"].items()}


def _of_initials() -> dict[str, float]:
    """Return how rare an initial is: how many of the people with a listed given name share it."""
    shares: dict[str, float] = defaultdict(float)
    for name, bits in _GIVEN.items():
        shares[name[0]] += 2**-bits
    total = sum(shares.values())
    return {letter: -math.log2(share / total) for letter, share in shares.items()}


_INITIALS = _of_initials()


def rarity(parts: NameParts) -> Rarity:
    """Return how rare a name is: of a given name or of initials, and of the surname.

    In quarters of a bit. Of several given names or initials the first counts, for the others are often left
    out; of a double surname its commonest part does.
    """
    return Rarity(*(round(bits * 4) / 4 for bits in (_given(parts), _surname(parts))))


def _given(parts: NameParts) -> float:
    if not parts.given:
        letter = _key(parts.initials)[:1]
        return _INITIALS.get(letter, max(_INITIALS.values())) if letter else 0.0
    first = _key(parts.given.split()[0])
    return _GIVEN.get(_key(parts.given)) or _GIVEN.get(first, _UNLISTED["given"])


def _surname(parts: NameParts) -> float:
    whole = [f"{parts.prefix} {parts.surname}"]
    double = [f"{parts.prefix} {part}" if not i else part for i, part in enumerate(parts.surname.split("-"))]
    found = [_SURNAMES.get(_key(name), _UNLISTED["surname"]) for name in whole + double]
    return min(found) if parts.surname else 0.0
