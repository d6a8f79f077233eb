"""How Dutch clauses are built, as far as it takes to see who says what.

Nothing here parses: each function looks at a few words around a cue. Words are addressed by their index in
a `Passage`; a stretch of words is a pair of indices, end exclusive.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from ingest.document import Referent
from ingest.languages.nl import reporting
from ingest.languages.nl.reporting import Verb
from ingest.passage import QUOTE, Origin, Passage

# How far from its verb a subject, a particle or a clause is looked for, in words. News sentences have
# some twenty words; a longer stretch belongs to something else.
_REACH = 24
_SUBJECT_REACH = 14

PUNCTUATION = frozenset(".,;:?!…()[]–—\"'“”„‘’«»/")
_STOPS = frozenset(".;:?!…")
_DASHES = frozenset("-–—")
_GOING_ON = frozenset(["en", "maar", "want", "al"])


@functools.cache
def lexicon(name: str) -> frozenset[str]:
    """Return one list of `lexicon/sources.toml`."""
    text = resources.files(__package__).joinpath("lexicon", "sources.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])


NEVER = lexicon("never")
DOCUMENTS = lexicon("documents")
PREPOSITIONS = lexicon("prepositions")
CONJUNCTIONS = lexicon("conjunctions")
SUBORDINATORS = lexicon("subordinators")
COMPLEMENTISERS = lexicon("complementisers")
_SAYINGS = lexicon("sayings")
ABBREVIATIONS = reporting.words("abbreviations")
_TIMES = frozenset(
    "geleden jaar jaren maand maanden week weken dag dagen uur uren minuten tijd keer moment ochtend middag avond".split()
)
AUXILIARIES = lexicon("auxiliaries")
PASSIVES = lexicon("passives")
MODALS = lexicon("modals")
ADVERBS = reporting.words("adverbs")
_DETERMINERS = frozenset(
    "de het een deze die dit dat zijn haar hun onze elke iedere enkele sommige veel meer verschillende diverse twee "
    "drie vier vijf zes tal beide alle andere".split()
)
# Adverbs that belong to the subject after them: "Ook Kolthof zegt".
_FOCUS = frozenset(["ook", "zelfs", "alleen", "juist", "vooral"])
_SUBJECT_PRONOUNS = frozenset(["hij", "zij", "ze", "ie", "die", "deze"])


@functools.cache
def finite_forms() -> frozenset[str]:
    """Return the finite verb forms that are known, reporting or not."""
    forms = {form for form, found in reporting.verbs().items() if any(v.form == "finite" for v in found)}
    return reporting.words("finite_verbs") | forms


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


def cues(p: Passage) -> Iterator[Cue]:
    """Give the reporting verbs of a sentence, of those that share a form the one whose particle is there."""
    table = reporting.verbs()
    for i, word in enumerate(p.words):
        found = [cue for verb in table.get(word, ()) if (cue := _cue(p, i, verb))]
        if found:
            found.sort(key=lambda cue: -len(cue.verb.particle))
            longest = len(found[0].verb.particle)
            yield from (cue for cue in found if len(cue.verb.particle) == longest)


def _cue(p: Passage, i: int, verb: Verb) -> Cue | None:
    if verb.form == "participle":
        first = i - len(verb.particle)
        if first < 0 or tuple(p.words[first:i]) != verb.particle:
            return None
        anchor = _auxiliary(p, first, i)
        return None if anchor is None else Cue(verb, first, i + 1, i + 1, anchor)
    if verb.form == "joined":
        return Cue(verb, i, i + 1, i + 1, i)
    if verb.plural and _is_infinitive(p, i):
        return None
    if not verb.particle:
        return Cue(verb, i, i + 1, i + 1, i)
    at = _particle(p, i + 1, verb.particle)
    if at is None:
        return None
    end = at + len(verb.particle)
    return Cue(verb, i, end if at == i + 1 else i + 1, end, i)


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
        if p.words[j] in _STOPS or p.words[j] == QUOTE:
            return None
    return i + 1 if i + 1 < len(p.words) and p.words[i + 1] in AUXILIARIES else None


def _is_infinitive(p: Passage, i: int) -> bool:
    """Whether a form in -en is no plural: after "te", or after a modal verb in its clause."""
    if i and p.words[i - 1] == "te":
        return not any(word in ("weet", "weten", "wist", "wisten") for word in p.words[max(0, i - 6) : i])
    if not p.words[i].endswith("n"):
        return False
    for j in range(i - 1, max(-1, i - _SUBJECT_REACH), -1):
        if p.words[j] in MODALS:
            return True
        if p.words[j] in PUNCTUATION or p.words[j] in CONJUNCTIONS:
            return False
    return False


def subject(p: Passage, cue: Cue) -> Subject | None:
    """Return the subject of a reporting verb, or None where there is none that can speak."""
    i = cue.anchor
    if cue.verb.form == "participle" and p.words[i] in PASSIVES:
        return _agent(p, i, cue)
    before = subject_before(p, i)
    if before is not None and isinstance(before.origin, Referent):
        return before
    after = subject_after(p, i + 1)
    if after is not None and (isinstance(after.origin, Referent) or before is None):
        return after
    return before or shared_subject(p, i)


def _agent(p: Passage, i: int, cue: Cue) -> Subject | None:
    """Return who did it in a passive: "is door het Bureau berekend dat", "in het rapport wordt gesteld"."""
    for j in (*range(i, min(len(p.words) - 1, cue.end + 6)), *range(clause_start(p, i), i)):
        if p.words[j] in ("door", "in", "uit"):
            agent = noun_phrase(p, j + 1, inverted=True)
            if agent and (p.words[j] == "door" or mentions_document(p, agent.first, agent.stop)):
                return agent
    return None


def mentions_document(p: Passage, first: int, stop: int) -> bool:
    """Whether these words name a study, report or other document."""
    return any(word in DOCUMENTS for word in p.words[first:stop])


def subject_after(p: Passage, i: int) -> Subject | None:
    """Return the noun phrase that begins at word `i` or after a few adverbs."""
    while i < len(p.words) and p.words[i] in ADVERBS and i not in p.referents:
        i += 1
    return noun_phrase(p, i, inverted=True)


def noun_phrase(p: Passage, i: int, inverted: bool = False) -> Subject | None:
    """Return the source that the words from `i` on name: a referent, or a phrase that nobody is known by.

    A role before a name ("hoogleraar volkshuisvesting Marja Kolthof") leads to the name. A name inside a
    phrase ("de buurvrouw van Kolthof") does not: the source is the phrase. An institution inside one is
    cited, and is itself the source where the phrase is a document ("onderzoek van het Bureau"). What
    is called a saying ("het oordeel van Kolthof") is whose it is.
    """
    if i >= len(p.words) or not _can_open(p, i):
        return None
    if (referent := referent_at(p, i)) is not None and not _is_document(p, referent, i):
        return _of_referent(p, referent, i, inverted)
    stop, inside = _phrase(p, i)
    if stop == i:
        return None
    attributive = i + 1 < stop and p.words[i + 1] in PREPOSITIONS and p.words[i] in _DETERMINERS
    for j, referent in inside:
        preposition = next((k for k in range(i, j) if p.words[k] in PREPOSITIONS), None)
        apposed = p.words[j - 1] not in PREPOSITIONS and p.words[j - 1] not in _DETERMINERS
        if preposition is None or (attributive and apposed):
            return _of_referent(p, referent, i, inverted)
        if any(word in _SAYINGS for word in p.words[i:preposition]):
            return _of_referent(p, referent, i, inverted)
    cites = tuple(referent for _, referent in inside if referent.kind == "institution")
    if cites and mentions_document(p, i, stop):
        return Subject(cites[0], i, max(stop, p.after(cites[0])), inverted, cites)
    if (referent := referent_at(p, i)) is not None:
        return _of_referent(p, referent, i, inverted)
    if any(word in _TIMES for word in p.words[i:stop]) and not inverted:
        return None
    return Subject((p.starts[i], p.ends[stop - 1]), i, stop, inverted, cites)


def referent_at(p: Passage, i: int) -> Referent | None:
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
    word = p.words[i]
    if i in p.referents:
        return True
    following = p.words[i + 1] if i + 1 < len(p.words) else ""
    if word in ("het", "dat", "dit"):
        # An article or a demonstrative if a noun follows, else a pronoun that names nobody.
        return (i + 1 in p.referents or following.isalpha()) and not (
            following in finite_forms() or following in ADVERBS or following in PREPOSITIONS or following in NEVER
            or following in COMPLEMENTISERS
        )
    if word in NEVER or word in PUNCTUATION or word in PREPOSITIONS or word in CONJUNCTIONS or word == QUOTE:
        return False
    if word in ADVERBS or word in SUBORDINATORS:
        return False
    return p.capitalised(i) or word not in finite_forms() - _DETERMINERS


def _phrase(p: Passage, i: int) -> tuple[int, list[tuple[int, Referent]]]:
    """Return where the noun phrase ends that begins at word `i`, and the referents within it."""
    inside: list[tuple[int, Referent]] = []
    reach = min(len(p.words), i + _SUBJECT_REACH)
    j = i
    while j < reach:
        word = p.words[j]
        if (referent := referent_at(p, j)) is not None:
            inside.append((j, referent))
            j = max(j + 1, p.after(referent))
            continue
        if word == QUOTE or (word in PUNCTUATION and not _is_abbreviation(p, j)):
            break
        if j > i and word in COMPLEMENTISERS or word in CONJUNCTIONS and not _joins(p, j):
            break
        if j > i and word in finite_forms() and not p.capitalised(j):
            break
        j += 1
    return min(j, len(p.words)), inside


def _is_abbreviation(p: Passage, j: int) -> bool:
    return p.words[j] == "." and j > 0 and p.words[j - 1] in ABBREVIATIONS


def _joins(p: Passage, j: int) -> bool:
    """Whether "en" joins two roles of one person: "arts en onderzoeker Mirjam Kolthof"."""
    return p.words[j] == "en" and any(k in p.referents for k in range(j + 1, j + 6)) and not any(
        word in finite_forms() or word in PUNCTUATION for word in p.words[j + 1 : j + 3]
    )


def _of_referent(p: Passage, referent: Referent, first: int, inverted: bool) -> Subject | None:
    if referent.form == "pronoun" and referent.span.text.lower() not in _SUBJECT_PRONOUNS:
        return None
    stop = p.after(referent)
    return Subject(referent, first, stop, inverted, (referent,) if referent.kind == "institution" else ())


def subject_before(p: Passage, i: int) -> Subject | None:
    """Return the subject that opens the clause in which word `i` is the verb."""
    relative = _antecedent(p, i)
    if relative is not None:
        return relative
    start = clause_start(p, i)
    while start < i and start not in p.referents and p.words[start] in CONJUNCTIONS | _FOCUS:
        start += 1
    if start >= i:
        return None
    found = noun_phrase(p, start)
    if found is None or found.stop > i:
        return None
    if isinstance(found.origin, Referent):
        return found
    # A phrase that is no known referent must run up to the verb: otherwise its head is not known.
    gap = p.words[found.stop : i]
    return found if all(word in ADVERBS for word in gap) else None


def _antecedent(p: Passage, i: int) -> Subject | None:
    """Return who "die" stands for in "Kolthof, die zegt dat"."""
    for j in range(i - 1, max(0, i - 5), -1):
        if p.words[j] == "die" and p.words[j - 1] == ",":
            for k in range(j - 2, max(-1, j - _SUBJECT_REACH), -1):
                if k in p.referents and p.after(p.referents[k]) <= j:
                    return _of_referent(p, p.referents[k], k, False)
            return None
        if p.words[j] not in ADVERBS:
            return None
    return None


def clause_start(p: Passage, i: int) -> int:
    """Return the first word of the clause that word `i` stands in."""
    for j in range(i - 1, -1, -1):
        word = p.words[j]
        if word in _STOPS and not _is_abbreviation(p, j) or word in (QUOTE, "–", "—"):
            return j + 1
        if word in CONJUNCTIONS and j and (p.words[j - 1] == "," or j == i - 1 or _joins_clauses(p, j)):
            return j + 1
        if word in SUBORDINATORS and j < i - 1:
            return j + 1
    return 0


def _joins_clauses(p: Passage, j: int) -> bool:
    """Whether "en" without a comma joins clauses: the one before it has a verb of its own."""
    return (j + 1 in p.referents or p.words[j + 1] in _DETERMINERS) and any(
        word in finite_forms() and k not in p.referents for k, word in enumerate(p.words[:j])
    )


def shared_subject(p: Passage, i: int) -> Subject | None:
    """Return the subject of the sentence for a verb after "en" or "maar" that has none of its own."""
    if i and p.words[i - 1] in CONJUNCTIONS:
        return noun_phrase(p, 0)
    return None


def complement(p: Passage, i: int) -> int | None:
    """Return the index of the "dat", "of" or question word with which the reported clause opens."""
    commas = 0
    for j in range(i, min(len(p.words), i + _REACH)):
        word = p.words[j]
        if word in COMPLEMENTISERS and j not in p.referents:
            before = p.words[j - 1]
            if before in CONJUNCTIONS or before in PREPOSITIONS:
                return None
            # After one comma it is a relative clause; a second one has closed what was put in between.
            return None if before == "," and commas < 2 else j
        commas += word == ","
        if word in _STOPS and not _is_abbreviation(p, j) or word == QUOTE:
            return None
        if word in AUXILIARIES or (word in CONJUNCTIONS and p.words[j - 1] == ","):
            return None
    return None


def clause_end(p: Passage, start: int) -> int:
    """Return where the clause that begins at word `start` ends: an index, end exclusive.

    That is the end of the sentence, unless the report is over before: at a dash that was opened before
    it, at "en" or "maar" with a finite verb that goes on with the reporting clause, at a further report.
    """
    last = content_stop(p)
    in_dashes = any(word in _DASHES for word in p.words[:start])
    for j in range(start + 2, last - 1):
        word = p.words[j]
        if word == ";" or (word == ":" and p.words[j + 1] == QUOTE) or (in_dashes and word in _DASHES):
            return j
        if word in _GOING_ON and _ends_report(p, j, last):
            return j
    return last


def _ends_report(p: Passage, j: int, last: int) -> bool:
    """Whether "en", "maar" or "al" at word `j` leads back from what is reported to who reports it."""
    if j + 2 >= last:
        return False
    comma = p.words[j - 1] == ","
    following, second = p.words[j + 1], p.words[j + 2]
    verb = following in finite_forms() and not p.capitalised(j + 1)
    if p.words[j] == "al":
        return comma and following in reporting.verbs()
    if second in ("hij", "zij", "ze") and following.isalpha() and following not in NEVER | ADVERBS | COMPLEMENTISERS:
        return True
    if comma:
        return verb or (following in ("hij", "zij", "ze") and second in finite_forms())
    # Two infinitives may be joined by "en" ("geven en nemen"); a singular verb after it begins anew.
    singular = following in AUXILIARIES or following in MODALS or not following.endswith("en")
    return verb and singular and _ends_verb(p, j - 1)


def _ends_verb(p: Passage, i: int) -> bool:
    """Whether word `i` looks like the verb at the end of a subordinate clause."""
    word = p.words[i]
    return word in finite_forms() or (len(word) > 4 and word.endswith(("en", "t", "d")) and not p.capitalised(i))


def content_stop(p: Passage) -> int:
    """Return the index after the last word of the sentence, its final punctuation left out."""
    stop = len(p.words)
    while stop and p.words[stop - 1] in (".", "…"):
        stop -= 1
    return stop


def span(p: Passage, first: int, stop: int) -> tuple[int, int] | None:
    """Return the characters of words `first:stop`, without commas and colons at either end."""
    while first < stop and p.words[first] in (",", ":", ";"):
        first += 1
    while stop > first and p.words[stop - 1] in (",", ":", ";", "–", "—"):
        stop -= 1
    return (p.starts[first], p.ends[stop - 1]) if stop > first else None
