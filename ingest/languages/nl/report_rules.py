"""Indirect speech after the clause that reports it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.languages.nl.clauses import (
    clause_end,
    complement,
    content_stop,
    mentions_document,
    says_enough,
    trimmed_span,
)
from ingest.languages.nl.cues import Cue, cue_span, cues
from ingest.languages.nl.subjects import Clause, Subject, after_verb, finding, subject
from ingest.languages.nl.words import (
    ADVERBS,
    DENYING,
    DETERMINERS,
    FINITE,
    NEGATIONS,
    PUNCTUATION,
    SUBJECT_PRONOUNS,
)
from ingest.passage import QUOTE, Finding, Passage
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

# After "dat" as a pronoun ("zegt dat ook") no more words than these follow.
_PRONOUN_WORDS = 4
CLAUSAL = frozenset(["say", "show", "ask", "perceive"])


@rule(
    example="Huisarts Mirjam Kolthof waarschuwt dat [het medicijn verslavend is].",
    counter_example="Huisarts Mirjam Kolthof kent het medicijn dat verslavend is.",
)
def reported_clause(p: Passage) -> Iterator[Finding]:
    """A clause with "dat", "of" or a question word after a reporting verb: Kolthof zegt dat ..."""
    for cue in cues(p):
        source = subject(p, cue) if cue.verb.kinds & CLAUSAL else None
        if source is None or _is_impersonal(p, cue, source):
            continue
        first = after_verb(cue, source)
        j = complement(p, first)
        if j is None or not _opens_report(p, cue, first, j) or "volgens" in p.words[cue.first : j]:
            continue
        stop = clause_end(p, j + 1)
        content = trimmed_span(p, j + (p.words[j] == "dat"), stop)
        if content and _is_clause(p, j + 1, stop):
            denied = (
                any(word in NEGATIONS for word in p.words[cue.first : j]) or p.words[cue.first] in DENYING
            )
            yield Finding(source.origin, cue_span(p, cue), (content,), denied=denied, cites=source.cites)


def _is_clause(p: Passage, first: int, stop: int) -> bool:
    """Whether a finite verb stands in these words, so that "dat" before them is no pronoun."""
    if QUOTE in p.words[first:stop]:
        # The verb may stand in the quotation.
        return True
    if stop - first < 2:
        return False
    subject_opens = first in p.referents or p.words[first] in SUBJECT_PRONOUNS | DETERMINERS
    if subject_opens and stop - first > 2:
        return True
    ends = p.words[stop - 1].endswith(("t", "d", "n", "de", "te"))
    return ends or stop - first > _PRONOUN_WORDS or any(p.words[k] in FINITE for k in range(first, stop))


def _is_impersonal(p: Passage, cue: Cue, source: Subject) -> bool:
    """Whether a verb of showing or seeing has a subject of which it is not sure that it can report."""
    if source.known:
        return False
    if "perceive" in cue.verb.kinds:
        return True
    return "show" in cue.verb.kinds and not mentions_document(p, source.first, source.stop)


def _opens_report(p: Passage, cue: Cue, first: int, j: int) -> bool:
    """Whether the word at `j` opens what this verb reports, and not a relative clause or an object."""
    if j + 2 >= len(p.words):
        return False
    between = [word for word in p.words[first:j] if word not in ADVERBS]
    if cue.verb.form == "joined" and between:
        return False
    if p.words[j] == "dat":
        # "vindt het jammer dat" is a judgement, and all of it is what is thought; after an object of
        # another verb ("hoorde het lied dat") the clause belongs to the object.
        object_between = bool(between) and ("judge" in cue.verb.kinds or between[0] in ("het", "een", "geen"))
        return not object_between and p.words[j + 1] not in PUNCTUATION
    # "vroeg haar of": whoever is asked may stand between.
    return "ask" in cue.verb.kinds and (not between or (p.words[j] == "of" and "say" not in cue.verb.kinds))


@rule(
    example="Tuinder Mirjam Kolthof zegt: [de kas is oud en de buren klagen].",
    counter_example="Tuinder Mirjam Kolthof zegt drie dingen te kweken: sla, prei en ui.",
)
def clause_after_colon(p: Passage) -> Iterator[Finding]:
    """A proposition without quotation marks after a colon: Kolthof zegt: het is te laat."""
    for i in range(2, len(p.words) - 3):
        if p.words[i] != ":" or p.words[i + 1] == QUOTE:
            continue
        for cue in cues(p):
            source = subject(p, cue) if cue.verb.kinds & {"say", "quote"} and cue.end <= i else None
            if source and after_verb(cue, source) == i and says_enough(p, i + 1, len(p.words)):
                content = trimmed_span(p, i + 1, content_stop(p))
                yield from finding(Clause(source, cue_span(p, cue), i), content)
