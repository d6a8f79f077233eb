"""How a Dutch text introduces a person: the role, place, employer and titles around a name.

Reads from the name outwards: titles and a role before it; age, place, employer and a role after it. What
sentences say of somebody away from the name is read in `descriptions`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.languages.nl import words
from ingest.languages.nl.name_words import (
    COUNTRIES,
    GIVEN,
    HONORIFICS,
    NATION_OF,
    PEOPLES,
    PLACES,
    PORTFOLIOS,
    are_initials,
)
from ingest.languages.nl.naming import is_age
from ingest.languages.nl.role_phrases import (
    ARTICLES,
    BEFORE_ROLE,
    EMPLOYERS,
    INSIDE,
    JOINING,
    NO_FIELD,
    ROLE_PHRASES,
    WITH_NAMED_FIELD,
    WITH_PORTFOLIO,
    RolePhrase,
    compound_parts,
    employer_from,
    is_capital,
    organisation_end,
    place_end,
    qualified,
    role_at,
    role_near,
    role_phrase,
    town_in,
)
from ingest.languages.nl.roles import group
from ingest.naming import Introduction
from ingest.tokens import Tokens

# Verbs with which a sentence says what somebody is: "Kolthof is hoogleraar".
COPULAS = ROLE_PHRASES["copulas"]
# Tokens before a name among which its role is looked for, and after a comma; a role phrase with a field of
# study and a university has some twelve.
_REACH = 14
# Words between a comma and the role after it: "een van huis uit Friese psycholoog".
_BEFORE_APPOSED = 5
# Before a role these announce that a name follows after it and a comma.
_ANNOUNCING = ROLE_PHRASES["announcing"]
_CHILDREN = ROLE_PHRASES["children"]
_WHOSE = frozenset(["zijn", "haar", "hun", "mijn", "onze", "ons"])
# After "is" these say nothing: "is een goede man".
_SAYING_NOTHING = ROLE_PHRASES["saying_nothing"]
# "Kolthof werkt bij Zeewind", "speelt voor", "verbonden aan", with up to so many words in between.
_WORKING = ROLE_PHRASES["working"]
_WHERE_EMPLOYED = frozenset(["aan", "bij", "voor"])
_BEFORE_PREPOSITION = 3
_BETWEEN_NAMES = frozenset([",", "en", "van", "de", "der", "den", "ten", "ter"])
# Before a role these make what follows it its field: "is hoogleraar Environmental Governance".
# "Kolthof was eerder directeur" says what somebody is no longer.
_FORMERLY = frozenset(["eerder", "voorheen", "vroeger", "ooit", "destijds"])
# "Kolthof, toen in dienst van Zeewind"
_AT_THE_TIME = _FORMERLY | {"toen", "indertijd"}
# "(ATP-6)" is a rank.
_RANK = re.compile(r"-\d+$")
_SAYS_WHAT = COPULAS | {"als", "werd"}
_PRONOUNS = words.NEVER - ARTICLES
_NOT_BEFORE_ROLE = NO_FIELD - BEFORE_ROLE


def introduction(t: Tokens, first: int, stop: int) -> Introduction:
    """Return how tokens `first:stop`, a name, are introduced where they stand."""
    start, honorific = _honorifics(t, first)
    found = Introduction(start, stop, honorific=honorific)
    order = ["name"]
    before = _before(t, start)
    found.age = start > 0 and t.lower[start - 1].endswith("-jarige")
    # "de broers Kolthof" are a family: the surname is nobody's in particular.
    if before and _is_family(t, before, first, stop):
        before = None
    if before:
        found.first = before.first
        found.role, found.kind = before.role, before.kind
        found.direct = (role_at(t, start - 1) is not None or _is_listed(t, start)) and not (
            before.first and t.lower[before.first - 1] in _SAYS_WHAT
        )
        found.affiliation, found.place = before.affiliation, before.place
        found.stated = role_at(t, start - 1) is not None and not found.direct
        order.insert(0, "role")
        if before.affiliation:
            order.insert(
                0 if before.affiliation in t.between(before.first, before.first + 1) else 1, "affiliation"
            )
        if before.place:
            order.insert(len(order) - 1, "place")
    _after(t, found, order)
    found.form = "+".join(dict.fromkeys(order))
    found.nation = _nation(t, found, start)
    return found


def _nation(t: Tokens, found: Introduction, start: int) -> str | None:
    """Return the people that is named right before a name or its role, or first in the role after it."""
    before = t.words[start - 1 : start] + t.words[max(found.first - 1, 0) : found.first + 1]
    said = (found.role or "").split()
    return next((NATION_OF[word] for word in (*before, *said) if word in NATION_OF), None)


# --- before the name -----------------------------------------------------------------------------------


def _honorifics(t: Tokens, first: int) -> tuple[int, str | None]:
    """Return where the titles before a name begin, and the titles."""
    i = first
    while i > 0:
        k = i - 2 if t.words[i - 1] == "." and i > 1 else i - 1
        if t.lower[k] not in HONORIFICS or (k < i - 1 and t.starts[i - 1] != t.ends[k]):
            break
        i = k
    if i == first:
        return first, None
    return i, t.between(i, first).strip()


def _before(t: Tokens, start: int) -> RolePhrase | None:
    """Return the role phrase that ends right before token `start`."""
    i = start - 1
    if i < 0:
        return None
    if t.words[i] == ",":
        return _announced(t, i) or _shared(t, start)
    kind = role_at(t, i)
    if kind is None:
        shared = _shared(t, start)
        if shared is not None:
            return shared
    if kind:
        return role_phrase(t, i, start, kind)
    # "psycholoog en moeder van drie Mirjam Kolthof"
    if t.lower[i] in _CHILDREN and i > 1 and t.lower[i - 1] == "van":
        parent = role_at(t, i - 2)
        phrase = role_phrase(t, i - 2, i - 1, parent) if parent else None
        return (
            replace(phrase, stop=start, role=f"{phrase.role} {t.between(i - 1, start)}") if phrase else None
        )
    # A head further back, with its field or employer between: "hoogleraar ethiek aan de VU Mirjam Kolthof".
    if t.lower[i] in NO_FIELD or t.lower[i] in JOINING or t.lower[i] in INSIDE:
        return None
    for k in range(i, max(-1, i - _REACH), -1):
        lower = t.lower[k]
        found = role_at(t, k) if k < i and t.words[k] not in GIVEN else None
        # "de zus van lijsttrekker Kolthof" is somebody else than Kolthof.
        if found and found.family == "people":
            return None
        if found and not (k and t.lower[k - 1] in EMPLOYERS):
            studied = found.kind == "expert" or found.family in WITH_NAMED_FIELD
            if not studied and t.lower[k + 1] not in EMPLOYERS and t.lower[k + 1] != "in":
                return None
            phrase = role_phrase(t, k, start, found)
            return phrase if phrase.stop == start else None
        if lower in words.FINITE or t.words[k] in words.PUNCTUATION or t.words[k] in "\n\r":
            return None
        if lower in words.COMPLEMENTISERS or lower in words.SUBORDINATORS or lower in _PRONOUNS:
            return None
    return None


def _shared(t: Tokens, start: int) -> RolePhrase | None:
    """Return the role that people named together have: "psychologen Sipke Bos en Okke Dam"."""
    k = start - 1
    # What stands in brackets after the others named with this one is theirs: "(34)", "(Zeewind)".
    while (
        k >= 0
        and k > start - _REACH
        and (is_capital(t, k) or t.lower[k] in _BETWEEN_NAMES or t.words[k] == ")")
    ):
        if is_capital(t, k) and group(t.lower[k]):
            break
        if t.words[k] == ")":
            k = next((i for i in range(k, max(-1, k - _REACH), -1) if t.words[i] == "("), 0)
        k -= 1
    named_between = start - k > 3
    kind = group(t.lower[k]) if k >= 0 else None
    if kind is None or not (k == start - 1 or (named_between and is_capital(t, k + 1))):
        return None
    first = qualified(t, k)
    own, employer = compound_parts(t.words[k])
    said = f"{t.between(first, k)} {own}" if first < k else own
    return RolePhrase(first if k == start - 1 else start, start, said, kind, employer)


def _is_listed(t: Tokens, start: int) -> bool:
    """Whether a name is one of those in a list after a role: "ministers Bos (Justitie) en Dam (Defensie)"."""
    k = start - 1
    while k > 0 and (t.words[k] in (",", ")") or t.lower[k] in JOINING or is_capital(t, k)):
        if t.words[k] == ")":
            k = next((i for i in range(k, max(-1, k - _REACH), -1) if t.words[i] == "("), 0)
        k -= 1
    joined = start == k + 1 or t.words[start - 1] == "," or t.lower[start - 1] in JOINING
    return k >= 0 and joined and not is_capital(t, k) and group(t.lower[k]) is not None


def _is_family(t: Tokens, before: RolePhrase, first: int, stop: int) -> bool:
    """Whether a role in the plural stands before one surname, which nothing is joined to."""
    last = before.role.rpartition(" ")[2].lower()
    joined = stop < len(t) and (t.lower[stop] in JOINING or t.words[stop] in (",", "("))
    surname = stop - first == 1 and t.words[first] not in GIVEN
    return surname and not joined and role_at(t, first - 1) is None and group(last) is not None


def _announced(t: Tokens, comma: int) -> RolePhrase | None:
    """Return the role before a comma that a name explains: "De topman van het bedrijf, Sipke Bos,"."""
    for k in range(comma - 1, max(-1, comma - _REACH), -1):
        if t.words[k] in words.PUNCTUATION or t.lower[k] in words.FINITE or t.words[k] in "\n\r":
            return None
        kind = role_at(t, k) or (group(t.lower[k]) if k and t.lower[k - 1] in _ANNOUNCING else None)
        if kind and not (k > 1 and t.lower[k - 2] in words.PREPOSITIONS):
            phrase = role_phrase(t, k, comma, kind)
            return phrase if phrase.stop == comma and _is_announcing(t, phrase.first) else None
    return None


def _is_announcing(t: Tokens, first: int) -> bool:
    """Whether a role that begins at token `first` is that of the name after it and a comma."""
    # "Kolthofs trainer, Sipke Bos,", "Bos' trainer"
    if first > 1 and (t.words[first - 1] in ("'", "’") or t.words[first - 1].endswith("s")):
        owner = first - 2 if t.words[first - 1] in ("'", "’") else first - 1
        if is_capital(t, owner):
            return True
    while first and t.words[first - 1][0].isalpha() and t.lower[first - 1].endswith("e"):
        first -= 1
        if t.lower[first] in _ANNOUNCING:
            return True
    # "Haar huisarts, Sipke Bos, is er nog."
    return t.opens_sentence(first) or (t.lower[first - 1] in _WHOSE and t.opens_sentence(first - 1))


# --- after the name ------------------------------------------------------------------------------------


def _after(t: Tokens, found: Introduction, order: list[str]) -> None:
    """Add what stands after the name: brackets, place, employer, and a role in apposition."""
    count = len(t)
    i = found.stop
    for _ in range(3):
        if i >= count:
            return
        stop = (
            _bracketed(t, found, i, order)
            or _place_after(t, found, i, order)
            or works_for(t, found, i, order)
        )
        if not stop:
            break
        i = found.stop = stop
    if i + 1 < count and t.lower[i] in words.PARTICLES and t.words[i + 1] == ",":
        # "vult Mirjam Kolthof aan, woordvoerder van Zeewind": a verb's particle may stand between.
        i += 1
    if i + 1 < count and t.words[i] == ",":
        if t.lower[i + 1] in HONORIFICS and i + 2 < count and t.words[i + 2] == ".":
            i += 2
        if is_age(t.words[i + 1]) and i + 2 < count and t.words[i + 2] == ",":
            found.age = True
            i += 2
        if t.lower[i + 1] in EMPLOYERS:
            _between_commas(t, found, i + 1, order)
        else:
            apposed(t, found, i + 1, order)
    elif i + 2 < count and t.lower[i] in COPULAS and t.lower[i + 1] not in _FORMERLY:
        apposed(t, found, i + 1, order, copula=True)
    elif i + 1 < count and t.lower[i] == "tot" and role_near(t, i + 1, count):
        apposed(t, found, i + 1, order)
    _employed(t, found, found.stop, order)


def _between_commas(t: Tokens, found: Introduction, i: int, order: list[str]) -> None:
    """Read "Mirjam Kolthof, van kantoor Zeewind," at token `i`, after the first comma."""
    told = Introduction(found.first, found.stop, role=found.role)
    said: list[str] = []
    stop = works_for(t, told, i, said)
    if stop and t.words[stop : stop + 1] == [","] and said and not found.affiliation:
        found.affiliation = told.affiliation
        order += said


def _bracketed(t: Tokens, found: Introduction, i: int, order: list[str]) -> int:
    """Read "(34)", "(TU Delft)" or "(psycholoog)" at token `i`; return the index after it, or 0."""
    if t.words[i] != "(":
        return 0
    close = next((k for k in range(i + 1, min(len(t), i + 9)) if t.words[k] == ")"), 0)
    if not close or close == i + 1:
        return 0
    if is_age(t.words[i + 1]):
        found.age = True
        if close > i + 3 and t.words[i + 2] == ",":
            _said_inside(t, found, i + 3, close, order)
    else:
        _said_inside(t, found, i + 1, close, order)
    return close + 1


def _said_inside(t: Tokens, found: Introduction, i: int, close: int, order: list[str]) -> None:
    text = t.between(i, close)
    # "Mirjam Kolthof (MK)": how an interview calls her.
    if are_initials(text, t.between(found.first, found.stop)):
        return
    if text in PLACES:
        if text not in COUNTRIES:
            found.place = found.place or text
            order.append("place")
        return
    k = role_near(t, i, close) or (i if role_at(t, i) else 0)
    kind = role_at(t, k) if k else None
    if kind:
        _take(found, role_phrase(t, k, close, kind), order)
    elif (
        is_capital(t, i) and not found.affiliation and t.words[i] not in PORTFOLIOS and not _RANK.search(text)
    ):
        found.affiliation = t.between(i, organisation_end(t, i, close))
        order.append("affiliation")


def _place_after(t: Tokens, found: Introduction, i: int, order: list[str]) -> int:
    if t.lower[i] != "uit" or i + 1 >= len(t):
        return 0
    k = i + 1
    if t.lower[k] == "het" and k + 2 < len(t) and t.words[k + 1][0].islower():
        k += 2
    if not is_capital(t, k) or (t.words[k] in PEOPLES and t.words[k] not in PLACES):
        return 0
    stop = place_end(t, k, len(t))
    town = town_in(t, k, stop)
    if town:
        found.place = town
        order.append("place")
    return stop


def works_for(t: Tokens, found: Introduction, i: int, order: list[str]) -> int:
    """Read "van Bond Beter Wonen" after a name; return the index after it, or 0."""
    if t.lower[i] not in ("van", "bij", "namens") or found.affiliation:
        return 0
    limit = min(len(t), i + _REACH)
    portfolio = found.role and found.role.lower().rpartition(" ")[2] in WITH_PORTFOLIO and t.lower[i] == "van"
    stop, name = employer_from(t, i + 1, limit)
    if name is None:
        return 0
    if portfolio:
        found.role = f"{found.role} {t.between(i, stop)}"
        return stop
    found.affiliation = name
    order.append("affiliation")
    return stop


def apposed(t: Tokens, found: Introduction, i: int, order: list[str], copula: bool = False) -> None:
    """Read a role that begins at token `i`, after a comma or after "is"."""
    limit = min(len(t), i + _REACH)
    for k in range(i, min(limit, i + _BEFORE_APPOSED)):
        kind = role_at(t, k)
        if kind and not (k > i and t.words[k][0].isupper() and t.words[k - 1][0].isupper()):
            phrase = role_phrase(t, k, limit, kind)
            if _is_of_next(t, phrase, i) or (copula and t.lower[k] in _SAYING_NOTHING):
                return
            found.stated = copula and found.role is None
            _take(found, phrase, order)
            return
        if t.words[k] in words.PUNCTUATION or t.lower[k] in _NOT_BEFORE_ROLE or t.words[k] in "\n\r":
            return


def _employed(t: Tokens, found: Introduction, start: int, order: list[str]) -> None:
    """Read where somebody works, and as what, in the clause after the name.

    "Kolthof werkt als arts bij Zeewind", "Kolthof, die bij Zeewind onderzoek doet", "in dienst van Zeewind".
    """
    limit = min(len(t), start + _REACH)
    working = 0
    related = t.lower[start : start + 2] == [",", "die"]
    if _WORKING.isdisjoint(t.lower[start:limit]):
        return
    for k in range(start, limit):
        # Past the end of the clause, or with another name, it is somebody else who works.
        if t.words[k] in words.STOPS or t.words[k] in '\n\r"“‘”’' or (t.words[k] in GIVEN and not working):
            return
        if not working and t.lower[k] in _AT_THE_TIME:
            return
        if t.lower[k] in _WORKING:
            working = k
        elif t.lower[k] == "als" and k + 1 < limit:
            head = role_near(t, k + 1, limit)
            kind = role_at(t, head) if head else None
            if kind and (working or any(word in _WORKING for word in t.lower[head + 1 : head + 3])):
                _take(found, role_phrase(t, head, limit, kind), order)
                working = working or head
        elif _leads_to_employer(t, k, working) or (related and t.lower[k] in _WHERE_EMPLOYED):
            stop, name = employer_from(t, k + 1, min(len(t), k + _REACH))
            if not working and _WORKING.isdisjoint(t.lower[stop : stop + _BEFORE_PREPOSITION]):
                continue
            if name is not None and name not in PLACES and not found.affiliation:
                found.affiliation = name
                order.append("affiliation")


def _leads_to_employer(t: Tokens, k: int, working: int) -> bool:
    """Whether token `k` stands between the word for working and an employer: "in dienst is van"."""
    if not working or k > working + _BEFORE_PREPOSITION:
        return False
    return t.lower[k] in _WHERE_EMPLOYED or (t.lower[k] == "van" and t.lower[working] == "dienst")


def _is_of_next(t: Tokens, phrase: RolePhrase, i: int) -> bool:
    """Whether a role after a comma is that of the next name: "Kolthof, minister Aldering en"."""
    following = t.words[phrase.stop] if phrase.stop < len(t) else ""
    return following[:1].isupper() and t.lower[i] not in ARTICLES


def _take(found: Introduction, phrase: RolePhrase, order: list[str]) -> None:
    if found.role is None:
        found.role, found.kind = phrase.role, phrase.kind
        order.append("role")
    if phrase.affiliation and not found.affiliation:
        found.affiliation = phrase.affiliation
        order.append("affiliation")
    if phrase.place and not found.place:
        found.place = phrase.place
        order.append("place")
