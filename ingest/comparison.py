"""What is compared to find the same claim, or the same text, elsewhere.

`graph` knows no language, so that everything it compares is computed here: the content words, numbers and
negation of a sentence with how rare the words are, and a sample of a text's word 5-grams.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

import numpy as np

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER = re.compile(rf"\d+(?:[.,:]\d+)*%?|{_WORD.pattern}")
# A word that does not open a sentence or a quotation.
_AFTER = re.compile(rf"(?<=[^\W_][ ,;/(-])(?:{_WORD.pattern})|(?<=[^\W_][,;] )(?:{_WORD.pattern})")
# The mark between thousands.
_GROUPED = re.compile(r"[.](?=\d{3}(?:\D|$))")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_TOKEN = re.compile(r"\w+")

# Five words in a row are rarely shared by chance and survive small edits; one in four of them is kept,
# which estimates the overlap of two texts of 400 words to within about 0.05.
SHINGLE_WORDS = 5
SHINGLE_SAMPLE = np.uint64(4)
_BITS = np.uint64((1 << 63) - 1)
# An odd constant near 2**64 / golden ratio, so that neighbouring positions spread over all bits.
_STEP = np.uint64(0x9E3779B97F4A7C15)


class Words(Protocol):
    """What a language knows of the words that are compared: the module `comparing` of its folder.

    `STOP_WORDS` carry no claim, `NEGATIONS` deny the sentence they stand in, `NUMERALS` are numbers in
    letters with their digits.
    """

    STOP_WORDS: Collection[str]
    NEGATIONS: Collection[str]
    NUMERALS: Mapping[str, str]

    def terms(self, word: str) -> Iterable[tuple[str, float]]:
        """Yield what a content word is compared by: its parts, uninflected, each with its rarity in bits."""
        ...


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared of a sentence.

    `words` are the content words in order; `terms` what is compared of them, each once, and `bits` how rare
    each of these is: one sentence in 2**bits holds it. `names` are those of the terms whose words a capital
    marks as such, the first word of the sentence left out; `numbers` are in digits.
    """

    words: tuple[str, ...]
    terms: tuple[str, ...]
    bits: tuple[float, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    negated: bool


def normalise(text: str) -> str:
    """Return `text` without case and diacritics, for comparison only: never shown, never given offsets."""
    text = text.casefold()
    return text if text.isascii() else _NOT_ASCII.sub(_without_diacritics, text)


def _without_diacritics(match: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", match.group().replace("’", "'"))
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


@functools.lru_cache(maxsize=8)
def normalised(text: str) -> str:
    """Return `normalise(text)`; those of the last few are kept, for more than one asks for an article's."""
    return normalise(text)


def compare(text: str, language: Words) -> Compared:
    """Return what is compared of one sentence in `language`."""
    found = _WORD.findall(normalise(text))
    content = tuple(_content(found, language))
    terms = dict(term for word in content for term in language.terms(word))
    capitals = (normalise(word) for word in _AFTER.findall(text) if word[0].isupper())
    names = (term for word in _content(capitals, language) for term, _ in language.terms(word))
    return Compared(
        words=content,
        terms=tuple(terms),
        bits=tuple(terms.values()),
        names=tuple(dict.fromkeys(names)),
        numbers=tuple(_numbers(text, language.NUMERALS)),
        negated=any(word in language.NEGATIONS for word in found),
    )


def _content(words: Iterable[str], language: Words) -> Iterator[str]:
    left_out = (language.STOP_WORDS, language.NEGATIONS, language.NUMERALS)
    return (word for word in words if not any(word in listed for listed in left_out))


def _numbers(text: str, numerals: Mapping[str, str]) -> Iterator[str]:
    """Yield the numbers of a text in digits: "27%" and "1.200" as "27" and "1200", "twaalf" as "12"."""
    for match in _NUMBER.finditer(normalise(text)):
        written = match.group()
        if written[0].isdigit():
            yield _GROUPED.sub("", written.rstrip("%"))
        elif written in numerals:
            yield numerals[written]


def shingles(text: str) -> tuple[int, ...]:
    """Return a sample of the hashed word 5-grams of `text`: sorted, distinct, non-negative 63-bit integers.

    A text of fewer than five words has none. The hash depends on the words only, and is the same on every
    machine and in every run.
    """
    hashes = np.fromiter(map(_word_hash, _TOKEN.findall(normalised(text))), dtype=np.uint64)
    count = len(hashes) - SHINGLE_WORDS + 1
    if count < 1:
        return ()
    # Unsigned integers wrap around, so that this is arithmetic modulo 2**64, and quick.
    mixed = hashes[:count].copy()
    for offset in range(1, SHINGLE_WORDS):
        mixed = mixed * _STEP + hashes[offset : offset + count]
    mixed &= _BITS
    return tuple(sorted(set(mixed[mixed % SHINGLE_SAMPLE == 0].tolist())))


@functools.lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="replace"), digest_size=8).digest(), "big")
