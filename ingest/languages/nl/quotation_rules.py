"""Quotations and the clauses that say whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Referent
from ingest.languages.nl.clauses import (
    clause_start,
    inside_quote,
    is_speech,
    is_verb,
    mentions_document,
    words_span,
)
from ingest.languages.nl.cues import Cue, cue_span, cues
from ingest.languages.nl.speaker_rules import person_in, speaker_before
from ingest.languages.nl.subjects import Clause, Subject, noun_phrase, object_pronoun, subject, subject_after
from ingest.languages.nl.words import (
    APPEARING,
    DETERMINERS,
    FINITE,
    HEARD,
    MARKERS,
    NO_VERB,
    PREPOSITIONS,
    RELATIVES,
    SAYINGS,
    STANDING,
)
from ingest.passage import QUOTE, Finding, Passage
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

_REPORTING = frozenset(["say", "quote", "ask", "judge", "perceive", "show"])
# Endings of a finite verb in the third person, with which nobody can be meant but who spoke.
_PAST_OR_PRESENT = ("t", "de", "te")
_CALLING = frozenset(["say", "quote", "ask"])


@rule(
    example='"[Het dak lekt al jaren]", zegt huisarts Mirjam Kolthof.',
    counter_example='Het "lekkende dak" kostte huisarts Mirjam Kolthof haar praktijk.',
)
def quote_before_clause(p: Passage) -> Iterator[Finding]:
    """A quotation, and after it who said it: "...", zegt Kolthof; "...", aldus Kolthof."""
    for i in p.quotes:
        clause = _clause_after(p, i)
        if clause is None:
            continue
        yield Finding(clause.source.origin, clause.cue, (_quoted_or_mixed(p, i),))
        for j in range(clause.end, len(p.words)):
            if p.words[j] == QUOTE and p.words[j - 1] in (",", ":") and is_speech(p, j):
                yield Finding(clause.source.origin, clause.cue, (inside_quote(p, j),), continued=True)


def _quoted_or_mixed(p: Passage, i: int) -> tuple[int, int]:
    """Return a quotation's content; where it ends a proposition ('Dat is "dom", zegt zij') all of that."""
    for j in range(i - 1, -1, -1):
        if p.words[j] == QUOTE:
            return inside_quote(p, i)
        if p.words[j] in ("–", "—") and j == i - 1:
            return inside_quote(p, i)
        if p.words[j] in (":", ";"):
            return inside_quote(p, i) if j == i - 1 else (p.starts[j + 1], p.quotes[i].outer_end)
    return (p.starts[0], p.quotes[i].outer_end) if i else inside_quote(p, i)


def _clause_after(p: Passage, i: int) -> Clause | None:
    """Return the reporting clause after the quotation at word `i`."""
    j = i + 1
    comma = j < len(p.words) and p.words[j] == ","
    j += comma
    # "...,” bromt Kolthof: the comma may stand inside the marks, where it is no word.
    comma = comma or "," in p.text[p.quotes[i].end : p.quotes[i].outer_end]
    if j >= len(p.words) or not (comma or i == 0 or p.words[j] in MARKERS):
        return None
    if p.words[j] == "zo" and j + 1 < len(p.words):
        j += 1
        if (named := p.referents.get(j)) is not None:
            return Clause(Subject(named, j, p.after(named), True), words_span(p, j - 1, j), p.after(named))
    if p.words[j] in MARKERS:
        source = subject_after(p, j + 1) or object_pronoun(p, j + 1)
        return Clause(source, words_span(p, j, j + 1), source.stop) if source else None
    if (heard := _heard_at(p, j)) is not None:
        return heard
    for cue in cues(p):
        if comma and cue.verb.form == "participle" and cue.anchor == j and cue.verb.kinds & _CALLING:
            source = subject_after(p, j + 1)
            if source and source.stop <= cue.first:
                return Clause(source, cue_span(p, cue), cue.end)
        if cue.first == j and cue.verb.form == "finite" and cue.verb.kinds & _REPORTING:
            source = subject_after(p, cue.first + 1) or subject_after(p, cue.end)
            if source and (comma or source.known or is_speech(p, i)):
                return Clause(source, cue_span(p, cue), max(source.stop, cue.end))
    if not comma or not is_speech(p, i):
        return None
    return _manner(p, j) or _unlisted_verb(p, j)


def _manner(p: Passage, j: int) -> Clause | None:
    """Return the clause of "is Kolthof stellig": a person, and how it is said."""
    if p.words[j] not in ("is", "was", "klinkt", "klonk", "toont", "toonde", "blijft", "bleef"):
        return None
    source = subject_after(p, j + 1)
    if source is None or not _is_person(source) or source.stop >= len(p.words):
        return None
    return Clause(source, words_span(p, j, j + 1), source.stop)


def _heard_at(p: Passage, j: int) -> Clause | None:
    """Return the clause of "klinkt het bij Kolthof" or "is te horen in kringen van Kolthof"."""
    if p.words[j] in ("luidt", "luidde", "is", "was") and (own := _own_saying(p, j)):
        return own
    phrase = next((phrase for phrase in HEARD if tuple(p.words[j : j + len(phrase)]) == phrase), None)
    if phrase is None:
        return None
    end = j + len(phrase)
    cue = words_span(p, j, end - (phrase[-1] == "het"))
    if p.words[end : end + 1] and p.words[end] in PREPOSITIONS:
        source = noun_phrase(p, end + 1, inverted=True)
        return Clause(source, cue, source.stop) if source else None
    speaker = speaker_before(p)
    return Clause(Subject(speaker.source, end, end, True), cue, end) if speaker else None


def _own_saying(p: Passage, j: int) -> Clause | None:
    """Return the clause of "luidt haar oordeel": the saying of whoever is speaking."""
    if j + 2 < len(p.words) and p.words[j + 1] in ("zijn", "haar", "hun") and p.words[j + 2] in SAYINGS:
        speaker = speaker_before(p)
        return (
            Clause(Subject(speaker.source, j + 3, j + 3, True), words_span(p, j, j + 1), j + 3)
            if speaker
            else None
        )
    return None


def _unlisted_verb(p: Passage, j: int) -> Clause | None:
    """Take any lower-case word between a quotation and a person for its verb: "...", sombert Kolthof."""
    word = p.words[j]
    if not word.isalpha() or p.capitalised(j) or word in NO_VERB | RELATIVES or j in p.referents:
        return None
    source = subject_after(p, j + 1)
    if source is None or (not source.known and p.words[source.first] not in DETERMINERS):
        return None
    if not _is_person(source) and not word.endswith(_PAST_OR_PRESENT):
        return None
    return Clause(source, words_span(p, j, j + 1), source.stop)


def _is_person(source: Subject) -> bool:
    return isinstance(source.origin, Referent) and source.origin.kind == "person"


@rule(
    example='Huisarts Mirjam Kolthof: "[Wij sluiten de deuren.]"',
    counter_example='Het nieuwe boek van huisarts Mirjam Kolthof heet: "Wij sluiten de deuren."',
)
def quote_after_colon(p: Passage) -> Iterator[Finding]:
    """A quotation after a colon, and before that who says it: Kolthof zegt: "..."; Kolthof: "..."."""
    for i in p.quotes:
        if i < 2 or p.words[i - 1] != ":":
            continue
        start = clause_start(p, i - 1)
        found = (
            _verb_before_colon(p, start, i)
            or _document_before_colon(p, start, i)
            or _marker_before_colon(p, start, i)
            # "Kolthof zegt over het dak en de kelder: ...": what looked like a clause has no verb of its own.
            or (start and not _has_verb(p, start, i) and _verb_before_colon(p, 0, i))
            or None
        )
        yield from (found,) if found else _name_before_colon(p, start, i)


def _has_verb(p: Passage, start: int, stop: int) -> bool:
    return any(is_verb(p, k) for k in range(start, stop))


def _verb_before_colon(p: Passage, start: int, i: int) -> Finding | None:
    for cue in reversed(cues(p)):
        if start <= cue.first < i - 1 and cue.verb.kinds & _REPORTING and (source := subject(p, cue)):
            return Finding(source.origin, cue_span(p, cue), (inside_quote(p, i),))
    return None


def _document_before_colon(p: Passage, start: int, i: int) -> Finding | None:
    """In het rapport staat: "..."; Uit het rapport blijkt: "..."."""
    for j in range(start, i - 1):
        wanted = "in" if p.words[j] in STANDING else "uit" if p.words[j] in APPEARING else None
        for k in range(start, i - 1) if wanted else ():
            source = noun_phrase(p, k + 1, inverted=True) if p.words[k] == wanted else None
            if source and mentions_document(p, source.first, source.stop):
                return Finding(
                    source.origin, words_span(p, j, j + 1), (inside_quote(p, i),), cites=source.cites
                )
    return None


def _marker_before_colon(p: Passage, start: int, i: int) -> Finding | None:
    """Volgens Kolthof is het te laat: "..."; what stands before the colon is a report of its own."""
    for j in range(start, i - 1):
        if p.words[j] == "volgens" and (source := subject_after(p, j + 1) or object_pronoun(p, j + 1)):
            return Finding(source.origin, words_span(p, j, j + 1), (inside_quote(p, i),), continued=True)
    return None


def _name_before_colon(p: Passage, start: int, i: int) -> Iterator[Finding]:
    if not is_speech(p, i):
        return
    source = noun_phrase(p, start)
    if source is None or not isinstance(source.origin, Referent):
        # "Onder hen was huisarts Mirjam Kolthof: ..."
        people = [r for _, r in sorted(p.referents.items()) if r.kind == "person"]
        last = next((r for r in people if p.after(r) == i - 1), None)
        if last is None and len({r.ref for r in people}) == 1:
            # "Daar sluit huisarts Mirjam Kolthof zich bij aan: ..."
            last = person_in(p)
        goes_on = p.last is not None and p.last.paragraph == p.paragraph and not _has_verb(p, start, i)
        if p.last and goes_on and not people:
            # "En dan, na een stilte: ..."
            yield Finding(p.last.source, p.last.cue, (inside_quote(p, i),), continued=True)
        if last is not None:
            bare = not any(is_verb(p, k) for k in range(start, i - 1))
            yield Finding(last, words_span(p, i - 1, i) if bare else None, (inside_quote(p, i),))
        return
    bare = not any(word in FINITE for word in p.words[source.stop : i - 1])
    if bare or source.origin.kind != "institution":
        cue = words_span(p, i - 1, i) if bare else None
        yield Finding(source.origin, cue, (inside_quote(p, i),))


@rule(
    example='Toen riep huisarts Mirjam Kolthof "[nu is het genoeg]" en zij liep weg.',
    counter_example='Huisarts Mirjam Kolthof bezocht het congres "Nu is het genoeg" en zij liep weg.',
)
def quote_after_verb(p: Passage) -> Iterator[Finding]:
    """A quotation right after its reporting clause, without a colon: Toen riep Kolthof "..."."""
    for i in p.quotes:
        if i and is_speech(p, i):
            for cue in cues(p):
                source = subject(p, cue) if _calls(cue) else None
                # "Want, zo zegt zij, "...": a comma may stand between.
                if source and max(cue.end, source.stop if source.inverted else 0) == i - (
                    p.words[i - 1] == ","
                ):
                    yield Finding(source.origin, cue_span(p, cue), (inside_quote(p, i),))


def _calls(cue: Cue) -> bool:
    return cue.verb.form != "joined" and bool(cue.verb.kinds & _CALLING)
