"""Persons: what articles say of them, what is notable about them, and two who may be one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person and how articles present them; `stories`, `articles` and `statements` are counts.

    `first` and `last` are dates of publication of stated precision.
    """

    id: str
    name: str
    kind: str
    roles: tuple[str, ...]
    places: tuple[str, ...]
    affiliations: tuple[str, ...]
    role_families: tuple[str, ...]
    stories: int
    articles: int
    statements: int
    publishers: tuple[str, ...]
    owners: tuple[str, ...]
    subjects: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class SignalLine:
    """A reason to look closer (`polarity` `closer`) or one that speaks for a person (`for`).

    The message `signals.TYPE` says it, with `params`; `evidence` are ids of the nodes it rests on.
    """

    type: str
    polarity: str
    params: dict[str, str]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeatureLine:
    """Something that speaks for (above 0) or against two being one person, by so many bits.

    The message `pairs.NAME` says it.
    """

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two persons and what speaks for and against their being one; `score` is the sum of the weights.

    `sure` says that the score is enough for one person, so that something else keeps them apart: a decision,
    an article that has both, or a third person whom one of them fits as well.
    """

    one: PersonLine
    other: PersonLine
    score: float
    sure: bool
    features: tuple[FeatureLine, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two persons who may be one: how likely (`chance`, 0 to 1), and how many stories would come together.

    `value` is what an answer is worth: the stories, times how far the chance is from certain (0 to 1).
    """

    compared: Comparison
    chance: float
    stories: int
    value: float


@dataclass(frozen=True, slots=True)
class Reused:
    """A person of several stories, what is notable about them, and others of the same name.

    `selected` counts the stories that meet what the report was asked for; None where it was asked for all.
    """

    person: PersonLine
    signals: tuple[SignalLine, ...]
    namesakes: tuple[PersonLine, ...]
    selected: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A person of some articles who is in other stories too, and what these articles add."""

    person: PersonLine
    new_places: tuple[str, ...]
    new_roles: tuple[str, ...]
    new_publishers: tuple[str, ...]
