"""Phrases without a name that stand for a source in Dutch: pronouns, roles, groups and spokespersons."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from ingest.languages.nl import words
from ingest.languages.nl.name_words import MEMBERS, PEOPLES
from ingest.languages.nl.role_phrases import ROLE_PHRASES, organisation_end
from ingest.languages.nl.roles import group, role
from ingest.naming import Phrase
from ingest.tokens import Tokens

__all__ = [
    "DEMONSTRATIVES",
    "FIRMS",
    "MEDIA",
    "gender_of_role",
    "is_called",
    "is_like",
    "is_office",
    "phrases",
]

_PRONOUNS = {"hij": "m", "ie": "m", "zij": "f", "ze": "f"}
# These are sources only after "volgens": elsewhere they are objects, or "haar" says whose something is.
_OBJECT_PRONOUNS = {"hem": "m", "haar": "f", "hen": "plural", "hun": "plural"}
DEMONSTRATIVES = frozenset(["die"])
FIRMS = words.FIRMS
MEDIA = words.MEDIA
_PLURAL_VERBS = frozenset(
    ["zijn", "hebben", "worden", "waren", "hadden", "werden", "zouden", "doen", "samen", "beiden", "allebei"]
) | {word for word in words.MODALS if word.endswith("en")}
_DEFINITE = frozenset(["de", "deze", "die", "dezelfde", "onze"])
_OF_COLLECTIVES = frozenset(["de", "het", "deze", "dit", "zijn", "haar", "hun"])
_GENITIVES = ("'s", "’s")
_POSSESSIVE = frozenset(["haar", "hun", "mijn", "zijn"])
_INDEFINITE = frozenset(["een"])
_OF_GROUPS = ROLE_PHRASES["determiners_of_groups"]
_GROUPS = ROLE_PHRASES["groups"]
_SPOKESPERSONS = ROLE_PHRASES["spokespersons"]
_QUALIFIERS = ROLE_PHRASES["qualifiers"]
_FEMININE_ENDINGS = tuple(ROLE_PHRASES["feminine_endings"])
_MASCULINE_ENDINGS = tuple(ROLE_PHRASES["masculine_endings"])
_EITHER_ENDINGS = tuple(ROLE_PHRASES["either_endings"])
# Adjectives between a determiner and a noun.
_ADJECTIVES = 3
_NO_ADJECTIVE = words.FINITE | words.DETERMINERS | words.PREPOSITIONS
_SYNONYMS = [frozenset(alike.split()) for alike in ROLE_PHRASES["synonyms"]]
_OFFICES = frozenset(["law", "politics", "police"])
# "Zwollenaar", "Amsterdammer", "Zwolse".
_OF_A_TOWN = ("aar", "se", "mmer")
_MEMBERS_OF = frozenset(["van", "bij", "aan", "uit"])


def phrases(t: Tokens) -> Iterator[Phrase]:
    """Give the phrases of a text that may stand for a source without naming it, in order."""
    for i, word in enumerate(t.words):
        kind = _kind(word)
        found = _phrase(t, i, kind) if kind else None
        if found:
            yield found


@functools.lru_cache(maxsize=1 << 16)
def _kind(word: str) -> str:
    """Return what kind of phrase a word, as written, may be the head of; "" for most words."""
    lower = word.lower()
    if lower in _PRONOUNS:
        return "pronoun"
    if lower in _OBJECT_PRONOUNS:
        return "object"
    if word == "Die":
        return "demonstrative"
    if len(lower) < 3 or not lower[0].isalpha():
        return ""
    if lower in words.RELATIONS:
        return "relation"
    if word[0].islower() and words.is_collective(lower):
        return "body"
    if len(lower) < 4:
        return ""
    if _is_group(lower):
        return "group"
    if word in MEMBERS:
        return "member"
    if word[0].isupper() and lower.endswith(_OF_A_TOWN):
        return "inhabitant"
    return "role" if role(lower) else ""


def _phrase(t: Tokens, i: int, kind: str) -> Phrase | None:
    """Return the phrase of which token `i` is the head, a word of that `kind`."""
    lower = t.lower[i]
    if kind == "pronoun":
        gender = "plural" if lower in ("zij", "ze") and _is_plural(t, i) else _PRONOUNS[lower]
        return Phrase(i, i + 1, "pronoun", lower, gender)
    if kind == "demonstrative" and i + 1 < len(t) and t.lower[i + 1] == "laatste":
        return Phrase(i, i + 2, "pronoun", "die")
    if kind == "demonstrative":
        speaks = i + 1 < len(t) and t.lower[i + 1] in words.VERBS
        return Phrase(i, i + 1, "pronoun", lower) if speaks else None
    if kind == "object":
        after = i > 0 and t.lower[i - 1] in words.MARKERS and not _is_possessive(t, i)
        return Phrase(i, i + 1, "pronoun", lower, _OBJECT_PRONOUNS[lower]) if after else None
    if kind == "body":
        return _collective(t, i)
    if kind == "group":
        first = _opening(t, i, _OF_GROUPS)
        if first > 1 and t.lower[first - 1] == "van" and t.lower[first - 2] in ("een", "één"):
            return Phrase(first - 2, _members_of(t, i + 1), "somebody", lower)
        return Phrase(first, _members_of(t, i + 1), "group", lower)
    if kind == "member" and lower.endswith("se") and _before_noun(t, i):
        return None
    if kind == "member" or (kind == "inhabitant" and _is_inhabitant(t, i)):
        first = _opening(t, i, _DEFINITE)
        named = i + 1 < len(t) and t.words[i + 1][0].isupper()
        known = first < i and t.lower[first] in _DEFINITE and not named
        return Phrase(first, i + 1, "role", "", "") if known else None
    if kind == "relation":
        return _whose(t, i, _opening(t, i, frozenset()))
    if role(lower) is None:
        return None
    first = _opening(t, i, _DEFINITE | _INDEFINITE)
    if lower.rpartition("-")[2] in _SPOKESPERSONS:
        # "laat een woordvoerder aan de krant weten": the newspaper is told.
        stop = _members_of(t, i + 1) if t.lower[i + 1 : i + 2] != ["aan"] else i + 1
        return Phrase(first, stop, "spokesperson", lower)
    determiner = t.lower[first]
    if determiner in _INDEFINITE:
        return Phrase(first, _members_of(t, i + 1), "somebody", lower, gender_of_role(lower))
    if determiner in _DEFINITE and first < i:
        return Phrase(first, i + 1, "role", lower, gender_of_role(lower))
    return _whose(t, i, first)


def _whose(t: Tokens, i: int, first: int) -> Phrase | None:
    """Return "haar man" and "Lotte's broer", where no name follows: somebody by whose he is."""
    before = t.lower[first - 1] if first else ""
    if i + 1 < len(t) and t.words[i + 1][0].isupper():
        return None
    if before in _POSSESSIVE or before.endswith(_GENITIVES):
        # Of "Lotte's broer" the name is another's, and no part of the phrase.
        opens = first - (before in _POSSESSIVE)
        return Phrase(opens, i + 1, "somebody", t.lower[i], gender_of_role(t.lower[i]))
    return None


def _is_group(lower: str) -> bool:
    plural = lower[-1] in "ns" and group(lower) and lower not in words.FINITE
    return lower in _GROUPS or lower.endswith(words.BODIES) or bool(plural)


def _collective(t: Tokens, i: int) -> Phrase | None:
    """Return the phrase for a body by what it is: "de gemeente", "het ziekenhuis", if no name follows."""
    first = _opening(t, i, _OF_COLLECTIVES)
    named = i + 1 < len(t) and t.words[i + 1][0].isupper()
    if named or first == i or t.lower[first] not in _OF_COLLECTIVES:
        return None
    return Phrase(first, i + 1, "body", t.lower[i])


def _opening(t: Tokens, i: int, determiners: frozenset[str]) -> int:
    """Return where the noun phrase opens whose noun is token `i`."""
    k = i
    while k > 0 and k > i - _ADJECTIVES and _is_adjective(t, k - 1):
        k -= 1
    return k - 1 if k > 0 and t.lower[k - 1] in determiners else k


def _is_adjective(t: Tokens, k: int) -> bool:
    word, lower = t.words[k], t.lower[k]
    if lower in _QUALIFIERS or word in PEOPLES or "-jarige" in lower:
        return True
    return lower.endswith("e") and len(lower) > 4 and word[0].islower() and lower not in _NO_ADJECTIVE


def _members_of(t: Tokens, i: int) -> int:
    """Return where "van het Bureau" ends after "onderzoekers", or `i`."""
    if i + 1 >= len(t) or t.lower[i] not in _MEMBERS_OF:
        return i
    k = i + 1
    limit = min(len(t), i + 4)
    while k < limit and t.words[k][0].islower() and t.lower[k] not in words.FINITE:
        k += 1
    if k >= len(t) or not t.words[k][0].isupper():
        return i
    return organisation_end(t, k, len(t))


def _is_inhabitant(t: Tokens, i: int) -> bool:
    """Whether "Zwolse" or "Zwollenaar" says who somebody is, and no noun follows that it belongs to."""
    return i > 0 and t.lower[i - 1] == "de" and not _before_noun(t, i)


def _before_noun(t: Tokens, i: int) -> bool:
    """Whether a noun follows, so that "Nederlandse" is an adjective: "de Nederlandse ambassade"."""
    following = t.lower[i + 1] if i + 1 < len(t) else "."
    return following[0].isalpha() and following not in words.NO_NOUN


def _is_possessive(t: Tokens, i: int) -> bool:
    """Whether "haar" or "hun" says whose the noun after it is: "volgens haar advocaat"."""
    following = t.lower[i + 1 : i + 3]
    if t.lower[i] not in ("haar", "hun") or not following or following[0] in words.NO_NOUN:
        return False
    return any(role(w) or group(w) or w in _GROUPS or words.is_source_noun(w) for w in following)


def _is_plural(t: Tokens, i: int) -> bool:
    """Whether "zij" or "ze" is plural, by the verb next to it."""
    # "Liet ze weten": a verb before it is its own, and the one after it an infinitive.
    for k in (i - 1, i + 1):
        word = t.lower[k] if 0 <= k < len(t) else ""
        if word in words.FINITE or word in words.VERBS:
            return word in _PLURAL_VERBS or (word.endswith("en") and len(word) > 3)
    return False


def gender_of_role(word: str) -> str:
    """Return `f` for a role that only a woman has by its form, `m` for one only a man has, else ""."""
    if word.endswith(_EITHER_ENDINGS):
        return ""
    if word.endswith(_FEMININE_ENDINGS):
        return "f"
    return "m" if word.endswith(_MASCULINE_ENDINGS) else ""


def is_office(head: str) -> bool:
    """Whether a role is one of state or law, which nobody holds who is not presented in it."""
    found = role(head)
    return found is not None and found.family in _OFFICES


def is_like(head: str, role_text: str) -> bool:
    """Whether two roles are of one family: "de raadsman" may be an "advocaat"."""
    one, words_ = role(head), role_text.lower().split()
    if one is not None and one.kind == "expert":
        return any((other := role(word)) and other.family == one.family for word in words_)
    return any(head in alike and not alike.isdisjoint(words_) for alike in _SYNONYMS)


def is_called(head: str, role_text: str, affiliation: str) -> bool:
    """Whether somebody in a role may be called by the word `head`.

    "De psycholoog" is a "jeugdpsycholoog", "de Bureau-deskundige" an expert who works at that Bureau.
    """
    words_ = role_text.lower().replace("-", " ").split()
    lead, _, last = head.rpartition("-")
    if any(word == head or word.endswith(head) for word in words_):
        return True
    if lead and lead in affiliation.lower():
        return role(last) is not None
    return any(word == last for word in words_) if lead else False
