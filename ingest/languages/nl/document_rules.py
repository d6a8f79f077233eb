"""What is said by documents and figures, and what is known by hearsay."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.languages.nl.clauses import (
    clause_end,
    clause_start,
    complement,
    documents_before,
    is_document,
    mentions_document,
    trimmed_span,
    words_span,
)
from ingest.languages.nl.subjects import Clause, Subject, finding, noun_phrase, phrase_after
from ingest.languages.nl.words import APPEARING, COMING, DETERMINERS, ESTIMATED, GETTING, HEARING, STANDING
from ingest.passage import Finding, Passage
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

_FROM_IT = frozenset(["daaruit", "hieruit"])


@rule(
    example="Uit cijfers van het waterschap blijkt dat [het peil daalt].",
    counter_example="Uit de kast blijkt een muis te komen.",
)
def document_shows(p: Passage) -> Iterator[Finding]:
    """What a document or study says: Uit cijfers blijkt dat ...; In het rapport staat dat ..."""
    for i, word in enumerate(p.words):
        if word not in APPEARING and word not in STANDING and word not in COMING:
            continue
        end = _after_appearing(p, i)
        j = complement(p, end) if end else None
        source = _document_around(p, i, j) if j is not None and j + 2 < len(p.words) else None
        if source and j is not None:
            content = trimmed_span(p, j + (p.words[j] == "dat"), clause_end(p, j + 1))
            cue = words_span(p, i, end if end and end == i + 3 else i + 1)
            yield from finding(Clause(source, cue, i + 1), content)


def _after_appearing(p: Passage, i: int) -> int | None:
    """Return the index after the verb at word `i`; "komt" is one only with its "naar voren"."""
    if p.words[i] not in COMING:
        return i + 1
    return next((k + 2 for k in range(i + 1, i + 8) if tuple(p.words[k : k + 2]) == ("naar", "voren")), None)


def _document_around(p: Passage, i: int, j: int) -> Subject | None:
    """Return the document of the verb at word `i`: in its clause, or before a "waarin" that refers to it."""
    if any(word in ("waarin", "waaruit") for word in p.words[max(0, i - 3) : i]):
        return next((noun_phrase(p, k, inverted=True) for k in documents_before(p, i)), None)
    if p.words[i] in APPEARING and any(word in _FROM_IT for word in (*p.words[:i], *p.words[i + 1 : j])):
        return _document_before(p, i)
    around = (*range(i + 1, j), *range(clause_start(p, i), i))
    if p.words[i] not in STANDING:
        return phrase_after(p, around, ("uit",))
    source = phrase_after(p, around, ("in", "op"))
    return source if source and mentions_document(p, source.first, source.stop) else None


def _document_before(p: Passage, i: int) -> Subject | None:
    """Return the document in the sentence before that "daaruit" refers to, by that word."""
    before = p.previous
    named = [] if before is None else [k for k, word in enumerate(before.words) if is_document(word)]
    if before is None or not named:
        return None
    k = named[-1]
    opens = k - (k > 0 and before.words[k - 1] in DETERMINERS)
    found = noun_phrase(before, opens, inverted=True)
    at = next(k for k, word in enumerate(p.words) if word in _FROM_IT)
    origin = found.origin if found else words_span(before, k, k + 1)
    return Subject(origin, at, at + 1, at > i, found.cites if found else ())


@rule(
    example="Bewoners kregen van burgemeester Okke Terpstra te horen dat [de brug dicht gaat].",
    counter_example="Bewoners hadden van burgemeester Okke Terpstra een brief verwacht.",
)
def heard_from(p: Passage) -> Iterator[Finding]:
    """What somebody heard from a source: Zij hoorde van Kolthof dat ...; kreeg van haar te horen dat ..."""
    for i, word in enumerate(p.words):
        j = complement(p, i + 1) if word in HEARING else None
        if j is None or p.words[j] != "dat":
            continue
        source = phrase_after(p, range(max(0, i - 10), j), ("van", "bij"))
        if source and (source.known or p.words[i - 1] == "te"):
            first = i - 1 if i and p.words[i - 1] == "te" else i
            stop = i + 2 if first < i and p.words[i + 1] in GETTING else i + 1
            content = trimmed_span(p, j + 1, clause_end(p, j + 1))
            yield from finding(Clause(source, words_span(p, first, stop), stop), content)


@rule(
    example="[De schade wordt door econoom Harm Dijkgraaf geschat op een miljoen].",
    counter_example="De schade wordt door econoom Harm Dijkgraaf vergoed.",
)
def estimate(p: Passage) -> Iterator[Finding]:
    """An estimate in the passive: De schade wordt door Kolthof geschat op ..."""
    for i, word in enumerate(p.words):
        if word in ESTIMATED:
            agent = phrase_after(p, range(i - 1, max(-1, i - 12), -1), ("door",))
            if agent and agent.known:
                content = trimmed_span(p, 0, clause_end(p, i))
                yield from finding(Clause(agent, words_span(p, i, i + 1), i + 1), content)
