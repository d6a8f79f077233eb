"""The measures of one text, as counts: those of several texts are added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.evaluation import matching
from ingest.evaluation.gold import Gold, GoldPerson
from ingest.evaluation.likeness import shared_words, words
from ingest.evaluation.matching import EXACT, LOOSE, STRICT, Criterion, Match
from ingest.extraction import Extraction, Person

# What is asked of attributions, by measure.
CRITERIA: Mapping[str, Criterion] = {
    "attribution_loose": Criterion(LOOSE),
    "attribution_strict": Criterion(STRICT),
    "attribution_exact": Criterion(EXACT, cue=True),
    "content": Criterion(LOOSE, source=False),
    "named": Criterion(LOOSE, named=True),
}
MEASURES = ("people", "experts", "institutions", *CRITERIA)
FIELDS = ("name", "role", "place", "affiliation")

# Phrases, of which half the words are enough: articles state them more and less fully.
_PHRASES = frozenset(["role", "affiliation"])
_ENOUGH_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found that are there, found that are not, and there but not found."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """What is right of what was found, None where nothing was."""
        return ratio(self.right, self.right + self.extra)

    @property
    def recall(self) -> float | None:
        """What was found of what is there, None where nothing is."""
        return ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, None where nothing is there and nothing was found."""
        return ratio(*self.f1_parts)

    @property
    def f1_parts(self) -> tuple[int, int]:
        """The two numbers whose ratio F1 is; those of several texts are added."""
        return 2 * self.right, 2 * self.right + self.extra + self.missed


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """Of the persons found whose gold has the field: how many, and with how many it is right.

    `claimed` counts the persons for whom it was found and whose gold has none.
    """

    right: int = 0
    given: int = 0
    claimed: int = 0

    def __add__(self, other: FieldCounts) -> FieldCounts:
        return FieldCounts(self.right + other.right, self.given + other.given, self.claimed + other.claimed)

    @property
    def share(self) -> float | None:
        """What is right of what is given, None where nothing is."""
        return ratio(self.right, self.given)


def ratio(part: int, whole: int) -> float | None:
    """Return `part` over `whole`, None where there is nothing."""
    return part / whole if whole else None


def count(gold: Gold, found: Extraction) -> dict[str, Counts]:
    """Return the counts of every one of `MEASURES` for one text."""
    match = matching.people(gold.people, found.people)
    counts = {"people": _people(gold, found, match), "experts": _experts(gold, found, match)}
    counts["institutions"] = _institutions(gold, found)
    for name, criterion in CRITERIA.items():
        counts[name] = _attributions(gold, found, criterion)
    return counts


def count_fields(gold: Gold, found: Extraction) -> dict[str, FieldCounts]:
    """Return the counts of every one of `FIELDS` for one text, over the persons that were found."""
    match = matching.people(gold.people, found.people)
    pairs = [(one, found.people[match[place]]) for place, one in counted_people(gold) if place in match]
    return {name: sum((_field(name, *pair) for pair in pairs), FieldCounts()) for name in FIELDS}


def counted_people(gold: Gold) -> Iterable[tuple[int, GoldPerson]]:
    """Return the persons that count, with their places."""
    return [(place, one) for place, one in enumerate(gold.people) if not one.optional]


def field_is_right(name: str, gold: GoldPerson, found: Person) -> bool:
    """Whether a field of a person was found as the gold has it."""
    wanted, given = getattr(gold, name), getattr(found, name)
    if words(wanted) == words(given):
        return True
    return name in _PHRASES and shared_words(wanted, given) >= _ENOUGH_WORDS


def _field(name: str, gold: GoldPerson, found: Person) -> FieldCounts:
    if getattr(gold, name):
        return FieldCounts(right=field_is_right(name, gold, found), given=1)
    return FieldCounts(claimed=bool(getattr(found, name)))


def _people(gold: Gold, found: Extraction, match: Match) -> Counts:
    there = [place for place, _ in counted_people(gold)]
    right = sum(place in match for place in there)
    return Counts(right, len(found.people) - len(match), len(there) - right)


def _experts(gold: Gold, found: Extraction, match: Match) -> Counts:
    there = {place for place, one in counted_people(gold) if one.kind == "expert"}
    optional = {match[place] for place in match if gold.people[place].optional}
    given = {
        place for place, one in enumerate(found.people) if one.kind == "expert" and place not in optional
    }
    right = sum(match.get(place) in given for place in there)
    return Counts(right, len(given) - right, len(there) - right)


def _institutions(gold: Gold, found: Extraction) -> Counts:
    match = matching.institutions(gold.institutions, found.institutions)
    there = [place for place, one in enumerate(gold.institutions) if not one.optional]
    right = sum(place in match for place in there)
    return Counts(right, len(extra_institutions(gold, found, match)), len(there) - right)


def extra_institutions(gold: Gold, found: Extraction, match: Match) -> Sequence[int]:
    """Return the places of the institutions found that are none."""
    taken = set(match.values())
    return [
        place
        for place, one in enumerate(found.institutions)
        if place not in taken and not matching.doubtful_institution(gold, one)
    ]


def _attributions(gold: Gold, found: Extraction, criterion: Criterion) -> Counts:
    match = matching.attributions(gold, found, criterion)
    taken = set(match.values())
    there = sum(map(criterion.concerns, gold.attributions))
    extra = sum(
        place not in taken and criterion.concerns(one) and not matching.doubtful(gold, one)
        for place, one in enumerate(found.attributions)
    )
    return Counts(len(match), extra, there - len(match))
