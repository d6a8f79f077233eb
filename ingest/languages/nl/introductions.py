"""How a Dutch text introduces a person: the role, place, employer and titles around a name.

Reads from the name outwards: titles and a role before it; age, place, employer and a role after it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from ingest.languages.nl import words
from ingest.languages.nl.naming import (
    COUNTRIES,
    GIVEN,
    HONORIFICS,
    PEOPLES,
    PLACES,
    is_age,
)
from ingest.languages.nl.roles import group, is_degree, is_listed, role
from ingest.naming import Introduction, Role
from ingest.tokens import Tokens

ROLE_PHRASES = {
    key: frozenset(listed)
    for key, listed in tomllib.loads(
        resources.files(__package__).joinpath("lexicon", "role_phrases.toml").read_text(encoding="utf-8")
    ).items()
}
_QUALIFIERS = ROLE_PHRASES["qualifiers"]
_WITH_PORTFOLIO = ROLE_PHRASES["with_portfolio"]
_EMPLOYERS = ROLE_PHRASES["employers"]
_ARTICLES = ROLE_PHRASES["articles"]
_BEFORE_ROLE = ROLE_PHRASES["before_role"]
_JOINING = ROLE_PHRASES["joining"]
_COPULAS = ROLE_PHRASES["copulas"]
# Tokens before a name among which its role is looked for, and after a comma; a role phrase with a field of
# study and a university has some twelve.
_REACH = 14
# Endings of past tenses, by which a clause is known that no list of verbs knows, and of words that are none.
_PAST = ("de", "te")
_NO_PAST = tuple(ROLE_PHRASES["no_past_tenses"])
# Families of roles whose field may be written with capitals: "directeur Innovatie", "correspondent Italië".
_WITH_NAMED_FIELD = frozenset(["science", "education", "organisation", "media"])
# Words between a comma and the role after it: "een van huis uit Friese psycholoog".
_BEFORE_APPOSED = 5
# Words in lower case before the name of an employer: "de Friese actiegroep Beter Wonen".
_BEFORE_EMPLOYER = 4
# What stands inside the name of an organisation without a capital.
_INSIDE = ROLE_PHRASES["inside_organisations"]
# "Iran-deskundige" says of what, "Bureau-directeur" of which organisation.
_KNOWING = tuple(ROLE_PHRASES["knowing"])
_OPENING_PLACES = ROLE_PHRASES["opening_places"]
# Before a role these announce that a name follows after it and a comma.
_ANNOUNCING = ROLE_PHRASES["announcing"]
_BETWEEN_NAMES = frozenset([",", "en", "van", "de", "der", "den", "ten", "ter"])
# Before a role these make what follows it its field: "is hoogleraar Environmental Governance".
_SAYS_WHAT = _COPULAS | {"als", "werd"}
_OPENING = frozenset(["de", "deze", "hij", "zij", "ze"])
_PRONOUNS = words.NEVER - _ARTICLES
# Words that end what a role may be of: no field of study and no employer goes on with one.
_NO_FIELD = frozenset(["\n", "\r", "die", "ook", "zo"]).union(
    words.FINITE,
    words.PREPOSITIONS,
    words.SUBORDINATORS,
    words.COMPLEMENTISERS,
    words.PUNCTUATION,
    words.ADVERBS,
    words.NEVER,
    words.DETERMINERS,
    words.RELATIVES,
    words.AUXILIARIES,
    words.MODALS,
)
_NOT_BEFORE_ROLE = _NO_FIELD - _BEFORE_ROLE


@dataclass(slots=True)
class _Phrase:
    """A role phrase: tokens `first:stop`, the role's own words, and what else it says."""

    first: int
    stop: int
    role: str
    kind: Role
    affiliation: str | None = None
    place: str | None = None


def introduction(t: Tokens, first: int, stop: int) -> Introduction:
    """Return how tokens `first:stop`, a name, are introduced where they stand."""
    start, honorific = _honorifics(t, first)
    found = Introduction(start, stop, honorific=honorific)
    order = ["name"]
    before = _before(t, start)
    if before:
        found.first = before.first
        found.role, found.kind = before.role, before.kind
        found.direct = role_at(t, start - 1) is not None and not (
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
    return found


def role_at(t: Tokens, i: int) -> Role | None:
    """Return the role that token `i` is.

    A capital in mid-sentence makes it a name ("Winchester" only ends as "sprintster" does), unless it is a
    role as it stands ("Kamerlid") or a compound with a name ("Bureau-directeur").
    """
    word, lower = t.words[i], t.lower[i]
    if word[0].islower() or "-" in word or is_listed(lower) or t.opens_sentence(i):
        return role(lower)
    return None


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


def _before(t: Tokens, start: int) -> _Phrase | None:
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
        return _complete(t, i, start, kind)
    # A head further back, with its field or employer between: "hoogleraar ethiek aan de VU Mirjam Kolthof".
    if t.lower[i] in _NO_FIELD or t.lower[i] in _JOINING or t.lower[i] in _INSIDE:
        return None
    for k in range(i, max(-1, i - _REACH), -1):
        lower = t.lower[k]
        found = role_at(t, k) if k < i and t.words[k] not in GIVEN else None
        if found and not (k and t.lower[k - 1] in _EMPLOYERS):
            studied = found.kind == "expert" or found.family in _WITH_NAMED_FIELD
            if not studied and t.lower[k + 1] not in _EMPLOYERS:
                return None
            phrase = _complete(t, k, start, found)
            return phrase if phrase.stop == start else None
        if lower in words.FINITE or t.words[k] in words.PUNCTUATION or t.words[k] in "\n\r":
            return None
        if lower in words.COMPLEMENTISERS or lower in words.SUBORDINATORS or lower in _PRONOUNS:
            return None
    return None


def _shared(t: Tokens, start: int) -> _Phrase | None:
    """Return the role that people named together have: "psychologen Sipke Bos en Okke Dam"."""
    k = start - 1
    while k >= 0 and k > start - _REACH and (_is_capital(t, k) or t.lower[k] in _BETWEEN_NAMES):
        if _is_capital(t, k) and group(t.lower[k]):
            break
        k -= 1
    named_between = start - k > 3
    kind = group(t.lower[k]) if k >= 0 else None
    if kind is None or not (k == start - 1 or (named_between and _is_capital(t, k + 1))):
        return None
    first = _qualified(t, k)
    return _Phrase(first if k == start - 1 else start, start, t.between(first, k + 1), kind)


def _announced(t: Tokens, comma: int) -> _Phrase | None:
    """Return the role before a comma that a name explains: "De topman van het bedrijf, Sipke Bos,"."""
    for k in range(comma - 1, max(-1, comma - _REACH), -1):
        if t.words[k] in words.PUNCTUATION or t.lower[k] in words.FINITE or t.words[k] in "\n\r":
            return None
        kind = role_at(t, k)
        if kind:
            phrase = _complete(t, k, comma, kind)
            opens = phrase.first and t.lower[phrase.first - 1] in _ANNOUNCING
            return phrase if phrase.stop == comma and opens else None
    return None


def _complete(t: Tokens, head: int, limit: int, kind: Role) -> _Phrase:
    """Return the role phrase around the role at `head`: qualifiers and employer before, the rest after it."""
    first = _qualified(t, head)
    # "onderzoeksleider en hoogleraar": a role before "en" is part of it.
    joined = first
    while joined >= 2 and t.lower[joined - 1] in _JOINING and role_at(t, joined - 2):
        joined = _qualified(t, joined - 2)
    compound = "-" in t.words[joined] and t.words[joined][0].isupper()
    first, employer = _employer_before(t, joined, compound)
    affiliation = employer
    text_first = t.words[joined]
    # "Marver-voorzitter": the first part of a compound is where.
    lead, _, last = text_first.rpartition("-")
    own = text_first
    if lead and lead[0].isupper() and role(last.lower()) and not is_degree(lead.lower()):
        if not (last.lower().endswith(_KNOWING) and not lead.isupper()) and lead not in COUNTRIES:
            affiliation = f"{employer} {lead}" if employer else lead
            own = last
        elif employer:
            own = f"{employer} {text_first}"
            affiliation = None
    stop, rest, after, place = _complement(t, head, limit, kind.family)
    said = own + t.text[t.ends[joined] : rest]
    if first and t.words[first - 1] in PEOPLES and not affiliation:
        first -= 1
        said = f"{t.words[first]} {said}"
    kinds = [kind, *(found for word in said.split() if (found := role(word.lower())))]
    kind = next((found for found in kinds if found.kind == "expert"), kind)
    return _Phrase(
        first,
        stop if stop > head else head + 1,
        " ".join(said.replace("\u00ad", "").split()),
        kind,
        affiliation or after,
        place,
    )


def _qualified(t: Tokens, head: int) -> int:
    i = head
    while i > 0 and t.lower[i - 1] in _QUALIFIERS:
        i -= 1
    return i


def _employer_before(t: Tokens, i: int, compound: bool) -> tuple[int, str | None]:
    """Return the start and text of capitalised words right before a role: "RTV Noord verslaggever"."""
    k = i
    while (
        k > 0
        and t.words[k - 1][0].isupper()
        and t.words[k - 1] not in PEOPLES
        and t.words[k - 1].isalnum() | ("-" in t.words[k - 1])
    ):
        k -= 1
    if (
        k == i
        or (k + 1 == i and t.opens_sentence(k) and not (compound or t.words[k].isupper()))
        or role_at(t, i - 1)
    ):
        return i, None
    if t.opens_sentence(k) and t.lower[k] in words.PREPOSITIONS:
        k += 1
    if k < i and (t.lower[k] in words.DETERMINERS or t.lower[i - 1].endswith(("se", "sche"))):
        return i, None
    text = t.between(k, i) if k < i else None
    return (k, text) if text and text not in PLACES and t.words[k] not in GIVEN else (i, None)


def _complement(t: Tokens, head: int, limit: int, family: str) -> tuple[int, int, str | None, str | None]:
    """Read what follows a role, up to token `limit`: its field, then employer and place.

    Returns the token after it, the offset at which the role's own words end, the employer and the place.
    """
    i = head + 1
    while i < limit and _is_field(t, i, head, family):
        i += 1
    if i > head + 1 and t.lower[i - 1] in ("en", "of"):
        i -= 1
    own = t.ends[i - 1]
    affiliation: str | None = None
    place: str | None = None
    while i < limit:
        lower = t.lower[i]
        portfolio = lower == "van" and t.lower[head].rpartition("-")[2] in _WITH_PORTFOLIO
        if lower in ("uit", "in") and i + 1 < limit and t.words[i + 1][0].isupper() and affiliation is None:
            stop = _place_end(t, i + 1, limit)
            if lower == "in" and t.between(i + 1, stop) not in PLACES:
                break
            place = _town(t, i + 1, stop)
            i = stop
        elif lower in _EMPLOYERS:
            stop, name = _employer(t, i + 1, limit)
            if name is None:
                stop = _noun_end(t, i + 1, limit)
                if stop == i + 1:
                    break
            i = stop
            if portfolio or (name is None and lower == "van"):
                own = t.ends[i - 1]
            elif name and affiliation is None:
                affiliation = name
        elif lower in _JOINING and i + 1 < limit and affiliation is None and _role_near(t, i + 1, limit):
            k = _role_near(t, i + 1, limit)
            i = k + 1
            while i < limit and _is_field(t, i, k, family):
                i += 1
            own = t.ends[i - 1]
        elif lower in _JOINING and i + 1 < limit and _role_near(t, i + 1, limit):
            i = _role_near(t, i + 1, limit) + 1
        else:
            break
    return i, own, affiliation, place


def _role_near(t: Tokens, i: int, limit: int) -> int:
    """Return the index of a role among the next three words, qualifiers before it only; else 0."""
    for k in range(i, min(limit, i + 3)):
        if role_at(t, k):
            return k
        if t.lower[k] not in _QUALIFIERS and t.lower[k] not in _BEFORE_ROLE and t.words[k] not in PEOPLES:
            return 0
    return 0


def _is_field(t: Tokens, i: int, head: int, family: str) -> bool:
    """Whether token `i` goes on with the field of a role: "hoogleraar kinder- en jeugdpsychiatrie"."""
    word, lower = t.words[i], t.lower[i]
    if lower in ("en", "of", "and", "&"):
        following = t.lower[i + 1] if i + 1 < len(t) else ""
        return (
            i > head + 1
            and bool(following)
            and following[0].isalpha()
            and following not in _NO_FIELD
            and (role(following) is None and t.words[i + 1] not in GIVEN)
        )
    if lower in _NO_FIELD or not word[0].isalpha() or role_at(t, i) or word in GIVEN:
        return False
    if lower.endswith(_PAST) and not lower.endswith(_NO_PAST):
        return False
    return word[0].islower() or family in _WITH_NAMED_FIELD


def _place_end(t: Tokens, i: int, limit: int) -> int:
    """Return where a place name ends that begins at token `i`: "Capelle aan den IJssel"."""
    for length in (5, 4, 3, 2):
        if i + length <= limit and t.between(i, i + length) in PLACES:
            return i + length
    stop = i + 1
    if (
        t.words[i] in _OPENING_PLACES
        and stop < limit
    ):
        stop += t.words[stop][0].isupper()
    return stop


def _town(t: Tokens, i: int, stop: int) -> str | None:
    text = t.between(i, stop)
    return None if text in COUNTRIES or not text[-1].isalpha() else text


def _noun_end(t: Tokens, i: int, limit: int) -> int:
    """Return where "de raad" ends in "lid van de raad"; `i` where there is no such noun."""
    k = i
    while k < limit and t.lower[k] in _ARTICLES:
        k += 1
    while (
        k < limit
        and t.lower[k] not in _NO_FIELD
        and t.words[k][0].isalpha()
        and k < i + 4
        and (t.lower[k] not in _JOINING)
    ):
        k += 1
    return k if k > i and t.lower[k - 1] not in _ARTICLES else i


def _employer(t: Tokens, i: int, limit: int) -> tuple[int, str | None]:
    """Return the end and the name of the organisation that begins at token `i`, after words in lower case."""
    k = i
    while k < limit and not (_is_capital(t, k) or t.words[k].isdigit()) and k < i + _BEFORE_EMPLOYER:
        article_before = k > i and t.lower[k - 1] in _ARTICLES
        ends = t.lower[k] in words.PREPOSITIONS or (t.lower[k] in words.FINITE and not article_before)
        if not t.words[k][0].isalpha() or (k > i and ends):
            return i, None
        k += 1
    if k < limit and t.words[k] in PEOPLES:
        return _employer(t, k + 1, limit)
    if k >= limit or not (_is_capital(t, k) or t.words[k].isdigit()):
        return i, None
    stop = organisation_end(t, k, limit)
    text = t.between(k, stop)
    # After an article a given name begins the name of what is called after somebody.
    is_person = t.words[k] in GIVEN and stop - k > 1 and t.lower[k - 1] not in _ARTICLES
    return (i, None) if text in COUNTRIES or text.isdigit() or is_person else (stop, text)


def _is_capital(t: Tokens, k: int) -> bool:
    return t.words[k][0].isupper()


def organisation_end(t: Tokens, k: int, limit: int) -> int:
    """Return where the name of an organisation ends that begins at token `k`."""
    i = k + 1
    while i < limit:
        if _is_capital(t, i) and not (t.words[i] in GIVEN and i + 1 < len(t) and _is_capital(t, i + 1)):
            i += 1
            continue
        # "Universiteit van Amsterdam", "Raad voor de Kinderbescherming": small words, then a capital again.
        j = i
        while j < limit and t.lower[j] in _INSIDE and j < i + 3:
            j += 1
        if j == i or j >= limit or not _is_capital(t, j) or t.words[j] in GIVEN:
            break
        if t.lower[i] in ("in", "op", "te") or (t.lower[i] == "en" and i == k + 1 and t.words[k].isupper()):
            break
        i = j + 1
    return i


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
            or _works_for(t, found, i, order)
        )
        if not stop:
            break
        i = found.stop = stop
    if i + 1 < count and t.words[i] == ",":
        if is_age(t.words[i + 1]) and i + 2 < count and t.words[i + 2] == ",":
            found.age = True
            i += 2
        _apposed(t, found, i + 1, order)
    elif i + 2 < count and t.lower[i] in _COPULAS:
        _apposed(t, found, i + 1, order, copula=True)


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
    if text in PLACES:
        if text not in COUNTRIES:
            found.place = found.place or text
            order.append("place")
        return
    k = _role_near(t, i, close) or (i if role_at(t, i) else 0)
    kind = role_at(t, k) if k else None
    if kind:
        _take(found, _complete(t, k, close, kind), order)
    elif _is_capital(t, i) and not found.affiliation:
        found.affiliation = t.between(i, organisation_end(t, i, close))
        order.append("affiliation")


def _place_after(t: Tokens, found: Introduction, i: int, order: list[str]) -> int:
    if t.lower[i] != "uit" or i + 1 >= len(t):
        return 0
    k = i + 1
    if t.lower[k] == "het" and k + 2 < len(t) and t.words[k + 1][0].islower():
        k += 2
    if not _is_capital(t, k) or t.words[k] in PEOPLES:
        return 0
    stop = _place_end(t, k, len(t))
    town = _town(t, k, stop)
    if town:
        found.place = town
        order.append("place")
    return stop


def _works_for(t: Tokens, found: Introduction, i: int, order: list[str]) -> int:
    """Read "van Bond Beter Wonen" after a name; return the index after it, or 0."""
    if t.lower[i] not in ("van", "bij", "namens") or found.affiliation:
        return 0
    limit = min(len(t), i + _REACH)
    portfolio = (
        found.role and found.role.lower().rpartition(" ")[2] in _WITH_PORTFOLIO and t.lower[i] == "van"
    )
    stop, name = _employer(t, i + 1, limit)
    if name is None:
        return 0
    if portfolio:
        found.role = f"{found.role} {t.between(i, stop)}"
        return stop
    found.affiliation = name
    order.append("affiliation")
    return stop


def _apposed(t: Tokens, found: Introduction, i: int, order: list[str], copula: bool = False) -> None:
    """Read a role that begins at token `i`, after a comma or after "is"."""
    limit = min(len(t), i + _REACH)
    for k in range(i, min(limit, i + _BEFORE_APPOSED)):
        kind = role_at(t, k)
        if kind and not (k > i and t.words[k][0].isupper() and t.words[k - 1][0].isupper()):
            phrase = _complete(t, k, limit, kind)
            if _is_of_next(t, phrase, i):
                return
            found.stated = copula and found.role is None
            _take(found, phrase, order)
            return
        if t.words[k] in words.PUNCTUATION or t.lower[k] in _NOT_BEFORE_ROLE or t.words[k] in "\n\r":
            return


def _is_of_next(t: Tokens, phrase: _Phrase, i: int) -> bool:
    """Whether a role after a comma is that of the next name: "Kolthof, minister Aldering en"."""
    following = t.words[phrase.stop] if phrase.stop < len(t) else ""
    return following[:1].isupper() and t.lower[i] not in _ARTICLES


def _take(found: Introduction, phrase: _Phrase, order: list[str]) -> None:
    if found.role is None:
        found.role, found.kind = phrase.role, phrase.kind
        order.append("role")
    if phrase.affiliation and not found.affiliation:
        found.affiliation = phrase.affiliation
        order.append("affiliation")
    if phrase.place and not found.place:
        found.place = phrase.place
        order.append("place")


# --- away from the name --------------------------------------------------------------------------------


def later(t: Tokens) -> Iterator[Introduction]:
    """Give what sentences say of whoever was named before: "De bondscoach ...", "Zij is hoogleraar ..."."""
    for i, lower in enumerate(t.lower):
        if not t.words[i][0].isupper() or lower not in _OPENING or not t.opens_sentence(i):
            continue
        found = Introduction(i, i + 1)
        if lower in ("de", "deze"):
            _apposed(t, found, i + 1, [])
        elif i + 1 < len(t) and t.lower[i + 1] in _COPULAS:
            _apposed(t, found, i + 2, [], copula=True)
        if found.role is not None:
            yield found
