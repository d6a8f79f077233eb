"""What is compared to find the same claim, or the same text, elsewhere.

`graph` knows no language, so that everything it compares is computed here: the content words, numbers and
negation of a sentence, and a sample of a text's word 5-grams.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*%?")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_TOKEN = re.compile(r"\w+")

# Five words in a row are rarely shared by chance and survive small edits; one in four of them is kept,
# which estimates the overlap of two texts of 400 words to within about 0.05.
SHINGLE_WORDS = 5
SHINGLE_SAMPLE = np.uint64(4)
_BITS = np.uint64((1 << 63) - 1)
# An odd constant near 2**64 / golden ratio, so that neighbouring positions spread over all bits.
_STEP = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared of a sentence: content words in order, numbers as written, whether it is denied."""

    words: tuple[str, ...]
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


def compare(text: str, stop_words: Collection[str], negations: Collection[str]) -> Compared:
    """Return what is compared of one sentence, given a language's stop words and words of negation."""
    words = _WORD.findall(normalise(text))
    return Compared(
        words=tuple(word for word in words if word not in stop_words and word not in negations),
        numbers=tuple(_NUMBER.findall(text)),
        negated=any(word in negations for word in words),
    )


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
