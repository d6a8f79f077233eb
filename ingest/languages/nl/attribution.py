"""The rules by which Dutch says who says what.

They are heard in this order: where the contents of two findings overlap, the earlier rule's stays. A quoted
stretch is one word to them (`QUOTE`), so that nothing inside a quotation is taken for a reporting clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Referent
from ingest.languages.nl import reporting
from ingest.languages.nl.clauses import (
    ADVERBS,
    AUXILIARIES,
    COMPLEMENTISERS,
    CONJUNCTIONS,
    DOCUMENTS,
    NEVER,
    PREPOSITIONS,
    PUNCTUATION,
    SUBORDINATORS,
    Cue,
    Subject,
    clause_end,
    clause_start,
    complement,
    content_stop,
    cues,
    finite_forms,
    lexicon,
    mentions_document,
    noun_phrase,
    span,
    subject,
    subject_after,
)
from ingest.passage import QUOTE, Finding, Passage, Speaker
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

_NO_RULE_OF_SPEECH = lexicon("not_after_volgens")
_SAYINGS = lexicon("sayings")
_STATES = lexicon("states")
_MARKERS = frozenset(["volgens", "aldus", "dixit"])
_APPEAR = frozenset(["blijkt", "blijken", "bleek", "bleken", "gebleken"])
_STAND = frozenset(["staat", "staan", "stond", "stonden"])
_HEARING = frozenset(["horen", "hoort", "hoorde", "hoorden", "gehoord", "vernam", "vernamen", "vernomen"])
_GETTING = frozenset(["krijgt", "krijgen", "kreeg", "kregen", "gekregen"])
_ESTIMATED = frozenset(["geschat", "geraamd", "begroot", "becijferd"])
_SAID = frozenset(["say", "quote", "ask", "judge", "perceive", "show"])

# A word that alone shows that a sentence may hold a report; every other sentence is passed over.
TRIGGERS = frozenset(reporting.verbs()) | _MARKERS | _APPEAR | _STAND | _SAYINGS | _STATES | _HEARING | _ESTIMATED | {"zeggen", "woorden", QUOTE}


def _cue_span(p: Passage, cue: Cue) -> tuple[int, int]:
    return (p.starts[cue.first], p.ends[cue.stop - 1])


def _words_span(p: Passage, first: int, stop: int) -> tuple[int, int]:
    return (p.starts[first], p.ends[stop - 1])


def _inside(p: Passage, i: int) -> tuple[int, int]:
    """Return the span of a quotation without its marks."""
    return (p.quotes[i].start, p.quotes[i].end)


def _is_speech(p: Passage, i: int) -> bool:
    """Whether a quotation is long enough, or ends as a sentence does, so that somebody said it."""
    quote = p.quotes[i]
    said = p.text[quote.start : quote.end]
    return said[-1] in ".!?…" or said.count(" ") >= 2


@rule(
    example='"[Het dak lekt al jaren]", zegt huisarts Mirjam Kolthof.',
    counter_example='Het "lekkende dak" kostte huisarts Mirjam Kolthof haar praktijk.',
)
def quote_before_clause(p: Passage) -> Iterator[Finding]:
    """A quotation, and after it who said it: "...", zegt Kolthof; "...", aldus Kolthof."""
    for i in p.quotes:
        clause = _clause_after_quote(p, i)
        if clause is None:
            continue
        source, cue, end = clause
        yield Finding(source.origin, cue, (_quoted_or_mixed(p, i),), cites=())
        for j in range(end, len(p.words)):
            if p.words[j] == QUOTE and p.words[j - 1] in (",", ":") and _is_speech(p, j):
                yield Finding(source.origin, cue, (_inside(p, j),), continued=True)


def _quoted_or_mixed(p: Passage, i: int) -> tuple[int, int]:
    """Return a quotation's content; of one that only ends a sentence's proposition the whole of that."""
    before = clause_start_of_quote(p, i)
    if before == i:
        return _inside(p, i)
    return (p.starts[before], p.quotes[i].outer_end)


def clause_start_of_quote(p: Passage, i: int) -> int:
    """Return the word at which the proposition begins that the quotation at word `i` completes."""
    for j in range(i - 1, -1, -1):
        if p.words[j] in (":", ";", QUOTE):
            return j + 1 if p.words[j] != QUOTE else i
    return 0


def _clause_after_quote(p: Passage, i: int) -> tuple[Subject, tuple[int, int], int] | None:
    """Return source, cue and end of the reporting clause after the quotation at word `i`."""
    j = i + 1
    comma = j < len(p.words) and p.words[j] == ","
    j += comma
    if j >= len(p.words) or not (comma or i == 0 or p.words[j] in _MARKERS):
        return None
    if p.words[j] == "zo" and j + 1 < len(p.words):
        j += 1
        if (named := p.referents.get(j)) is not None:
            return Subject(named, j, p.after(named), True), _words_span(p, j - 1, j), p.after(named)
    if p.words[j] in _MARKERS:
        source = subject_after(p, j + 1) or _object_pronoun(p, j + 1)
        return (source, _words_span(p, j, j + 1), source.stop) if source else None
    for cue in cues(p):
        if cue.first == j and cue.verb.form == "finite" and cue.verb.kinds & _SAID:
            source = subject_after(p, cue.first + 1) or subject_after(p, cue.end)
            if source and (comma or isinstance(source.origin, Referent) or _is_speech(p, i)):
                return source, _cue_span(p, cue), max(source.stop, cue.end)
    return _unlisted_verb(p, i, j, comma)


def _unlisted_verb(p: Passage, i: int, j: int, comma: bool) -> tuple[Subject, tuple[int, int], int] | None:
    """Take any lower-case word between a quotation and a person for the verb: "...", somde Kolthof op."""
    word = p.words[j]
    if not comma or not word.isalpha() or p.capitalised(j) or not _is_speech(p, i):
        return None
    if word in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | COMPLEMENTISERS | NEVER | ADVERBS | AUXILIARIES:
        return None
    if j in p.referents:
        return None
    source = subject_after(p, j + 1)
    if source is None or not isinstance(source.origin, Referent) or source.origin.kind == "institution":
        return None
    return source, _words_span(p, j, j + 1), source.stop


def _object_pronoun(p: Passage, j: int) -> Subject | None:
    """Return the source of "volgens hem": a pronoun that is no subject."""
    referent = p.referents.get(j)
    return Subject(referent, j, p.after(referent), True) if referent else None


@rule(
    example='Kolthof: "[Wij sluiten de deuren.]"',
    counter_example='Zijn nieuwe boek heet: "Wij sluiten de deuren."',
)
def quote_after_colon(p: Passage) -> Iterator[Finding]:
    """A quotation after a colon, and before that who says it: Kolthof zegt: "..."; Kolthof: "..."."""
    for i in p.quotes:
        if i < 2 or p.words[i - 1] != ":":
            continue
        start = clause_start(p, i - 1)
        clause = [cue for cue in cues(p) if start <= cue.first < i - 1 and cue.verb.kinds & _SAID]
        for cue in reversed(clause):
            source = subject(p, cue)
            if source:
                yield Finding(source.origin, _cue_span(p, cue), (_inside(p, i),))
                break
        else:
            yield from _named_before_colon(p, start, i)


def _named_before_colon(p: Passage, start: int, i: int) -> Iterator[Finding]:
    for j in range(start, i - 1):
        if p.words[j] == "volgens" and (source := subject_after(p, j + 1) or _object_pronoun(p, j + 1)):
            yield Finding(source.origin, _words_span(p, j, j + 1), (_inside(p, i),), continued=True)
            return
    if not _is_speech(p, i):
        return
    source = noun_phrase(p, start)
    if source is None or not isinstance(source.origin, Referent):
        return
    bare = not any(word in finite_forms() for word in p.words[source.stop : i - 1])
    cue = _words_span(p, i - 1, i) if bare else None
    if source.origin.kind != "institution" or bare:
        yield Finding(source.origin, cue, (_inside(p, i),))


@rule(
    example='Toen riep Kolthof "[nu is het genoeg]" en zij liep weg.',
    counter_example='Kolthof bezocht het congres "Nu is het genoeg" en zij liep weg.',
)
def quote_after_verb(p: Passage) -> Iterator[Finding]:
    """A quotation right after its reporting clause, without a colon: Toen riep Kolthof "..."."""
    for i in p.quotes:
        if i == 0 or not _is_speech(p, i):
            continue
        for cue in cues(p):
            if not cue.verb.kinds & {"say", "quote", "ask"} or cue.verb.form == "joined":
                continue
            source = subject(p, cue)
            if source and max(cue.end, source.stop if source.inverted else 0) == i:
                yield Finding(source.origin, _cue_span(p, cue), (_inside(p, i),))


@rule(
    example="[De prijs van olie stijgt dit jaar], zegt econoom Harm Dijkgraaf.",
    counter_example="Toen hij thuiskwam, zei econoom Harm Dijkgraaf niets.",
)
def clause_at_end(p: Passage) -> Iterator[Finding]:
    """Indirect speech, and at the end who says it: ..., zegt Kolthof; ..., aldus Kolthof; ..., blijkt uit ..."""
    for i, word in enumerate(p.words):
        if word != "," or i < 2 or i + 2 >= len(p.words):
            continue
        found = _final_clause(p, i + 1)
        if found is None:
            continue
        source, cue, end = found
        if _is_only_subordinate(p, i):
            continue
        start = _proposition_start(p, i)
        whole = end < len(p.words) and p.words[end] == "," and not _says_enough(p, start, i)
        content = span(p, start, content_stop(p) if whole else i)
        if content and not any(word in ("?",) for word in p.words[i:end]):
            yield Finding(source.origin, cue, (content,), cites=source.cites)
            return


def _says_enough(p: Passage, start: int, stop: int) -> bool:
    return stop - start >= 4 and any(word in finite_forms() for word in p.words[start:stop])


def _proposition_start(p: Passage, i: int) -> int:
    """Return where the proposition begins that ends before word `i`: after a colon-quotation, else at 0."""
    for j in range(i - 1, -1, -1):
        if p.words[j] == QUOTE and j and p.words[j - 1] == ":":
            return j + 1
    return 0


def _is_only_subordinate(p: Passage, comma: int) -> bool:
    """Whether all before the comma is a subordinate clause: then what follows is the main clause itself."""
    if p.words[0] not in SUBORDINATORS or p.words[0] == "zoals":
        return False
    return "," not in p.words[:comma] and not any(
        p.words[j] in finite_forms() and p.words[j + 1] in finite_forms() for j in range(1, comma - 1)
    )


def _final_clause(p: Passage, j: int) -> tuple[Subject, tuple[int, int], int] | None:
    """Return source, cue and end of a reporting clause that begins at word `j` and holds nothing more."""
    first = j
    if p.words[j] == "zo" and j + 1 < len(p.words):
        j += 1
    if p.words[j] in _MARKERS:
        source = subject_after(p, j + 1) or _object_pronoun(p, j + 1)
        if source and not _is_no_source(p, source) and _closes_sentence(p, source.stop):
            return source, _words_span(p, j, j + 1), source.stop
        return None
    if p.words[j] in _APPEAR | _STAND:
        return _document_after(p, j)
    if p.words[j] == "is" and (found := _saying_of(p, j)):
        return found
    for cue in cues(p):
        if cue.first != j or cue.verb.form != "finite" or not cue.verb.kinds & {"say", "ask", "perceive", "show"}:
            continue
        source = subject_after(p, cue.first + 1) or (subject_after(p, cue.end) if cue.end > cue.stop else None)
        if source is None or (first == j and _takes_more(p, cue, source)):
            continue
        if cue.verb.kinds <= {"show", "perceive"} and not isinstance(source.origin, Referent):
            continue
        return source, _cue_span(p, cue), max(source.stop, cue.end)
    return None


def _takes_more(p: Passage, cue: Cue, source: Subject) -> bool:
    """Whether the clause at the end goes on to report something itself: ..., zegt Kolthof dat ..."""
    rest = p.words[max(source.stop, cue.end) :]
    return any(word in ("dat", "of", QUOTE) for word in rest[:8]) or ":" in rest[:-1]


def _closes_sentence(p: Passage, i: int) -> bool:
    """Whether nothing but a further phrase follows word `i`: no verb that would make it a clause."""
    return i >= len(p.words) or p.words[i] in PUNCTUATION | PREPOSITIONS | CONJUNCTIONS or p.words[i] in ADVERBS


def _document_after(p: Passage, j: int) -> tuple[Subject, tuple[int, int], int] | None:
    """Return the document of "blijkt uit onderzoek van het Bureau" and "staat in het rapport"."""
    wanted = ("uit",) if p.words[j] in _APPEAR else ("in",)
    k = j + 1
    while k < len(p.words) and p.words[k] in ADVERBS:
        k += 1
    if k + 1 >= len(p.words) or p.words[k] not in wanted:
        return None
    source = noun_phrase(p, k + 1, inverted=True)
    return (source, _words_span(p, j, j + 1), source.stop) if source else None


def _saying_of(p: Passage, j: int) -> tuple[Subject, tuple[int, int], int] | None:
    """Return whose saying it is in "is de indruk van Kolthof"."""
    for k in range(j + 1, min(len(p.words) - 2, j + 5)):
        if p.words[k] in _SAYINGS and p.words[k + 1] in ("van", "bij"):
            source = noun_phrase(p, k + 2, inverted=True)
            return (source, _words_span(p, j, k + 2), source.stop) if source else None
    return None


@rule(
    example="[Stress maakt de slaap licht], zoals psychiater Joris Wagenvoort uitlegt.",
    counter_example="Stress maakt de slaap licht, zoals psychiater Joris Wagenvoort.",
)
def as_somebody_says(p: Passage) -> Iterator[Finding]:
    """What somebody says, and "zoals" before who says it: ..., zoals Kolthof uitlegt."""
    for i, word in enumerate(p.words):
        if word != "zoals":
            continue
        for cue in cues(p):
            if not i < cue.first <= i + 14 or not cue.verb.kinds & {"say", "quote", "show"}:
                continue
            source = noun_phrase(p, i + 1) or subject_after(p, cue.first + 1)
            if source is None or cue.verb.form == "participle" or source.first > cue.end:
                continue
            after = max(cue.end, source.stop)
            if i == 0 and after < len(p.words):
                content = span(p, after, content_stop(p))
            else:
                content = span(p, 0, i) if i else None
            if content:
                yield Finding(source.origin, _cue_span(p, cue), (content,), cites=source.cites)
                return


@rule(
    example="[Kinderen slapen te kort]. Dat concludeert onderzoeker Mirjam Kolthof.",
    counter_example="Kinderen slapen te kort. Dat verbaast onderzoeker Mirjam Kolthof.",
)
def sentence_before(p: Passage) -> Iterator[Finding]:
    """A sentence that only says who says the one before it: Dat concludeert Kolthof; Dat blijkt uit ..."""
    if p.previous is None or len(p.words) < 3 or p.words[0] not in ("dat", "dit", "aldus"):
        return
    found = _about_sentence_before(p)
    if found is None or p.previous.part == "heading":
        return
    source, cue = found
    content = _whole(p.previous)
    if content:
        yield Finding(source.origin, cue, (content,), cites=source.cites)


def _about_sentence_before(p: Passage) -> tuple[Subject, tuple[int, int]] | None:
    if p.words[0] == "aldus":
        source = subject_after(p, 1)
        return (source, _words_span(p, 0, 1)) if source and _closes_sentence(p, source.stop) else None
    if p.words[1] in _APPEAR | _STAND:
        document = _document_after(p, 1)
        return document[:2] if document else None
    if p.words[1] in ("is", "was") and (found := _saying_of(p, 1)):
        return found[:2]
    for cue in cues(p):
        if not cue.verb.kinds & {"say", "show"} or 1 not in (cue.first, cue.anchor):
            continue
        source = subject(p, cue) if cue.verb.form == "participle" else subject_after(p, cue.first + 1)
        if source and source.inverted and complement(p, source.stop) is None:
            return source, _cue_span(p, cue)
    return None


def _whole(p: Passage) -> tuple[int, int] | None:
    """Return a sentence without its full stop; one quotation without its marks."""
    if len(p.quotes) == 1 and p.words[0] == QUOTE and len(p.words) <= 2:
        return _inside(p, 0)
    return span(p, 0, content_stop(p))


@rule(
    example="Uit cijfers van het waterschap blijkt dat [het peil daalt].",
    counter_example="Uit de kast blijkt een muis te komen.",
)
def document_shows(p: Passage) -> Iterator[Finding]:
    """What a document or study says: Uit cijfers blijkt dat ...; In het rapport staat dat ..."""
    for i, word in enumerate(p.words):
        if word not in _APPEAR | _STAND:
            continue
        j = complement(p, i + 1)
        if j is None or j + 2 >= len(p.words):
            continue
        wanted = ("uit",) if word in _APPEAR else ("in",)
        source = _document_around(p, i, j, wanted)
        content = span(p, j + (p.words[j] == "dat"), clause_end(p, j + 1))
        if source and content:
            yield Finding(source.origin, _words_span(p, i, i + 1), (content,), cites=source.cites)


def _document_around(p: Passage, i: int, j: int, wanted: tuple[str, ...]) -> Subject | None:
    start = clause_start(p, i)
    if p.words[i - 1] in ("waarin", "waaruit") or p.words[max(0, i - 2)] in ("waarin", "waaruit"):
        return _document_before(p, i - 1)
    for k in (*range(i + 1, j), *range(start, i)):
        if p.words[k] in wanted:
            source = noun_phrase(p, k + 1)
            if source and (wanted == ("uit",) or mentions_document(p, source.first, source.stop)):
                return source
    return None


def _document_before(p: Passage, i: int) -> Subject | None:
    """Return the document that "waarin" refers to: the nearest one before it."""
    for k in range(i - 1, max(-1, i - 8), -1):
        if p.words[k] in DOCUMENTS:
            first = next((m for m in range(max(0, k - 4), k) if m in p.referents and p.after(p.referents[m]) > k), k)
            return noun_phrase(p, first, inverted=True)
    return None


@rule(
    example="Bewoners kregen van de gemeente te horen dat [de brug dicht gaat].",
    counter_example="Bewoners hadden van de gemeente een brief verwacht.",
)
def heard_from(p: Passage) -> Iterator[Finding]:
    """What somebody heard from a source: Zij hoorde van Kolthof dat ...; kreeg van hem te horen dat ..."""
    for i, word in enumerate(p.words):
        if word not in _HEARING:
            continue
        j = complement(p, i + 1)
        source = next(
            (
                found
                for k in range(max(0, i - 10), j or 0)
                if p.words[k] in ("van", "bij") and (found := noun_phrase(p, k + 1, inverted=True))
            ),
            None,
        )
        if j is None or source is None or not isinstance(source.origin, Referent) or p.words[j] != "dat":
            continue
        content = span(p, j + 1, clause_end(p, j + 1))
        first = i - 1 if i and p.words[i - 1] == "te" else i
        stop = i + 2 if first < i and i + 1 < len(p.words) and p.words[i + 1] in _GETTING else i + 1
        if content:
            yield Finding(source.origin, _words_span(p, first, stop), (content,), cites=source.cites)


@rule(
    example="[De schade wordt door verzekeraar Noordlicht geschat op een miljoen].",
    counter_example="De schade wordt door verzekeraar Noordlicht vergoed.",
)
def estimate(p: Passage) -> Iterator[Finding]:
    """An estimate in the passive: De schade wordt door Kolthof geschat op ..."""
    for i, word in enumerate(p.words):
        if word not in _ESTIMATED:
            continue
        agent = next(
            (
                found
                for k in range(i - 1, max(-1, i - 12), -1)
                if p.words[k] == "door" and (found := noun_phrase(p, k + 1, inverted=True))
            ),
            None,
        )
        content = span(p, 0, clause_end(p, i))
        if agent and isinstance(agent.origin, Referent) and content:
            yield Finding(agent.origin, _words_span(p, i, i + 1), (content,), cites=agent.cites)


@rule(
    example="Huisarts Mirjam Kolthof waarschuwt dat [het medicijn verslavend is].",
    counter_example="Huisarts Mirjam Kolthof kent het medicijn dat verslavend is.",
)
def reported_clause(p: Passage) -> Iterator[Finding]:
    """A clause with "dat", "of" or a question word after a reporting verb: Kolthof zegt dat ..."""
    for cue in cues(p):
        if not cue.verb.kinds & {"say", "show", "ask", "perceive"}:
            continue
        source = subject(p, cue)
        if source is None or _is_impersonal(p, cue, source):
            continue
        first = max(cue.end, source.stop if source.inverted else 0)
        j = complement(p, first)
        if j is None or not _opens_report(p, cue, first, j):
            continue
        content = span(p, j + (p.words[j] == "dat"), clause_end(p, j + 1))
        if content:
            yield Finding(source.origin, _cue_span(p, cue), (content,), cites=source.cites)


def _is_impersonal(p: Passage, cue: Cue, source: Subject) -> bool:
    """Whether a verb of showing or seeing has a subject of which it is not sure that it can report."""
    if isinstance(source.origin, Referent):
        return False
    if cue.verb.kinds & {"say", "ask"} and not cue.verb.kinds & {"show"}:
        return False
    return not mentions_document(p, source.first, source.stop) and "show" in cue.verb.kinds


def _opens_report(p: Passage, cue: Cue, first: int, j: int) -> bool:
    """Whether the word at `j` opens what this verb reports, and not a relative clause or an object."""
    if j + 2 >= len(p.words):
        return False
    between = [word for word in p.words[first:j] if word not in ADVERBS]
    if p.words[j] == "dat":
        # "vindt het jammer dat" is a judgement, and all of it is what is thought.
        return not (between and "judge" in cue.verb.kinds) and p.words[j + 1] not in PUNCTUATION
    if p.words[j] == "of":
        return "ask" in cue.verb.kinds or not between
    return "ask" in cue.verb.kinds and not between


@rule(
    example="Volgens huisarts Mirjam Kolthof [is het medicijn verslavend].",
    counter_example="Volgens plan is het medicijn in mei te koop.",
)
def according_to(p: Passage) -> Iterator[Finding]:
    """What is so according to somebody: Volgens Kolthof is ...; Het is volgens Kolthof ..."""
    for i, word in enumerate(p.words):
        if word != "volgens" and not _is_own_words(p, i):
            continue
        found = _source_of_marker(p, i)
        if found is None:
            continue
        source, cue = found
        start = clause_start(p, i)
        opens = start == i or all(w in CONJUNCTIONS or w in ADVERBS for w in p.words[start:i])
        if opens:
            first = _verb_after(p, source)
            content = span(p, first, clause_end(p, first)) if first is not None else None
        else:
            content = span(p, 0, clause_end(p, max(i, source.stop)))
        if content:
            yield Finding(source.origin, cue, (content,), cites=source.cites)


def _is_own_words(p: Passage, i: int) -> bool:
    return tuple(p.words[i : i + 4]) == ("in", "de", "woorden", "van") or tuple(p.words[i : i + 3]) == (
        "naar",
        "eigen",
        "zeggen",
    )


def _source_of_marker(p: Passage, i: int) -> tuple[Subject, tuple[int, int]] | None:
    if p.words[i] == "naar":
        source = noun_phrase(p, 0) or subject_after(p, i + 3)
        if source is None or not isinstance(source.origin, Referent):
            source = next((Subject(r, k, p.after(r), False) for k, r in p.referents.items()), None)
        return (source, _words_span(p, i, i + 3)) if source else None
    length = 4 if p.words[i] == "in" else 1
    source = noun_phrase(p, i + length, inverted=True) or _object_pronoun(p, i + length)
    if source is None or _is_no_source(p, source):
        return None
    return source, _words_span(p, i, i + length)


def _is_no_source(p: Passage, source: Subject) -> bool:
    if isinstance(source.origin, Referent):
        return False
    return any(word in _NO_RULE_OF_SPEECH for word in p.words[source.first : source.stop][:4])


def _verb_after(p: Passage, source: Subject) -> int | None:
    """Return the finite verb after "volgens" and its source, with whatever is added to the source between."""
    i = source.stop
    if i < len(p.words) and p.words[i].isalpha() and not p.capitalised(i):
        if p.words[i] not in PREPOSITIONS | CONJUNCTIONS | ADVERBS:
            return i
    for j in range(i, min(len(p.words), i + 18)):
        if p.words[j] in finite_forms() and j not in p.referents and not p.capitalised(j):
            return j
    return None


@rule(
    example="Trainer Sipke Hoekzema vindt [de beslissing van de bond onbegrijpelijk].",
    counter_example="De wedstrijd van trainer Sipke Hoekzema vindt morgen plaats.",
)
def judgement(p: Passage) -> Iterator[Finding]:
    """What somebody thinks of something: Kolthof vindt het plan onverstandig; Kolthof noemt het "dom"."""
    for cue in cues(p):
        if "judge" not in cue.verb.kinds or cue.verb.form != "finite":
            continue
        source = subject(p, cue)
        if source is None or not isinstance(source.origin, Referent):
            continue
        first = max(cue.end, source.stop if source.inverted else 0)
        if not _is_judged(p, cue, first):
            continue
        content = span(p, first, clause_end(p, first))
        if content:
            yield Finding(source.origin, _cue_span(p, cue), (content,), cites=source.cites)


def _is_judged(p: Passage, cue: Cue, first: int) -> bool:
    word, rest = p.words[cue.first], p.words[first:]
    if len(rest) < 3 or rest[0] in PUNCTUATION or "plaats" in rest:
        return False
    if word in ("vond", "vonden"):
        return rest[0] in ("het", "dat", "dit", "hem", "haar", "ze") and len(rest) > 3
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
        if "urge" not in cue.verb.kinds:
            continue
        source = subject(p, cue)
        if source is None or not isinstance(source.origin, Referent):
            continue
        first = max(cue.end, source.stop if source.inverted else 0)
        stop = clause_end(p, first)
        at = _te_infinitive(p, first, stop)
        if at is None:
            continue
        om = next((k + 1 for k in range(first, at) if p.words[k] == "om"), first)
        while om < at and p.words[om] in ADVERBS and p.words[om] not in ("er", "zich", "niet"):
            om += 1
        content = span(p, om, stop)
        if content:
            yield Finding(source.origin, _cue_span(p, cue), (content,), cites=source.cites)


def _te_infinitive(p: Passage, first: int, stop: int) -> int | None:
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
        if word not in _STATES or not any(w in AUXILIARIES for w in p.words[max(0, i - 12) : i]):
            continue
        j = next((k for k in range(i + 1, min(len(p.words) - 2, i + 5)) if p.words[k] in ("dat", "of")), None)
        if j is None or any(w in PUNCTUATION for w in p.words[i + 1 : j]):
            continue
        verb = next(k for k in range(i - 1, -1, -1) if p.words[k] in AUXILIARIES)
        source = subject(p, Cue(_STATE, i, i + 1, i + 1, verb))
        content = span(p, j + (p.words[j] == "dat"), clause_end(p, j + 1))
        if source and isinstance(source.origin, Referent) and content:
            yield Finding(source.origin, _words_span(p, i, i + 1), (content,), cites=source.cites)


_STATE = reporting.Verb(frozenset(["perceive"]), "finite")


@rule(
    example='Kolthof houdt hoop. "[Het kan nog goed komen.]"',
    counter_example='In het wachtlokaal hangt een bord. "Verboden te roken."',
)
def quote_alone(p: Passage) -> Iterator[Finding]:
    """A quotation that is a sentence of its own: by whoever the sentence before it is about, or spoke last."""
    alone = [i for i in p.quotes if _stands_alone(p, i)]
    if not alone:
        return
    speaker = speaker_of_quote(p)
    if speaker is None:
        return
    source, cue, continued = speaker
    for i in alone:
        yield Finding(source, cue, (_inside(p, i),), continued=continued)


def _stands_alone(p: Passage, i: int) -> bool:
    if i and p.words[i - 1] not in (QUOTE, ",", "–", "-", "…"):
        return False
    if any(word not in PUNCTUATION and word != QUOTE for word in p.words):
        return False
    quote = p.quotes[i]
    ends = p.text[quote.end - 1] in ".!?…" or p.words[-1] in (".", "!", "?", "…") or not quote.closed
    return ends and p.part not in ("heading", "key_points")


def speaker_of_quote(p: Passage) -> tuple[Referent | tuple[int, int] | None, tuple[int, int] | None, bool] | None:
    """Return source, cue and whether it continues, of a quotation without a reporting clause."""
    last: Speaker | None = p.last
    before = p.previous if p.previous and p.previous.paragraph == p.paragraph else None
    if last and (before is None or last.sentence == before.index or not before.referents):
        return last.source, last.cue if last.paragraph == p.paragraph else None, True
    if before is not None and before.part != "heading" and (subject := _person_in(before)):
        same = last is not None and _same(last.source, subject)
        return subject, last.cue if same and last and last.paragraph == p.paragraph else None, same
    if last:
        return last.source, last.cue if last.paragraph == p.paragraph else None, True
    return None


def _person_in(p: Passage) -> Referent | None:
    """Return the person a sentence is about: the first who is referred to and not after a preposition."""
    for i, referent in sorted(p.referents.items()):
        if referent.kind == "institution" or referent.form == "study":
            continue
        if i and p.words[i - 1] in PREPOSITIONS:
            continue
        return referent
    return None


def _same(one: object, other: Referent) -> bool:
    return isinstance(one, Referent) and (one.kind, one.ref, one.name) == (other.kind, other.ref, other.name)


_ = DOCUMENTS
