"""What somebody judges, promises, asks for or is sure of."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.languages.nl.clauses import clause_end, trimmed_span, words_span
from ingest.languages.nl.cues import Cue, cue_span, cues
from ingest.languages.nl.reporting import Verb
from ingest.languages.nl.subjects import Clause, after_verb, finding, subject
from ingest.languages.nl.words import (
    ADVERBS,
    AUXILIARIES,
    COMPLEMENTISERS,
    DETERMINERS,
    NO_NOUN,
    PUNCTUATION,
    STATES,
)
from ingest.passage import QUOTE, Finding, Passage
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

_STATE = Verb(frozenset(["perceive"]), "finite")
# Adverbs that belong to an infinitive: "zegt er niet van te weten".
# "noemt het plan niet voor niets": that is mentioned, and not judged.
_WITH_REASON = ["niet", "voor", "niets"]
_OF_INFINITIVE = frozenset(["er", "zich", "niet"])


@rule(
    example="Trainer Sipke Hoekzema vindt [de beslissing van de bond onbegrijpelijk].",
    counter_example="Voor trainer Sipke Hoekzema vindt de wedstrijd morgen plaats.",
)
def judgement(p: Passage) -> Iterator[Finding]:
    """What somebody thinks of something: Kolthof vindt het plan onverstandig; Kolthof noemt het "dom"."""
    for cue in cues(p):
        source = subject(p, cue) if "judge" in cue.verb.kinds and cue.verb.form == "finite" else None
        if source and source.known and _is_judged(p, cue, after_verb(cue, source)):
            first = after_verb(cue, source)
            yield from finding(
                Clause(source, cue_span(p, cue), cue.end), trimmed_span(p, first, clause_end(p, first))
            )


def _is_judged(p: Passage, cue: Cue, first: int) -> bool:
    """Whether an object and a judgement follow, and not "vindt plaats" or a thing that was found."""
    word, rest = p.words[cue.first], p.words[first:]
    if len(rest) < 3 or rest[0] in PUNCTUATION or "plaats" in rest or rest[-4:-1] == _WITH_REASON:
        return False
    if cue.first and p.words[cue.first - 1] in DETERMINERS:
        # "de acht artsen": a number.
        return False
    if word in ("vond", "vonden"):
        return rest[0] in ("het", "dat", "dit", "hem", "haar", "ze") and len(rest) > 3
    if word.startswith("noem") and "als" in rest[:8]:
        # "noemt als voorbeeld": that names something, and judges nothing.
        return False
    if word in ("acht", "achtte", "achtten"):
        return rest[0] in ("het", "de", "dit", "dat", "een", "zich") or first in p.referents
    return True


@rule(
    example="Minister Wietske Aldering beloofde [de wet aan te passen].",
    counter_example="Minister Wietske Aldering vergat de wet aan te passen.",
)
def reported_infinitive(p: Passage) -> Iterator[Finding]:
    """An infinitive with "te" after a reporting verb: Kolthof zegt bang te zijn; roept op om te stoppen."""
    for cue in cues(p):
        source = subject(p, cue) if "urge" in cue.verb.kinds else None
        if source is None or not source.known:
            continue
        first = after_verb(cue, source)
        stop = clause_end(p, first)
        at = _infinitive(p, first, stop)
        if at is not None:
            om = next((k for k in range(first, at) if p.words[k] == "om"), None)
            start = first if om is None else om + 1
            while om is None and start < at and p.words[start] in ADVERBS - _OF_INFINITIVE:
                start += 1
            start = _after_addressee(p, start, at)
            if "bid" in cue.verb.kinds and om is None:
                start = _after_object(p, start, at)
            yield from finding(Clause(source, cue_span(p, cue), cue.end), trimmed_span(p, start, stop))


def _after_addressee(p: Passage, start: int, stop: int) -> int:
    """Return the index after whom or what it is said to or in: "zegt tegen de krant blij te zijn"."""
    if p.words[start] in ("tegen", "tegenover", "via", "in"):
        for k in (start + 1, start + 2):
            if k in p.referents and p.after(p.referents[k]) <= stop:
                return p.after(p.referents[k])
    return start


def _after_object(p: Passage, start: int, stop: int) -> int:
    """Return the index after whom is asked to do it: "adviseert klanten de potten niet te openen"."""
    if start in p.referents and p.after(p.referents[start]) <= stop:
        start = p.after(p.referents[start])
        while start < stop and p.words[start] in ADVERBS - _OF_INFINITIVE:
            start += 1
    return start


def _infinitive(p: Passage, first: int, stop: int) -> int | None:
    """Return the index of the "te" of an infinitive in the clause that begins at `first`."""
    for k in range(first, min(stop - 1, first + 20)):
        word = p.words[k]
        if word in COMPLEMENTISERS or word in (QUOTE, ":", ";"):
            return None
        if word in AUXILIARIES and (word != "zijn" or p.words[k + 1] in NO_NOUN):
            return None
        if word == "te" and p.words[k + 1].endswith("n"):
            return k
    return None


@rule(
    example="Bewoner Okke Terpstra is bang dat [de dijk doorbreekt].",
    counter_example="Bewoner Okke Terpstra is bang van honden.",
)
def state_of_mind(p: Passage) -> Iterator[Finding]:
    """What somebody is afraid, sure or convinced of: Kolthof is bang dat ...; is het eens dat ..."""
    for i, word in enumerate(p.words):
        if word not in STATES:
            continue
        verb = next((k for k in range(i - 1, max(-1, i - 13), -1) if p.words[k] in AUXILIARIES), None)
        j = next((k for k in range(i + 1, min(len(p.words) - 2, i + 5)) if p.words[k] in ("dat", "of")), None)
        if verb is None or j is None or any(w in PUNCTUATION for w in p.words[i + 1 : j]):
            continue
        source = subject(p, Cue(_STATE, i, i + 1, i + 1, verb))
        if source and source.known:
            content = trimmed_span(p, j + (p.words[j] == "dat"), clause_end(p, j + 1))
            yield from finding(Clause(source, words_span(p, i, i + 1), i + 1), content)
