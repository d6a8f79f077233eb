"""What the forms of a Dutch word have in common, and the words made of it by endings and prefixes.

Simple endings, no dictionary: two forms of one word get one stem, and now and then two words do as well. The
vowels of strong verbs stand in `lexicon/irregular_forms.txt`, and in `lexicon/whole_words.txt` words that
only look as if they had an ending.
"""

from __future__ import annotations

import functools
import re

from ingest.languages.nl.reporting import lines

# Endings that change the form of a word and not what it is about: of plurals and diminutives.
_ENDING = re.compile(r"(?:(?<=\w{3})[tpk]?jes?|(?<=\w{2}[^\Waeiou])es?|(?<=\w{3})(?<=[^aeius])s)$")
# Of plurals and verbs, and of comparatives and those who do something; "-eren" has no ending "-er".
_PLURAL = re.compile(r"(?:(?<=[aeiouy][^\Waeiou])|(?<=\w{2}[^\Waeou]))en$")
_AGENT = re.compile(r"(?<=\w{3})(?<!e)er$")
# What makes a noun or an adjective of a word: "wandeling", "gelukkig", "moeheid", "schoonmaakster".
_DERIVED = re.compile(r"(?<=\w{3})(?:ings?|heid|elijk|ig|baar|sters?|aars?)$")
_VERB_IN_IG = re.compile(r"(?<=ig)(?:en|t|de|den|d|ings?|ingen)$")
_TENSE = re.compile(r"(?<=\w{2}[^\Waeiou])[td]+$")
# The particle of a separable verb: "opgeruimd", "weggelaten".
_PARTICLES = [
    "aan",
    "achter",
    "af",
    "bij",
    "binnen",
    "dicht",
    "door",
    "in",
    "klaar",
    "los",
    "mee",
    "na",
    "neer",
    "om",
    "onder",
    "op",
    "over",
    "samen",
    "tegen",
    "terug",
    "thuis",
    "toe",
    "uit",
    "vast",
    "vol",
    "voor",
    "weg",
]
_PREFIXES = re.compile(rf"^({'|'.join((*_PARTICLES, 'be', 'her', 'ont', 'ver'))})(?=\w{{3}})")
_PARTICIPLE = re.compile(rf"^({'|'.join(_PARTICLES)}|)ge(?=[^\We]\w*[aeiouy]\w*\w)(?=\w{{4}})")
# A word of one syllable keeps its long vowel, doubled when no other follows: "ramen" are of a "raam".
_SHORT = re.compile(r"([^\Waeiouy]*)([aeou])([^\Waeiouyx])")
_SYLLABLE = re.compile(r"[^\Waeiouy]*[aeiouy]+[^\Waeiouy]*")
_DOUBLE = re.compile(r"(.)\1")
_DOUBLE_CONSONANT = re.compile(r"([^\Waeiou])\1")
_HARDENED = {"v": "f", "z": "s"}


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return what the forms of a word in lower case, without diacritics, have in common."""
    if word in _WHOLE:
        return _WHOLE[word]
    known = _PARTICIPLE.sub(r"\1", _infinitive(word))
    rest = _uninflected(known)
    if _SYLLABLE.fullmatch(rest):
        short = _SHORT.fullmatch(rest)
        if short and known[len(rest) : len(rest) + 1] in tuple("aeiou"):
            rest = f"{short[1]}{short[2] * 2}{short[3]}"
        return _DOUBLE_CONSONANT.sub(r"\1", rest)
    return _DOUBLE.sub(r"\1", rest)


def _uninflected(word: str) -> str:
    verb = _VERB_IN_IG.search(word)
    if verb:
        return word[: verb.start()]
    rest, before, plural = word, "", False
    while before != rest:
        before = rest
        rest = _ENDING.sub("", _DERIVED.sub("", rest))
        rest, count = _PLURAL.subn("", rest)
        plural = plural or bool(count)
        if not plural:
            rest = _AGENT.sub("", rest)
        rest = rest[:-1] + _HARDENED.get(rest[-1:], rest[-1:])
    return _TENSE.sub("", rest)


def _infinitive(word: str) -> str:
    """Return the infinitive of a form of a strong verb, its prefix kept; any other word as it is."""
    for form in (word, word.removesuffix("e")) if word.endswith(("de", "te")) else (word,):
        if form in _IRREGULAR:
            return _IRREGULAR[form]
        prefix = _PREFIXES.match(form)
        if prefix and form[prefix.end() :] in _IRREGULAR:
            return prefix[1] + _IRREGULAR[form[prefix.end() :]]
        # Verbs with a prefix that cannot be parted have no "ge": "beschreven".
        if prefix and f"ge{form[prefix.end() :]}" in _IRREGULAR:
            return prefix[1] + _IRREGULAR[f"ge{form[prefix.end() :]}"]
    return word


_IRREGULAR = {
    form: infinitive
    for infinitive, *others in (line.split() for line in lines("irregular_forms.txt"))
    for form in (infinitive, *others)
}
_WHOLE = {form: whole[0] for whole in map(str.split, lines("whole_words.txt")) for form in whole}
