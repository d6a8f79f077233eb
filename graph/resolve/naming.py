"""How two names agree: whether they may be one person's, and how much that says."""

from __future__ import annotations

from dataclasses import dataclass

from graph.keys import key
from graph.resolve.features import MOST_OF_A_NAME, PRIOR, RARITY, WEIGHTS, Feature
from graph.resolve.observed import Appearance


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as it is compared: the key of all of it, further keys, initials, rarity in bits.

    `story` is set for a name that says so little ("Anna", "Smit") that it is followed in its story only.
    """

    full: str
    like: frozenset[str]
    letters: str
    called: bool
    given_bits: float
    surname_bits: float
    story: str = ""

    @classmethod
    def of(cls, appearance: Appearance, story: str) -> Naming:
        """Return the name of an appearance in an article of this story."""
        full = is_full(appearance)
        first, *others = appearance.name_keys
        words = key(appearance.given).split() or list(key(appearance.initials).replace(" ", ""))
        return cls(
            full=first,
            like=frozenset(others) if full else frozenset(),
            letters="".join(word[0] for word in words),
            called=bool(appearance.given),
            given_bits=appearance.given_bits,
            surname_bits=appearance.surname_bits,
            story="" if full else story,
        )

    @property
    def keys(self) -> frozenset[str]:
        """The keys of which two names share one if they can agree."""
        return self.like | {f"{self.full}\n{self.story}"}


def is_full(appearance: Appearance) -> bool:
    """Whether a name is a full one. "Anna", "Smit" and "Mohammed B." are shared by too many."""
    return bool(appearance.given or appearance.initials) and len((appearance.surname or "").rstrip(".")) > 1


def agreement(one: Naming, other: Naming) -> tuple[Feature, ...]:
    """Return how two names agree and what their rarity says then; nothing if they are two people's.

    Two names are as rare as the commoner of both, for that is what they agree on. Of names that are not the
    same, half of what speaks against them counts however rare they are.
    """
    how = _how(one, other)
    if how is None:
        return ()
    bits = min(one.given_bits, other.given_bits) + min(one.surname_bits, other.surname_bits) + PRIOR
    weight = WEIGHTS[how]
    return Feature(how, weight), Feature(RARITY, min(bits, MOST_OF_A_NAME - weight / 2))


def _how(one: Naming, other: Naming) -> str | None:
    if one.story != other.story:
        return None
    if one.full == other.full:
        return "same_name"
    shared = {like.partition(":")[0] for like in one.like & other.like}
    if not _initials_fit(one, other):
        shared.discard("initials")
    return max(sorted(shared), key=WEIGHTS.__getitem__, default=None)


def _initials_fit(one: Naming, other: Naming) -> bool:
    """Whether one has initials alone, and they begin the other's, or the other's begin them."""
    if one.called and other.called:
        return False
    return one.letters.startswith(other.letters) or other.letters.startswith(one.letters)
