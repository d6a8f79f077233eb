"""What Dutch sentences say of somebody away from the name: "De bondscoach ...", "Zij is hoogleraar ..."."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.languages.nl.introductions import COPULAS, apposed, works_for
from ingest.languages.nl.name_words import MEMBERS, PEOPLES, TOWNS
from ingest.languages.nl.role_phrases import ROLE_PHRASES, is_capital, place_end, role_at, role_near
from ingest.naming import Introduction
from ingest.tokens import Tokens

_DESCRIBING = frozenset(["de", "deze"])
_OPENING = frozenset(["de", "deze", "hij", "zij", "ze"])
# "haar praktijk in Breda" says where somebody is from.
_WORKPLACES = ROLE_PHRASES["workplaces"]
_OWN = frozenset(["zijn", "haar", "een", "eigen", "hun"])
_BEFORE_WORKPLACE = 3
# "haar baan als projectmanager"
_JOBS = frozenset(["baan", "functie", "carrière", "loopbaan", "bijbaan"])
# "die een praktijk heeft in Breda"
_HAVING = frozenset(["heeft", "had", "runt", "heb", "bezit", "leidt"])


def later(t: Tokens) -> Iterator[Introduction]:
    """Give what sentences say of whoever was named before: "De bondscoach ...", "Zij is hoogleraar ...".

    What stands with an age may stand anywhere: "een wonder voor de 34-jarige speler van Zeewind"; and so may
    "haar baan als arts" and "haar praktijk in Breda", which says only where.
    """
    aged = "-jarige" in t.text
    for i, lower in enumerate(t.lower):
        opens = lower in _OPENING and t.words[i][0].isupper() and t.opens_sentence(i)
        if lower in _WORKPLACES and (town := _town_of_workplace(t, i)):
            yield Introduction(i, i + 1, place=town)
            continue
        if lower == "als" and i and t.lower[i - 1] in _JOBS and role_near(t, i + 1, len(t)):
            found = Introduction(i, i + 1)
            apposed(t, found, i + 1, [])
            if found.role is not None:
                yield found
            continue
        if not opens and not (aged and lower.endswith("-jarige") and i and t.lower[i - 1] in _DESCRIBING):
            continue
        found = Introduction(i, i + 1)
        if lower in _DESCRIBING or not opens:
            _described(t, found, i + 1)
        elif i + 1 < len(t) and t.lower[i + 1] in COPULAS:
            apposed(t, found, i + 2, [], copula=True)
        if found.role is not None or found.affiliation is not None:
            yield found


def _described(t: Tokens, found: Introduction, i: int) -> None:
    """Read "Amerikaan van Zeewind" or "speler van Zeewind" at token `i`, after "de" or "de 24-jarige"."""
    if i < len(t) and t.lower[i].endswith("-jarige"):
        i += 1
    # "De Amerikaanse" is somebody, in "de Amerikaanse onderzoeker" it says only from where.
    if i + 1 < len(t) and t.words[i] in MEMBERS and not role_at(t, i + 1):
        found.stop = i + 1
        works_for(t, found, i + 1, [])
    elif i < len(t) and (not is_capital(t, i) or t.words[i] in PEOPLES):
        apposed(t, found, i, [])
        # "De moeder van Kevin" is somebody else than who was named before.
        if (
            found.role is not None
            and found.kind is not None
            and found.kind.family == "people"
            and " " in found.role
        ):
            found.role = found.kind = None


def _town_of_workplace(t: Tokens, i: int) -> str | None:
    """Return the town in "haar eigen praktijk in Breda", whose "praktijk" is token `i`."""
    own = any(word in _OWN for word in t.lower[max(0, i - _BEFORE_WORKPLACE) : i])
    k = i + 2 if i + 1 < len(t) and t.lower[i + 1] in _HAVING else i + 1
    if not own or k + 1 >= len(t) or t.lower[k] not in ("in", "te"):
        return None
    town = t.between(k + 1, place_end(t, k + 1, len(t)))
    return town if town in TOWNS else None
