"""The words of `lexicon/` by which Dutch names are known: given names, places, prefixes, titles, things."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from ingest.languages.nl import reporting, words


def _read(name: str) -> dict[str, object]:
    path = resources.files(__package__).joinpath("lexicon", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _set(value: object, separator: str | None = None) -> frozenset[str]:
    items = value.split(separator) if isinstance(value, str) else list(value)  # type: ignore[call-overload]
    return frozenset(item.strip() for item in items if item.strip())


_given = {gender: _set(names) for gender, names in _read("given_names").items()}
_places = {kind: _set(names, ",") for kind, names in _read("places").items()}
_name_words = _read("name_words")

FEMININE = _given["feminine"]
MASCULINE = _given["masculine"]
GIVEN = FEMININE | MASCULINE | _given["either"]
COUNTRIES = _places["countries"]
TOWNS = _places["towns"] | _places["abroad"]
PLACES = TOWNS | COUNTRIES

PREFIXES = _set(_name_words["prefixes"])
AMBIGUOUS_PREFIXES = _set(_name_words["prefixes_also_prepositions"])
HONORIFICS = _set(_name_words["honorifics"])
ACADEMIC = _set(_name_words["academic"])
SUFFIXES = {
    suffix: code for code, _, suffix in (pair.partition(" ") for pair in _set(_name_words["suffixes"], ","))
}
FEMININE_TITLES = _set(_name_words["feminine"])
MASCULINE_TITLES = _set(_name_words["masculine"])
TOWNS_OF = {
    adjective: town
    for adjective, _, town in (pair.partition(" ") for pair in _set(_name_words["towns_of"], ","))
}
PEOPLES = _set(_name_words["peoples"]) | TOWNS_OF.keys()
MEMBERS = _set(_name_words["members"])
THINGS = _set(_name_words["things"]) - GIVEN
THINGS_AND_SURNAMES = _set(_name_words["things_and_surnames"])
NAMED_AFTER = _set(_name_words["named_after"])
ALWAYS_NAMED_AFTER = _set(_name_words["always_named_after"])
COMPANY_ENDINGS = tuple(_set(_name_words["company_endings"]))
THING_ENDINGS = tuple(sorted(_set(_name_words["thing_endings"]), key=len, reverse=True))
PORTFOLIOS = _set(_name_words["portfolios"])
NAMED_THINGS = _set(_name_words["named_things"], ",")
NO_INITIALS = _set(_name_words["no_initials"])
THINGS_AFTER = _set(_name_words["things_after"])

PREFIX_WORDS = frozenset(word for prefix in PREFIXES for word in prefix.split())
MONTHS_AND_DAYS = _set(_name_words["months_and_days"])
NATION_OF = {
    word: code
    for line in str(_name_words["nations"]).splitlines()
    for code, *members in map(str.split, filter(str.strip, line.split(";")))
    for word in members
}
# Words that have a capital only because a sentence begins with them.
COMMON = (
    reporting.words("stop_words")
    | words.ADVERBS
    | words.FINITE
    | words.PREPOSITIONS
    | words.CONJUNCTIONS
    | words.SUBORDINATORS
    | words.COMPLEMENTISERS
    | words.DETERMINERS
    | words.RELATIVES
    | words.NEVER
    | words.MARKERS
    | words.DOCUMENTS
    | words.SAYINGS
    | words.TIMES
    | MONTHS_AND_DAYS
    | frozenset(_set(_name_words["openers"]))
)
# Endings of Dutch nouns for what is thought or done, which no surname has; with "-iek" some surnames end.
NOUN_ENDINGS = ("ing", "heid", "tie", "schap", "isme", "teit", "logie", "kunde")
NO_NAME_ENDINGS = (*NOUN_ENDINGS, "iek")


def is_thing(word: str) -> bool:
    """Whether a word with a capital is no part of a person's name: "Stichting", "Daktechniek"."""
    return word in THINGS or word.lower().endswith((*THING_ENDINGS, *COMPANY_ENDINGS))


# "ZonDirect": no surname is written so, but for those with a prefix that was joined to them.
_CAMEL_CASE = re.compile(r"(?!Mac|Fitz|Van|Von|Der)(?:[A-ZÀ-Ý][a-zà-ÿ]{2,}){2,}")


def is_camel_case(word: str) -> bool:
    """Whether a word has a capital in the middle, as brands do: "ZonDirect"."""
    return not word[1:].islower() and _CAMEL_CASE.fullmatch(word) is not None


def are_initials(letters: str, name: str) -> bool:
    """Whether capitals abbreviate a person's name: "MK" or "MvdK" that of Mirjam van der Kolthof."""
    first = [part[0].lower() for part in re.split(r"[ \-.]+", name) if part]
    wanted = letters.replace(".", "").lower()
    rest = iter(first)
    return len(wanted) > 1 and wanted[0] == first[0] and all(letter in rest for letter in wanted)


FIELDS = _set(_name_words["fields"])
