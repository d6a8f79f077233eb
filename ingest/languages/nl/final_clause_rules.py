"""Indirect speech before the clause that reports it: at the end of its sentence, or in the next one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ingest.languages.nl.according_rules import is_no_source
from ingest.languages.nl.clauses import (
    content_stop,
    inside_quote,
    is_verb,
    may_end_at,
    mentions_document,
    opens_main_clause,
    says_enough,
    trimmed_span,
    words_span,
)
from ingest.languages.nl.cues import Cue, cue_span, cues
from ingest.languages.nl.report_rules import CLAUSAL
from ingest.languages.nl.roles import role
from ingest.languages.nl.subjects import (
    Clause,
    Subject,
    finding,
    noun_phrase,
    object_pronoun,
    subject,
    subject_after,
)
from ingest.languages.nl.words import (
    ADVERBS,
    APPEARING,
    AUXILIARIES,
    COMING,
    COMPLEMENTISERS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    MARKERS,
    MODALS,
    NEGATIONS,
    NEVER,
    NO_MANNER,
    PREPOSITIONS,
    PUNCTUATION,
    SAYINGS,
    STANDING,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    VERBS,
)
from ingest.passage import QUOTE, Finding, Passage
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

# A clause of its own after a colon has more words than these.
_CLAUSE_WORDS = 4
# A dateline has at most so many words: "Ter Apel, 3 november – ".
_DATELINE_WORDS = 8
# With these a report goes on after the clause that interrupts it.
_CARRIES_ON = frozenset(["en", "maar", "of", "mits", "tenzij", "behalve", "want", "omdat", "zodat", "laat"])
# A clause does not end with these.
_UNFINISHED = AUXILIARIES | MODALS | DETERMINERS | frozenset(["er"])
_NEEDS_KNOWN_SOURCE = frozenset(["show", "perceive"])


@rule(
    example="[De prijs van olie stijgt dit jaar], zegt econoom Harm Dijkgraaf.",
    counter_example="Toen hij thuiskwam, zei econoom Harm Dijkgraaf niets.",
)
def clause_at_end(p: Passage) -> Iterator[Finding]:
    """Indirect speech, then who says it: ..., zegt Kolthof; ..., aldus Kolthof; ..., blijkt uit cijfers."""
    for i in range(1, len(p.words) - 2):
        if p.words[i] != "," or (p.words[i + 1] != "zo" and _is_only_subordinate(p, i)):
            continue
        clause = _final_clause(p, i + 1)
        if clause is None or "?" in p.words[i : clause.end]:
            continue
        start = _proposition_start(p, i)
        if p.words[start] == "dat" and p.words[i - 1] not in PUNCTUATION and _is_dat_clause(p, start, i):
            start += 1
        if _is_subject_only(p, start, i):
            continue
        interrupts = clause.end < len(p.words) - 1 and p.words[clause.end] == ","
        interrupts = interrupts and not _is_of_source(p, clause, clause.end + 1)
        goes_on = interrupts and (not says_enough(p, start, i) or _is_interrupted(p, i, clause.end + 1))
        yield from finding(clause, trimmed_span(p, start, content_stop(p) if goes_on else i))
        return


def _is_of_source(p: Passage, clause: Clause, after: int) -> bool:
    """Whether what follows a comma says who speaks: "zegt Kolthof, die net een kaart had", ", jurist bij"."""
    if not clause.source.known or after + 1 >= len(p.words):
        return False
    following = p.words[after + 1]
    relative = following in DETERMINERS or following in ADVERBS or following in PREPOSITIONS
    return (p.words[after] == "die" and relative) or role(p.words[after]) is not None


def _is_interrupted(p: Passage, i: int, after: int) -> bool:
    """Whether a clause between two commas breaks off what goes on: "Zij had er, zegt hij, geen oog voor"."""
    following = p.words[after]
    if p.words[i - 1] in _UNFINISHED or following in NEGATIONS or following in ADVERBS:
        return True
    # "Wie oud is, zegt zij, lekt."
    if (p.words[0] in SUBORDINATORS or p.words[0] in ("wie", "wat")) and opens_main_clause(p, after):
        return True
    # "Het dak is oud, zegt zij, en de kelder nat": it goes on, unless with what the speaker did.
    does = p.words[after + 1 : after + 2]
    return (
        following in _CARRIES_ON
        and does != []
        and does[0] not in SUBJECT_PRONOUNS
        and not _does(p, after + 1)
    )


def _does(p: Passage, j: int) -> bool:
    """Whether the speaker is the subject that is left out before word `j`: "zegt zij, en lacht"."""
    return is_verb(p, j) and j + 1 < len(p.words) and p.words[j + 1] not in NEVER and p.words[j] in VERBS


def _is_dat_clause(p: Passage, start: int, stop: int) -> bool:
    """Whether "Dat" opens a clause, with no verb but at its end, and is no pronoun: "Dat het lekt"."""
    ends = p.words[stop - 1] in FINITE or p.words[stop - 1].endswith(("t", "en"))
    verbs = any(is_verb(p, k) for k in range(start + 2, stop - 2))
    return ends and not verbs and p.words[start + 1] not in FINITE


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
        if p.words[j] == ":" and i - j > _CLAUSE_WORDS and says_enough(p, 0, j) and says_enough(p, j + 1, i):
            return j + 1
    return _after_dateline(p, i)


def _after_dateline(p: Passage, i: int) -> int:
    """Return where the text begins after a place or a time and a dash: "17.40 uur – De brand is uit"."""
    for j in range(1, min(i, _DATELINE_WORDS)):
        if p.words[j] in ("–", "—", "-") and not any(is_verb(p, k) for k in range(j)):
            return j + 1
    return 0


def _is_only_subordinate(p: Passage, comma: int) -> bool:
    """Whether all before the comma is a subordinate clause: then what follows is the main clause itself."""
    first = p.words[0]
    if first == "zoals" or "," in p.words[:comma]:
        return False
    # "Op de vraag of dat kan, reageert hij": a phrase with a preposition, and a clause that belongs to it.
    within = (word in COMPLEMENTISERS or word == "die" for word in p.words[1:comma])
    return first in SUBORDINATORS or (first in PREPOSITIONS and p.words[comma - 1] in FINITE and any(within))


def _final_clause(p: Passage, j: int) -> Clause | None:
    """Return the reporting clause that begins at word `j` and reports nothing itself."""
    so = p.words[j] == "zo"
    j += so
    word = p.words[j]
    if word in MARKERS:
        source = subject_after(p, j + 1) or object_pronoun(p, j + 1)
        if source and not is_no_source(p, source) and may_end_at(p, source.stop):
            return Clause(source, words_span(p, j, j + 1), source.stop)
        return None
    if word in APPEARING or word in STANDING:
        return _document_after(p, j)
    if word in ("is", "was", "luidt", "luidde") and (saying := _saying_of(p, j)):
        return saying
    for cue in cues(p):
        if cue.verb.form == "participle" and cue.anchor == j and cue.verb.kinds & CLAUSAL:
            # "..., heeft Kolthof bekendgemaakt."
            source = subject_after(p, j + 1)
            if source and source.stop <= cue.first and not _reports_more(p, cue.end):
                return Clause(source, cue_span(p, cue), cue.end)
        if cue.first == j and cue.verb.form == "finite" and _may_close(p, cue):
            source = subject_after(p, j + 1) or (subject_after(p, cue.end) if cue.end > cue.stop else None)
            if source is None or not _may_show(p, cue, source):
                continue
            end = max(source.stop, cue.end)
            if cue.verb.kinds <= _NEEDS_KNOWN_SOURCE and p.words[end : end + 1] == ["niet"]:
                # "Wie het was, wist zij niet."
                continue
            end += p.words[end : end + 1] == ["zich"]
            if so or not _reports_more(p, end):
                return Clause(source, cue_span(p, cue), end)
    return None


def _may_close(p: Passage, cue: Cue) -> bool:
    """Whether a verb reports without marks; one of the manner of speaking does before a person and a stop."""
    if cue.verb.kinds & CLAUSAL:
        return True
    speaker = p.referents.get(cue.end)
    if speaker is None or speaker.kind != "person" or p.words[cue.first] in NO_MANNER:
        return False
    end = p.after(speaker)
    return says_enough(p, 0, cue.first) and (end >= len(p.words) or p.words[end] in PUNCTUATION)


def _may_show(p: Passage, cue: Cue, source: Subject) -> bool:
    """Whether a source can do what the verb says: show or see it, if that is all that it says."""
    if source.known or not cue.verb.kinds <= _NEEDS_KNOWN_SOURCE:
        return True
    return "show" in cue.verb.kinds and mentions_document(p, source.first, source.stop)


def _reports_more(p: Passage, end: int) -> bool:
    """Whether the clause goes on to report something after it: ..., zegt Kolthof dat ..."""
    rest = p.words[end:]
    if rest[:1] == [","]:
        # "..., herinnert Kolthof zich, ...": the clause is over.
        return "dat" in rest[1:3]
    opens = (
        word in ("dat", "of", QUOTE) and before not in CONJUNCTIONS
        for before, word in pairwise(["", *rest[:8]])
    )
    return any(opens) or ":" in rest[:-1]


def _document_after(p: Passage, j: int) -> Clause | None:
    """Return the document of "blijkt uit onderzoek van het Bureau" or "staat in het rapport"."""
    k = j + 1
    while k < len(p.words) and p.words[k] in ADVERBS:
        k += 1
    if k >= len(p.words) or p.words[k] != ("uit" if p.words[j] in APPEARING else "in"):
        return None
    source = subject_after(p, k + 1)
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
    opens = (k for k, word in enumerate(p.words) if word == "zoals" and (k == 0 or p.words[k - 1] == ","))
    i = next(opens, None)
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
            yield from finding(Clause(source, cue_span(p, cue), after), content)
            return


@rule(
    example="[Kinderen slapen te kort]. Dat concludeert onderzoeker Mirjam Kolthof.",
    counter_example="Kinderen slapen te kort. Dat verbaast onderzoeker Mirjam Kolthof.",
)
def sentence_before(p: Passage) -> Iterator[Finding]:
    """A sentence that says who says the one before it: Dat concludeert Kolthof; Dat blijkt uit cijfers."""
    if len(p.words) < 3 or p.words[0] not in ("dat", "dit", "aldus", "tot"):
        return
    clause = _clause_about_sentence_before(p)
    if clause and p.previous:
        yield from finding(clause, _whole(p.previous))


def _clause_about_sentence_before(p: Passage) -> Clause | None:
    if p.words[0] == "aldus":
        source = subject_after(p, 1)
        ends = source is not None and may_end_at(p, source.stop)
        return Clause(source, words_span(p, 0, 1), source.stop) if source and ends else None
    if p.words[1] in APPEARING or p.words[1] in STANDING:
        return _document_after(p, 1)
    if p.words[1] in ("is", "was") and (saying := _saying_of(p, 1)):
        return saying
    if p.words[:2] == ["tot", "die"]:
        return _came_to(p)
    for cue in cues(p):
        if cue.verb.kinds & {"say", "show"} and 1 in (cue.first, cue.anchor):
            source = subject(p, cue) if cue.verb.form == "participle" else subject_after(p, cue.first + 1)
            if source and source.inverted and p.words[source.stop : source.stop + 1] != ["dat"]:
                return Clause(source, cue_span(p, cue), source.stop)
    return None


def _came_to(p: Passage) -> Clause | None:
    """Return who came to what the sentence before says: Tot die conclusie komt Kolthof."""
    if len(p.words) < 5 or p.words[2] not in SAYINGS or p.words[3] not in COMING:
        return None
    source = subject_after(p, 4)
    return Clause(source, words_span(p, 3, 4), source.stop) if source else None


def _whole(p: Passage) -> tuple[int, int] | None:
    """Return a sentence without its full stop; of a sentence that is one quotation what is inside."""
    if 0 in p.quotes and all(word in PUNCTUATION for word in p.words[1:]):
        return inside_quote(p, 0)
    return trimmed_span(p, _after_dateline(p, len(p.words)), content_stop(p))
