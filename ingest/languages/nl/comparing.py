"""What Dutch sentences are compared by: which words count, what is left of them, and how rare that is."""

from __future__ import annotations

import functools
import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources

from ingest.languages.nl.reporting import words

STOP_WORDS = words("stop_words")
NEGATIONS = words("negations")
_DEGREES = words("degree_words")

_LEXICON = tomllib.loads(
    resources.files(__package__).joinpath("lexicon/common_words.toml").read_text(encoding="utf-8")
)
NUMERALS: dict[str, str] = {
    word: digits for digits, listed in _LEXICON["numerals"].items() for word in listed.split()
}

# Endings that change the form of a word and not what it is about: of plurals, diminutives and adjectives,
# then of persons and tenses of verbs. A word keeps three letters.
_ENDING = re.compile(r"(?<=\w{3})(?:[tpk]?jes?|en|e|es|(?<=[^aeius])s)$")
# What makes a noun or an adjective of a word: "wandeling", "gelukkig", "onderlinge", "moeheid".
_DERIVED = re.compile(r"(?<=\w{3})(?:ings?|heid|elijk|ig|baar)$")
_TENSE = re.compile(r"(?<=\w{2}[^\Waeiou])[td]$")
_PARTICIPLE = re.compile(r"^ge(?=\w{3,}(?:d|t|en)$)")
_DOUBLE = re.compile(r"(.)\1")
_HARDENED = {"v": "f", "z": "s"}
# Between the parts of a compound: "gezondheidszorg", "pannenkoek".
_JOINTS = ("", "s", "en", "e")
_LEAST_PART = 4


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return what the forms of a word in lower case, without diacritics, have in common."""
    rest = _DERIVED.sub("", _ENDING.sub("", _PARTICIPLE.sub("", word)))
    rest = _TENSE.sub("", rest)
    rest = _DOUBLE.sub(r"\1", rest)
    return rest[:-1] + _HARDENED.get(rest[-1:], rest[-1:])


def _bits() -> dict[str, float]:
    """Return how rare each listed word is, by stem; the forms of one word add up."""
    shares: dict[str, float] = defaultdict(float)
    for one_in, listed in _LEXICON["one_in"].items():
        for word in listed.split():
            shares[stem(word)] += 1 / int(one_in)
    return {stem: round(-4 * math.log2(share)) / 4 for stem, share in shares.items()}


_BITS = _bits()
_LISTED = frozenset(word for listed in _LEXICON["one_in"].values() for word in listed.split())
_UNLISTED = math.log2(_LEXICON["unlisted"])


def terms(word: str) -> Iterator[tuple[str, float]]:
    """Yield what a content word is compared by, each with how rare it is, in bits.

    One sentence of news in 2**bits holds it. A compound of listed words is compared by these, and any other
    word by its stem. A word of degree is compared by nothing.
    """
    if word in _DEGREES:
        return
    for part in _parts(word):
        found = stem(part)
        yield found, _BITS.get(found, _UNLISTED)


@functools.lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound, the last as long as can be; a word that is none is its own part."""
    if "-" in word:
        return tuple(part for part in word.split("-") if part)
    if word not in _LISTED:
        for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
            first, last = word[:cut], word[cut:]
            if stem(last) in _BITS:
                for joint in _JOINTS:
                    whole = first.removesuffix(joint)
                    if first.endswith(joint) and len(whole) >= _LEAST_PART and whole in _LISTED:
                        return whole, last
    return (word,)
