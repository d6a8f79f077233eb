"""Quotations that no clause attributes."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Referent
from ingest.languages.nl.clauses import inside_quote
from ingest.languages.nl.words import PREPOSITIONS, PUNCTUATION, TERMINAL
from ingest.passage import QUOTE, Finding, Origin, Passage, Speaker
from ingest.rules import RuleBook

RULES = RuleBook()
rule = RULES.rule


@rule(
    example='Huisarts Mirjam Kolthof houdt hoop. "[Het kan nog goed komen.]"',
    counter_example='In het wachtlokaal hangt een bord. "Verboden te roken."',
)
def quote_alone(p: Passage) -> Iterator[Finding]:
    """A quotation that is a sentence of its own: by whom the one before it is about, or who spoke last."""
    alone = [i for i in p.quotes if _stands_alone(p, i)]
    speaker = _speaker(p) if alone else None
    if speaker is None:
        return
    source, cue, continued = speaker
    for i in alone:
        yield Finding(source, cue, (inside_quote(p, i),), continued=continued)


def _stands_alone(p: Passage, i: int) -> bool:
    """Whether the sentence is nothing but quotations, and this one is speech and no title over a text."""
    if p.part in ("heading", "key_points") or any(w not in PUNCTUATION and w != QUOTE for w in p.words):
        return False
    quote = p.quotes[i]
    return p.text[quote.end - 1] in TERMINAL or p.words[-1] in TERMINAL or not quote.closed


def _speaker(p: Passage) -> tuple[Origin, tuple[int, int] | None, bool] | None:
    """Return source, cue and whether it continues, of a quotation that has no clause of its own.

    The sentence before it decides: it reports (then its source goes on), or it is about a person. Else
    the last speaker goes on; and before anybody has spoken, the sentence after it may say who it is.
    """
    last, before = p.last, p.previous
    near = before is not None and before.paragraph == p.paragraph
    if last and before and last.sentence == before.index:
        return _goes_on(p, last)
    person = person_in(before) if before else None
    if person and (near or last is None or person.form == "name"):
        if last and _same(last.source, person):
            return _goes_on(p, last)
        return person, None, False
    if last:
        return _goes_on(p, last)
    after = person_in(p.following) if p.following and p.following.paragraph == p.paragraph else None
    return (after, None, False) if after else None


def _goes_on(p: Passage, last: Speaker) -> tuple[Origin, tuple[int, int] | None, bool]:
    return last.source, last.cue if last.paragraph == p.paragraph else None, True


def person_in(p: Passage) -> Referent | None:
    """Return the person a sentence is about: the first one referred to who does not follow a preposition."""
    for i, referent in sorted(p.referents.items()):
        after_preposition = i > 0 and p.words[i - 1] in PREPOSITIONS
        if referent.kind != "institution" and referent.form != "study" and not after_preposition:
            return referent
    return None


def _same(one: Origin, other: Referent) -> bool:
    return isinstance(one, Referent) and (one.kind, one.ref, one.name) == (other.kind, other.ref, other.name)
