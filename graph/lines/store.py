"""What a store holds, and what it can be asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Totals:
    """How much is in a store; `build` is the number of the published build, 0 before the first."""

    articles: int
    stories: int
    persons: int
    experts: int
    statements: int
    claims: int
    institutions: int
    publishers: int
    build: int


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question kept in `schema/queries/`: what it answers, and in which terms.

    `parameters` and `columns` map a name to its meaning. A parameter that is null means any, so that all
    may be left out when each is then given as null.
    """

    name: str
    title: str
    answers: str
    parameters: dict[str, str]
    columns: dict[str, str]
    cypher: str
