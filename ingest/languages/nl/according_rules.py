"""What is so according to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.languages.nl.clauses import (
    clause_end,
    clause_start,
    may_end_at,
    opens_main_clause,
    says_enough,
    trimmed_span,
    words_span,
)
from ingest.languages.nl.subjects import (
    Clause,
    Subject,
    finding,
    noun_phrase,
    object_pronoun,
)
from ingest.languages.nl.words import ADVERBS, CONJUNCTIONS, FINITE, NOT_AFTER_VOLGENS, SUBORDINATORS
from ingest.passage import QUOTE, Finding, Passage
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

# "Nee, ook volgens Kolthof is het gevaarlijk."
_BEFORE = CONJUNCTIONS | ADVERBS | frozenset(["nee", "ja", "jawel", ","])
_CLOSING = frozenset(",)-–—")
# Words for rules and plans that are found at the end of compounds too: "belastingregels".
_RULES = tuple(word for word in NOT_AFTER_VOLGENS if len(word) >= 4)
_OWN_WORDS = (("naar", "eigen", "zeggen"), ("in", "de", "woorden", "van"))


@rule(
    example="Volgens huisarts Mirjam Kolthof [is het medicijn verslavend].",
    counter_example="Volgens plan is het medicijn in mei te koop.",
)
def according_to(p: Passage) -> Iterator[Finding]:
    """What is so according to somebody: Volgens Kolthof is ...; Het is volgens Kolthof ..."""
    for i, word in enumerate(p.words):
        clause = _marker_at(p, i) if word in ("volgens", "naar", "in") else None
        if clause is None:
            continue
        start = clause_start(p, i)
        subordinate = start > 0 and p.words[start - 1] in SUBORDINATORS
        if not subordinate and all(w in _BEFORE for w in p.words[start:i]):
            first = _verb_after(p, clause.source)
            content = None if first is None else trimmed_span(p, first, clause_end(p, first, inverted=True))
        else:
            begin = _after_colon(p, i)
            content = trimmed_span(p, begin, clause_end(p, max(i, clause.end)))
        yield from finding(clause, content)


def is_no_source(p: Passage, source: Subject) -> bool:
    """Whether "volgens" and this phrase name a rule or plan ("volgens de wet"), and nobody who says it."""
    words = p.words[source.first : min(source.stop, source.first + 4)]
    # Compounds too: "volgens de belastingregels".
    return not source.known and any(word in NOT_AFTER_VOLGENS or word.endswith(_RULES) for word in words)


def _after_colon(p: Passage, i: int) -> int:
    """Return where the clause of word `i` begins if a clause and a colon stand before it, else 0."""
    colon = next((k for k in range(i - 1, 0, -1) if p.words[k] == ":"), 0)
    return colon + 1 if colon and says_enough(p, 0, colon) and i - colon > 1 else 0


def _marker_at(p: Passage, i: int) -> Clause | None:
    """Return the marker at word `i`, if it is one, and its source."""
    if p.words[i] == "volgens":
        source = noun_phrase(p, i + 1, inverted=True) or object_pronoun(p, i + 1)
        if source is None or is_no_source(p, source):
            return None
        return Clause(source, words_span(p, i, i + 1), source.stop)
    for phrase in _OWN_WORDS:
        end = i + len(phrase)
        if tuple(p.words[i:end]) == phrase:
            source = noun_phrase(p, end, inverted=True) if phrase[-1] == "van" else _whose_own_words(p, end)
            return Clause(source, words_span(p, i, end), max(end, source.stop)) if source else None
    return None


def _whose_own_words(p: Passage, end: int) -> Subject | None:
    """Return the person whose own words they are: the subject, or else the first who is referred to."""
    for source in (noun_phrase(p, 0), noun_phrase(p, end + 1, inverted=True)):
        if source and source.known:
            return source
    return next((Subject(found, k, p.after(found), False) for k, found in sorted(p.referents.items())), None)


def _verb_after(p: Passage, source: Subject) -> int | None:
    """Return the finite verb after "volgens" and its source, past whatever is added to the source."""
    i = source.stop
    if i < len(p.words) and p.words[i] == QUOTE:
        return i
    if not may_end_at(p, i) and p.words[i].isalpha() and not p.capitalised(i):
        return i
    if p.words[i : i + 1] != [QUOTE]:
        # "Volgens Kolthof, die er woont, is dat zo": the verb stands after what is put between commas.
        closings = range(i + 1, min(len(p.words) - 1, i + 24))
        closed = (k for k in closings if p.words[k] in _CLOSING and opens_main_clause(p, k + 1))
        if (k := next(closed, None)) is not None:
            return k + 1
    for j in range(i, min(len(p.words), i + 18)):
        if p.words[j] in FINITE and j not in p.referents and not p.capitalised(j):
            return j
    return None
