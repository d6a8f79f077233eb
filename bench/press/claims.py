"""What experts say: claims, and how one claim is said again, verbatim, edited or in other words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from bench.press.tables import NAMES, Deed, Effect, Field

# Claims with a time or a circumstance: enough of them that two claims seldom differ in one word.
TIMED = 0.6
# Claims with a number, and numbers with a decimal, so that claims can be told apart.
NUMBERED, DECIMAL = 0.95, 0.7
# Of claims that share their deed or effect, and their number, with another so many are made all the same. Of
# 3,765 sentences said in 1,200 news articles no two of different articles that say different things have half
# of their content words in common, and five pairs two fifths: such pairs are somewhat more frequent here.
NEAR = 0.01
# Numbers that experts like, and how many tries a claim that nobody made gets. Numbers stay below a hundred
# for so many tries, and for as many claims as a newsroom of some 8,000 articles makes.
_ROUND, _TRIES, _SMALL_TRIES, _SMALL = (5, 10, 12, 15, 20, 25, 30, 40), 400, 40, 40_000


@dataclass(frozen=True, slots=True)
class Claim:
    """That a group that does a deed has an effect, of a number of units or by an adverb, at some time.

    `frame` says in which way it was first put.
    """

    deed: Deed
    effect: Effect
    group: str
    number: str | None
    amount: str
    time: str
    frame: int

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What makes it this claim and no other."""
        return self.deed.object, self.effect.compared, self.number


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as it is said once: `how` is original, verbatim, edited or reworded.

    `form` is the shape of the sentence it goes into (main, dat, inverted); `variant` picks among rewordings
    and edits.
    """

    claim: Claim
    how: str = "original"
    form: str = "main"
    variant: int = 0


class Claims:
    """Makes claims, none of them twice."""

    def __init__(self, rng: Random, frames: dict[str, Any]) -> None:
        self._rng = rng
        self._frames = frames
        self._made: set[tuple[str, str, str | None]] = set()
        self._near: set[tuple[str, str]] = set()

    def new(self, field: Field) -> Claim:
        """Return a claim that nobody made before, one in twenty without a number while those last."""
        for attempt in range(_TRIES):
            numbered = attempt > 8 or self._rng.random() < NUMBERED
            claim = self._draw(field, self._number(attempt) if numbered else None)
            if self._is_new(claim):
                return claim
        raise ValueError(f"no claim about {field.name} is left: make a smaller newsroom, or more deeds")

    def renumbered(self, claim: Claim) -> Claim:
        """Return the same claim with another number, as a twin of its story has it."""
        if claim.number is None:
            return claim
        for attempt in range(_TRIES):
            number = self._number(attempt)
            other = replace(claim, number=number, amount=claim.amount.replace(claim.number, number))
            if self._is_new(other):
                return other
        return claim

    def _is_new(self, claim: Claim) -> bool:
        """Whether a claim is like none before; if so it is remembered."""
        mark = claim.number or claim.time
        near = {(claim.deed.object, mark), (claim.effect.compared, mark)}
        near |= {(claim.group, mark)} if claim.number is None else set()
        if claim.key in self._made or (near & self._near and self._rng.random() > NEAR):
            return False
        self._made.add(claim.key)
        self._near |= near
        return True

    def _draw(self, field: Field, number: str | None) -> Claim:
        rng, table = self._rng, NAMES["claims"]
        effect = rng.choice(field.effects)
        if number is None:
            amount = rng.choice(table["adverbs"])
        else:
            amount = f"{rng.choice(table['hedges'])} {number} {effect.unit}"
        return Claim(
            deed=rng.choice(field.deeds),
            effect=effect,
            group=rng.choice(field.groups),
            number=number,
            amount=amount,
            time=rng.choice(table["times"]) if rng.random() < TIMED else "",
            frame=rng.randrange(len(self._frames["claims"])),
        )

    def _number(self, attempt: int) -> str:
        """Return a number as written, a round one at first, and larger ones when others are taken."""
        if attempt < 2:
            return str(self._rng.choice(_ROUND))
        few = attempt < _SMALL_TRIES and len(self._made) < _SMALL
        whole = self._rng.randint(2, 98 if few else 998)
        return f"{whole},{self._rng.randint(1, 9)}" if self._rng.random() < DECIMAL else str(whole)


def worded(said: Said, frames: dict[str, Any], held_out: bool) -> str:
    """Return the words of a claim in the form asked for; as a sentence of its own it has its full stop."""
    claim = said.claim
    if said.how == "reworded":
        rewordings = frames["reworded"]
        return _fill(rewordings[said.variant % len(rewordings)][said.form], claim, held_out)
    text = _fill(frames["claims"][claim.frame][said.form], claim, held_out)
    return _edited(text, frames["edits"], said.variant) if said.how == "edited" else text


def _fill(frame: str, claim: Claim, held_out: bool) -> str:
    deed, effect = claim.deed, claim.effect
    nominal = effect.held_out if held_out else effect.nominal
    singular, own = _reflexive(effect.singular)
    plural, _ = _reflexive(effect.plural)
    result = " ".join(filter(None, (own, claim.time, claim.amount, effect.compared)))
    slots = {
        "obj": deed.object,
        "v3": deed.singular,
        "vpl": deed.plural,
        "group": claim.group,
        "inf": f"{deed.object} {deed.plural}",
        "alt": deed.held_out if held_out else deed.nominal,
        "nom": f"{claim.amount} {nominal} {claim.time}".rstrip(),
        "e3": singular,
        "epl": plural,
        "result": result,
        "final3": f"{result} {singular}",
        "final": f"{result} {plural}",
    }
    return filled(frame, slots)


def _reflexive(verb: str) -> tuple[str, str]:
    """Return a verb and its "zich", which stands before the result: "meldt ... zich minder ziek"."""
    return verb.removesuffix(" zich"), "zich" if verb.endswith(" zich") else ""


def _edited(text: str, edits: list[list[str]], variant: int) -> str:
    """Return `text` with up to two of the edits that apply to it, chosen by `variant`; at least one does."""
    applicable = [(old, new) for old, new in edits if re.search(old, text)]
    start = variant % len(applicable)
    for old, new in (applicable[start:] + applicable[:start])[: 1 + variant % 2]:
        text = re.sub(old, new, text, count=1)
    return text


def filled(frame: str, slots: dict[str, str]) -> str:
    """Return a frame with its slots filled; a slot named with a capital gets one."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        text = slots[name if name in slots else name.lower()]
        return text[:1].upper() + text[1:] if name[0].isupper() else text

    return re.sub(r"\{(\w+)\}", value, frame)
