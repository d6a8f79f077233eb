"""What speaks for and against two being one person, each with its weight: `schema/pair_features.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

_TABLE = tomllib.loads(resources.files("schema").joinpath("pair_features.toml").read_text("utf-8"))

# In bits; the file says what each is and rests on.
PRIOR: float = _TABLE["prior"]
WHOLE_BITS: float = _TABLE["whole_bits"]
FURTHER_BITS: float = _TABLE["further_bits"]
MERGE: float = _TABLE["merge"]
REVIEW: float = _TABLE["review"]
MARGIN: float = _TABLE["margin"]

WEIGHTS: Mapping[str, float] = {
    name: row["weight"] for name, row in _TABLE["features"].items() if "weight" in row
}
FIELD: Mapping[str, str] = {name: row["field"] for name, row in _TABLE["features"].items()}
FIELDS: tuple[str, ...] = tuple(dict.fromkeys(FIELD.values()))

# The feature whose weight depends on the names: their rarity, less the prior.
RARITY = "rarity"


@dataclass(frozen=True, slots=True, order=True)
class Feature:
    """One thing that speaks for (above 0) or against one person, in bits."""

    name: str
    weight: float


_WEIGHED = {name: Feature(name, weight) for name, weight in WEIGHTS.items()}


def weighed(names: Iterable[str]) -> tuple[Feature, ...]:
    """Return features with their weights."""
    return tuple(_WEIGHED[name] for name in names)


def score(features: Iterable[Feature]) -> float:
    """Return the sum of the weights of `features`: the odds of one person against two, in bits."""
    return sum(feature.weight for feature in features)
