"""Texts damaged as texts are damaged on their way: cut, shuffled, without their marks, in one line.

`mutated(text, chance)` is what tests and `bench/extract.py --mutated` read; nothing here is put right again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable

Mutation = Callable[[str, random.Random], str]

# What is put in: marks, letters of other scripts, parts of characters, ends of lines that are rare.
_STRAY = [
    *"\"'“”„‘’«»‹›()[]{}.,:;!?…–—-*•·#@/\\&%€0123456789AZaz",
    *"\n\t\r\u2028\u2029\u00a0\u00ad\u0301\u200b\ufeff\ufffdİßéΩж中😀",
    "''",
    ",,",
    "...",
    "--",
    "\n\n",
    " . ",
    "'s ",
    "(bron)",
    "www.",
]
_MARKS = "\"'“”„‘’«»‹›"
_MARK = re.compile(f"[{_MARKS}]")
_QUOTED = re.compile(r"[\"“„'‘«][^\"“”„'’«»\n]{3,}[\"”'’»]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# No damaged text is longer than this many times the whole one, so that their times can be compared.
_LONGEST = 4


def mutated(text: str, chance: random.Random) -> tuple[str, list[str]]:
    """Return `text` damaged in one to three ways, and what these ways are called."""
    damage = chance.sample(MUTATIONS, chance.randint(1, 3))
    return damaged(text, damage, chance), [mutation.__name__ for mutation in damage]


def damaged(text: str, damage: Iterable[Mutation], chance: random.Random) -> str:
    """Return `text` damaged in these ways: not empty, and no longer than four times what it was."""
    result = text
    for mutation in damage:
        result = mutation(result, chance)[: _LONGEST * len(text)]
    return result or "."


def cut(text: str, chance: random.Random) -> str:
    """Leave out the beginning and the end."""
    start = chance.randint(0, len(text) // 2)
    return text[start : chance.randint(start, len(text))]


def holed(text: str, chance: random.Random) -> str:
    """Leave out stretches."""
    for _ in range(chance.randint(1, 20)):
        start = chance.randint(0, len(text))
        text = text[:start] + text[start + chance.randint(1, 40) :]
    return text


def shuffled_paragraphs(text: str, chance: random.Random) -> str:
    """Change the order of paragraphs."""
    return "\n".join(_shuffled(text.split("\n"), chance))


def shuffled_sentences(text: str, chance: random.Random) -> str:
    """Change the order of sentences, across paragraphs."""
    return " ".join(_shuffled(_SENTENCE_END.split(text), chance))


def shuffled_words(text: str, chance: random.Random) -> str:
    """Change the order of words."""
    return " ".join(_shuffled(text.split(" "), chance))


def swapped_marks(text: str, chance: random.Random) -> str:
    """Put another quotation mark in the place of each."""
    return _MARK.sub(lambda _: chance.choice(_MARKS), text)


def lost_marks(text: str, chance: random.Random) -> str:
    """Leave out every other quotation mark."""
    return _MARK.sub(lambda mark: chance.choice([mark.group(), ""]), text)


def strewn(text: str, chance: random.Random) -> str:
    """Put in characters that do not belong."""
    pieces = list(text)
    for _ in range(chance.randint(1, 60)):
        pieces.insert(chance.randint(0, len(pieces)), chance.choice(_STRAY))
    return "".join(pieces)


def strewn_with_one(text: str, chance: random.Random) -> str:
    """Put in one such character very often."""
    stray = chance.choice(_STRAY)
    pieces = list(text)
    for _ in range(chance.randint(100, 500)):
        pieces.insert(chance.randint(0, len(pieces)), stray)
    return "".join(pieces)


def in_one_line(text: str, chance: random.Random) -> str:
    """Leave out the ends of lines, and say it all several times."""
    return " ".join([text.replace("\n", " ")] * chance.randint(1, _LONGEST))


def without_stops(text: str, chance: random.Random) -> str:
    """Leave out what ends sentences: one sentence is as long as the article."""
    return re.sub(r"[.!?:;\n]", chance.choice(["", " ", ","]), text)


def without_spaces(text: str, chance: random.Random) -> str:
    """Leave out the spaces, or those at marks only."""
    return re.sub(chance.choice([r" ", r"(?<=\W) | (?=\W)"]), "", text)


def broken_words(text: str, chance: random.Random) -> str:
    """Put a space between all letters, or an end of line between all words."""
    return chance.choice([" ".join(text), text.replace(" ", "\n")])


def only_quotations(text: str, chance: random.Random) -> str:
    """Leave nothing but what stands between marks, or put every sentence between them."""
    if chance.random() < 0.5:
        return " ".join(_QUOTED.findall(text))
    return " ".join(f'"{sentence}"' for sentence in _SENTENCE_END.split(text))


def one_line_many_times(text: str, chance: random.Random) -> str:
    """Say one sentence again and again."""
    sentence = chance.choice(_SENTENCE_END.split(text))
    return (sentence + chance.choice([" ", "\n", ", "])) * (len(text) // (len(sentence) + 1) + 1)


def one_word_many_times(text: str, chance: random.Random) -> str:
    """Say one to three words again and again."""
    words = text.split(" ")
    start = chance.randrange(len(words))
    few = " ".join(words[start : start + chance.randint(1, 3)]) + " "
    return few * (len(text) // len(few) + 1)


def in_other_case(text: str, chance: random.Random) -> str:
    """Write all of it in capitals, none of it, or each word with one, as names are."""
    return chance.choice([str.upper, str.lower, str.title])(text)


def _shuffled(pieces: list[str], chance: random.Random) -> list[str]:
    chance.shuffle(pieces)
    return pieces


MUTATIONS: tuple[Mutation, ...] = (
    cut,
    holed,
    shuffled_paragraphs,
    shuffled_sentences,
    shuffled_words,
    swapped_marks,
    lost_marks,
    strewn,
    strewn_with_one,
    in_one_line,
    without_stops,
    without_spaces,
    broken_words,
    only_quotations,
    one_line_many_times,
    one_word_many_times,
    in_other_case,
)
