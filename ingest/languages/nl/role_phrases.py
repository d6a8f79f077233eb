"""Role phrases in Dutch: a role with its field, employer and place ("hoogleraar ethiek aan de VU")."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources

from ingest.languages.nl import words
from ingest.languages.nl.name_words import COUNTRIES, GIVEN, PEOPLES, PLACES, TOWNS_OF, is_thing
from ingest.languages.nl.organisation_words import is_head
from ingest.languages.nl.roles import group, is_degree, is_listed, role
from ingest.naming import Role
from ingest.tokens import Tokens

ROLE_PHRASES = {
    key: frozenset(listed)
    for key, listed in tomllib.loads(
        resources.files(__package__).joinpath("lexicon", "role_phrases.toml").read_text(encoding="utf-8")
    ).items()
}
ARTICLES = ROLE_PHRASES["articles"]
BEFORE_ROLE = ROLE_PHRASES["before_role"]
EMPLOYERS = ROLE_PHRASES["employers"]
# What stands inside the name of an organisation without a capital.
INSIDE = ROLE_PHRASES["inside_organisations"]
JOINING = ROLE_PHRASES["joining"]
WITH_PORTFOLIO = ROLE_PHRASES["with_portfolio"]
# Families of roles whose field may be written with capitals: "directeur Innovatie", "correspondent Italië".
WITH_NAMED_FIELD = frozenset(["science", "education", "organisation", "media"])

_QUALIFIERS = ROLE_PHRASES["qualifiers"]
# Endings of past tenses, by which a clause is known that no list of verbs knows, and of words that are none.
_PAST = ("de", "te")
_NO_PAST = tuple(ROLE_PHRASES["no_past_tenses"])
# Words in lower case before the name of an employer: "de Friese actiegroep Beter Wonen".
_BEFORE_EMPLOYER = 4
# "Iran-deskundige" says of what, "Bureau-directeur" of which organisation.
_KNOWING = tuple(ROLE_PHRASES["knowing"])
# "Wimbledon-winnaar" says what was won, "KNO-arts" of what somebody knows.
_ACHIEVING = tuple(ROLE_PHRASES["achieving"])
_NO_EMPLOYERS = ROLE_PHRASES["no_employers"]
# "de raad van bestuur van Zeewind" is a part of Zeewind.
# "expert op het gebied van slaap"
_AREAS = frozenset(["gebied", "terrein", "vlak"])
# "Formule 1", "Sector 14"; a longer number is a year.
_SHORT = 2
_NAMING_BODIES = ROLE_PHRASES["naming_bodies"]
# "auteur van het boek Zeelucht" works for no book.
_WORKS = ROLE_PHRASES["works"]
_BODIES = ROLE_PHRASES["bodies"]
# "Ouders aan Zet", but not "Economische Zaken aan de Tweede Kamer".
_JOINED_DIRECTLY = frozenset(["aan", "zonder"])
_OPENING_PLACES = ROLE_PHRASES["opening_places"]
# Words that end what a role may be of: no field of study and no employer goes on with one.
NO_FIELD = frozenset(["\n", "\r", "die", "ook", "zo"]).union(
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


@dataclass(slots=True)
class RolePhrase:
    """A role phrase: tokens `first:stop`, the role's own words, and what else it says."""

    first: int
    stop: int
    role: str
    kind: Role
    affiliation: str | None = None
    place: str | None = None


def role_at(t: Tokens, i: int) -> Role | None:
    """Return the role that token `i` is.

    A capital in mid-sentence makes it a name ("Winchester" only ends as "sprintster" does), unless it is a
    role as it stands ("Kamerlid") or a compound with a name ("Bureau-directeur").
    """
    word, lower = t.words[i], t.lower[i]
    if word[0].islower() or "-" in word or is_listed(lower) or t.opens_sentence(i):
        return role(lower)
    # "toenmalig Onderwijsminister"
    if i and t.lower[i - 1] in _QUALIFIERS:
        return role(lower)
    return None


def role_phrase(t: Tokens, head: int, limit: int, kind: Role) -> RolePhrase:
    """Return the role phrase around the role at `head`: qualifiers and employer before, the rest after it."""
    first = qualified(t, head)
    # "onderzoeksleider en hoogleraar": a role before "en" is part of it.
    joined = first
    while joined >= 2 and t.lower[joined - 1] in JOINING and role_at(t, joined - 2):
        joined = qualified(t, joined - 2)
    text_first = t.words[joined]
    compound = "-" in text_first and text_first[0].isupper()
    first, employer = _employer_before(t, joined, compound or text_first[0].isdigit())
    own, lead = compound_parts(text_first)
    # "SP-Eerste Kamerlid" is "Eerste Kamerlid" of the SP.
    party, _, qualifier = t.words[joined - 1].rpartition("-") if joined else ("", "", "")
    if party and qualifier.lower() in _QUALIFIERS and party[0].isupper():
        own, lead, first, employer = f"{qualifier} {text_first}", party, joined - 1, None
    affiliation = f"{employer} {lead}" if employer and lead else lead or employer
    if employer and lead is None and "-" in text_first:
        # "Formule 1-coureur": what stands before is of the role, and no employer.
        own, affiliation = f"{employer} {text_first}", None
    stop, end, after, place = _complement(t, head, limit, kind.family)
    said = own + t.text[t.ends[joined] : end]
    if first and t.words[first - 1] in PEOPLES and not affiliation:
        first -= 1
        # An official's town is what they are in charge of, anybody else's is where they are from.
        home = kind.kind != "official" and t.words[first] in TOWNS_OF
        if home and not place:
            place = TOWNS_OF[t.words[first]]
        else:
            said = f"{t.words[first]} {said}"
    # "universitair docent" and "officier van justitie" are listed as they stand.
    listed = (text for text in (said.lower(), t.between(joined, head + 1).lower()) if is_listed(text))
    kind = role(next(listed, "")) or kind
    kinds = [kind, *(found for word in said.split() if (found := role(word.lower())))]
    kind = next((found for found in kinds if found.kind == "expert"), kind)
    return RolePhrase(
        first,
        stop if stop > head else head + 1,
        " ".join(said.replace("\u00ad", "").split()),
        kind,
        affiliation or after,
        place,
    )


def compound_parts(word: str) -> tuple[str, str | None]:
    """Return the role and the employer that a word is: "Marver-voorzitter" is "voorzitter" of Marver.

    "Oud-Marver-voorzitter" is "Oud-voorzitter" of it. A word that is of no employer stays whole.
    """
    party, _, member = word.replace("’", "'").rpartition("'")
    if member == "er" and party and role(word.lower()):
        return word, party.removeprefix("ex-").removeprefix("oud-")
    lead, _, last = word.rpartition("-")
    degree, _, rest = lead.partition("-")
    if rest and is_degree(degree.lower()):
        lead, last = rest, f"{degree}-{last}"
    is_role = bool(role(last.lower()) or group(last.lower()))
    if (
        lead
        and lead[0].isupper()
        and is_role
        and not is_degree(lead.lower())
        and _is_employer(lead, last.lower())
    ):
        return last, lead
    return word, None


def _is_employer(lead: str, last: str) -> bool:
    """Whether the first part of a compound is where somebody in the role of its last part works."""
    if lead in COUNTRIES or lead.lower() in _NO_EMPLOYERS or last.endswith(_ACHIEVING):
        return False
    return lead.isupper() or not last.endswith(_KNOWING)


def qualified(t: Tokens, head: int) -> int:
    """Return where the role at `head` begins with what qualifies it: "voormalig minister"."""
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
    if text is None or text in PLACES or any(t.words[m] in GIVEN or role_at(t, m) for m in range(k, i)):
        return i, None
    return k, text


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
        portfolio = lower == "van" and t.lower[head].rpartition("-")[2] in WITH_PORTFOLIO
        field_end = _field_end(t, i, limit) if affiliation is None else 0
        if field_end:
            own = t.ends[field_end - 1]
            i = field_end
        elif lower in ("uit", "in") and i + 1 < limit and t.words[i + 1][0].isupper() and affiliation is None:
            stop = place_end(t, i + 1, limit)
            # "winnaar in Parijs" won there, and is not from there.
            if lower == "in" and (t.between(i + 1, stop) not in PLACES or family == "sport"):
                break
            place = town_in(t, i + 1, stop)
            i = stop
        elif lower in EMPLOYERS or (lower == "in" and _is_inside_body(t, i + 1, limit)):
            stop, name = employer_from(t, i + 1, limit)
            if name is None:
                stop = _noun_end(t, i + 1, limit)
                if stop == i + 1:
                    break
            i = stop
            if portfolio or (name is None and lower == "van" and affiliation is None):
                own = t.ends[i - 1]
            elif name and affiliation is None:
                affiliation = name
        elif lower in JOINING and i + 1 < limit and affiliation is None and role_near(t, i + 1, limit):
            k = role_near(t, i + 1, limit)
            i = k + 1
            while i < limit and _is_field(t, i, k, family):
                i += 1
            own = t.ends[i - 1]
        elif lower in JOINING and i + 1 < limit and role_near(t, i + 1, limit):
            i = role_near(t, i + 1, limit) + 1
        else:
            break
    return i, own, affiliation, place


def _is_inside_body(t: Tokens, i: int, limit: int) -> bool:
    """Whether a name of a body stands after "in" and an article: "viroloog in het UZ Zeehoek"."""
    if i >= limit or t.lower[i] not in ("de", "het"):
        return False
    stop, name = employer_from(t, i, limit)
    return name is not None and any(is_head(word) for word in t.lower[i + 1 : stop])


def _field_end(t: Tokens, i: int, limit: int) -> int:
    """Return where "op het gebied van duurzaam wonen" or "in slaap" ends that begins at `i`, else 0."""
    if t.lower[i] == "op":
        k = next((k for k in range(i + 1, min(limit, i + 4)) if t.lower[k] in _AREAS), 0)
        if not k or k + 1 >= limit or t.lower[k + 1] != "van":
            return 0
        stop = _noun_end(t, k + 2, limit)
        # An infinitive looks like a verb of the clause, but nothing follows it.
        if stop + 1 < limit and t.lower[stop].endswith("en") and t.words[stop + 1] in words.PUNCTUATION:
            stop += 1
        return stop if stop > k + 2 else 0
    if t.lower[i] == "in" and t.lower[i - 1].endswith(_KNOWING) and i + 1 < limit:
        stop = (
            _noun_end(t, i + 1, limit)
            if t.lower[i + 1] not in ARTICLES and t.words[i + 1].islower()
            else i + 1
        )
        return stop if stop > i + 1 else 0
    return 0


def role_near(t: Tokens, i: int, limit: int) -> int:
    """Return the index of a role among the next three words, qualifiers before it only; else 0."""
    for k in range(i, min(limit, i + 3)):
        if role_at(t, k):
            return k
        if t.lower[k] not in _QUALIFIERS and t.lower[k] not in BEFORE_ROLE and t.words[k] not in PEOPLES:
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
            and following not in NO_FIELD
            and (role(following) is None and t.words[i + 1] not in GIVEN)
        )
    if lower in NO_FIELD or not word[0].isalpha() or role_at(t, i) or word in GIVEN:
        return False
    if lower.endswith(_PAST) and not lower.endswith(_NO_PAST):
        return False
    return word[0].islower() or family in WITH_NAMED_FIELD


def place_end(t: Tokens, i: int, limit: int) -> int:
    """Return where a place name ends that begins at token `i`: "Capelle aan den IJssel"."""
    for length in (5, 4, 3, 2):
        if i + length <= limit and t.between(i, i + length) in PLACES:
            return i + length
    stop = i + 1
    if t.words[i] in _OPENING_PLACES and stop < limit:
        stop += t.words[stop][0].isupper()
    return stop


def town_in(t: Tokens, i: int, stop: int) -> str | None:
    """Return tokens `i:stop` as a town, None where they are a country or end in no letter."""
    text = t.between(i, stop)
    return None if text in COUNTRIES or not text[-1].isalpha() else text


def _noun_end(t: Tokens, i: int, limit: int) -> int:
    """Return where "de raad" ends in "lid van de raad"; `i` where there is no such noun."""
    k = i
    while k < limit and t.lower[k] in ARTICLES:
        k += 1
    while (
        k < limit
        and t.lower[k] not in NO_FIELD
        and t.words[k][0].isalpha()
        and k < i + 4
        and (t.lower[k] not in JOINING)
    ):
        k += 1
    return k if k > i and t.lower[k - 1] not in ARTICLES else i


def employer_from(t: Tokens, i: int, limit: int) -> tuple[int, str | None]:
    """Return the end and the name of the organisation that begins at token `i`, after words in lower case."""
    k = i
    reach = i + _BEFORE_EMPLOYER
    while k < limit and not (is_capital(t, k) or t.words[k].isdigit()) and k < reach:
        article_before = k > i and t.lower[k - 1] in ARTICLES
        ends = t.lower[k] in words.PREPOSITIONS or (t.lower[k] in words.FINITE and not article_before)
        if ends and t.lower[k] in EMPLOYERS and k > i and t.lower[k - 1] in _BODIES:
            ends, reach = False, k + 1 + _BEFORE_EMPLOYER
        if t.lower[k] in _NAMING_BODIES and k + 2 < limit:
            named_by = k + 2 if t.lower[k + 1] == "van" else k + 1
            if is_capital(t, named_by):
                stop = organisation_end(t, named_by, limit)
                return stop, t.between(k, stop)
        if not t.words[k][0].isalpha() or (k > i and ends) or t.lower[k] in _WORKS:
            return i, None
        k += 1
    if k < limit and t.words[k] in PEOPLES:
        return employer_from(t, k + 1, limit)
    if k >= limit or not (is_capital(t, k) or t.words[k].isdigit()):
        return i, None
    # "adviseur van Zeewind-baas Kolthof", "regisseur van zeefilm Zeelucht" work for no baas and no film.
    last = t.lower[k].rpartition("-")[2] if "-" in t.words[k] else ""
    if last in _WORKS or (last and t.words[k].endswith(last) and role(last)):
        return i, None
    stop = organisation_end(t, k, limit)
    text = t.between(k, stop)
    # After an article a given name begins the name of what is called after somebody.
    named = t.words[k] in GIVEN and stop - k > 1 and not is_thing(t.words[stop - 1])
    is_person = named and t.lower[k - 1] not in ARTICLES
    return (i, None) if text in COUNTRIES or text.isdigit() or is_person else (stop, text)


def is_capital(t: Tokens, k: int) -> bool:
    """Whether token `k` is written with a capital."""
    return t.words[k][0].isupper()


def organisation_end(t: Tokens, k: int, limit: int) -> int:
    """Return where the name of an organisation ends that begins at token `k`."""
    i = k + 1
    while i < limit:
        if t.words[i].isdigit() and i == k + 1 and len(t.words[i]) <= _SHORT:
            i += 1
            continue
        if is_capital(t, i) and not (t.words[i] in GIVEN and i + 1 < len(t) and is_capital(t, i + 1)):
            i += 1
            continue
        # "Universiteit van Amsterdam", "Raad voor de Kinderbescherming": small words, then a capital again.
        j = i
        while j < limit and t.lower[j] in INSIDE and j < i + 3:
            j += 1
        if j > i + 1 and t.lower[i] in _JOINED_DIRECTLY:
            break
        if j == i or j >= limit or not is_capital(t, j) or t.words[j] in GIVEN:
            break
        # "Vereniging Recht op Wonen" goes on, "Museum Zeelicht in Hoorn" does not.
        headed = is_head(t.lower[k]) and i == k + 2 and t.words[j] not in PLACES
        if (t.lower[i] in ("in", "op", "te") and not headed) or (
            t.lower[i] == "en" and i == k + 1 and t.words[k].isupper()
        ):
            break
        i = j + 1
    return i
