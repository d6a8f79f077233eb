"""Who says what, in Dutch: the rules, in the order in which they are heard.

Where the contents of two findings overlap, the earlier rule's stays: an answer in an interview comes before
what is reported in it, a clause that frames a whole sentence ("..., zegt Kolthof") before one inside it,
and a quotation that nothing frames comes last.
"""

from __future__ import annotations

import re

from ingest.languages.nl import (
    according_rules,
    attitude_rules,
    document_rules,
    final_clause_rules,
    interview_rules,
    quotation_rules,
    report_rules,
    speaker_rules,
)
from ingest.languages.nl.interview_rules import answers
from ingest.languages.nl.reporting import Verb
from ingest.languages.nl.studies import study
from ingest.languages.nl.words import (
    APPEARING,
    ESTIMATED,
    HEARING,
    MARKERS,
    NO_MANNER,
    SAYINGS,
    STANDING,
    STATES,
    VERBS,
)
from ingest.passage import QUOTE
from ingest.rules import Rule

__all__ = ["RULES", "answers", "may_report", "study"]

RULES: tuple[Rule, ...] = (
    *interview_rules.RULES,
    *quotation_rules.RULES,
    *final_clause_rules.RULES,
    *document_rules.RULES,
    *report_rules.RULES,
    *according_rules.RULES,
    *attitude_rules.RULES,
    *speaker_rules.RULES,
)

_IN_WORDS = frozenset(["say", "show", "ask", "perceive", "urge", "judge"])


def _reports_in_words(verb: Verb) -> bool:
    """Whether a verb can report without a quotation, or a judgement in its finite form."""
    return bool(verb.kinds & _IN_WORDS) and (verb.form != "participle" or verb.kinds != {"judge"})


def _trigger(particle: str) -> tuple[str, ...]:
    """Return the words one of which must be there: an "erop" may be parted."""
    return (particle, "er") if particle.startswith("er") else (particle,)


# Words of "naar eigen zeggen", "in de woorden van" and "komt naar voren".
_WORDS_OF_PHRASES = ("zeggen", "woorden", "voren")
# Verbs of the manner of speaking report without marks too, but for some.
_MANNERS = frozenset(
    form
    for form, found in VERBS.items()
    for verb in found
    if verb.kinds == {"quote"} and verb.form == "finite" and not verb.particle and form not in NO_MANNER
)
# A report in words holds one of these, or a verb that is one only with its particle and that particle.
_ALONE = frozenset(
    form for form, found in VERBS.items() if any(_reports_in_words(v) and not v.particle for v in found)
).union(_MANNERS, MARKERS, APPEARING, STANDING, SAYINGS, STATES, HEARING, ESTIMATED, _WORDS_OF_PHRASES)
_WITH_PARTICLE = {
    form: particles
    for form, found in VERBS.items()
    if form not in _ALONE
    and (
        particles := frozenset(
            word for v in found if _reports_in_words(v) and v.particle for word in _trigger(v.particle[-1])
        )
    )
}
_TRIGGERS = _ALONE.union(_WITH_PARTICLE)
_WORD = re.compile(r"\w+(?:[-'’.&/]\w+)*")
# The name of a speaker and a colon stand at the start of what they say.
_NAME_LENGTH = 80


def may_report(sentence: str) -> bool:
    """Whether a sentence, its quotations masked, has anything by which a rule could know a report.

    A sentence that has not is passed over without being taken apart.
    """
    if QUOTE in sentence or ":" in sentence[:_NAME_LENGTH]:
        return True
    words = set(_WORD.findall(sentence.lower()))
    found = words & _TRIGGERS
    return any(word in _ALONE or not words.isdisjoint(_WITH_PARTICLE[word]) for word in found)
