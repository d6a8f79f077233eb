"""The verbs and markers with which Dutch reports what somebody says: `lexicon/reporting_verbs.txt`."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb in one of its forms.

    `kinds` is how it reports (`say`, `quote`, `judge`, `show`, `urge`, `ask`, `perceive`). `form` is
    `finite`, `participle`, or `joined` for a separable verb in one word ("uitlegt"). `particle` holds
    the words that must follow a finite form for it to be this verb ("uit" of "legt ... uit").
    """

    kinds: frozenset[str]
    form: str
    particle: tuple[str, ...] = ()
    plural: bool = False


def words(name: str) -> frozenset[str]:
    """Return the words of a plain word list in `lexicon/`; lines that begin with `#` are comments."""
    return frozenset(word for line in lines(f"{name}.txt") for word in line.split())


@functools.cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Return what every reporting form, in lower case, can be.

    A multi-word participle ("laten weten") stands under its last word.
    """
    forms: dict[str, list[Verb]] = defaultdict(list)
    for line in lines("reporting_verbs.txt"):
        plural, singular, past, past_plural, participle, particle, kinds = _columns(line)
        used_as = frozenset(kinds.split(","))
        particle_words = () if particle == "-" else tuple(particle.split())
        for form in dict.fromkeys((singular, past, plural, past_plural)):
            forms[form].append(Verb(used_as, "finite", particle_words, form in (plural, past_plural)))
            if len(particle_words) == 1:
                forms[particle + form].append(Verb(used_as, "joined", (), form in (plural, past_plural)))
        if participle != "-":
            *before, last = participle.split()
            forms[last].append(Verb(used_as, "participle", tuple(before)))
    return {form: tuple(dict.fromkeys(found)) for form, found in forms.items()}


@functools.cache
def past_plurals() -> frozenset[str]:
    """Return the past plurals of the reporting verbs, in lower case."""
    return frozenset(_columns(line)[3] for line in lines("reporting_verbs.txt"))


@functools.cache
def quotation_forms() -> frozenset[str]:
    """Return the finite forms that can stand after a quotation: "...", zegt Kolthof."""
    return frozenset(
        form
        for form, found in verbs().items()
        if any(v.form == "finite" and v.kinds & {"say", "quote", "ask", "judge"} for v in found)
    )


def _columns(line: str) -> list[str]:
    """Return the seven columns of a verb's line, which are separated by two spaces or more."""
    columns = [column.strip() for column in line.split("  ") if column.strip()]
    if len(columns) != 7:
        columns = line.split()
    if len(columns) != 7:
        raise ValueError(f"reporting_verbs.txt: seven columns expected in {line!r}")
    return columns


def lines(file: str) -> Iterator[str]:
    """Yield the lines of a file in `lexicon/` that are neither empty nor comments."""
    text = resources.files(__package__).joinpath("lexicon", file).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
