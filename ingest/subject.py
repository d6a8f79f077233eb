"""What an article is about: one of some twenty subjects, with the words that decided.

The publisher's own section and keywords outweigh the words of the text, and a word that few subjects share
says more than one that many do. An article whose words decide nothing has no subject.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter, defaultdict
from importlib import resources

from ingest.comparison import normalise, normalised
from ingest.extraction import Article

_WORD = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+")
# What a word counts for by where it stands. The publisher chose section and keywords to say what it is about.
_SECTION, _KEYWORD, _TITLE, _TEXT = 12, 6, 3, 1
# A word repeated more often than this adds nothing: it is what the article tells, not what it is about.
_REPEATS = 3
# Below this an article of a few hundred words has met a subject's words only by chance.
_LEAST = 4
_SHOWN = 8
# Parts of compounds count from this many letters on: shorter ones stand in words of all kinds ("sport" in
# "transport"). What is left must be a word too: "amerikaanse" is not made of "amerika" and another word.
_PART_LETTERS, _REST_AFTER, _REST_BEFORE = 6, 5, 3


def of(article: Article) -> tuple[str | None, tuple[str, ...]]:
    """Return the code of the article's subject and the words that decided, most telling first."""
    lexicon = _lexicon(article.language or "nl")
    scores: dict[str, float] = defaultdict(float)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for word, weight in _weights(article, lexicon).items():
        subjects = lexicon[word]
        for subject in subjects:
            scores[subject] += weight / len(subjects)
            words[subject][word] += weight
    if not scores:
        return None, ()
    # The name decides between equals, so that the answer depends on nothing else.
    subject, score = max(scores.items(), key=lambda item: (item[1], item[0]))
    if score < _LEAST:
        return None, ()
    decided = sorted(words[subject].items(), key=lambda item: (-item[1], item[0]))
    return subject, tuple(word for word, _ in decided[:_SHOWN])


def _weights(article: Article, lexicon: dict[str, tuple[str, ...]]) -> Counter[str]:
    """Return what each word that speaks for a subject counts for in this article."""

    def telling(text: str | None) -> Counter[str]:
        found = Counter(_WORD.findall(normalised(text or "")))
        told: Counter[str] = Counter()
        for word, count in found.items():
            for part in _telling(article.language or "nl", word):
                told[part] += count
        return told

    weights = Counter({word: _TEXT * min(count, _REPEATS) for word, count in telling(article.text).items()})
    for text, weight in (
        (article.section, _SECTION),
        (" ".join(article.keywords), _KEYWORD),
        (article.title, _TITLE),
        (article.subtitle, _TITLE),
    ):
        for word, count in telling(text).items():
            weights[word] += weight * count
    return weights


@functools.lru_cache(maxsize=1 << 16)
def _telling(language: str, word: str) -> tuple[str, ...]:
    """Return the words of the lexicon that a word of the text is or is made of: "giro" of "giro-deelname"."""
    lexicon = _lexicon(language)
    if word in lexicon:
        return (word,)
    if "-" in word:
        return tuple(part for one in word.split("-") for part in _telling(language, one))
    # The last part says what the whole is, and comes first; of several the longest is meant.
    for n in range(len(word) - _REST_BEFORE, _PART_LETTERS - 1, -1):
        if word[-n:] in lexicon:
            return (word[-n:],)
    for n in range(len(word) - _REST_AFTER, _PART_LETTERS - 1, -1):
        if word[:n] in lexicon:
            return (word[:n],)
    return ()


@functools.cache
def _lexicon(language: str) -> dict[str, tuple[str, ...]]:
    """Return the subjects that each word, normalised, speaks for."""
    folder = resources.files(f"ingest.languages.{language}")
    listed = tomllib.loads(folder.joinpath("lexicon", "subjects.toml").read_text(encoding="utf-8"))
    subjects: dict[str, list[str]] = {}
    for subject, words in listed.items():
        for word in words.split():
            subjects.setdefault(normalise(word), []).append(subject)
    return {word: tuple(found) for word, found in subjects.items()}
