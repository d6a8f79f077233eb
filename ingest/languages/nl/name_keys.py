"""The keys under which a Dutch or Flemish name is looked for: its own, and those of names that may be one.

After the first, the key of the full name, each key says in front how two names that share it agree:

    sounds_alike   spelled otherwise, sounding the same: "Anette Bekker", "Annette Becker"
    nickname       a short form of one given name: "Kees Brandsmeer", "Cornelis Brandsmeer"
    given_part     one of several given names: "Douwe Jan Brandsmeer", "Douwe Brandsmeer"
    middle_initial an initial that tells apart: "Ilse W. Brandsmeer", "Ilse Brandsmeer"
    double_name    a part of a double surname: "Ilse Kater-Brandsmeer", "Ilse Brandsmeer"
    other_prefix   another tussenvoegsel: "Ilse van de Meerbeek", "Ilse van der Meerbeek", "Ilse Meerbeek"
    initials       initials, which may be a given name's: "F.J.G. Brandsmeer", "Frank Brandsmeer"
                   (or Joop)
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from ingest.extraction import NameParts
from ingest.names import key

_LEXICON = tomllib.loads(
    resources.files(__package__).joinpath("lexicon/like_names.toml").read_text(encoding="utf-8")
)
_SOUNDS: tuple[tuple[str, str], ...] = tuple((one, other) for one, other in _LEXICON["sounds"])
_DOUBLED = re.compile(r"(.)\1+")
_BETWEEN_SURNAMES = re.compile(r"\s*[-–]\s*|\s+")


def _short_forms() -> dict[str, tuple[str, ...]]:
    """Return, by the key of a given name, what is in common with each that it is a form of or has as one."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _LEXICON["short"].strip().splitlines():
        name, forms = line.split(":")
        for form in forms.split():
            both = f"{key(name)}={key(form)}"
            for one in (key(name), key(form)):
                found[one] = (*found.get(one, ()), both)
    return found


_SHORT_FORMS = _short_forms()


def keys(name: str, parts: NameParts) -> tuple[str, ...]:
    """Return the keys of a name, each once: that of the full name, then those of names that may be one."""
    given, prefix, surname = key(parts.given), key(parts.prefix), key(parts.surname)
    family, called = f"{prefix} {surname}".strip(), given or key(parts.initials)
    sound = _sound(family)
    whole = f"{key(f'{parts.given} {parts.initials}')} {family} {parts.suffix}" if parts.suffix else name
    found = [key(whole), f"sounds_alike:{_sound(called)} {sound}"]
    if called and surname:
        # Initials do not say which name somebody is called by: "C.I. Brandsmeer" may be Ien.
        letters = called[0] if given else called.replace(" ", "")
        found += [f"initials:{letter} {sound}" for letter in letters]
    if given and surname:
        first = given.split()[0]
        # An initial after a given name is there to tell its bearer from others: "Ilse W. Brandsmeer".
        found.append(f"middle_initial:{first} {family}")
        if all(len(word) > 1 for word in given.split()):
            found += [f"given_part:{word} {family}" for word in given.split()]
        found.append(f"other_prefix:{given} {surname}")
        found += [f"double_name:{given} {part}" for part in _families(parts)]
        found += [f"nickname:{both} {sound}" for both in _SHORT_FORMS.get(first, ())]
    return tuple(dict.fromkeys(found))


def _sound(name: str) -> str:
    """Return a name in which what sounds the same is spelled the same, its words written as one."""
    name += " "
    for one, other in _SOUNDS:
        name = name.replace(one, other)
    return _DOUBLED.sub(r"\1", name.replace(" ", ""))


def _families(parts: NameParts) -> list[str]:
    """Return a surname and, of a double one, both of which it is made, each with its tussenvoegsel."""
    whole = key(f"{parts.prefix} {parts.surname}")
    first, *rest = _BETWEEN_SURNAMES.split(parts.surname, maxsplit=1)
    return [whole, key(f"{parts.prefix} {first}"), key(rest[0])] if rest else [whole]
