"""Who says what, in Dutch: the rules, in the order in which they are heard.

Where the contents of two findings overlap, the earlier rule's stays: a clause that frames a whole sentence
("..., zegt Kolthof") comes before one inside it, and a quotation that nothing frames comes last.
"""

from __future__ import annotations

import re

from ingest.languages.nl import quotation_rules, report_rules, speaker_rules
from ingest.languages.nl.words import (
    APPEARING,
    ESTIMATED,
    HEARING,
    MARKERS,
    SAYINGS,
    STANDING,
    STATES,
    VERBS,
)
from ingest.passage import QUOTE
from ingest.rules import Rule

RULES: tuple[Rule, ...] = (*quotation_rules.RULES, *report_rules.RULES, *speaker_rules.RULES)

# Words of which one at least stands in every sentence that reports in words.
_TRIGGERS = (
    frozenset(VERBS)
    | MARKERS
    | APPEARING
    | STANDING
    | SAYINGS
    | STATES
    | HEARING
    | ESTIMATED
    | {"zeggen", "woorden"}
)
_WORD = re.compile(r"\w+(?:[-'’.&/]\w+)*")
# The name of a speaker and a colon stand at the start of what they say.
_NAME_LENGTH = 80


def may_report(sentence: str) -> bool:
    """Whether a sentence, its quotations masked, has anything by which a rule could know a report.

    Nine sentences in ten have not, and are passed over without being taken apart.
    """
    if QUOTE in sentence or ":" in sentence[:_NAME_LENGTH]:
        return True
    return not _TRIGGERS.isdisjoint(_WORD.findall(sentence.lower()))
