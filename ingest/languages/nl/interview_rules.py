"""Interviews without quotation marks: turns after a name, and answers to questions."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Referent
from ingest.extraction import Span
from ingest.languages.nl.clauses import words_span
from ingest.languages.nl.speaker_rules import person_in
from ingest.languages.nl.subjects import Subject, noun_phrase
from ingest.languages.nl.words import TERMINAL
from ingest.passage import QUOTE, Finding, Paragraph, Passage, Passages
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule

# A turn of an interview is at least this long, in words; what is shorter after a name and a colon is a
# heading or an item of a list.
_TURN_WORDS = 6
# So many questions make an interview; one or two are a writer's own.
_QUESTIONS = 3
_QUESTION_WORDS = 40
# The introduction of an interview, in sentences, in which whoever is interviewed is named.
_INTRODUCTION = 30
_ANSWERS = TERMINAL - {"?"}
_INITIALS = re.compile(r"[A-Z]{2,4}")
# What marks bold or italic print in plain text.
_EMPHASIS = "*_"
_FIRST_PERSON = re.compile(r"\b(?:ik|wij|we|mij|me|mijn|ons|onze)\b", re.IGNORECASE)


@rule(
    example="Mirjam Kolthof: [Ik zie steeds vaker dat mensen te laat hulp zoeken. Dat is jammer.]",
    counter_example="Aanwezig waren: de buren, de huisarts en drie leerlingen van de school.",
)
def turn(p: Passage) -> Iterator[Finding]:
    """A turn in an interview without quotation marks: a name, a colon, and the rest of the paragraph."""
    source = _initials(p) or noun_phrase(p, 0)
    if source is None or not isinstance(source.origin, Referent) or source.origin.kind != "person" or p.part:
        return
    colon = source.stop
    if p.words[colon : colon + 1] != [":"] or colon + 1 >= len(p.words):
        return
    said = (p.starts[colon + 1], p.paragraph_end)
    masked = p.passages.masked[slice(*said)]
    if QUOTE not in masked and masked[-1] in _ANSWERS and _is_long(source, masked):
        yield Finding(source.origin, words_span(p, colon, colon + 1), (said,), direct=True)


def _is_long(source: Subject, said: str) -> bool:
    """Whether what stands after a colon is a turn; after initials it always is."""
    return said.count(" ") >= _TURN_WORDS or (
        isinstance(source.origin, Referent) and source.origin.span.text.isupper()
    )


def _initials(p: Passage) -> Subject | None:
    """Return the person whose initials stand before a colon: "MK: Ik zie ..."."""
    if len(p.words) < 2 or p.words[1] != ":" or not _INITIALS.fullmatch(p.text[p.starts[0] : p.ends[0]]):
        return None
    named = (r for r in p.passages.referents if r.kind == "person" and _initials_of(r.name) == p.words[0])
    found = next(named, None)
    if found is None:
        return None
    here = Span(p.starts[0], p.ends[0], p.text[p.starts[0] : p.ends[0]])
    return Subject(replace(found, span=here), 0, 1, False)


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split()).lower()


@rule(
    example=(
        "Huisarts Mirjam Kolthof stopt na dertig jaar.\nWaarom nu?\n[Ik ben moe, en mijn knieën zijn op.]\n"
        "Wat gaat u doen?\n[Ik ga varen, zolang het nog kan.]\nEn de praktijk?\n[Die heb ik verkocht.]"
    ),
    counter_example=(
        "Huisarts Mirjam Kolthof stopt na dertig jaar.\nWaarom nu?\nZij is moe, en haar knieën zijn op.\n"
        "Wat gaat zij doen?\nVaren, zolang het nog kan.\nEn de praktijk?\nDie is verkocht."
    ),
)
def answer(p: Passage) -> Iterator[Finding]:
    """An answer in an interview of questions and answers without marks: by whom the introduction is about."""
    interviewed = _interviewed(p.passages)
    if interviewed and p.index in answers(p.passages):
        yield Finding(interviewed, None, ((p.start, p.paragraph_end),), direct=True)


@functools.lru_cache(maxsize=1)
def answers(passages: Passages) -> frozenset[int]:
    """Return the sentences with which paragraphs begin that answer a question, in an interview.

    It is one if three paragraphs or more are nothing but a question, and what is said after half of them
    is said by an "ik" or "wij".
    """
    paragraphs = passages.paragraphs()
    asked = [i for i, paragraph in enumerate(paragraphs[:-1]) if _is_question(paragraph)]
    if len(asked) < _QUESTIONS:
        return frozenset()
    first_person = [i for i in asked if _FIRST_PERSON.search(paragraphs[i + 1].masked)]
    if 2 * len(first_person) < len(asked):
        return frozenset()
    said: set[int] = set()
    for i, after in zip(asked, (*asked[1:], asked[-1] + 2), strict=True):
        said.update(paragraph.first for paragraph in paragraphs[i + 1 : after] if _is_answer(paragraph))
    return frozenset(said)


def _is_question(paragraph: Paragraph) -> bool:
    text = paragraph.masked
    return (
        text.rstrip(_EMPHASIS).endswith("?")
        and QUOTE not in text
        and text.count(" ") < _QUESTION_WORDS
        and _may_speak(paragraph)
    )


def _is_answer(paragraph: Paragraph) -> bool:
    text = paragraph.masked
    return QUOTE not in text and text[-1] in TERMINAL and not text.endswith("?") and _may_speak(paragraph)


def _may_speak(paragraph: Paragraph) -> bool:
    """Whether a paragraph is running text, or a short line taken for a heading, as questions may be."""
    return paragraph.part in (None, "heading")


def _interviewed(passages: Passages) -> Referent | None:
    """Return the first person whom the text before the first answer is about."""
    first = min(answers(passages), default=0)
    found = (person_in(passages[index]) for index in range(min(first, _INTRODUCTION)))
    return next((person for person in found if person and person.kind == "person"), None)
