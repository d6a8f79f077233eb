"""What stands around a name in Dutch and shows that it is an organisation's: a noun, a role, what it does."""

from __future__ import annotations

from ingest.atoms import Atoms
from ingest.languages.nl.name_words import COMMON, GIVEN
from ingest.languages.nl.organisation_words import ARTICLES, ROLES, endings, listed, says_kind
from ingest.languages.nl.roles import is_listed

_ROLE_ENDS = endings("roles")
_LINKS = listed("roles", "links")
_COMPOUNDS = endings("compounds")
_SELLING = listed("acts", "selling")
_SELLER = listed("acts", "seller")
# How far back a role may stand: "woordvoerder Mirjam Kolthof van X", "hoogleraar oude talen aan de X".
_ROLE_REACH = 7
# Verbs of which an organisation is the subject.
ACTS = listed("acts", "verbs")


def named_by_noun(atoms: Atoms, start: int) -> bool:
    """Whether the noun before the name says what it names: "het bureau Zevenbron", not "groep C"."""
    if len(atoms.words[start]) == 1 and not (start + 1 < len(atoms) and atoms.gap(start) in ("'", "’")):
        return False
    if start == 0 or atoms.gap(start - 1) not in (" ", " '", " ‘", ' "', " “", "-"):
        return False
    if atoms.capital[start - 1] and not atoms.opens_sentence(start - 1):
        return False
    return says_kind(atoms.lower[start - 1])


def hyphened(atoms: Atoms, end: int) -> bool:
    """Whether a hyphen and a word in small letters follow: "Zevenbron-rapport"."""
    return end < len(atoms) and atoms.gap(end - 1) == "-" and not atoms.capital[end]


def is_compounded(atoms: Atoms, end: int) -> bool:
    """Whether a hyphen and a role follow: "de Zevenbron-topman"."""
    return hyphened(atoms, end) and atoms.lower[end].endswith(_COMPOUNDS)


def employs(atoms: Atoms, start: int) -> bool:
    """Whether somebody's role is at it: "directeur Mirjam Kolthof van Zevenbron"."""
    i = start - 1
    if i >= 0 and atoms.lower[i] in ARTICLES:
        i -= 1
    if i < 1 or atoms.lower[i] not in _LINKS or atoms.capital[i] or atoms.words[i - 1] in GIVEN:
        return False
    for j in range(i - 1, max(i - 1 - _ROLE_REACH, -1), -1):
        gap = atoms.gap(j)
        if any(mark in gap for mark in ".!?\n;:,"):
            return False
        word = atoms.lower[j]
        if word in ROLES or (word.endswith(_ROLE_ENDS) and len(word) > 5):
            return True
        if not (atoms.capital[j] or j >= i - 3):
            return False
        if word in _LINKS and not atoms.capital[j - 1]:
            return False
    return False


def bracketed(atoms: Atoms, start: int, end: int) -> bool:
    """Whether a name stands in brackets after another one: "Joop Kater (Liverpool)"."""
    if start == 0 or end >= len(atoms):
        return False
    return atoms.gap(start - 1) == " (" and atoms.capital[start - 1] and atoms.gap(end - 1)[0] in "),"


def apposed(atoms: Atoms, end: int) -> bool:
    """Whether what follows says what the name is: "Hulphond Zevenbron, een stichting"."""
    if end + 1 >= len(atoms) or atoms.gap(end - 1) != ", " or atoms.lower[end] not in ARTICLES:
        return False
    for i in range(end + 1, min(end + 4, len(atoms))):
        if atoms.gap(i - 1) != " " or atoms.capital[i]:
            return False
        if says_kind(atoms.lower[i]):
            return True
    return False


def acts(atoms: Atoms, start: int, end: int) -> bool:
    """Whether a name says or does something as its sentence opens, and somebody is "bij" it elsewhere."""
    if end >= len(atoms) or atoms.lower[end] not in ACTS or not atoms.opens_sentence(start):
        return False
    name = atoms.words[start]
    return atoms.lower[start] not in atoms.words and any(
        word == name and i and atoms.words[i - 1] == "bij" for i, word in enumerate(atoms.words)
    )


def is_brand(atoms: Atoms, name: str) -> bool:
    """Whether no article and no noun stands anywhere before a name: "de WorldTour", "het middel ZeeVit"."""
    return not is_listed(name.lower()) and all(
        atoms.opens_sentence(i)
        or (atoms.lower[i - 1] in COMMON and atoms.lower[i - 1] not in ARTICLES)
        or says_kind(atoms.lower[i - 1])
        for i, word in enumerate(atoms.words)
        if word == name and i
    )


def sells(atoms: Atoms, start: int) -> bool:
    """Whether something can be bought there: "te koop bij Zevenbron"."""
    if start == 0 or atoms.lower[start - 1] not in _SELLER:
        return False
    for j in range(start - 2, max(start - 2 - _ROLE_REACH, -1), -1):
        if any(mark in atoms.gap(j) for mark in ".!?\n;:"):
            return False
        if atoms.lower[j] in _SELLING:
            return True
    return False


def cued(atoms: Atoms, start: int, end: int) -> bool:
    """Whether a noun or a role directly beside a name says that it is an organisation's."""
    return named_by_noun(atoms, start) or is_compounded(atoms, end) or employs(atoms, start)
