"""How two names agree: whether they may be one person's, and how much that says."""

from __future__ import annotations

from dataclasses import dataclass

from graph.keys import key
from graph.resolve.features import FURTHER_BITS, PRIOR, RARITY, WEIGHTS, WHOLE_BITS, Feature, weighed
from graph.resolve.observed import Appearance


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as it is compared: the key of all but its suffix, further keys, what is first, rarity in bits.

    `first` are the given names, or the initials of who is not `called` by any. `story` is set for a name that
    says so little ("Anna", "Smit") that it is followed in its story only.
    """

    full: str
    like: frozenset[str]
    first: tuple[str, ...]
    called: bool
    given_bits: float
    surname_bits: float
    suffix: str = ""
    story: str = ""

    @classmethod
    def of(cls, appearance: Appearance, story: str) -> Naming:
        """Return the name of an appearance in an article of this story."""
        full = is_full(appearance)
        whole, *others = appearance.name_keys
        suffix = appearance.suffix or ""
        first = key(appearance.given).split() or list(key(appearance.initials).replace(" ", ""))
        return cls(
            full=whole.removesuffix(f" {suffix}"),
            like=frozenset(others) if full else frozenset(),
            first=tuple(first),
            called=bool(appearance.given),
            given_bits=appearance.given_bits,
            surname_bits=appearance.surname_bits,
            suffix=suffix,
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
    suffix = weighed(["other_suffix"]) if one.suffix != other.suffix else ()
    return *weighed([how]), *suffix, Feature(RARITY, min(bits, _worth(bits) - weight / 2))


def _worth(bits: float) -> float:
    """Return what a name with so many bits of rarity, less the prior, speaks for one person."""
    return min(bits, WHOLE_BITS) + max(0.0, bits - WHOLE_BITS) * FURTHER_BITS


def _how(one: Naming, other: Naming) -> str | None:
    if one.story != other.story or (one.suffix and other.suffix and one.suffix != other.suffix):
        return None
    if one.full == other.full:
        return "same_name"
    shared = {like.partition(":")[0] for like in one.like & other.like}
    if "initials" in shared and not _initials_fit(one, other):
        shared.remove("initials")
        if one.called != other.called:
            shared.add("later_initial")
    # Whom "senior" tells apart and whom an initial does are two.
    if not _middle_fits(one, other) or one.suffix != other.suffix:
        shared.discard("middle_initial")
    return max(sorted(shared), key=WEIGHTS.__getitem__, default=None)


def _initials_fit(one: Naming, other: Naming) -> bool:
    """Whether one has initials alone, and they begin the other's, or the other's begin them."""
    if one.called and other.called:
        return False
    return all(a[0] == b[0] for a, b in zip(one.first, other.first, strict=False))


def _middle_fits(one: Naming, other: Naming) -> bool:
    """Whether the given names that both have are the same, or the one an initial of the other."""
    if not (one.called and other.called):
        return False
    both = zip(one.first, other.first, strict=False)
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in both)
