"""Everything that is measured over a set of documents: `evaluate`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingest.evaluation import breakdown, matching, measures
from ingest.evaluation.breakdown import STYLES, RuleCounts
from ingest.evaluation.gold import Gold
from ingest.evaluation.intervals import RESAMPLES, Bootstrap
from ingest.evaluation.measures import FIELDS, MEASURES, Counts, FieldCounts
from ingest.evaluation.mistakes import Mistake, mistakes
from ingest.extraction import Extraction

Interval = tuple[float, float]
_Sum = TypeVar("_Sum", Counts, FieldCounts, RuleCounts)


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what people found in it, and what was found by the program."""

    name: str
    text: str
    gold: Gold
    found: Extraction


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure, or the attributions of one style: counts, ratios from 0 to 1, and the 95 % interval of F1.

    A ratio is None where there is nothing to measure.
    """

    name: str
    right: int
    extra: int
    missed: int
    precision: float | None
    recall: float | None
    f1: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class FieldFigure:
    """A field of the persons that were found: right in so many of those whose gold gives it.

    `claimed` counts those for whom it was found and whose gold gives none.
    """

    name: str
    right: int
    given: int
    share: float | None
    interval: Interval | None
    claimed: int


@dataclass(frozen=True, slots=True)
class RuleFigure:
    """A rule: how many attributions it found, and what became of them. Precision leaves doubtful ones out."""

    name: str
    found: int
    right: int
    wrong_source: int
    wrong_extent: int
    extra: int
    doubtful: int
    precision: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well reading found what is in `documents`.

    Of the attributions of the gold no rule found `missed_by_all`; intervals are of so many `resamples`.
    """

    documents: tuple[str, ...]
    resamples: int
    measures: tuple[Figure, ...]
    fields: tuple[FieldFigure, ...]
    styles: tuple[Figure, ...]
    rules: tuple[RuleFigure, ...]
    missed_by_all: int
    mistakes: tuple[Mistake, ...]

    def figures(self) -> dict[str, float | None]:
        """Return F1 by measure, and `field_NAME` for what is right of the fields of persons."""
        shares = {f"field_{one.name}": one.share for one in self.fields}
        return {one.name: one.f1 for one in self.measures} | shares


def evaluate(documents: Iterable[Document]) -> Evaluation:
    """Measure what was found in `documents`, at least one, against their gold, whatever their order."""
    read = sorted(documents, key=lambda one: one.name)
    accounts = [matching.account(one.gold, one.found) for one in read]
    bootstrap = Bootstrap(len(read))
    both = list(zip(read, accounts, strict=True))
    styles = [breakdown.by_style(one.gold, one.found, account, one.text) for one, account in both]
    rules = _sum([breakdown.by_rule(one.found, account) for one, account in both], RuleCounts())
    return Evaluation(
        documents=tuple(one.name for one in read),
        resamples=RESAMPLES,
        measures=_figures(MEASURES, [measures.count(one.gold, one.found) for one in read], bootstrap),
        fields=_field_figures([measures.count_fields(one.gold, one.found) for one in read], bootstrap),
        styles=_figures([name for name in STYLES if any(name in one for one in styles)], styles, bootstrap),
        rules=tuple(_rule(*one) for one in sorted(rules.items(), key=lambda one: (-one[1].found, one[0]))),
        missed_by_all=sum(len(account.missed) for account in accounts),
        mistakes=tuple(
            mistake
            for one, account in both
            for mistake in mistakes(one.name, one.gold, one.found, account, one.text)
        ),
    )


def _figures(
    names: Iterable[str], counts: Sequence[Mapping[str, Counts]], bootstrap: Bootstrap
) -> tuple[Figure, ...]:
    total = _sum(counts, Counts())
    figures = []
    for name in names:
        of, parts = total[name], [one.get(name, Counts()).f1_parts for one in counts]
        interval = bootstrap.interval(parts)
        figures.append(Figure(name, of.right, of.extra, of.missed, of.precision, of.recall, of.f1, interval))
    return tuple(figures)


def _field_figures(
    counts: Sequence[Mapping[str, FieldCounts]], bootstrap: Bootstrap
) -> tuple[FieldFigure, ...]:
    total = _sum(counts, FieldCounts())
    figures = []
    for name in FIELDS:
        of, parts = total[name], [(one[name].right, one[name].given) for one in counts]
        figures.append(FieldFigure(name, of.right, of.given, of.share, bootstrap.interval(parts), of.claimed))
    return tuple(figures)


def _rule(name: str, of: RuleCounts) -> RuleFigure:
    return RuleFigure(
        name, of.found, of.right, of.wrong_source, of.wrong_extent, of.extra, of.doubtful, of.precision
    )


def _sum(counts: Iterable[Mapping[str, _Sum]], nothing: _Sum) -> dict[str, _Sum]:
    total: dict[str, _Sum] = {}
    for one in counts:
        for name, of in one.items():
            total[name] = total.get(name, nothing) + of
    return total
