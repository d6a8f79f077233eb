"""Each mistake, in the words around it, so that the next improvement is easy to find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.evaluation import matching
from ingest.evaluation.gold import Extent, Gold, GoldAttribution
from ingest.evaluation.likeness import content_overlap, extent, hull, same_cue
from ingest.evaluation.matching import EXACT, Account
from ingest.evaluation.measures import (
    FIELDS,
    counted_people,
    extra_institutions,
    field_is_right,
)
from ingest.extraction import Attribution, Extraction, Span

# Characters shown on either side of what is wrong, and the most shown of a stretch between two marks.
_AROUND = 60
_LONGEST = 90
_LEFT_OUT = " […] "


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that was found wrongly, or not found.

    `of` is `person`, `institution` or `attribution`; `kind` is `missed`, `extra`, `wrong_source`,
    `wrong_extent`, `wrong_cue`, `wrong_kind`, or `wrong_` or `claimed_` with the field of a person, which
    the gold has otherwise or has not. `wanted` is what the gold says and `found` what was found instead;
    `start` is where it stands, `context` the words around it, with [ ] around the gold's and < > around what
    was found. `rule` is the rule that found an attribution.
    """

    document: str
    of: str
    kind: str
    start: int
    wanted: str | None
    found: str | None
    context: str
    rule: str | None = None


def mistakes(document: str, gold: Gold, found: Extraction, account: Account, text: str) -> list[Mistake]:
    """Return the mistakes in one text, in the order of where they stand."""
    finder = _Finder(document, gold, found, account, text)
    everything = [*finder.people(), *finder.institutions(), *finder.attributions()]
    return sorted(everything, key=lambda one: (one.start, one.of, one.kind))


def in_context(text: str, wanted: Extent | None, found: Extent | None) -> str:
    """Return what stands at and around two stretches of text, [wanted] and <found>, on one line.

    What is long between two marks is shortened in its middle.
    """
    marks = [(place, mark) for mark, place in zip("[]", wanted or (), strict=False)]
    marks += [(place, mark) for mark, place in zip("<>", found or (), strict=False)]
    # What closes at a place comes before what opens there, and equal stretches are nested.
    marks.sort(key=lambda one: (one[0], ">][<".index(one[1])))
    first, last = marks[0][0], marks[-1][0]
    shown = ("…" if first > _AROUND else "") + text[max(0, first - _AROUND) : first]
    for (place, mark), (following, _) in zip(marks, [*marks[1:], (last, "")], strict=True):
        shown += mark + _shortened(text[place:following])
    shown += text[last : last + _AROUND] + ("…" if last + _AROUND < len(text) else "")
    return " ".join(shown.split())


def _shortened(text: str) -> str:
    half = (_LONGEST - len(_LEFT_OUT)) // 2
    return text if len(text) <= _LONGEST else text[:half] + _LEFT_OUT + text[-half:]


@dataclass(frozen=True, slots=True)
class _Finder:
    document: str
    gold: Gold
    found: Extraction
    account: Account
    text: str

    def people(self) -> Iterator[Mistake]:
        match = matching.people(self.gold.people, self.found.people)
        for place, wanted in counted_people(self.gold):
            if place not in match:
                yield self._mistake("person", "missed", wanted.name, None, _first(wanted.mentions), None)
                continue
            given = self.found.people[match[place]]
            where = _first(given.mentions)
            if (wanted.kind == "expert") != (given.kind == "expert"):
                yield self._mistake("person", "wrong_kind", wanted.kind, given.kind, None, where)
            for name in FIELDS:
                mine, theirs = getattr(wanted, name), getattr(given, name)
                if mine and not field_is_right(name, wanted, given):
                    yield self._mistake("person", f"wrong_{name}", mine, theirs, None, where)
                elif theirs and not mine:
                    yield self._mistake("person", f"claimed_{name}", None, theirs, None, where)
        taken = set(match.values())
        for place, given in enumerate(self.found.people):
            if place not in taken:
                yield self._mistake("person", "extra", None, given.name, None, _first(given.mentions))

    def institutions(self) -> Iterator[Mistake]:
        match = matching.institutions(self.gold.institutions, self.found.institutions)
        for place, wanted in enumerate(self.gold.institutions):
            if place not in match and not wanted.optional:
                yield self._mistake("institution", "missed", wanted.name, None, _first(wanted.mentions), None)
        for place in extra_institutions(self.gold, self.found, match):
            given = self.found.institutions[place]
            yield self._mistake("institution", "extra", None, given.name, None, _first(given.mentions))

    def attributions(self) -> Iterator[Mistake]:
        account = self.account
        for place in account.missed:
            yield self._attribution("missed", self.gold.attributions[place], None)
        for place in account.extra:
            yield self._attribution("extra", None, self.found.attributions[place])
        for kind, pairs in (
            ("wrong_source", account.wrong_source), ("wrong_extent", account.wrong_extent),
        ):  # fmt: skip
            for mine, theirs in pairs.items():
                yield self._attribution(kind, self.gold.attributions[mine], self.found.attributions[theirs])
        for mine, theirs in account.right.items():
            wanted, given = self.gold.attributions[mine], self.found.attributions[theirs]
            if content_overlap(wanted, given) < EXACT:
                yield self._attribution("wrong_extent", wanted, given)
            if not same_cue(wanted, given):
                yield self._cue(wanted, given)

    def _attribution(self, kind: str, wanted: GoldAttribution | None, given: Attribution | None) -> Mistake:
        return self._mistake(
            "attribution",
            kind,
            (wanted.source.name or wanted.source.kind) if wanted else None,
            given.source.name if given else None,
            wanted.extent if wanted else None,
            hull(given.content) if given else None,
            given.rule if given else None,
        )

    def _cue(self, wanted: GoldAttribution, given: Attribution) -> Mistake:
        return self._mistake(
            "attribution",
            "wrong_cue",
            wanted.cue if wanted.cue_extent else None,
            given.cue.text if given.cue else None,
            wanted.cue_extent,
            extent(given.cue) if given.cue else None,
            given.rule,
        )

    def _mistake(
        self, of: str, kind: str, wanted: str | None, given: str | None,
        wanted_at: Extent | None, found_at: Extent | None, rule: str | None = None,
    ) -> Mistake:  # fmt: skip
        start = min(where[0] for where in (wanted_at, found_at) if where)
        context = in_context(self.text, wanted_at, found_at)
        return Mistake(self.document, of, kind, start, wanted, given, context, rule)


def _first(mentions: tuple[Span, ...]) -> Extent:
    return extent(min(mentions))
