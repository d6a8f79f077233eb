"""Which of what was found is which of what is there.

A match is a dictionary from places in the gold to places in what was found, each at most once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingest.evaluation.gold import Gold, GoldAttribution, GoldInstitution, GoldPerson
from ingest.evaluation.likeness import (
    content_overlap,
    extent,
    hull,
    is_named,
    overlap,
    same_cue,
    same_source,
    words,
)
from ingest.extraction import Attribution, Extraction, Institution, Person, Span

Match = dict[int, int]

_Mine = TypeVar("_Mine")
_Theirs = TypeVar("_Theirs")

# Overlaps from which contents are the same: the Gender Gap Tracker's (Asr et al. 2021), and that of the same
# stretch, below 1 because a division need not give just that. Half of a mention is still a mention.
LOOSE, STRICT, EXACT = 0.3, 0.8, 0.999
_MENTION = 0.5
# What lies for more than a fifth in something doubtful is doubtful too.
_DOUBTFUL = 0.2


@dataclass(frozen=True, slots=True)
class Criterion:
    """What makes two attributions the same: `overlap` of content, and whether source and cue have to be.

    With `named`, only those with a person or institution as source are looked at.
    """

    overlap: float
    source: bool = True
    cue: bool = False
    named: bool = False

    def concerns(self, attribution: GoldAttribution | Attribution) -> bool:
        """Whether an attribution is looked at."""
        return not self.named or is_named(attribution)

    def likeness(self, gold: GoldAttribution, found: Attribution) -> float | None:
        """Return how well what was found fits the gold, None if it is something else."""
        if not (self.concerns(gold) and self.concerns(found)):
            return None
        likeness = content_overlap(gold, found)
        if likeness < self.overlap or (self.source and not same_source(gold, found)):
            return None
        return None if self.cue and not same_cue(gold, found) else likeness


def people(gold: Sequence[GoldPerson], found: Sequence[Person]) -> Match:
    """Match persons that share a mention and the last word of the name; the first that fits is taken."""

    def same(one: GoldPerson, other: Person) -> bool:
        return words(one.name)[-1:] == words(other.name)[-1:] and _share(one.mentions, other.mentions)

    return _in_order(gold, found, same)


def institutions(gold: Sequence[GoldInstitution], found: Sequence[Institution]) -> Match:
    """Match institutions that share a mention; the first that fits is taken."""
    return _in_order(gold, found, lambda one, other: _share(one.mentions, other.mentions))


def attributions(gold: Gold, found: Extraction, criterion: Criterion) -> Match:
    """Match attributions, those that fit best first; of equals the last in the text."""
    candidates = [
        (likeness, mine, theirs)
        for mine, wanted in enumerate(gold.attributions)
        for theirs, given in enumerate(found.attributions)
        if (likeness := criterion.likeness(wanted, given)) is not None
    ]
    return _best(candidates)


def doubtful_institution(gold: Gold, found: Institution) -> bool:
    """Whether an institution lies in something that counts neither way."""
    optional = [*gold.optional_institutions, *(one for one in gold.institutions if one.optional)]
    return any(_share(one.mentions, found.mentions, touching=True) for one in optional)


def doubtful(gold: Gold, found: Attribution) -> bool:
    """Whether an attribution lies in something that counts neither way."""
    return any(overlap(one.extent, hull(found.content)) > _DOUBTFUL for one in gold.optional)


@dataclass(frozen=True, slots=True)
class Account:
    """What became of each attribution, at a loose overlap with the right source.

    `right` pairs gold with what was found. What is left is paired too where contents overlap: `wrong_source`
    fits but for the source, `wrong_extent` does not cover enough. The rest of the gold is `missed`, and of
    what was found it is `extra`, or `doubtful` where that counts neither way.
    """

    right: Match
    wrong_source: Match
    wrong_extent: Match
    missed: tuple[int, ...]
    extra: tuple[int, ...]
    doubtful: tuple[int, ...]


def account(gold: Gold, found: Extraction) -> Account:
    """Return what became of each attribution of one text."""
    right = attributions(gold, found, Criterion(LOOSE))
    taken = set(right.values())
    unmatched = [place for place in range(len(found.attributions)) if place not in taken]
    neutral = {place for place in unmatched if doubtful(gold, found.attributions[place])}
    candidates = [
        (likeness, mine, theirs)
        for mine, wanted in enumerate(gold.attributions)
        if mine not in right
        for theirs in unmatched
        if theirs not in neutral and (likeness := content_overlap(wanted, found.attributions[theirs])) > 0
    ]
    near = _best(candidates)
    fits = {(mine, theirs) for likeness, mine, theirs in candidates if likeness >= LOOSE}
    paired = set(near.values())
    return Account(
        right=right,
        wrong_source={mine: theirs for mine, theirs in near.items() if (mine, theirs) in fits},
        wrong_extent={mine: theirs for mine, theirs in near.items() if (mine, theirs) not in fits},
        missed=tuple(p for p in range(len(gold.attributions)) if p not in right and p not in near),
        extra=tuple(p for p in unmatched if p not in paired and p not in neutral),
        doubtful=tuple(sorted(neutral)),
    )


def _share(mine: Iterable[Span], theirs: Sequence[Span], *, touching: bool = False) -> bool:
    """Whether a mention of the one is a mention of the other, or only touches it."""
    for one in mine:
        for other in theirs:
            shared = overlap(extent(one), extent(other))
            if shared >= _MENTION or (touching and shared > 0):
                return True
    return False


def _in_order(
    gold: Sequence[_Mine], found: Sequence[_Theirs], same: Callable[[_Mine, _Theirs], bool]
) -> Match:
    match: Match = {}
    taken: set[int] = set()
    for place, wanted in enumerate(gold):
        for other, given in enumerate(found):
            if other not in taken and same(wanted, given):
                match[place] = other
                taken.add(other)
                break
    return match


def _best(candidates: Iterable[tuple[float, int, int]]) -> Match:
    match: Match = {}
    taken: set[int] = set()
    for _, mine, theirs in sorted(candidates, reverse=True):
        if mine not in match and theirs not in taken:
            match[mine] = theirs
            taken.add(theirs)
    return match
