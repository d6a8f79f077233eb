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

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*%?")
_TOKEN = re.compile(r"\w+")

# Five words in a row are rarely shared by chance and survive small edits; one in four of them is kept,
# which estimates the overlap of two texts of 400 words to within about 0.05.
SHINGLE_WORDS = 5
SHINGLE_SAMPLE = 4
_BITS = (1 << 63) - 1
# An odd constant near 2**63 / golden ratio, so that neighbouring positions spread over all bits.
_STEP = 0x4F1BBCDCBFA53E0B


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared of a sentence: content words in order, numbers as written, whether it is denied."""

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    negated: bool


def normalise(text: str) -> str:
    """Return `text` without case and diacritics, for comparison only: never shown, never given offsets."""
    text = text.casefold()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def compare(text: str, stop_words: Collection[str], negations: Collection[str]) -> Compared:
    """Return what is compared of one sentence, given a language's stop words and words of negation."""
    words = [normalise(word) for word in _WORD.findall(text)]
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
    hashes = [_word_hash(word) for word in _TOKEN.findall(normalise(text))]
    if len(hashes) < SHINGLE_WORDS:
        return ()
    leaving = pow(_STEP, SHINGLE_WORDS, _BITS + 1)
    rolling = 0
    kept = set()
    for index, value in enumerate(hashes):
        rolling = (rolling * _STEP + value) & _BITS
        if index >= SHINGLE_WORDS:
            rolling = (rolling - hashes[index - SHINGLE_WORDS] * leaving) & _BITS
        if index >= SHINGLE_WORDS - 1 and rolling % SHINGLE_SAMPLE == 0:
            kept.add(rolling)
    return tuple(sorted(kept))


@functools.lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="replace"), digest_size=8).digest(), "big") & _BITS
