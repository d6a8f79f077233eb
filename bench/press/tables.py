"""The tables that a newsroom is made from: names, fields and frames, from the TOML files of this folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


NAMES = _read("names")


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does: with its object and verb, and as noun phrases to tune on and held out."""

    object: str
    singular: str
    plural: str
    nominal: str
    held_out: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What comes of it: the verb, the unit and direction of a number, and the same as noun phrases."""

    singular: str
    plural: str
    unit: str
    compared: str
    nominal: str
    held_out: str


@dataclass(frozen=True, slots=True)
class Field:
    """What a part of the newsroom writes about, and whom it asks."""

    name: str
    professions: tuple[tuple[str, ...], ...]
    employers: tuple[str, ...]
    groups: tuple[str, ...]
    deeds: tuple[Deed, ...]
    effects: tuple[Effect, ...]
    scenes: tuple[str, ...]


def fields() -> tuple[Field, ...]:
    """Return the fields, in order of name."""
    tables = _read("fields")
    general = tables.pop("general")
    return tuple(_field(name, table, general) for name, table in sorted(tables.items()))


def _field(name: str, table: dict[str, Any], general: dict[str, Any]) -> Field:
    of_people = general if name != "pets" else {"deeds": [], "effects": []}
    return Field(
        name=name,
        professions=tuple(map(tuple, table["professions"])),
        employers=tuple(table["employers"]),
        groups=tuple(table["groups"]),
        deeds=tuple(Deed(*row.split("|")) for row in (*table["deeds"], *of_people["deeds"])),
        effects=tuple(Effect(*row.split("|")) for row in (*table["effects"], *of_people["effects"])),
        scenes=tuple(table["scenes"]),
    )


def frames(held_out: bool) -> dict[str, Any]:
    """Return the frames of one set: those to tune on, or those held out."""
    return _read("frames")["held_out" if held_out else "tuning"]
