"""Quotations that no clause attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import Referent
from ingest.languages.nl.clauses import inside_quote
from ingest.languages.nl.words import PREPOSITIONS, PUNCTUATION, TERMINAL
from ingest.passage import QUOTE, Finding, Origin, Passage, Speaker
from ingest.rules import RuleBook

# What nobody introduces is speech if it has so many characters; shorter ones are slogans and titles.
_SPOKEN = 20
# A quotation without a full stop is a sentence and no title from so many spaces on.
_SENTENCE_SPACES = 5
_WE = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:ik|mij|me|mijn)\b", re.IGNORECASE)

RULES = RuleBook()
rule = RULES.rule


@rule(
    example='Huisarts Mirjam Kolthof houdt hoop. "[Het kan nog goed komen.]"',
    counter_example='In het wachtlokaal hangt een bord. "Verboden te roken."',
)
def quote_alone(p: Passage) -> Iterator[Finding]:
    """A quotation that is a sentence of its own: by whom the one before it is about, or who spoke last."""
    alone = [i for i in p.quotes if _stands_alone(p, i)]
    speaker = _speaker(p, alone) if alone else None
    if speaker is None:
        return
    source, cue, continued = speaker
    for i in alone:
        yield Finding(source, cue, (inside_quote(p, i),), continued=continued)


def _stands_alone(p: Passage, i: int) -> bool:
    """Whether the sentence is nothing but quotations, and this one is speech and no title over a text."""
    if p.part in ("heading", "key_points") or not _is_nothing_else(p):
        return False
    quote = p.quotes[i]
    said = p.text[quote.start : quote.end]
    ends = said[-1] in TERMINAL or p.words[-1] in TERMINAL or not quote.closed
    return ends or (said[0].isupper() and said.count(" ") >= _SENTENCE_SPACES)


def _is_nothing_else(p: Passage) -> bool:
    """Whether a sentence is quotations and punctuation, but for how it was said: "..." (lacht)."""
    in_brackets = False
    for word in p.words:
        in_brackets = word == "(" or (in_brackets and word != ")")
        if not in_brackets and word not in PUNCTUATION and word != QUOTE:
            return False
    return True


def _speaker(p: Passage, alone: list[int]) -> tuple[Origin, tuple[int, int] | None, bool] | None:
    """Return source, cue and whether it continues, of a quotation that has no clause of its own.

    The sentence before it decides: it reports (then its source goes on), or it is about a person. Else
    the last speaker goes on; and before anybody has spoken, the sentence after it may say who it is.
    """
    last, before = p.last, p.previous
    near = before is not None and before.paragraph == p.paragraph
    if last and before and last.sentence == before.index:
        return _goes_on(p, last)
    person = person_in(before) if before else None
    if before and near and _says_we(p, alone) and (body := _body_in(before)):
        return body, None, False
    if before and person and person.kind == "unnamed" and not _opens(before, person):
        # Somebody who is only mentioned takes the word from nobody.
        if last:
            return _goes_on(p, last)
        person = _only_person(p) or person
    if person and (near or last is None or person.form == "name"):
        if last and _same(last.source, person):
            return _goes_on(p, last)
        return person, None, False
    if last:
        return _goes_on(p, last)
    after = person_in(p.following) if p.following and p.following.paragraph == p.paragraph else None
    if after is None and p.quotes[alone[0]].end - p.quotes[alone[0]].start >= _SPOKEN:
        after = _only_person(p)
    return (after, None, False) if after else None


def speaker_before(p: Passage) -> Speaker | None:
    """Return who is speaking when a sentence begins: whom the one before it is about, or who spoke last."""
    before = p.previous
    person = person_in(before) if before and before.paragraph == p.paragraph else None
    if before is None or person is None or (p.last and p.last.sentence == before.index):
        return p.last
    return Speaker(person, None, p.paragraph, before.index)


def _only_person(p: Passage) -> Referent | None:
    """Return the person named before this sentence, the only one or the first if it answers a question."""
    named = {r.ref: r for r in reversed(p.passages.referents) if r.kind == "person" and r.span.end <= p.start}
    asked = p.previous is not None and p.text[: p.previous.end].rstrip("*_").endswith("?")
    return next(reversed(named.values())) if named and (asked or len(named) == 1) else None


def _goes_on(p: Passage, last: Speaker) -> tuple[Origin, tuple[int, int] | None, bool]:
    return last.source, last.cue if last.paragraph == p.paragraph else None, True


def person_in(p: Passage) -> Referent | None:
    """Return the person a sentence is about: the first one referred to who does not follow a preposition.

    A sentence that opens with "Voor Kolthof" is about what she thinks.
    """
    for i, referent in sorted(p.referents.items()):
        after_preposition = i > 0 and p.words[i - 1] in PREPOSITIONS and p.words[:i] != ["voor"]
        speaks = referent.kind != "institution" and referent.form not in ("study", "body")
        if speaks and not after_preposition and not referent.span.text.endswith(("'s", "’s")):
            return referent
    return None


def _body_in(p: Passage) -> Referent | None:
    """Return the institution or body with which a sentence opens."""
    first = p.referents.get(0)
    return first if first and (first.kind == "institution" or first.form == "body") else None


def _opens(p: Passage, referent: Referent) -> bool:
    """Whether a sentence begins with a referent, or with one word before it."""
    return any(p.referents.get(i) is referent for i in (0, 1))


def _says_we(p: Passage, quotes: list[int]) -> bool:
    """Whether a quotation is in the words of a group: "Wij kijken ernaar"."""
    said = p.text[p.quotes[quotes[0]].start : p.quotes[quotes[0]].end]
    return bool(_WE.search(said)) and not _I.search(said)


def _same(one: Origin, other: Referent) -> bool:
    return isinstance(one, Referent) and (one.kind, one.ref, one.name) == (other.kind, other.ref, other.name)
