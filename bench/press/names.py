"""Names as frequent as in the Netherlands, and the other ways in which articles write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from random import Random

from bench.press.tables import NAMES

# Women among 4,480 Dutch officials whose given name tells it (a public register, 2026): 35 %.
WOMEN = 0.35
# Names drawn from the list of frequent surnames. Two of those officials (6,125 surnames) share a surname with
# probability .00034; this share of the hundred most frequent, and the rest from the tail, give .00035.
FREQUENT = 0.13
# Names of the tail with a tussenvoegsel: 22 % of the officials have one.
PREFIXED = 0.22
# Drawn from the four classes of given names. Two officials share a given name with probability .0023.
CLASSES = (0.10, 0.18, 0.37, 0.35)
# Of 3,747 full names in 1,200 news articles 2.7 % have two given names, 1.3 % join them with a hyphen, and
# 0.8 % have two surnames.
TWO_GIVEN, HYPHENED, TWO_SURNAMES = 0.027, 0.013, 0.008

_PREFIX = re.compile(r"((?:van|de|der|den|ter|ten|het)\s)+")
# Letters that articles double or do not, and what else they confuse: Jansen and Janssen, Meijer and Meyer.
_CONFUSED = (
    ("ss", "s"), ("ij", "y"), ("ck", "k"), ("kk", "k"), ("nn", "n"), ("ll", "l"), ("dt", "d"), ("ae", "a"),
    ("ei", "ij"), ("s", "z"), ("k", "ck"), ("f", "ff"), ("t", "tt"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name; `surname` has its tussenvoegsel, in lower case."""

    given: str
    surname: str
    woman: bool

    @property
    def full(self) -> str:
        """The name in full: "Jan van der Meer"."""
        return f"{self.given} {self.surname}"

    @property
    def last(self) -> str:
        """The surname where it stands alone: "Van der Meer"."""
        return self.surname[0].upper() + self.surname[1:]


def draw(rng: Random) -> Name:
    """Draw a name with the frequencies that names have."""
    woman = rng.random() < WOMEN
    given = _given(rng, woman)
    kind = rng.random()
    if kind < TWO_GIVEN:
        given += f" {_given(rng, woman)}"
    elif kind < TWO_GIVEN + HYPHENED:
        given += f"-{_given(rng, woman)}"
    surname = _surname(rng)
    if rng.random() < TWO_SURNAMES:
        surname += f"-{_bare(_surname(rng))}"
    return Name(given, surname, woman)


def _given(rng: Random, woman: bool) -> str:
    classes = NAMES["given"]["women" if woman else "men"]
    return rng.choice(rng.choices(classes, CLASSES)[0].split())


def _surname(rng: Random) -> str:
    frequent = NAMES["surnames"]
    if rng.random() < FREQUENT:
        return rng.choices(list(frequent), list(frequent.values()))[0]
    rare = NAMES["rare"]
    name = rng.choice(rare["first"]) + rng.choice(rare["last"])
    return f"{rng.choice(rare['prefixes'])} {name}" if rng.random() < PREFIXED else name


def _bare(surname: str) -> str:
    return _PREFIX.sub("", surname)


def respelled(name: Name, rng: Random) -> Name:
    """Return a name as another article writes it: one that is pronounced the same, or nearly.

    Of 483 people named in several of 1,200 news articles 22 are spelled in two ways: 8 with and without
    diacritics, 9 with other letters of the same sound, 3 with other given names or another hyphen, 2 with a
    short form.
    """
    ways = [
        replace(name, given=_plain(name.given)),
        replace(
            name, given=name.given.replace("-", " ") if "-" in name.given else name.given.replace(" ", "-")
        ),
        replace(name, given=NAMES["spellings"].get(name.given, name.given)),
        replace(name, given=name.given.split()[0]),
        replace(name, surname=name.surname.split("-")[0]),
    ]
    found = [way for way in ways if way != name]
    return rng.choice(found) if found else replace(name, surname=_confused(name.surname, rng))


def initialled(name: Name) -> Name:
    """Return a name with initials for the given names: "J.W. van der Meer"."""
    initials = "".join(f"{part[0]}." for part in re.split(r"[ -]", name.given))
    return replace(name, given=initials)


def capitalled(name: Name) -> Name:
    """Return a name with its tussenvoegsel in capitals, as Flemish names have it: "Jan Van der Meer"."""
    return replace(name, surname=name.last)


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _confused(surname: str, rng: Random) -> str:
    """Return a surname with letters of the same sound in one place, never its first."""
    bare = _bare(surname)
    start = len(surname) - len(bare) + 1
    options = [
        surname[:start] + surname[start:].replace(one, other, 1)
        for one, other in _CONFUSED
        if one in surname[start:]
    ]
    return rng.choice(options) if options else surname + "s"
