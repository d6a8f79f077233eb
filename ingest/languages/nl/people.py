"""What the people component asks of Dutch: names, how they are introduced, which kind of person each is."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.languages.nl import words
from ingest.languages.nl.descriptions import later
from ingest.languages.nl.introductions import introduction
from ingest.languages.nl.name_keys import keys as name_keys
from ingest.languages.nl.name_rarity import rarity
from ingest.languages.nl.name_words import (
    ACADEMIC,
    FEMININE,
    FEMININE_TITLES,
    FIELDS,
    GIVEN,
    MASCULINE,
    MASCULINE_TITLES,
    MEMBERS,
    NOUN_ENDINGS,
    PEOPLES,
    PREFIXES,
    SUFFIXES,
)
from ingest.languages.nl.naming import LIKELY, POSSIBLE, SURE, candidate, names, suffix_end
from ingest.languages.nl.role_phrases import ROLE_PHRASES
from ingest.languages.nl.roles import in_context, is_about_sport, role
from ingest.naming import Introduction, Name
from ingest.tokens import Tokens

__all__ = [
    "GIVEN",
    "LIKELY",
    "POSSIBLE",
    "PREFIXES",
    "SUFFIXES",
    "SURE",
    "candidate",
    "fits_pronoun",
    "follows_member",
    "forms",
    "gender",
    "gender_of_title",
    "in_context",
    "introduction",
    "is_about_sport",
    "is_credit",
    "is_of_body",
    "is_presented",
    "is_subject",
    "kind",
    "later",
    "leads",
    "may_be_surname",
    "name_keys",
    "names",
    "rarity",
    "speaks",
    "suffix",
    "works_at",
]

_CREDITS = ROLE_PHRASES["credits"]
_OF_BODY = re.compile(rf"\s(?:van|bij)\s(?:die|dat|deze|dit)\s(?:{'|'.join(ROLE_PHRASES['bodies_meant'])})\b")
_BEFORE_SUBJECT = 20
_OPENING = re.compile(r"(?:^|[\n.!?\"”’'])\s*(?:Volgens\s|Ook\s)?(?:[Dd]e\s|[Hh]et\s)?$")
_REPORTING = re.compile(r"\s(?:schrijft|meldt|meldde|schreef|bericht|berichtte|onthulde)\b")
_LEADING = ROLE_PHRASES["leading"]
# Letters of a word for a body that may end a compound: "basisschool".
_IN_COMPOUND = 4
_ARTICLES = ("de", "het", "der")
_LEARNED = tuple(ROLE_PHRASES["learned"])


def forms(word: str) -> tuple[str, ...]:
    """Return the names that a written word may stand for: itself, and itself without a genitive's ending."""
    found = [word]
    for ending in ("'s", "’s", "s", "'", "’"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found.append(word[: -len(ending)])
    return tuple(found)


def is_presented(found: Introduction) -> bool:
    """Whether what stands around a name shows that it is a person's."""
    said = found.kind is not None and not found.stated
    return said or found.honorific is not None or found.age or found.place is not None


def may_be_surname(tokens: Tokens, name: Name) -> bool:
    """Whether one word after a role may be a surname: no noun for a field, and nowhere in small letters.

    A role that has a capital after an article or another role is part of a name: "de Autoriteit Zoetwaren".
    """
    last, first = tokens.lower[name.stop - 1], name.first
    if first > 1 and tokens.words[first - 1][:1].isupper() and not follows_member(tokens, name):
        before = tokens.words[first - 2]
        if before in _ARTICLES or (before.islower() and role(before)):
            return False
    return not last.endswith(NOUN_ENDINGS) and last not in FIELDS and last not in tokens.words


def is_credit(tokens: Tokens, name: Name) -> bool:
    """Whether a name opens a line as that of who made a picture or a text: "Foto: Mirjam Kolthof"."""
    k = name.first - 1
    if k < 1 or tokens.words[k] != ":" or tokens.lower[k - 1] not in _CREDITS:
        return False
    return k == 1 or tokens.words[k - 2] in ("\n", "\r", "(", "|", "/", ".")


def follows_member(tokens: Tokens, name: Name) -> bool:
    """Whether a name stands after who bears it is by birth: "de Fransman Kolthof"."""
    before = tokens.words[name.first - 1] if name.first else ""
    return before in MEMBERS and before not in PEOPLES


def suffix(tokens: Tokens, name: Name) -> str:
    """Return the code of what tells relatives apart that stands after a name: `sr` of "Kolthof sr."."""
    stop = suffix_end(tokens, name.stop)
    return SUFFIXES[tokens.between(name.stop, stop)] if stop > name.stop else ""


def speaks(tokens: Tokens, name: Name) -> bool:
    """Whether a word of reporting stands right before or after a name."""
    before = tokens.lower[name.first - 1] if name.first else ""
    after = tokens.lower[name.stop] if name.stop < len(tokens) else ""
    return any(word in words.VERBS or word in words.MARKERS for word in (before, after))


def kind(found: Introduction, named_by_given_name: bool, sport: bool) -> str:
    """Return what a person is in an article, about sport or not: `expert`, `official`, `subject`, `other`."""
    if found.kind is not None:
        academic = found.honorific is not None and is_academic(found.honorific)
        return "expert" if academic and found.kind.kind == "other" else found.kind.kind
    if found.honorific is not None and is_academic(found.honorific):
        return "expert"
    if named_by_given_name or sport or found.age or found.affiliation is None:
        return "subject"
    learned = any(part in found.affiliation.lower() for part in _LEARNED)
    return "expert" if learned else "official"


def leads(phrase: str) -> bool:
    """Whether a role is one of an organisation as a whole, which the phrase does not name."""
    return phrase.lower().rpartition(" ")[2] in _LEADING


def works_at(phrase: str, name: str) -> bool:
    """Whether somebody in a role is likely at a body of this name: a rector at a school."""
    words_ = name.lower().split()
    return any(
        word == body or (len(body) >= _IN_COMPOUND and word.endswith(body))
        for body in _bodies(phrase.lower())
        for word in words_
    )


@lru_cache(maxsize=1 << 12)
def _bodies(phrase: str) -> tuple[str, ...]:
    """Return words of names of the bodies that have somebody in a role, with or without its field."""
    found: list[str] = []
    for line in ROLE_PHRASES["works_at"]:
        roles, _, bodies = line.partition(": ")
        if any(phrase == one or phrase.startswith(f"{one} ") for one in roles.split(", ")):
            found += bodies.split(", ")
    return tuple(found)


def is_of_body(text: str, end: int) -> bool:
    """Whether after a name that ends at `end` stands "van die organisatie", one that was named before."""
    return _OF_BODY.match(text, end) is not None


def is_subject(text: str, start: int, end: int) -> bool:
    """Whether what stands at `start:end` opens its sentence, and does not only report: "Zeewind is boos"."""
    before = text[max(0, start - _BEFORE_SUBJECT) : start]
    return _OPENING.search(before) is not None and _REPORTING.match(text, end) is None


def is_academic(honorific: str) -> bool:
    """Whether one of these titles is one that a study has given."""
    return any(title in ACADEMIC for title in honorific.lower().replace(".", " ").split())


def fits_pronoun(word: str, given: str) -> bool:
    """Whether a pronoun (any other word does) may stand for somebody of this given name."""
    pronoun = {"hij": "m", "zij": "f", "ze": "f"}.get(word, "")
    return not pronoun or gender(given) in (pronoun, "")


def gender(given: str) -> str:
    """Return the gender of the pronoun for a given name: `f`, `m`, or "" where it may be either."""
    first = given.split()[0].split("-")[0] if given else ""
    if (given in FEMININE) or first in FEMININE:
        return "" if first in MASCULINE else "f"
    return "m" if given in MASCULINE or first in MASCULINE else ""


def gender_of_title(honorific: str) -> str:
    """Return the gender that a title says: `f` for "mevr.", `m` for "dhr.", else ""."""
    titles = honorific.lower().replace(".", " ").split()
    if any(title in FEMININE_TITLES for title in titles):
        return "f"
    return "m" if any(title in MASCULINE_TITLES for title in titles) else ""
