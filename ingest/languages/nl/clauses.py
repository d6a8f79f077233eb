"""How Dutch clauses are built, as far as it takes to see who says what.

Nothing here parses: each function looks at a few words around a cue. Words are addressed by their index in
a `Passage`; a stretch of words is a pair of indices, end exclusive.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Referent
from ingest.languages.nl.reporting import Verb
from ingest.languages.nl.words import (
    ABBREVIATIONS,
    ADVERBS,
    AUXILIARIES,
    BEFORE_SUBJECT,
    COMPLEMENTISERS,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    MAYBE_INFINITIVE,
    MODALS,
    NEVER,
    NO_ELIDED_SUBJECT,
    NO_NOUN,
    NO_PHRASE_OPENS_WITH,
    PASSIVES,
    PREPOSITIONS,
    PUNCTUATION,
    RELATIVES,
    SAYINGS,
    STOPS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIMES,
    VERBS,
)
from ingest.passage import QUOTE, Origin, Passage

# How far from its verb a clause, a subject or a particle is looked for, in words. News sentences have some
# twenty words; what is further off belongs to something else.
_REACH = 24
_SUBJECT_REACH = 14

_GOING_ON = frozenset(["en", "maar", "want", "al"])


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


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does what the verb says: `first:stop` are its words; `inverted` if it stands after the verb."""

    origin: Origin
    first: int
    stop: int
    inverted: bool
    cites: tuple[Referent, ...] = ()

    @property
    def known(self) -> bool:
        """Whether it is a referent, and not only a phrase that may be a source."""
        return isinstance(self.origin, Referent)


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause: its source, the characters of its cue, and the index of the word after it."""

    source: Subject
    cue: tuple[int, int]
    end: int


# --- words and spans -----------------------------------------------------------------------------------


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


def cue_span(p: Passage, cue: Cue) -> tuple[int, int]:
    """Return the characters of a reporting verb, with its particle if that follows it directly."""
    return words_span(p, cue.first, cue.stop)


def inside_quote(p: Passage, i: int) -> tuple[int, int]:
    """Return the characters of the quotation at word `i`, without its marks."""
    return (p.quotes[i].start, p.quotes[i].end)


def is_speech(p: Passage, i: int) -> bool:
    """Whether a quotation has three words or ends as a sentence does, so that somebody may have said it."""
    said = p.text[p.quotes[i].start : p.quotes[i].end]
    return said[-1] in ".!?…" or said.count(" ") >= 2


def content_stop(p: Passage) -> int:
    """Return the index after the last word of the sentence, its full stop left out."""
    stop = len(p.words)
    while stop and p.words[stop - 1] in (".", "…"):
        stop -= 1
    return stop


def mentions_document(p: Passage, first: int, stop: int) -> bool:
    """Whether these words name a study, report or other document."""
    return any(word in DOCUMENTS for word in p.words[first:stop])


def _is_abbreviation(p: Passage, j: int) -> bool:
    return p.words[j] == "." and j > 0 and p.words[j - 1] in ABBREVIATIONS


def _stops(p: Passage, j: int) -> bool:
    """Whether word `j` is punctuation that ends a clause for good, or a quotation."""
    return p.words[j] == QUOTE or (p.words[j] in STOPS and not _is_abbreviation(p, j))


# --- cues ----------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=4)
def cues(p: Passage) -> tuple[Cue, ...]:
    """Return the reporting verbs of a sentence; of those that share a form, that whose particle is there."""
    found: list[Cue] = []
    for i, word in enumerate(p.words):
        if word in VERBS:
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
    for i in range(start, min(len(p.words), start + _SUBJECT_REACH)):
        word = p.words[i]
        if word == particle[0] and tuple(p.words[i : i + len(particle)]) == particle:
            return i
        if word in PUNCTUATION or word in ("dat", QUOTE):
            return None
    return None


def _auxiliary(p: Passage, first: int, i: int) -> int | None:
    """Return the finite auxiliary of a participle: before it in its clause, or right after it."""
    for j in range(first - 1, max(-1, first - _REACH), -1):
        if p.words[j] in AUXILIARIES:
            return j
        if _stops(p, j):
            return None
    return i + 1 if i + 1 < len(p.words) and p.words[i + 1] in AUXILIARIES else None


def _is_infinitive(p: Passage, i: int) -> bool:
    """Whether a form in -en is no plural: after "te", or after a modal verb in its clause."""
    if i and p.words[i - 1] == "te":
        # "Zij wisten te melden dat" reports; "om te melden dat" does not.
        return not any(word in ("weet", "weten", "wist", "wisten") for word in p.words[max(0, i - 6) : i])
    if not p.words[i].endswith("n"):
        return False
    for j in range(i - 1, max(-1, i - _SUBJECT_REACH), -1):
        if p.words[j] in MODALS:
            return True
        if p.words[j] in PUNCTUATION or p.words[j] in CONJUNCTIONS:
            return False
    return False


# --- sources -------------------------------------------------------------------------------------------


def subject(p: Passage, cue: Cue) -> Subject | None:
    """Return the subject of a reporting verb, or None where there is none that can speak."""
    i = cue.anchor
    if cue.verb.form == "participle" and p.words[i] in PASSIVES:
        return _agent(p, i, cue)
    before = _subject_before(p, i)
    if before is not None and before.known:
        return before
    after = subject_after(p, i + 1)
    if after is not None and (after.known or before is None):
        return after
    return before or _shared_subject(p, i)


def subject_after(p: Passage, i: int) -> Subject | None:
    """Return the noun phrase that begins at word `i` or after a few adverbs."""
    while i < len(p.words) and p.words[i] in ADVERBS and i not in p.referents:
        i += 1
    return noun_phrase(p, i, inverted=True)


def object_pronoun(p: Passage, i: int) -> Subject | None:
    """Return the source of "volgens hem": a pronoun that can be no subject."""
    referent = p.referents.get(i)
    return Subject(referent, i, p.after(referent), True) if referent else None


def _subject_before(p: Passage, i: int) -> Subject | None:
    """Return the subject that opens the clause in which word `i` is the verb."""
    relative = _antecedent(p, i)
    if relative is not None:
        return relative
    start = clause_start(p, i)
    while start < i and start not in p.referents and p.words[start] in BEFORE_SUBJECT:
        start += 1
    found = noun_phrase(p, start) if start < i else None
    if found is None or found.stop > i:
        return None
    # A phrase that is no known referent must run up to the verb: otherwise its head is not known.
    if not found.known and any(word not in ADVERBS for word in p.words[found.stop : i]):
        return None
    return found


def _antecedent(p: Passage, i: int) -> Subject | None:
    """Return who "die" stands for in "Kolthof, die zegt dat"."""
    for j in range(i - 1, max(0, i - 5), -1):
        if p.words[j] == "die" and p.words[j - 1] == ",":
            before = (k for k in range(j - 2, max(-1, j - _SUBJECT_REACH), -1) if k in p.referents)
            found = next((k for k in before if p.after(p.referents[k]) <= j), None)
            return None if found is None else _of_referent(p, p.referents[found], found, False)
        if p.words[j] not in ADVERBS:
            return None
    return None


def _shared_subject(p: Passage, i: int) -> Subject | None:
    """Return the subject of the sentence for a verb after "en" or "maar" that has none of its own."""
    return noun_phrase(p, 0) if i and p.words[i - 1] in CONJUNCTIONS else None


def _agent(p: Passage, i: int, cue: Cue) -> Subject | None:
    """Return who did it in a passive: "is door het Bureau berekend dat", "in het rapport wordt gesteld"."""
    for j in (*range(i, min(len(p.words) - 1, cue.end + 6)), *range(clause_start(p, i), i)):
        if p.words[j] in ("door", "in", "uit"):
            agent = noun_phrase(p, j + 1, inverted=True)
            if agent and (p.words[j] == "door" or mentions_document(p, agent.first, agent.stop)):
                return agent
    return None


def noun_phrase(p: Passage, i: int, inverted: bool = False) -> Subject | None:
    """Return the source that the words from `i` on name: a referent, or a phrase that nobody is known by.

    A role before a name ("hoogleraar volkshuisvesting Marja Kolthof") leads to the name. A name inside a
    phrase ("de buurvrouw van Kolthof") does not: the source is the phrase. An institution inside one is
    cited, and is itself the source where the phrase is a document ("onderzoek van het Bureau"). What
    is called a saying ("het oordeel van Kolthof") is whose it is.
    """
    if i >= len(p.words) or not _can_open(p, i):
        return None
    first = _referent_at(p, i)
    if first is not None and not _is_document(p, first, i):
        return _of_referent(p, first, i, inverted)
    stop, inside = _phrase(p, i)
    if stop == i:
        return None
    head = _head(p, i, stop, inside)
    if head is not None:
        return _of_referent(p, head, i, inverted)
    cites = tuple(referent for _, referent in inside if referent.kind == "institution")
    if cites and mentions_document(p, i, stop):
        return Subject(cites[0], i, max(stop, p.after(cites[0])), inverted, cites)
    if first is not None:
        return _of_referent(p, first, i, inverted)
    if not _can_speak(p, i, stop) or (not inverted and any(word in TIMES for word in p.words[i:stop])):
        return None
    return Subject(words_span(p, i, stop), i, stop, inverted, cites)


def _head(p: Passage, i: int, stop: int, inside: list[tuple[int, Referent]]) -> Referent | None:
    """Return the referent that the phrase `i:stop` is about, if one of those inside it is."""
    # "de aan de universiteit verbonden onderzoeker Kolthof": what stands before the noun is no head.
    attributive = i + 1 < stop and p.words[i + 1] in PREPOSITIONS and p.words[i] in DETERMINERS
    for j, referent in inside:
        preposition = next((k for k in range(i, j) if p.words[k] in PREPOSITIONS), None)
        if preposition is None:
            return referent if j > i else None
        apposed = p.words[j - 1] not in PREPOSITIONS and p.words[j - 1] not in DETERMINERS
        if (attributive and apposed) or any(word in SAYINGS for word in p.words[i:preposition]):
            return referent
    return None


def _referent_at(p: Passage, i: int) -> Referent | None:
    """Return the referent that begins at word `i`, unless it is only the first half of a longer word.

    In "NAM-medewerker" the NAM is part of a role, and no source.
    """
    referent = p.referents.get(i)
    if referent is None or p.text[referent.span.end : referent.span.end + 1] == "-":
        return None
    return referent


def _is_document(p: Passage, referent: Referent, i: int) -> bool:
    """Whether a referent is a study of nobody known, so that what follows may say whose it is."""
    return referent.kind == "unnamed" and mentions_document(p, i, p.after(referent))


def _can_open(p: Passage, i: int) -> bool:
    """Whether word `i` can be the first of a source."""
    if i in p.referents:
        return True
    if p.words[i] == "het":
        # An article if a noun follows, else a pronoun that names nobody.
        following = p.words[i + 1] if i + 1 < len(p.words) else ""
        return (i + 1 in p.referents or following.isalpha()) and following not in NO_NOUN
    if p.words[i] == QUOTE or p.words[i] in NEVER:
        return False
    # A capital within the sentence is a name, whatever the word: "zegt Van Eik".
    if i and p.capitalised(i):
        return True
    return p.words[i] not in NO_PHRASE_OPENS_WITH or (p.capitalised(i) and p.words[i] in FINITE)


def _phrase(p: Passage, i: int) -> tuple[int, list[tuple[int, Referent]]]:
    """Return where the noun phrase ends that begins at word `i`, and the referents within it."""
    inside: list[tuple[int, Referent]] = []
    reach = min(len(p.words), i + _SUBJECT_REACH)
    j = i
    while j < reach:
        word = p.words[j]
        referent = _referent_at(p, j)
        if referent is not None:
            inside.append((j, referent))
            j = max(j + 1, p.after(referent))
            continue
        if word == QUOTE or (word in PUNCTUATION and not _is_abbreviation(p, j)):
            break
        if word in CONJUNCTIONS and not _joins_roles(p, j):
            break
        if j > i and (word in COMPLEMENTISERS or (word in FINITE and not p.capitalised(j))):
            break
        j += 1
    return min(j, len(p.words)), inside


def _joins_roles(p: Passage, j: int) -> bool:
    """Whether "en" joins two roles of one person: "arts en onderzoeker Mirjam Kolthof"."""
    near = p.words[j + 1 : j + 3]
    return (
        p.words[j] == "en"
        and any(k in p.referents for k in range(j + 1, j + 6))
        and not any(word in FINITE or word in PUNCTUATION for word in near)
    )


def _can_speak(p: Passage, first: int, stop: int) -> bool:
    """Whether a phrase without a known referent may be a source: a document, or people, by its form."""
    if mentions_document(p, first, stop):
        return True
    if p.words[first] == "het":
        return False
    head = next((k for k in range(first, stop) if p.words[k] in PREPOSITIONS), stop) - 1
    if head == first:
        return p.words[head].endswith(("en", "s")) or (first > 0 and p.capitalised(first))
    return head > first or p.capitalised(first)


def _of_referent(p: Passage, referent: Referent, first: int, inverted: bool) -> Subject | None:
    if referent.form == "pronoun" and referent.span.text.lower() not in SUBJECT_PRONOUNS:
        return None
    cites = (referent,) if referent.kind == "institution" else ()
    return Subject(referent, first, p.after(referent), inverted, cites)


# --- where clauses begin and end -----------------------------------------------------------------------


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
        if (_stops(p, j) and not _is_apposed_quote(p, j)) or word in ("–", "—"):
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
    return any(p.words[k] in FINITE and k not in p.referents for k in range(max(0, j - _REACH), j))


def complement(p: Passage, i: int) -> int | None:
    """Return the index of the "dat", "of" or question word with which the reported clause opens."""
    commas = 0
    for j in range(i, min(len(p.words), i + _REACH)):
        word = p.words[j]
        if word in COMPLEMENTISERS and j not in p.referents:
            before = p.words[j - 1]
            if j > i and (before in CONJUNCTIONS or before in PREPOSITIONS):
                return None
            # After one comma it is a relative clause; a second one has closed what was put in between.
            return None if before == "," and commas < 2 else j
        commas += word == ","
        if _stops(p, j) or word in AUXILIARIES or (word in CONJUNCTIONS and p.words[j - 1] == ","):
            return None
        if not commas and j > i and is_verb(p, j):
            return None
    return None


def is_verb(p: Passage, j: int) -> bool:
    """Whether word `j` is a known finite verb, and no noun that is spelt like one ("de kosten")."""
    if p.words[j] not in FINITE or p.capitalised(j) or j in p.referents:
        return False
    return not j or (p.words[j - 1] not in DETERMINERS and p.words[j - 1] not in PREPOSITIONS)


def clause_end(p: Passage, start: int) -> int:
    """Return where the clause that begins at word `start` ends: an index, end exclusive.

    That is the end of the sentence, unless the report is over before: at a dash that was opened before
    it, at "en" or "maar" with a finite verb that goes on with the reporting clause, at a further report.
    """
    last = content_stop(p)
    # "Toen hij zei dat het lekte, lachte zij": the main clause begins with its verb after a comma.
    subordinate = p.words[0] in SUBORDINATORS
    in_dashes = any(word in DASHES for word in p.words[:start])
    for j in range(start + 2, last - 1):
        word = p.words[j]
        if word == ";" or (word == ":" and p.words[j + 1] == QUOTE) or (in_dashes and word in DASHES):
            return j
        if subordinate and word == "," and is_verb(p, j + 1):
            return j
        if word in _GOING_ON and _ends_report(p, j, last):
            return j
    return last


def _ends_report(p: Passage, j: int, last: int) -> bool:
    """Whether "en", "maar" or "al" at word `j` leads back from what is reported to who reports it."""
    if j + 2 >= last:
        return False
    comma = p.words[j - 1] == ","
    other = p.referents.get(j + 1)
    if comma and other is not None and any(word in VERBS for word in p.words[p.after(other) :][:1]):
        return True
    following, second = p.words[j + 1], p.words[j + 2]
    if p.words[j] == "al":
        return comma and following in VERBS
    if second in ("hij", "zij", "ze") and following.isalpha() and following not in NO_ELIDED_SUBJECT:
        return True
    verb = following in FINITE and not p.capitalised(j + 1)
    if p.words[j] == "maar" and ("niet", "alleen") in pairwise(p.words[max(0, j - 2 * _REACH) : j]):
        return False
    if comma:
        return verb or (following in ("hij", "zij", "ze") and second in FINITE)
    # Two infinitives may be joined by "en" ("geven en nemen"); a verb that is no infinitive begins anew.
    return verb and (
        p.words[j - 1] == QUOTE or (following not in MAYBE_INFINITIVE and _looks_like_final_verb(p, j - 1))
    )


def _looks_like_final_verb(p: Passage, i: int) -> bool:
    word = p.words[i]
    return word in FINITE or (len(word) > 4 and word.endswith(("en", "t", "d")) and not p.capitalised(i))


def documents_before(p: Passage, i: int) -> Iterator[int]:
    """Give the indices of words before `i` that name a document, nearest first."""
    return (k for k in range(i - 1, max(-1, i - 8), -1) if p.words[k] in DOCUMENTS)
