"""All there is on one person."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lines.article import AppearanceLine
from graph.lines.claim import ClaimLine
from graph.lines.person import Comparison, PersonLine, SignalLine


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is on one person; appearances by date of publication.

    `apart` compares the person with each of the namesakes, in their order. `formerly` are other persons whom
    the same id stood for once, before they were told apart. `left_out` counts the appearances that do
    not meet what was asked for; all else is of all appearances.
    """

    person: PersonLine
    signals: tuple[SignalLine, ...]
    namesakes: tuple[PersonLine, ...]
    appearances: tuple[AppearanceLine, ...]
    claims: tuple[ClaimLine, ...]
    formerly: tuple[PersonLine, ...] = ()
    apart: tuple[Comparison, ...] = ()
    left_out: int = 0
