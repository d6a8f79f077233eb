"""Who speaks: the subject of a reporting verb, and the phrase that begins at a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.document import Referent
from ingest.languages.nl.clauses import (
    clause_start,
    is_abbreviation,
    is_document,
    is_verb,
    mentions_document,
    words_span,
)
from ingest.languages.nl.cues import SUBJECT_REACH, Cue
from ingest.languages.nl.roles import role
from ingest.languages.nl.words import (
    ADVERBS,
    BEFORE_SUBJECT,
    COMPLEMENTISERS,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    MAY_FOLLOW_SOURCE,
    MEDIA,
    NEGATIONS,
    NEVER,
    NO_NOUN,
    NO_PHRASE_OPENS_WITH,
    PARTICLES,
    PASSIVES,
    PREPOSITIONS,
    PUNCTUATION,
    QUANTIFIERS,
    SAYINGS,
    SUBJECT_PRONOUNS,
    TIMES,
)
from ingest.passage import QUOTE, Finding, Origin, Passage

# How far, in characters, a name is looked for elsewhere: a news article is some 3,000 long.
_NEAR = 4_000
# After these a noun phrase goes on, whatever follows: "van vorig jaar", "een zeer oude".
_HOLDS_ON = PREPOSITIONS | DETERMINERS | ADVERBS
_GENITIVES = ("'s", "’s")
_GOES_ON = re.compile(r"-|['’](?:s|er|ers|ster)\b")
# Prepositions with which it is said to or through whom something is said, and when.
_TO_WHOM = frozenset(["tegen", "tegenover", "via", "tijdens", "na"])


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


def finding(clause: Clause, content: tuple[int, int] | None) -> Iterator[Finding]:
    """Give the finding, if there is content."""
    if content:
        yield Finding(clause.source.origin, clause.cue, (content,), cites=clause.source.cites)


def after_verb(cue: Cue, source: Subject) -> int:
    """Return the index of the first word after a verb, its particle, and its subject if that follows it."""
    return max(cue.end, source.stop if source.inverted else 0)


def subject(p: Passage, cue: Cue) -> Subject | None:
    """Return the subject of a reporting verb, or None where there is none that can speak."""
    i = cue.anchor
    if cue.verb.form == "participle" and p.words[i] in PASSIVES:
        return _agent(p, i, cue)
    before = _subject_before(p, i)
    after = subject_after(p, i + 1)
    if before is not None and before.known and not (after and after.known and _closes_clause(p, before, i)):
        return before
    if after is not None and (after.known or before is None or before.stop == before.first + 1):
        return after
    return before or _shared_subject(p, i)


def _closes_clause(p: Passage, before: Subject, i: int) -> bool:
    """Whether a comma before the verb at word `i` closes a clause with a verb of its own: "..., zegt hij"."""
    return p.words[i - 1] == "," and any(is_verb(p, k) for k in range(before.stop, i - 1))


def subject_after(p: Passage, i: int) -> Subject | None:
    """Return the noun phrase that begins at word `i` or after a few adverbs."""
    while i < len(p.words) and p.words[i] in ADVERBS and i not in p.referents:
        i += 1
    return noun_phrase(p, i, inverted=True)


def object_pronoun(p: Passage, i: int) -> Subject | None:
    """Return the source of "volgens hem": a pronoun that can be no subject."""
    referent = p.referents.get(i)
    if referent is None and i < len(p.words) and p.words[i] in ("hem", "hen"):
        return Subject(words_span(p, i, i + 1), i, i + 1, True)
    return Subject(referent, i, p.after(referent), True) if referent else None


def phrase_after(p: Passage, indices: Iterable[int], words: Iterable[str]) -> Subject | None:
    """Return the first source that stands after one of `words`, looking at `indices` in order."""
    wanted = frozenset(words)
    found = (noun_phrase(p, k + 1, inverted=True) for k in indices if p.words[k] in wanted)
    return next((source for source in found if source), None)


def _subject_before(p: Passage, i: int) -> Subject | None:
    """Return the subject that opens the clause in which word `i` is the verb."""
    relative = _antecedent(p, i)
    if relative is not None:
        return relative
    if i > 1 and p.words[i - 1] == "die" and p.words[i - 2] not in PUNCTUATION:
        # "mensen die vrezen dat": whoever stands right before it, and nobody else in the sentence.
        at = next((k for k in range(i - 2, max(-1, i - 8), -1) if k in p.referents), None)
        if at is None or p.after(p.referents[at]) != i - 1:
            return None
        return _of_referent(p, p.referents[at], at, False)
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
    """Return who "die" or "dat" stands for in "Kolthof, die zegt dat"; "dat" is for what is no person."""
    for j in range(i - 1, max(0, i - 5), -1):
        if p.words[j] in ("die", "dat") and p.words[j - 1] == ",":
            before = (k for k in range(j - 2, max(-1, j - SUBJECT_REACH), -1) if k in p.referents)
            found = next((k for k in before if p.after(p.referents[k]) <= j), None)
            if found is None or (p.words[j] == "dat" and p.referents[found].kind == "person"):
                return None
            return _of_referent(p, p.referents[found], found, False)
        # "dat in 2017 oordeelde": a year may stand between.
        if p.words[j] not in ADVERBS and p.words[j] != "in" and not p.words[j].isdigit():
            return None
    return None


def _shared_subject(p: Passage, i: int) -> Subject | None:
    """Return the subject of the sentence for a verb after "en" or "maar" that has none of its own."""
    return noun_phrase(p, 0) if i and p.words[i - 1] in CONJUNCTIONS else None


def _agent(p: Passage, i: int, cue: Cue) -> Subject | None:
    """Return who did it in a passive: "is door het Bureau berekend dat", "in het rapport wordt gesteld"."""
    stop = min(len(p.words) - 1, cue.end + 6)
    # What stands after a comma is of another clause: "Fraude wordt vermoed, blijkt uit een rapport".
    stop = next((k for k in range(cue.end, stop) if p.words[k] == ","), stop)
    for j in (*range(i, stop), *range(clause_start(p, i), i)):
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
    if head is None and (named := _named_after(p, stop)) is not None:
        return Subject(named, i, p.after(named), inverted)
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


def _named_after(p: Passage, stop: int) -> Referent | None:
    """Return whose name is put after a role: "de directeur van het bureau, Mirjam Kolthof, zegt"."""
    # "een van de bezoekers, de 67-jarige Kolthof": an age may stand before the name.
    at = next((k for k in range(stop + 1, min(len(p.words), stop + 4)) if k in p.referents), None)
    between = p.words[stop + 1 : at] if at is not None else []
    if (
        p.words[stop : stop + 1] != [","]
        or at is None
        or any(w != "de" and "-jarige" not in w for w in between)
    ):
        return None
    named = p.referents[at]
    end = p.after(named)
    closed = end >= len(p.words) or p.words[end] in PUNCTUATION
    return named if closed and named.kind == "person" and named.form in ("name", "surname") else None


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

    In "NAM-medewerker", "CDA'er" and "Lotte's buurman" whoever is named is no source.
    """
    referent = p.referents.get(i)
    if referent is None or _GOES_ON.match(p.text, referent.span.end) or _is_genitive(p, referent):
        return None
    return referent


def _is_genitive(p: Passage, referent: Referent) -> bool:
    """Whether a name in the genitive only says whose somebody is: "Lotte's buurman"."""
    after = p.after(referent)
    following = p.words[after] if after < len(p.words) and not p.capitalised(after) else ""
    if referent.kind != "person" or not following.isalpha():
        return False
    return referent.span.text.endswith(_GENITIVES) or (
        # "Kolthofs buurman": a name with an "s" it has not elsewhere, or a role that must be somebody's.
        referent.span.text.endswith("s") and role(following) is not None
    )


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
        if following and p.capitalised(i + 1):
            return True
        return (i + 1 in p.referents or following.isalpha()) and following not in NO_NOUN
    if p.words[i] in ("dat", "dit") and i + 1 < len(p.words) and is_document(p.words[i + 1]):
        return True
    if p.words[i] == QUOTE or p.words[i] in NEVER:
        return False
    # A capital within the sentence is a name, whatever the word: "zegt Van Eik".
    if i and p.capitalised(i):
        return True
    return p.words[i] not in NO_PHRASE_OPENS_WITH or (p.capitalised(i) and p.words[i] in FINITE)


def _phrase(p: Passage, i: int) -> tuple[int, list[tuple[int, Referent]]]:
    """Return where the noun phrase ends that begins at word `i`, and the referents within it."""
    inside: list[tuple[int, Referent]] = []
    reach = min(len(p.words), i + SUBJECT_REACH)
    j = i
    while j < reach:
        word = p.words[j]
        referent = _referent_at(p, j)
        if referent is not None:
            inside.append((j, referent))
            j = max(j + 1, p.after(referent))
            continue
        if word == QUOTE and j > i and j + 1 in p.referents:
            # "de Twentse 'watermeester' Kolthof": a word held at a distance, and the name after it.
            j += 1
            continue
        if word == QUOTE or (word in PUNCTUATION and not is_abbreviation(p, j)):
            break
        if word in CONJUNCTIONS and not _joins_roles(p, j):
            break
        if j > i and _opens_another(p, j):
            break
        if j > i and (word in COMPLEMENTISERS or (word in FINITE and not p.capitalised(j))):
            break
        j += 1
    return min(j, len(p.words)), inside


def _opens_another(p: Passage, j: int) -> bool:
    """Whether word `j` is no more of the noun phrase before it: "zijn manager geen", "de politie op X"."""
    word, before = p.words[j], p.words[j - 1]
    if word in DETERMINERS or word in NEVER or word in ADVERBS or word in NEGATIONS:
        return before not in _HOLDS_ON
    if word in PARTICLES and (j + 1 == len(p.words) or p.words[j + 1] in MAY_FOLLOW_SOURCE):
        # "legt de coureur uit op zijn website", "voegt de speelster toe."
        return True
    if word in _TO_WHOM or (word in QUANTIFIERS and before not in _HOLDS_ON):
        return True
    if word.isalpha() and word not in PREPOSITIONS and not p.capitalised(j) and _is_whole_name(p, j - 1):
        return True
    following = p.words[j + 1 : j + 3]
    return word in ("op", "in") and any(w in MEDIA or w in DOCUMENTS for w in following)


def _is_whole_name(p: Passage, j: int) -> bool:
    """Whether word `j` is a name, after which no noun follows as after "Haagse" and "VN"."""
    written = p.text[p.starts[j] : p.ends[j]]
    named = p.capitalised(j) and not written.isupper() and "-" not in written
    return named and not written.endswith(("e", "s")) and p.words[j - 1] in DETERMINERS


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
        return first + 1 < stop and p.capitalised(first + 1)
    if p.words[first] in DETERMINERS and any(
        k in p.referents and p.referents[k].form == "group" for k in range(first, stop)
    ):
        # "Twee van de drie ouders."
        return True
    head = next((k for k in range(first, stop) if p.words[k] in PREPOSITIONS), stop) - 1
    if head == first:
        return p.words[head].endswith(("en", "s")) or _is_name(p, first)
    return head > first or p.capitalised(first)


def _is_name(p: Passage, i: int) -> bool:
    """Whether a word is written with a capital where no sentence begins, here or near in the text."""
    if not p.capitalised(i):
        return False
    word = p.text[p.starts[i] : p.ends[i]]
    near = p.text[max(0, p.start - _NEAR) : p.end + _NEAR]
    return i > 0 or re.search(rf"[a-zà-ÿ,] {re.escape(word)}\b", near) is not None


def _of_referent(p: Passage, referent: Referent, first: int, inverted: bool) -> Subject | None:
    if referent.form == "pronoun" and referent.span.text.lower().split()[0] not in SUBJECT_PRONOUNS:
        return None
    cites = (referent,) if referent.kind == "institution" else ()
    return Subject(referent, first, p.after(referent), inverted, cites)
