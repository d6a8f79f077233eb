"""What Dutch sentences are compared by: which words count, what is left of them, and how rare that is."""

from __future__ import annotations

import functools
import math
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources

from ingest.languages.nl.reporting import lines, words
from ingest.languages.nl.stemming import stem

STOP_WORDS = words("stop_words")
NEGATIONS = words("negations")
_DEGREES = words("degree_words")

_LEXICON = tomllib.loads(
    resources.files(__package__).joinpath("lexicon/common_words.toml").read_text(encoding="utf-8")
)
NUMERALS: dict[str, str] = {
    word: digits for digits, listed in _LEXICON["numerals"].items() for word in listed.split()
}

# Between the parts of a compound: "gezondheidszorg", "pannenkoek".
_JOINTS = ("", "s", "en", "e")
_LEAST_PART = 4


# Words that say the same are compared as the first of them.
_SAME = {
    stem(word): stem(words[0])
    for words in (line.split() for line in lines("same_meaning.txt"))
    for word in words
}
# A word that ties together what is claimed says as much as one of the commonest.
_LIGHT_BITS = 4.0
_LIGHT = frozenset(_SAME.get(stem(word), stem(word)) for word in words("light_words"))


def _term(word: str) -> str:
    found = stem(word)
    return _SAME.get(found, found)


def _bits() -> dict[str, float]:
    """Return how rare each listed word is, by what it is compared as; all that is compared as one adds up."""
    shares: dict[str, float] = defaultdict(float)
    for one_in, listed in _LEXICON["one_in"].items():
        for word in listed.split():
            shares[_term(word)] += 1 / int(one_in)
    rarity = {term: round(-4 * math.log2(share)) / 4 for term, share in shares.items()}
    return rarity | {term: min(_LIGHT_BITS, rarity.get(term, _LIGHT_BITS)) for term in _LIGHT}


_BITS = _bits()
_LISTED = frozenset(word for listed in _LEXICON["one_in"].values() for word in listed.split())
# What compounds are split into: the last part in any form.
_PARTS = _LISTED | words("compound_parts")
_PART_STEMS = frozenset(map(stem, _PARTS))
_UNLISTED = math.log2(_LEXICON["unlisted"])


def terms(word: str) -> Iterator[tuple[str, float]]:
    """Yield what a content word is compared by, each with how rare it is, in bits.

    One sentence of news in 2**bits holds it. A compound of known words is compared by these, and any other
    word by its stem, or that of the first of the words that say the same. A word of degree is compared by
    nothing.
    """
    if word in _DEGREES:
        return
    for part in (word,) if stem(word) in _SAME else _parts(word):
        found = _term(part)
        yield found, _BITS.get(found, _UNLISTED)


@functools.lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound, the last as long as can be; a word that is none is its own part."""
    if "-" in word:
        return tuple(part for part in word.split("-") if part)
    if word not in _PARTS:
        for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
            first, last = word[:cut], word[cut:]
            if stem(last) in _PART_STEMS:
                for joint in _JOINTS:
                    whole = first.removesuffix(joint)
                    if first.endswith(joint) and len(whole) >= _LEAST_PART and whole in _PARTS:
                        return whole, last
    return (word,)
