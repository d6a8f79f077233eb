"""The reporting verbs of a sentence, with their particles and auxiliaries wherever these stand."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from ingest.languages.nl.clauses import REACH, stops, words_span
from ingest.languages.nl.reporting import Verb
from ingest.languages.nl.words import (
    AUXILIARIES,
    COMPLEMENTISERS,
    CONJUNCTIONS,
    MODALS,
    PREPOSITIONS,
    PUNCTUATION,
    VERBS,
)
from ingest.passage import QUOTE, Passage

# How far from its verb a subject or a particle is looked for, in words; see `REACH`.
SUBJECT_REACH = 14


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb where it stands.

    `first:stop` are the words that are the cue, `end` is after its particle, wherever that stands.
    `anchor` is the finite verb by which the subject is found: the auxiliary of a participle.
    """

    verb: Verb
    first: int
    stop: int
    end: int
    anchor: int


def cue_span(p: Passage, cue: Cue) -> tuple[int, int]:
    """Return the characters of a reporting verb, with its particle if that follows it directly."""
    return words_span(p, cue.first, cue.stop)


@functools.lru_cache(maxsize=4)
def cues(p: Passage) -> tuple[Cue, ...]:
    """Return the reporting verbs of a sentence; of those that share a form, that whose particle is there."""
    found: list[Cue] = []
    for i, word in enumerate(p.words):
        if word in VERBS and not (word == "zeggen" and i and p.words[i - 1] == "eigen"):
            here = [cue for verb in VERBS[word] if (cue := _cue(p, i, verb))]
            longest = max((len(cue.verb.particle) for cue in here), default=0)
            found += [cue for cue in here if len(cue.verb.particle) == longest]
    return tuple(found)


def _cue(p: Passage, i: int, verb: Verb) -> Cue | None:
    if verb.form == "participle":
        first = i - len(verb.particle)
        if first < 0 or tuple(p.words[first:i]) != verb.particle:
            return None
        anchor = _auxiliary(p, first, i)
        return None if anchor is None else Cue(verb, first, i + 1, i + 1, anchor)
    if verb.plural and _is_infinitive(p, i):
        return None
    if verb.form == "joined":
        return Cue(verb, i, i + 1, i + 1, i)
    if not verb.particle:
        return Cue(verb, i, i + 1, i + 1, i)
    at = _particle(p, i + 1, verb.particle)
    if at is None:
        return None
    end = at + len(verb.particle)
    # "legt uit" is a cue as a whole where nothing stands between; the "ervoor" of "pleit ervoor" is not.
    whole = at == i + 1 and not verb.particle[0].startswith(("er", "daar"))
    return Cue(verb, i, end if whole else i + 1, end, i)


def _particle(p: Passage, start: int, particle: tuple[str, ...]) -> int | None:
    for i in range(start, min(len(p.words), start + SUBJECT_REACH)):
        word = p.words[i]
        if word == particle[0] and tuple(p.words[i : i + len(particle)]) == particle:
            return i
        if word == "er" and len(particle) == 1 and particle[0].startswith("er"):
            return _parted(p, i, particle[0][2:])
        if word in PUNCTUATION or word in ("dat", QUOTE):
            return None
    return None


def _parted(p: Passage, er: int, preposition: str) -> int | None:
    """Return where the "op" of an "erop" stands that is parted: "wijst er in een brief op dat"."""
    for i in range(er + 1, min(len(p.words) - 1, er + REACH)):
        if p.words[i] == preposition and p.words[i + 1] in COMPLEMENTISERS | {"om", "te"}:
            return i
        if p.words[i] in COMPLEMENTISERS or p.words[i] in PUNCTUATION:
            return None
    return None


def _auxiliary(p: Passage, first: int, i: int) -> int | None:
    """Return the finite auxiliary of a participle: before it in its clause, or right after it."""
    for j in range(first - 1, max(-1, first - REACH), -1):
        if p.words[j] in AUXILIARIES and not _is_possessive(p, j):
            return j
        if stops(p, j):
            return None
    return i + 1 if i + 1 < len(p.words) and p.words[i + 1] in AUXILIARIES else None


def _is_possessive(p: Passage, j: int) -> bool:
    """Whether "zijn" at word `j` is no verb: "heeft in zijn brief geschreven"."""
    return p.words[j] == "zijn" and j > 0 and p.words[j - 1] in PREPOSITIONS


def _is_infinitive(p: Passage, i: int) -> bool:
    """Whether a form in -en is no plural: after "te", or after a modal verb in its clause."""
    if i and p.words[i - 1] == "te":
        # "Zij wisten te melden dat" reports; "om te melden dat" does not.
        return not any(word in ("weet", "weten", "wist", "wisten") for word in p.words[max(0, i - 6) : i])
    if not p.words[i].endswith("n"):
        return False
    for j in range(i - 1, max(-1, i - SUBJECT_REACH), -1):
        if p.words[j] in MODALS:
            return True
        if p.words[j] in PUNCTUATION or p.words[j] in CONJUNCTIONS:
            return False
    return False
