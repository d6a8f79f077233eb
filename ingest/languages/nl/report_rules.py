"""Indirect speech: the clauses that report what somebody says, thinks or has found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.languages.nl.clauses import (
    Clause,
    Cue,
    Subject,
    clause_end,
    clause_start,
    complement,
    content_stop,
    cue_span,
    cues,
    documents_before,
    inside_quote,
    is_verb,
    mentions_document,
    noun_phrase,
    object_pronoun,
    subject,
    subject_after,
    trimmed_span,
    words_span,
)
from ingest.languages.nl.reporting import Verb
from ingest.languages.nl.words import (
    ADVERBS,
    APPEARING,
    AUXILIARIES,
    COMING,
    CONJUNCTIONS,
    DENYING,
    ESTIMATED,
    FINITE,
    GETTING,
    HEARING,
    MARKERS,
    MAY_FOLLOW_SOURCE,
    NEGATIONS,
    NOT_AFTER_VOLGENS,
    PREPOSITIONS,
    PUNCTUATION,
    SAYINGS,
    STANDING,
    STATES,
    SUBORDINATORS,
)
from ingest.passage import QUOTE, Finding, Passage
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

_CLAUSAL = frozenset(["say", "show", "ask", "perceive"])
_NEEDS_KNOWN_SOURCE = frozenset(["show", "perceive"])
_STATE = Verb(frozenset(["perceive"]), "finite")
_RULES = tuple(word for word in NOT_AFTER_VOLGENS if len(word) >= 4)
# Adverbs that belong to an infinitive: "zegt er niet van te weten".
_OF_INFINITIVE = frozenset(["er", "zich", "niet"])
_OWN_WORDS = (("naar", "eigen", "zeggen"), ("in", "de", "woorden", "van"))


def _finding(clause: Clause, content: tuple[int, int] | None) -> Iterator[Finding]:
    """Give the finding, if there is content."""
    if content:
        yield Finding(clause.source.origin, clause.cue, (content,), cites=clause.source.cites)


def _phrase_after(p: Passage, indices: Iterable[int], words: Iterable[str]) -> Subject | None:
    """Return the first source that stands after one of `words`, looking at `indices` in order."""
    wanted = frozenset(words)
    found = (noun_phrase(p, k + 1, inverted=True) for k in indices if p.words[k] in wanted)
    return next((source for source in found if source), None)


def _after_verb(cue: Cue, source: Subject) -> int:
    """Return the index of the first word after a verb, its particle, and its subject if that follows it."""
    return max(cue.end, source.stop if source.inverted else 0)


# --- the reporting clause at the end, around or after what is reported ---------------------------------


@rule(
    example="[De prijs van olie stijgt dit jaar], zegt econoom Harm Dijkgraaf.",
    counter_example="Toen hij thuiskwam, zei econoom Harm Dijkgraaf niets.",
)
def clause_at_end(p: Passage) -> Iterator[Finding]:
    """Indirect speech, then who says it: ..., zegt Kolthof; ..., aldus Kolthof; ..., blijkt uit cijfers."""
    for i in range(1, len(p.words) - 2):
        if p.words[i] != "," or _is_only_subordinate(p, i):
            continue
        clause = _final_clause(p, i + 1)
        if clause is None or "?" in p.words[i : clause.end]:
            continue
        start = _proposition_start(p, i)
        if _is_subject_only(p, start, i):
            continue
        goes_on = clause.end < len(p.words) and p.words[clause.end] == "," and not _says_enough(p, start, i)
        yield from _finding(clause, trimmed_span(p, start, content_stop(p) if goes_on else i))
        return


def _says_enough(p: Passage, start: int, stop: int) -> bool:
    """Whether these words can be a proposition, so that a clause after them does not interrupt it."""
    return stop - start >= 4 and any(word in FINITE for word in p.words[start:stop])


def _is_subject_only(p: Passage, start: int, stop: int) -> bool:
    """Whether these words are a subject and what is put after it ("Kolthof, huisarts"), no proposition."""
    opens = noun_phrase(p, start)
    known = opens is not None and opens.known
    return known and "," in p.words[start:stop] and not any(is_verb(p, k) for k in range(start, stop))


def _proposition_start(p: Passage, i: int) -> int:
    """Return where the proposition that ends before word `i` begins: after a quotation with its clause."""
    for j in range(i - 1, 0, -1):
        if p.words[j] == QUOTE and p.words[j - 1] == ":":
            return j + 1
    return 0


def _is_only_subordinate(p: Passage, comma: int) -> bool:
    """Whether all before the comma is a subordinate clause: then what follows is the main clause itself."""
    first = p.words[0]
    if first == "zoals" or "," in p.words[:comma]:
        return False
    # "Op de vraag of dat kan, reageert hij": a phrase with a preposition is a clause unless a verb ends it.
    return first in SUBORDINATORS or (first in PREPOSITIONS and p.words[comma - 1] in FINITE)


def _final_clause(p: Passage, j: int) -> Clause | None:
    """Return the reporting clause that begins at word `j` and reports nothing itself."""
    so = p.words[j] == "zo"
    j += so
    word = p.words[j]
    if word in MARKERS:
        source = subject_after(p, j + 1) or object_pronoun(p, j + 1)
        if source and not _is_no_source(p, source) and _may_end_at(p, source.stop):
            return Clause(source, words_span(p, j, j + 1), source.stop)
        return None
    if word in APPEARING or word in STANDING:
        return _document_after(p, j)
    if word in ("is", "was", "luidt", "luidde") and (saying := _saying_of(p, j)):
        return saying
    for cue in cues(p):
        if cue.first == j and cue.verb.form == "finite" and cue.verb.kinds & _CLAUSAL:
            source = subject_after(p, j + 1) or (subject_after(p, cue.end) if cue.end > cue.stop else None)
            if source is None or (cue.verb.kinds <= _NEEDS_KNOWN_SOURCE and not source.known):
                continue
            if so or not _reports_more(p, max(source.stop, cue.end)):
                return Clause(source, cue_span(p, cue), max(source.stop, cue.end))
    return None


def _reports_more(p: Passage, end: int) -> bool:
    """Whether the clause goes on to report something after it: ..., zegt Kolthof dat ..."""
    rest = p.words[end:]
    opens = (
        word in ("dat", "of", QUOTE) and before not in CONJUNCTIONS
        for before, word in pairwise(["", *rest[:8]])
    )
    return any(opens) or ":" in rest[:-1]


def _may_end_at(p: Passage, i: int) -> bool:
    """Whether nothing but a further phrase follows at word `i`: no verb that would make it a clause."""
    return i >= len(p.words) or p.words[i] in MAY_FOLLOW_SOURCE


def _is_no_source(p: Passage, source: Subject) -> bool:
    """Whether "volgens" and this phrase name a rule or plan ("volgens de wet"), and nobody who says it."""
    words = p.words[source.first : min(source.stop, source.first + 4)]
    # Compounds too: "volgens de belastingregels".
    return not source.known and any(word in NOT_AFTER_VOLGENS or word.endswith(_RULES) for word in words)


def _document_after(p: Passage, j: int) -> Clause | None:
    """Return the document of "blijkt uit onderzoek van het Bureau" or "staat in het rapport"."""
    k = j + 1
    while k < len(p.words) and p.words[k] in ADVERBS:
        k += 1
    if k >= len(p.words) or p.words[k] != ("uit" if p.words[j] in APPEARING else "in"):
        return None
    source = noun_phrase(p, k + 1, inverted=True)
    if source is None or (p.words[j] in STANDING and not mentions_document(p, source.first, source.stop)):
        return None
    return Clause(source, words_span(p, j, j + 1), source.stop)


def _saying_of(p: Passage, j: int) -> Clause | None:
    """Return whose saying it is in "is de indruk van Kolthof"."""
    for k in range(j + 1, min(len(p.words) - 2, j + 5)):
        if p.words[k] in SAYINGS and p.words[k + 1] in ("van", "bij"):
            source = noun_phrase(p, k + 2, inverted=True)
            return Clause(source, words_span(p, j, k + 2), source.stop) if source else None
    return None


@rule(
    example="[Stress maakt de slaap licht], zoals psychiater Joris Wagenvoort uitlegt.",
    counter_example="Stress maakt de slaap licht, zoals psychiater Joris Wagenvoort weet.",
)
def as_somebody_says(p: Passage) -> Iterator[Finding]:
    """What somebody says, and "zoals" before who says it: ..., zoals Kolthof uitlegt."""
    i = next((k for k, word in enumerate(p.words) if word == "zoals"), None)
    if i is None:
        return
    for cue in cues(p):
        if not i < cue.first <= i + 14 or cue.verb.form == "participle":
            continue
        if not cue.verb.kinds & {"say", "quote"}:
            continue
        source = noun_phrase(p, i + 1) or subject_after(p, cue.first + 1)
        if source and source.first <= cue.end:
            after = max(cue.end, source.stop)
            content = trimmed_span(p, 0, i) if i else trimmed_span(p, after, content_stop(p))
            yield from _finding(Clause(source, cue_span(p, cue), after), content)
            return


@rule(
    example="[Kinderen slapen te kort]. Dat concludeert onderzoeker Mirjam Kolthof.",
    counter_example="Kinderen slapen te kort. Dat verbaast onderzoeker Mirjam Kolthof.",
)
def sentence_before(p: Passage) -> Iterator[Finding]:
    """A sentence that says who says the one before it: Dat concludeert Kolthof; Dat blijkt uit cijfers."""
    if len(p.words) < 3 or p.words[0] not in ("dat", "dit", "aldus"):
        return
    clause = _clause_about_sentence_before(p)
    if clause and p.previous:
        yield from _finding(clause, _whole(p.previous))


def _clause_about_sentence_before(p: Passage) -> Clause | None:
    if p.words[0] == "aldus":
        source = subject_after(p, 1)
        ends = source is not None and _may_end_at(p, source.stop)
        return Clause(source, words_span(p, 0, 1), source.stop) if source and ends else None
    if p.words[1] in APPEARING or p.words[1] in STANDING:
        return _document_after(p, 1)
    if p.words[1] in ("is", "was") and (saying := _saying_of(p, 1)):
        return saying
    for cue in cues(p):
        if cue.verb.kinds & {"say", "show"} and 1 in (cue.first, cue.anchor):
            source = subject(p, cue) if cue.verb.form == "participle" else subject_after(p, cue.first + 1)
            if source and source.inverted and p.words[source.stop : source.stop + 1] != ["dat"]:
                return Clause(source, cue_span(p, cue), source.stop)
    return None


def _whole(p: Passage) -> tuple[int, int] | None:
    """Return a sentence without its full stop; of a sentence that is one quotation what is inside."""
    if 0 in p.quotes and all(word in PUNCTUATION for word in p.words[1:]):
        return inside_quote(p, 0)
    return trimmed_span(p, 0, content_stop(p))


# --- documents and hearsay -----------------------------------------------------------------------------


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
            yield from _finding(Clause(source, cue, i + 1), content)


def _after_appearing(p: Passage, i: int) -> int | None:
    """Return the index after the verb at word `i`; "komt" is one only with its "naar voren"."""
    if p.words[i] not in COMING:
        return i + 1
    return next((k + 2 for k in range(i + 1, i + 8) if tuple(p.words[k : k + 2]) == ("naar", "voren")), None)


def _document_around(p: Passage, i: int, j: int) -> Subject | None:
    """Return the document of the verb at word `i`: in its clause, or before a "waarin" that refers to it."""
    if any(word in ("waarin", "waaruit") for word in p.words[max(0, i - 3) : i]):
        return next((noun_phrase(p, k, inverted=True) for k in documents_before(p, i)), None)
    around = (*range(i + 1, j), *range(clause_start(p, i), i))
    if p.words[i] not in STANDING:
        return _phrase_after(p, around, ("uit",))
    source = _phrase_after(p, around, ("in",))
    return source if source and mentions_document(p, source.first, source.stop) else None


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
        source = _phrase_after(p, range(max(0, i - 10), j), ("van", "bij"))
        if source and source.known:
            first = i - 1 if i and p.words[i - 1] == "te" else i
            stop = i + 2 if first < i and p.words[i + 1] in GETTING else i + 1
            content = trimmed_span(p, j + 1, clause_end(p, j + 1))
            yield from _finding(Clause(source, words_span(p, first, stop), stop), content)


@rule(
    example="[De schade wordt door econoom Harm Dijkgraaf geschat op een miljoen].",
    counter_example="De schade wordt door econoom Harm Dijkgraaf vergoed.",
)
def estimate(p: Passage) -> Iterator[Finding]:
    """An estimate in the passive: De schade wordt door Kolthof geschat op ..."""
    for i, word in enumerate(p.words):
        if word in ESTIMATED:
            agent = _phrase_after(p, range(i - 1, max(-1, i - 12), -1), ("door",))
            if agent and agent.known:
                content = trimmed_span(p, 0, clause_end(p, i))
                yield from _finding(Clause(agent, words_span(p, i, i + 1), i + 1), content)


# --- the reporting clause before what is reported ------------------------------------------------------


@rule(
    example="Huisarts Mirjam Kolthof waarschuwt dat [het medicijn verslavend is].",
    counter_example="Huisarts Mirjam Kolthof kent het medicijn dat verslavend is.",
)
def reported_clause(p: Passage) -> Iterator[Finding]:
    """A clause with "dat", "of" or a question word after a reporting verb: Kolthof zegt dat ..."""
    for cue in cues(p):
        source = subject(p, cue) if cue.verb.kinds & _CLAUSAL else None
        if source is None or _is_impersonal(p, cue, source):
            continue
        first = _after_verb(cue, source)
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
    if stop - first < 2:
        return False
    return p.words[stop - 1].endswith(("t", "d", "en")) or any(
        p.words[k] in FINITE for k in range(first, stop)
    )


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
            if source and _after_verb(cue, source) == i and _says_enough(p, i + 1, len(p.words)):
                content = trimmed_span(p, i + 1, content_stop(p))
                yield from _finding(Clause(source, cue_span(p, cue), i), content)


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
        if not subordinate and all(w in CONJUNCTIONS or w in ADVERBS for w in p.words[start:i]):
            first = _verb_after(p, clause.source)
            content = None if first is None else trimmed_span(p, first, clause_end(p, first))
        else:
            content = trimmed_span(p, 0, clause_end(p, max(i, clause.end)))
        yield from _finding(clause, content)


def _marker_at(p: Passage, i: int) -> Clause | None:
    """Return the marker at word `i`, if it is one, and its source."""
    if p.words[i] == "volgens":
        source = noun_phrase(p, i + 1, inverted=True) or object_pronoun(p, i + 1)
        if source is None or _is_no_source(p, source):
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
    if not _may_end_at(p, i) and p.words[i].isalpha() and not p.capitalised(i):
        return i
    if p.words[i : i + 1] == [","]:
        # "Volgens Kolthof, zijn buurvrouw, is dat zo": the verb stands after what is put between commas.
        i = next((k for k in range(i + 1, min(len(p.words), i + 18)) if p.words[k] == ","), i)
    for j in range(i, min(len(p.words), i + 18)):
        if p.words[j] in FINITE and j not in p.referents and not p.capitalised(j):
            return j
    return None


@rule(
    example="Trainer Sipke Hoekzema vindt [de beslissing van de bond onbegrijpelijk].",
    counter_example="Voor trainer Sipke Hoekzema vindt de wedstrijd morgen plaats.",
)
def judgement(p: Passage) -> Iterator[Finding]:
    """What somebody thinks of something: Kolthof vindt het plan onverstandig; Kolthof noemt het "dom"."""
    for cue in cues(p):
        source = subject(p, cue) if "judge" in cue.verb.kinds and cue.verb.form == "finite" else None
        if source and source.known and _is_judged(p, cue, _after_verb(cue, source)):
            first = _after_verb(cue, source)
            yield from _finding(
                Clause(source, cue_span(p, cue), cue.end), trimmed_span(p, first, clause_end(p, first))
            )


def _is_judged(p: Passage, cue: Cue, first: int) -> bool:
    """Whether an object and a judgement follow, and not "vindt plaats" or a thing that was found."""
    word, rest = p.words[cue.first], p.words[first:]
    if len(rest) < 3 or rest[0] in PUNCTUATION or "plaats" in rest:
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
        first = _after_verb(cue, source)
        stop = clause_end(p, first)
        at = _infinitive(p, first, stop)
        if at is not None:
            om = next((k for k in range(first, at) if p.words[k] == "om"), None)
            start = first if om is None else om + 1
            while om is None and start < at and p.words[start] in ADVERBS - _OF_INFINITIVE:
                start += 1
            start = _after_addressee(p, start, at)
            yield from _finding(Clause(source, cue_span(p, cue), cue.end), trimmed_span(p, start, stop))


def _after_addressee(p: Passage, start: int, stop: int) -> int:
    """Return the index after whom or what it is said to or in: "zegt tegen de krant blij te zijn"."""
    if p.words[start] in ("tegen", "tegenover", "via", "in"):
        for k in (start + 1, start + 2):
            if k in p.referents and p.after(p.referents[k]) <= stop:
                return p.after(p.referents[k])
    return start


def _infinitive(p: Passage, first: int, stop: int) -> int | None:
    """Return the index of the "te" of an infinitive in the clause that begins at `first`."""
    for k in range(first, min(stop - 1, first + 20)):
        word = p.words[k]
        if word in ("dat", "of", QUOTE, ":", ";") or word in AUXILIARIES:
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
            yield from _finding(Clause(source, words_span(p, i, i + 1), i + 1), content)
