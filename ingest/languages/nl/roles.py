"""What people do, in Dutch: roles and the family each belongs to (`lexicon/roles.toml`)."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ingest.naming import Role

# A compound has a first part of at least this many letters: "arts" is no compound of "s" and "art".
_FIRST_PART = 2
# "man", "vrouw" and "ster" end many words that are no roles; before these it must be longer.
_FIRST_PART_OF_PLAIN = 4
# An article is about sport with so many different words of sport, and such a share of them. Of 58 articles
# that a broadcaster filed under sport 49 are, of 129 filed elsewhere 4, which tell of football.
_SPORT_WORDS = 3
_SPORT_SHARE = 0.011
# What comes before a role without making it a role at some organisation: "oud-minister".
_DEGREES = frozenset(
    ["oud", "ex", "vice", "president", "co", "top", "mede", "collega", "hoofd", "adjunct", "aspirant", "sub"]
)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, Role]
    endings: dict[str, Role]
    plain: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    no_roles: frozenset[str]
    in_sport: dict[str, Role]
    outside_sport: dict[str, Role]
    about_sport: frozenset[str]


@functools.cache
def _lexicon() -> _Lexicon:
    text = resources.files(__package__).joinpath("lexicon", "roles.toml").read_text(encoding="utf-8")
    words: dict[str, Role] = {}
    endings: dict[str, Role] = {}
    plain: set[str] = set()
    tables = tomllib.loads(text)
    no_roles = frozenset(tables.pop("no_roles")["words"])
    in_sport, outside_sport = (_by_ending(tables.pop(key)) for key in ("in_sport", "outside_sport"))
    about_sport = frozenset(tables.pop("about_sport")["words"].split())
    for family, listed in tables.items():
        role = Role(family, listed["kind"])
        for word in listed.get("experts", ()):
            words[word.lower()] = endings[word.lower()] = Role(family, "expert")
        for word in listed["words"]:
            words.setdefault(word.lower(), role)
        for ending in listed["endings"]:
            endings.setdefault(ending.lower(), role)
        plain.update(listed.get("plain_endings", ()))
    # "financieel planner": a planner is one too.
    for word, role in list(words.items()):
        if " " in word and " van " not in word:
            words.setdefault(word.rpartition(" ")[2], role)
    # A role is one at the end of a compound too, if it is long enough not to be there by chance.
    for word, role in words.items():
        if len(word) > 5 and " " not in word:
            endings.setdefault(word, role)
    # How long the endings are that end in these two letters: most words end in none of them.
    lengths = {
        tail: tuple(sorted({len(ending) for ending in endings if ending[-2:] == tail}, reverse=True))
        for tail in {ending[-2:] for ending in endings}
    }
    return _Lexicon(words, endings, frozenset(plain), lengths, no_roles, in_sport, outside_sport, about_sport)


def _by_ending(families: dict[str, dict[str, Any]]) -> dict[str, Role]:
    return {
        ending: Role(family, listed["kind"])
        for family, listed in families.items()
        for ending in listed["endings"]
    }


@functools.lru_cache(maxsize=1 << 16)
def role(word: str) -> Role | None:
    """Return the role that a word in lower case is, in the singular, or None."""
    lexicon = _lexicon()
    word = word.replace("\u00ad", "").replace("’", "'")
    found = lexicon.words.get(word)
    if found or word in lexicon.no_roles:
        return found
    if "-" in word:
        return role(word.rpartition("-")[2])
    for length in lexicon.lengths.get(word[-2:], ()):
        if length + _FIRST_PART <= len(word) and (ending := word[-length:]) in lexicon.endings:
            if ending in lexicon.plain and length + _FIRST_PART_OF_PLAIN > len(word):
                continue
            return lexicon.endings[ending]
    return None


@functools.lru_cache(maxsize=1 << 16)
def group(word: str) -> Role | None:
    """Return the role that a word in lower case is the plural of, or None."""
    one = _one_of(word)
    return role(one) if one else None


def _one_of(word: str) -> str | None:
    """Return the role of which a word in lower case is the plural, in the singular; None if it is of none."""
    if len(word) < 5 or word[-1] not in "ns":
        return None
    return next((one for one in _singulars(word) if role(one)), None)


def _singulars(plural: str) -> Iterator[str]:
    """Give what the singular of a noun may be: "psychologen" is the plural of "psycholoog"."""
    if plural.endswith("s"):
        yield plural[:-1]
        yield plural[:-1].removesuffix("'")
        return
    if plural.endswith("leden"):
        yield plural.removesuffix("leden") + "lid"
    if plural.endswith("mannen"):
        yield plural[:-3]
    if not plural.endswith("en"):
        yield plural[:-1]
        return
    stem = plural[:-2]
    yield stem
    if len(stem) > 3 and stem[-2] in "aeou" and stem[-3] not in "aeiou":
        # An open syllable is written with one vowel: "psycholog-en", "hooglerar-en".
        yield stem[:-2] + stem[-2] * 2 + stem[-1]
    if len(stem) > 3 and stem[-1] == stem[-2]:
        yield stem[:-1]
    yield plural[:-1]


def is_degree(word: str) -> bool:
    """Whether a word in lower case only says when or how high in "oud-minister", "vicepresident"."""
    return word in _DEGREES


def is_listed(word: str) -> bool:
    """Whether a word in lower case is a role by itself, and not by the ending it has."""
    return word in _lexicon().words


def is_about_sport(words: Sequence[str]) -> bool:
    """Whether words in lower case, an article's, are about sport."""
    about = _lexicon().about_sport
    met = [word for word in words if word in about]
    return len(set(met)) >= _SPORT_WORDS and len(met) >= _SPORT_SHARE * len(words)


def in_context(found: Role, phrase: str, sport: bool) -> Role:
    """Return what a role is in an article about sport, or about none: `found`, unless its word says both."""
    lexicon = _lexicon()
    heads = (word if role(word) else _one_of(word) for word in phrase.lower().split())
    head = next(filter(None, heads), "")
    # A "tenniscoach" is one of sport anywhere.
    own = next((one for one in lexicon.in_sport if head.endswith(one) and head != one), None)
    if own is not None and head.removesuffix(own) in lexicon.about_sport:
        return lexicon.in_sport[own]
    if not sport and found.family != "sport":
        return found
    endings = lexicon.in_sport if sport else lexicon.outside_sport
    ending = next((one for one in endings if head.endswith(one)), None)
    if ending is None or (is_listed(head) and head != ending):
        return found
    return found if head.removesuffix(ending) in lexicon.about_sport else endings[ending]
