"""What Dutch words by themselves say of organisations, and the names known to all.

They stand in `lexicon/organisations.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from ingest.atoms import NameIndex
from ingest.institution_names import heads, key, words
from ingest.languages.nl.name_words import COMMON, COUNTRIES, GIVEN, PEOPLES, PLACES

LEXICON = tomllib.loads(
    resources.files(__package__).joinpath("lexicon", "organisations.toml").read_text(encoding="utf-8")
)


def listed(section: str, name: str) -> frozenset[str]:
    """Return the words of one entry of the lexicon."""
    return frozenset(LEXICON[section][name].split())


def names(name: str) -> list[str]:
    """Return the names of one group of `[known]`."""
    return [part for item in LEXICON["known"][name].split(",") if (part := " ".join(item.split()))]


def endings(section: str, name: str = "ends") -> tuple[str, ...]:
    """Return one entry of the lexicon as endings of words."""
    return tuple(listed(section, name))


# How many letters an acronym has that counts as an organisation's by its looks. Of 420 words of three or more
# capitals in 1,200 news articles nine in ten were names of organisations; of those of two, hardly any.
ACRONYM_LETTERS = 3
_LONGEST_ACRONYM = 9
HEAD_WORDS = listed("heads", "within")
_HEAD_ENDS = endings("heads")
_BEFORE = listed("before", "words")
_BEFORE_ENDS = endings("before")
_NOT_BEFORE = listed("before", "never")
ROLES = listed("roles", "words") | listed("roles", "contracts")
NO_ACRONYM = listed("never", "acronyms")
NO_NAME = listed("never", "words")
_EVENTS = endings("never", "events")
_ABROAD = frozenset(
    part for name in PEOPLES | COUNTRIES for part in words(name) if len(part) > ACRONYM_LETTERS
)
_ABOUT = {country: frozenset(text.split()) for country, text in LEXICON["countries"].items()}
ARTICLES = frozenset(["de", "het", "een", "the", "'t", "die", "dat", "deze", "dit"])
_LISTING = frozenset(["en"])


@cache
def known() -> NameIndex:
    """Return the names of organisations that are on no authority list, as they are written."""
    groups = ("media", "companies", "parties", "clubs", "bodies")
    return NameIndex([name for group in groups for name in names(group)], folded=False)


@cache
def unsold() -> frozenset[str]:
    """Return the keys of names of `known` that no story sells for: media, parties, clubs and bodies."""
    groups = ("media", "parties", "clubs", "bodies")
    return frozenset(key(name) for group in groups for name in names(group))


@cache
def _clubs() -> frozenset[str]:
    return frozenset(names("clubs"))


def is_club(name: str) -> bool:
    """Whether a name, as written, is that of a club known to all."""
    return name in _clubs()


@lru_cache(maxsize=1 << 16)
def says_kind(noun: str) -> bool:
    """Whether a noun says that the name after it is an organisation's: "bureau", "softwarebedrijf"."""
    return noun in _BEFORE or (
        noun.endswith(_BEFORE_ENDS) and noun not in _NOT_BEFORE and len(noun) > 6 and noun not in ROLES
    )


@lru_cache(maxsize=1 << 16)
def is_head(word: str) -> bool:
    """Whether a word, in lower case, says what kind of body it is, alone or at the end of a compound."""
    if word in HEAD_WORDS or word in heads():
        return True
    if not word.endswith(_HEAD_ENDS):
        return False
    return any(word.endswith(end) for end in _HEAD_ENDS if len(word) - len(end) >= 3 or word == end)


def joins_list(word: str) -> bool:
    """Whether a word, in lower case, stands between the last two of a list: "en"."""
    return word in _LISTING


def joins_rest(word: str) -> bool:
    """Whether a word, in lower case, joins what may be left out of a name: "Centrale Bank van Suriname"."""
    return word in ("van", "voor")


def is_article(word: str) -> bool:
    """Whether a word, in lower case, is an article."""
    return word in ARTICLES


def is_event(word: str) -> bool:
    """Whether a word, in lower case, names a law, a prize, an occasion or a place, and no body."""
    return word.endswith(_EVENTS) and not is_head(word)


def is_acronym(name: str) -> bool:
    """Whether a word in capitals is an organisation's name by its looks."""
    return (
        ACRONYM_LETTERS <= len(name) <= _LONGEST_ACRONYM
        and name.isupper()
        and name.isalpha()
        and name.lower() not in NO_ACRONYM
        and not _ROMAN.fullmatch(name)
    )


_ROMAN = re.compile(r"[IVXLC]+")


def country(text: str) -> str | None:
    """Return the country a text is about, by which of the two it names more often.

    It is `""` where the text names other countries only, None where it names none.
    """
    found = words(text)
    counts = {code: sum(map(named.__contains__, found)) for code, named in _ABOUT.items()}
    likeliest = max(counts, key=lambda code: counts[code])
    if counts[likeliest]:
        return likeliest
    return "" if any(word in _ABROAD for word in found) else None


def is_generic(word: str) -> bool:
    """Whether a word begins so many names that alone it stands for none of them."""
    return (
        word in PLACES
        or word in GIVEN
        or word in COUNTRIES
        or word.lower() in COMMON
        or word.lower() in _GENERIC
        or word.lower() in NO_NAME
        or word.endswith("se")
        or ((word.lower() in HEAD_WORDS or word.lower() in heads()) and not word.isupper())
    )


_GENERIC = listed("never", "generic")
