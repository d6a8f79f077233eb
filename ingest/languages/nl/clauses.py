"""Where Dutch clauses begin and end, as far as it takes to see who says what.

Nothing here parses: each function looks at a few words around a cue. Words are addressed by their index in
a `Passage`; a stretch of words is a pair of indices, end exclusive.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import pairwise

from ingest.languages.nl.words import (
    ABBREVIATIONS,
    ADVERBS,
    AUXILIARIES,
    COMPLEMENTISERS,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    MAY_FOLLOW_SOURCE,
    MAYBE_INFINITIVE,
    NEVER,
    NO_ELIDED_SUBJECT,
    PREPOSITIONS,
    PUNCTUATION,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
    VERBS,
)
from ingest.passage import QUOTE, Passage

# How far from its verb a clause is looked for, in words. News sentences have some
# twenty words; what is further off belongs to something else.
REACH = 24
# What ends a compound must be long enough not to be there by chance: "trapport" is none, nor is "contest".
_COMPOUNDED = tuple(word for word in DOCUMENTS if len(word) >= 6)
_GOING_ON = frozenset(["en", "maar", "want", "al"])


def words_span(p: Passage, first: int, stop: int) -> tuple[int, int]:
    """Return the characters of words `first:stop`, of which there is at least one."""
    return (p.starts[first], p.ends[stop - 1])


def trimmed_span(p: Passage, first: int, stop: int) -> tuple[int, int] | None:
    """Return the characters of words `first:stop` without commas or colons at the ends, if any are left."""
    while first < stop and p.words[first] in (",", ":", ";"):
        first += 1
    while stop > first and p.words[stop - 1] in (",", ":", ";", "–", "—"):
        stop -= 1
    return words_span(p, first, stop) if stop > first else None


def inside_quote(p: Passage, i: int) -> tuple[int, int]:
    """Return the characters of the quotation at word `i`, without its marks."""
    return (p.quotes[i].start, p.quotes[i].end)


def is_speech(p: Passage, i: int) -> bool:
    """Whether a quotation has three words or ends as a sentence does, so that somebody may have said it."""
    said = p.text[p.quotes[i].start : p.quotes[i].end]
    return said[-1] in ".!?…" or said.count(" ") >= 2


def content_stop(p: Passage) -> int:
    """Return the index after the last word of the sentence, its full stop and a "(bron)" left out."""
    stop = len(p.words)
    for tail in (["(", "bron", ")", "."], ["(", "bron", ")"]):
        if p.words[-len(tail) :] == tail:
            stop -= len(tail)
            break
    while stop and p.words[stop - 1] in (".", "…"):
        stop -= 1
    return stop


@functools.lru_cache(maxsize=20_000)
def is_document(word: str) -> bool:
    """Whether a word in lower case is a study, report or figures, or a compound of one: "conceptrapport"."""
    return word in DOCUMENTS or word.endswith(_COMPOUNDED)


def mentions_document(p: Passage, first: int, stop: int) -> bool:
    """Whether these words name a study, report or other document."""
    return any(map(is_document, p.words[first:stop]))


def documents_before(p: Passage, i: int) -> Iterator[int]:
    """Give the indices of words before `i` that name a document, nearest first."""
    return (k for k in range(i - 1, max(-1, i - 8), -1) if is_document(p.words[k]))


def is_abbreviation(p: Passage, j: int) -> bool:
    """Whether word `j` is the full stop of an abbreviation or of initials: "R. Kolthof", "R.B. Kolthof"."""
    before = p.words[j - 1] if j else ""
    initial = before[-1:].isalpha() and (len(before) == 1 or before[-2] == ".")
    return p.words[j] == "." and (initial or before in ABBREVIATIONS)


def stops(p: Passage, j: int) -> bool:
    """Whether word `j` is punctuation that ends a clause for good, or a quotation."""
    return p.words[j] == QUOTE or (p.words[j] in STOPS and not is_abbreviation(p, j))


def may_end_at(p: Passage, i: int) -> bool:
    """Whether nothing but a further phrase follows at word `i`: no verb that would make it a clause."""
    return i >= len(p.words) or p.words[i] in MAY_FOLLOW_SOURCE


def is_verb(p: Passage, j: int) -> bool:
    """Whether word `j` is a known finite verb, and no noun that is spelt like one ("de kosten")."""
    if p.words[j] not in FINITE or p.capitalised(j) or j in p.referents:
        return False
    return not j or (p.words[j - 1] not in DETERMINERS and p.words[j - 1] not in PREPOSITIONS)


def says_enough(p: Passage, start: int, stop: int) -> bool:
    """Whether these words can be a proposition, so that a clause after them does not interrupt it."""
    return stop - start >= 4 and any(word in FINITE for word in p.words[start:stop])


def clause_start(p: Passage, i: int) -> int:
    """Return the first word of the clause that word `i` stands in."""
    j = i - 1
    if j > 0 and p.words[j] == ",":
        # What stands between two commas before a verb belongs to the subject: skip it. Before a single one
        # stands a clause or phrase that comes before the verb, and the subject after it.
        opening = next((k for k in range(j - 1, 0, -1) if p.words[k] == ","), None)
        if opening is None and (p.words[0] in SUBORDINATORS or p.words[0] in PREPOSITIONS):
            return i
        j = (j if opening is None else opening) - 1
    while j >= 0:
        word = p.words[j]
        if (stops(p, j) and not _is_apposed_quote(p, j)) or word in ("–", "—"):
            return j + 1
        if word in CONJUNCTIONS and j and (p.words[j - 1] == "," or j == i - 1 or _joins_clauses(p, j)):
            return j + 1
        if j < i - 1 and (word in SUBORDINATORS or (word in RELATIVES and j and p.words[j - 1] == ",")):
            return j + 1
        j -= 1
    return 0


def _is_apposed_quote(p: Passage, j: int) -> bool:
    """Whether the quotation at word `j` is a name within its clause: "het programma 'Samen Sterk' toont"."""
    return p.words[j] == QUOTE and j > 0 and p.words[j - 1] not in PUNCTUATION


def _joins_clauses(p: Passage, j: int) -> bool:
    """Whether "en" without a comma joins clauses: the one before it has a verb of its own."""
    if j + 1 not in p.referents and p.words[j + 1] not in DETERMINERS:
        return False
    return any(p.words[k] in FINITE and k not in p.referents for k in range(max(0, j - REACH), j))


def complement(p: Passage, i: int) -> int | None:
    """Return the index of the "dat", "of" or question word with which the reported clause opens."""
    commas = 0
    for j in range(i, min(len(p.words), i + REACH)):
        word = p.words[j]
        if word in COMPLEMENTISERS and j not in p.referents:
            before = p.words[j - 1]
            if j > i and (before in CONJUNCTIONS or before in PREPOSITIONS):
                return None
            # After one comma it is a relative clause; a second one has closed what was put in between.
            return None if before == "," and commas < 2 else j
        commas += word == ","
        if stops(p, j) or word in AUXILIARIES or (word in CONJUNCTIONS and p.words[j - 1] == ","):
            return None
        if not commas and j > i and is_verb(p, j):
            return None
    return None


def opens_main_clause(p: Passage, j: int) -> bool:
    """Whether word `j`, after a comma that closes what was put in between, is the verb of the main clause."""
    if is_verb(p, j):
        return True
    word = p.words[j]
    known = word in NO_ELIDED_SUBJECT or word in PREPOSITIONS or word in CONJUNCTIONS or word in DETERMINERS
    return word.isalpha() and word.endswith(("t", "de", "te")) and not known and not p.capitalised(j)


def clause_end(p: Passage, start: int, inverted: bool = False) -> int:
    """Return where the clause that begins at word `start` ends: an index, end exclusive.

    That is the end of the sentence, unless the report is over before: at a dash that was opened before
    it, at "en" or "maar" with a finite verb that goes on with the reporting clause, at a further report.
    In an `inverted` clause ("Volgens Kolthof is het laat") "en wordt het later" goes on with the report.
    """
    last = content_stop(p)
    # "Toen hij zei dat het lekte, lachte zij": the main clause begins with its verb after a comma.
    # So does the verb after a relative clause: "Kolthof, die zei dat het lekte, lachte".
    subordinate = p.words[0] in SUBORDINATORS or _in_relative(p, start)
    in_dashes = any(word in DASHES for word in p.words[:start])
    for j in range(start + 2, last - 1):
        word = p.words[j]
        if word == ";" or (word == ":" and p.words[j + 1] == QUOTE) or (in_dashes and word in DASHES):
            return j
        if subordinate and word == "," and opens_main_clause(p, j + 1):
            return j
        if word in _GOING_ON and _ends_report(p, j, last) and not (inverted and _is_inverted(p, j + 1)):
            return j
    return last


def _in_relative(p: Passage, start: int) -> bool:
    """Whether the nearest comma before word `start` opens a relative clause."""
    comma = next((k for k in range(start - 1, 0, -1) if p.words[k] == ","), None)
    return comma is not None and p.words[comma + 1] in ("die", "dat")


def _is_inverted(p: Passage, j: int) -> bool:
    """Whether word `j` is a verb that reports nothing by itself, and its subject stands after it."""
    following = p.words[j + 1]
    opens = j + 1 in p.referents or p.capitalised(j + 1) or following in DETERMINERS or following in NEVER
    clausal = p.words[j] in FINITE or (p.words[j].endswith(("t", "de", "te")) and p.words[j] not in ADVERBS)
    reports = any(not verb.particle and verb.kinds != {"quote"} for verb in VERBS.get(p.words[j], ()))
    return p.words[j - 1] != "al" and clausal and opens and not reports and j not in p.referents


def _ends_report(p: Passage, j: int, last: int) -> bool:
    """Whether "en", "maar" or "al" at word `j` leads back from what is reported to who reports it."""
    if j + 2 >= last:
        return False
    comma = p.words[j - 1] == ","
    other = p.referents.get(j + 1)
    if comma and other is not None and any(word in VERBS for word in p.words[p.after(other) :][:1]):
        return True
    following, second = p.words[j + 1], p.words[j + 2]
    if comma and following == "volgens":
        return True
    if p.words[j] == "al":
        return comma and following in VERBS
    if second in ("hij", "zij", "ze") and following.isalpha() and following not in NO_ELIDED_SUBJECT:
        return True
    if comma and p.words[j] == "maar" and _is_main_clause(p, j + 1):
        return True
    verb = following in FINITE and not p.capitalised(j + 1)
    if p.words[j] == "maar" and ("niet", "alleen") in pairwise(p.words[max(0, j - 2 * REACH) : j]):
        return False
    if comma:
        return verb or (following in ("hij", "zij", "ze") and second in FINITE)
    # Two infinitives may be joined by "en" ("geven en nemen"); a verb that is no infinitive begins anew.
    return verb and (
        p.words[j - 1] == QUOTE or (following not in MAYBE_INFINITIVE and _looks_like_final_verb(p, j - 1))
    )


def _is_main_clause(p: Passage, j: int) -> bool:
    """Whether a clause opens at word `j` with its subject and then its verb: "maar het tegendeel is waar"."""
    if p.words[j] in ("het", "er", "ze", "zij", "hij") and p.words[j + 1] in AUXILIARIES:
        return True
    if p.words[j] not in DETERMINERS or p.words[j] in COMPLEMENTISERS:
        return False
    verb = next((k for k in range(j + 2, min(len(p.words) - 2, j + 4)) if p.words[k] in AUXILIARIES), None)
    return verb is not None and all(p.words[k].isalpha() for k in range(j, verb))


def _looks_like_final_verb(p: Passage, i: int) -> bool:
    word = p.words[i]
    return word in FINITE or (len(word) > 4 and word.endswith(("en", "t", "d")) and not p.capitalised(i))
