"""Phrases without a name that stand for a source in Dutch: pronouns, roles, groups and studies."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.languages.nl import words
from ingest.languages.nl.introductions import QUALIFIERS, organisation_end
from ingest.languages.nl.naming import PEOPLES
from ingest.languages.nl.people import gender
from ingest.languages.nl.roles import group, role
from ingest.naming import Phrase
from ingest.tokens import Tokens

__all__ = ["gender", "gender_of_role", "phrases"]

_PRONOUNS = {"hij": "m", "ie": "m", "zij": "f", "ze": "f"}
_OBJECT_PRONOUNS = {"hem": "m", "haar": "f"}
_PLURAL_VERBS = frozenset(
    [
        "zijn",
        "hebben",
        "worden",
        "waren",
        "hadden",
        "werden",
        "zouden",
        "hun",
        "samen",
        "beiden",
        "allebei",
        "allemaal",
    ]
) | (words.MODALS & {w for w in words.MODALS if w.endswith("en")})
_DEFINITE = frozenset(["de", "deze", "die", "dezelfde", "onze"])
_INDEFINITE = frozenset(
    [
        "een",
        "enkele",
        "sommige",
        "veel",
        "verschillende",
        "meerdere",
        "diverse",
        "andere",
        "de",
        "deze",
        "twee",
        "drie",
        "vier",
    ]
)
_SPOKESPERSON = frozenset(
    [
        "woordvoerder",
        "woordvoerster",
        "zegsman",
        "zegsvrouw",
        "persvoorlichter",
        "voorlichter",
        "perswoordvoerder",
    ]
)
_FEMININE_ENDINGS = (
    "loge",
    "ster",
    "trice",
    "ice",
    "esse",
    "euse",
    "ente",
    "iste",
    "vrouw",
    "moeder",
    "zangeres",
    "res",
    "ante",
    "in",
    "thesse",
    "dochter",
    "zus",
    "vriendin",
)
_NO_FEMININE = frozenset(["minister", "specialiste", "premier", "meester", "kapitein"])
# Adjectives between a determiner and a noun.
_ADJECTIVES = 3
_NO_ADJECTIVE = words.FINITE | words.DETERMINERS | words.PREPOSITIONS
_MEMBERS_OF = ("van", "bij", "aan", "uit")
_OBJECT_MARKERS = words.MARKERS
_DOCUMENT_ENDINGS = ("onderzoek", "studie", "rapport")


def phrases(t: Tokens) -> Iterator[Phrase]:
    """Give the phrases of a text that may stand for a source without naming it, in order."""
    for i, lower in enumerate(t.lower):
        if lower in _PRONOUNS:
            if lower in ("hij", "ie") or not _is_plural(t, i):
                yield Phrase(i, i + 1, "pronoun", lower, _PRONOUNS[lower])
        elif lower in _OBJECT_PRONOUNS:
            if i and t.lower[i - 1] in _OBJECT_MARKERS:
                yield Phrase(i, i + 1, "pronoun", lower, _OBJECT_PRONOUNS[lower])
        elif lower[-1] in "ns" and len(lower) > 4 and group(lower) and not _is_verb_here(t, i):
            first = _opening(t, i, _INDEFINITE)
            yield Phrase(first, _members_of(t, i + 1), "group", lower)
        elif lower in words.DOCUMENTS or lower.endswith(_DOCUMENT_ENDINGS):
            continue
        elif role(lower):
            if lower.rpartition("-")[2] in _SPOKESPERSON:
                first = _opening(t, i, _INDEFINITE)
                yield Phrase(first, _members_of(t, i + 1), "spokesperson", lower)
                continue
            first = _opening(t, i, _DEFINITE)
            if first < i and t.lower[first] in _DEFINITE:
                yield Phrase(first, i + 1, "role", lower, gender_of_role(lower))


def _is_verb_here(t: Tokens, i: int) -> bool:
    """Whether a word that may be a plural noun is a verb, as "coachen" is."""
    return t.lower[i] in words.FINITE


def _opening(t: Tokens, i: int, determiners: frozenset[str]) -> int:
    """Return where the noun phrase opens whose noun is token `i`."""
    k = i
    while (
        k > 0
        and k > i - _ADJECTIVES
        and (
            t.lower[k - 1] in QUALIFIERS
            or t.words[k - 1] in PEOPLES
            or (
                t.lower[k - 1].endswith(("e", "-jarige"))
                and t.lower[k - 1] not in _NO_ADJECTIVE
                and t.lower[k - 1].isalnum()
                and t.words[k - 1][0].islower()
                and len(t.lower[k - 1]) > 4
            )
            or "-jarige" in t.lower[k - 1]
        )
    ):
        k -= 1
    if k > 0 and t.lower[k - 1] in determiners:
        return k - 1
    return k


def _members_of(t: Tokens, i: int) -> int:
    """Return where "van het Bureau" ends after "onderzoekers", or `i`."""
    if i + 1 >= len(t) or t.lower[i] not in _MEMBERS_OF:
        return i
    k = i + 1
    while k < min(len(t), i + 4) and (
        t.lower[k] in words.DETERMINERS
        or t.words[k] in PEOPLES
        or (
            t.words[k][0].islower()
            and k + 1 < len(t)
            and t.words[k + 1][0].isupper()
            and t.lower[k] not in words.FINITE
        )
    ):
        k += 1
    if k >= len(t) or not t.words[k][0].isupper():
        return i
    return organisation_end(t, k, len(t))


def _is_plural(t: Tokens, i: int) -> bool:
    """Whether "zij" or "ze" is plural: by the verb next to it."""
    near = [t.lower[k] for k in (i + 1, i - 1) if 0 <= k < len(t)]
    for word in near:
        if word in words.FINITE or word in words.VERBS:
            return word in _PLURAL_VERBS or (word.endswith("en") and len(word) > 3)
    return False


def gender_of_role(word: str) -> str:
    """Return `f` for a role that only a woman has by its form, `m` for one only a man has, else ""."""
    if word in _NO_FEMININE:
        return ""
    if word.endswith(_FEMININE_ENDINGS) and not word.endswith(("minister", "meester", "hoofdmeester")):
        return "f"
    return "m" if word.endswith(("man", "vader", "zoon", "broer", "koning", "prins", "heer")) else ""
