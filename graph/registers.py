"""Registers and other places where somebody can be looked up: `schema/registers.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Formatter
from urllib.parse import quote_plus


@dataclass(frozen=True, slots=True)
class Register:
    """A place to look, as `schema/registers.toml` has it; `reads` and `misses` are by language."""

    name: str
    country: str
    about: tuple[str, ...]
    protected: bool
    complete: bool
    reads: Mapping[str, str]
    misses: Mapping[str, str]
    families: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    link: str | None = None
    also: tuple[str, ...] = ()

    def addresses(self, **words: str | None) -> tuple[str, ...]:
        """Return the pages to open for these words, percent-encoded.

        `words` may be name, surname, employer, role, place and text; a page that asks for one that is not
        stated is left out.
        """
        stated = {name: quote_plus(word) for name, word in words.items() if word}
        links = (*([self.link] if self.link else []), *self.also)
        return tuple(link.format_map(stated) for link in links if _asked(link) <= stated.keys())

    def address(self, **words: str | None) -> str | None:
        """Return the first of `addresses`, None if there is none."""
        return next(iter(self.addresses(**words)), None)


def _asked(link: str) -> set[str]:
    """Return the words that a link has places for."""
    return {word for _, word, _, _ in Formatter().parse(link) if word}


@cache
def registers() -> Mapping[str, Register]:
    """Return all registers by name, in the order of the file: what is most telling comes first."""
    data = tomllib.loads(resources.files("schema").joinpath("registers.toml").read_text("utf-8"))
    return {name: _register(name, row) for name, row in data.items()}


def _register(name: str, row: dict[str, object]) -> Register:
    reads, misses = row.pop("read"), row.pop("miss")
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Register(name=name, reads=reads, misses=misses, **lists)  # type: ignore[arg-type]


def about(what: str) -> Iterator[Register]:
    """Yield where to look up a person, institution, statement or reference, whoever or whichever it is."""
    return (register for register in registers().values() if what in register.about and not register.families)


def for_person(roles: Iterable[str], families: Iterable[str]) -> Iterator[Register]:
    """Yield where to look for somebody whom articles give these roles and families of roles.

    A register for certain roles fits when one of them is among the words of a role.
    """
    said = [role.lower().split() for role in roles]
    kinds = set(families)
    for register in registers().values():
        if "person" not in register.about or (register.families and kinds.isdisjoint(register.families)):
            continue
        if not register.roles or any(_names(role, words) for role in register.roles for words in said):
            yield register


def _names(role: str, words: list[str]) -> bool:
    """Whether the words of a stated role hold `role`, alone or as the end of a compound."""
    if " " in role or "-" in role:
        return role in " ".join(words)
    return any(word.endswith(role) for word in words)
