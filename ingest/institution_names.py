"""How a written name of an organisation compares with a listed one.

Two names are the same when they differ only in case, diacritics, spaces, hyphens and a leading
article (`key`). They are nearly the same when few of their words differ, and only in ways in which one
name is mistaken for the other (`likeness`): another form of a word ("Psychologie" for "Psychologen"),
a misspelling, "Nationaal" for "Rijks". The words this rests on stand in
`schema/authority/name_words.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")

# A stem is what two forms of a word share; with fewer letters "hartstichting" and "hardlopen" would have one.
_STEM_LETTERS = 4
# Below seven letters too many real words are one letter apart ("Almelo", "Almere").
_MISSPELT_LETTERS = 6
# The last part of a compound that may be left out: "gezondheid" of "volksgezondheid". At nine letters none of
# 3,843 names of institutions is taken for another one by it.
_PART_LETTERS = 9
# Fewer letters than these say too little to be recognised in spite of a difference, beside a word such as
# "instituut" and without one. At 7 "Panteia" was taken for "Pantein"; at 8 none of 3,150 names of Dutch and
# Belgian institutions that the project's list does not have was taken for one that it has.
_CORE_LETTERS = 5
_LONE_LETTERS = 8
# Fewer letters before a head are no word of a compound: "draad" ends in "raad".
_MODIFIER_LETTERS = 3
# More differences than this and the two names have too little in common.
_MOST_DIFFERENCES = 2
_COST = 0.1


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of `name_words.toml`, folded."""

    articles: frozenset[str]
    joining: frozenset[str]
    families: dict[str, str]
    ends: tuple[str, ...]
    ranks: frozenset[str]
    countries: dict[str, str]
    endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """A name taken apart.

    `parts` are its words in order, without the joining ones, compounds with a head in two and countries as
    their codes: names with the same parts are one name. `heads` say what kind of body it is and `families`
    which kinds are near it, `ranks` say how high, `countries` are the codes of countries named, and `core`
    is what is left: the words that tell this body from others of its kind.
    """

    parts: tuple[str, ...]
    core: tuple[str, ...]
    heads: frozenset[str]
    families: frozenset[str]
    ranks: frozenset[str]
    countries: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    toml = (resources.files("schema") / "authority" / "name_words.toml").read_text("utf-8")
    data = tomllib.loads(toml)
    heads = data["heads"]
    families = {head: head for head in heads["kinds"].split()}
    families |= {head: family for family, text in heads["families"].items() for head in text.split()}
    return _Vocabulary(
        articles=frozenset(data["articles"]),
        joining=frozenset(data["joining"].split()),
        families=families,
        ends=tuple(sorted(families.keys() - set(heads["whole"].split()), key=len, reverse=True)),
        ranks=frozenset(data["ranks"].split()),
        countries={word: code for code, words in data["countries"].items() for word in words.split()},
        endings=frozenset(data["forms"]["endings"].split()) | {""},
    )


def heads() -> Collection[str]:
    """Return the words, folded, that say what kind of body it is."""
    return _vocabulary().families.keys()


def words(name: str) -> list[str]:
    """Return the words of `name` without case and diacritics; "&" is "en"."""
    text = _NOT_ASCII.sub(_without_diacritics, name.replace("&", " en "))
    return _WORD.findall(text.casefold())


def _without_diacritics(match: re.Match[str]) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", match[0]) if not unicodedata.combining(c))


def key(name: str) -> str:
    """Return what is equal for two spellings of one name: no article in front, case, diacritics or spaces."""
    found = words(name)
    if len(found) > 1 and found[0] in _vocabulary().articles:
        del found[0]
    return "".join(found)


def without_article(name: str) -> str:
    """Return `name` without an article in front of it."""
    first, _, rest = name.partition(" ")
    return rest.lstrip() if rest and first.casefold().strip("'’") in _vocabulary().articles else name


def shape(name: str) -> Shape:
    """Take `name` apart into the words that matter when names are compared."""
    vocabulary = _vocabulary()
    parts: list[str] = []
    core: list[str] = []
    heads: set[str] = set()
    ranks: set[str] = set()
    countries: set[str] = set()
    for word in words(name):
        if word in vocabulary.joining:
            continue
        for part in _parts(word, vocabulary):
            parts.append(vocabulary.countries.get(part, part))
            if part in vocabulary.families:
                heads.add(part)
            elif part in vocabulary.ranks:
                ranks.add(part)
            elif part in vocabulary.countries:
                countries.add(vocabulary.countries[part])
            else:
                core.append(part)
    families = frozenset(vocabulary.families[head] for head in heads)
    return Shape(
        tuple(parts), tuple(core), frozenset(heads), families, frozenset(ranks), frozenset(countries)
    )


def _parts(word: str, vocabulary: _Vocabulary) -> tuple[str, ...]:
    """Return a compound with a head at its end in two ("rijks", "instituut"), any other word as it is."""
    if word in vocabulary.families or not word.endswith(vocabulary.ends):
        return (word,)
    end = next(end for end in vocabulary.ends if word.endswith(end))
    return (word[: -len(end)], end) if len(word) - len(end) >= _MODIFIER_LETTERS else (word,)


def without_country(name: Shape) -> tuple[str, ...]:
    """Return the parts of `name` but those that name a country."""
    return tuple(part for part in name.parts if part not in name.countries)


def within(countries: Collection[str], country: str | None) -> bool:
    """Tell whether all of `countries`, as a name states them, are `country` or a region of it."""
    return all(stated.partition("-")[0] == country for stated in countries)


def block_keys(name: Shape) -> set[tuple[frozenset[str], int, str]]:
    """Return keys of which a name and each name it can be like have at least one in common.

    Names that are alike have heads of the same families and as many core words, and the first letters of
    one of these are the same: only a misspelling at the start of a name's only core word goes unnoticed.
    """
    return {(name.families, len(name.core), word[:3]) for word in name.core}


def likeness(written: Shape, listed: Shape, country: str | None, known: Collection[str]) -> float:
    """Return how like a listed name a written one is: 0 for not at all, else above 0.7 and below 1.

    The heads must be of the same families and the core words pair off, each pair equal, forms of one word
    or, when the written one is not among the `known` words, a misspelling. A country must not contradict
    the listed name nor the `country` of the institution. At most two differences are allowed, and a name
    without a head may only be misspelt.
    """
    if written.parts == listed.parts:
        return 0.0  # the same name, not one like it
    letters = sum(map(len, listed.core))
    if written.families != listed.families or letters < (_CORE_LETTERS if listed.heads else _LONE_LETTERS):
        return 0.0
    core = _core_differences(written.core, listed.core, known, forms=bool(listed.heads))
    around = (written.ranks != listed.ranks) + _country_differences(written, listed, country)
    if written.heads != listed.heads:
        around += _MOST_DIFFERENCES  # with anything else different too, it is another body
    if core is None or (around and not listed.heads):
        return 0.0
    # Nothing else being different, the order is: "Raad voor het Onderwijs".
    differences = max(core + around, 1)
    return 1.0 - _COST * differences if differences <= _MOST_DIFFERENCES else 0.0


def _country_differences(written: Shape, listed: Shape, country: str | None) -> int:
    if written.countries == listed.countries:
        return 0
    if not written.countries or (not listed.countries and within(written.countries, country)):
        return 1
    return _MOST_DIFFERENCES + 1


def _core_differences(
    written: tuple[str, ...], listed: tuple[str, ...], known: Collection[str], *, forms: bool
) -> int | None:
    """Return in how many ways the core words differ, order included; None when they do not pair off."""
    if len(written) != len(listed) or not written:
        return None
    free = list(listed)
    paired: list[str] = []
    differences = 0
    for word in written:
        other = next((o for o in free if o == word), None)
        if other is None:
            like = (o for o in free if (forms and _same_word(word, o)) or _misspelt(word, o, known))
            other = next(like, None)
            differences += 1
        if other is None:
            return None
        free.remove(other)
        paired.append(other)
    return differences + (tuple(paired) != listed)


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: a shared stem and, on both, nothing after it but an ending.

    A compound and its last part are too: "volksgezondheid", "gezondheid".
    """
    short, long = sorted((one, other), key=len)
    if len(short) >= _PART_LETTERS and long.endswith(short):
        return True
    endings = _vocabulary().endings
    shared = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return any(one[i:] in endings and other[i:] in endings for i in range(shared, _STEM_LETTERS - 1, -1))


def _misspelt(word: str, meant: str, known: Collection[str]) -> bool:
    """Tell whether `word`, no known word, is `meant` with one letter too many, missing, wrong or swapped."""
    return (
        len(meant) >= _MISSPELT_LETTERS
        and word[0] == meant[0]
        and abs(len(word) - len(meant)) <= 1
        and word not in known
        and _one_edit(word, meant)
    )


def _one_edit(one: str, other: str) -> bool:
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return len(one) != len(other)
    one, other = one[start:], other[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
