"""Where articles say different things of one person: what they are, in which town, who they work for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.lines import AppearanceLine


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What articles say differently: `about` is `roles`, `places` or `affiliations`.

    Each value has the first appearance of each story that gives it, by date.
    """

    about: str
    values: tuple[tuple[str, tuple[AppearanceLine, ...]], ...]


def contradictions(appearances: Sequence[AppearanceLine]) -> Iterator[Contradiction]:
    """Yield what these appearances of one person, by date, say differently.

    Roles differ only where they are of different families: "econoom" and "hoogleraar economie" do not.
    """
    if len({one.role_family for one in appearances if one.role and one.role_family}) > 1:
        yield Contradiction("roles", _values([(one.role, one) for one in appearances]))
    places = _values([(one.place, one) for one in appearances])
    affiliations = _values([(one.affiliation, one) for one in appearances])
    for about, values in (("places", places), ("affiliations", affiliations)):
        if len(values) > 1:
            yield Contradiction(about, values)


def _values(
    stated: Sequence[tuple[str | None, AppearanceLine]],
) -> tuple[tuple[str, tuple[AppearanceLine, ...]], ...]:
    """Return each value with who gives it, in capitals or not; a copy gives it once."""
    found: dict[str, tuple[str, dict[str, AppearanceLine]]] = {}
    for value, one in stated:
        if value:
            _, told = found.setdefault(value.casefold(), (value, {}))
            told.setdefault(one.story or one.id, one)
    return tuple((value, tuple(told.values())) for value, told in found.values())
