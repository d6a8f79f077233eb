"""How a Dutch text shows that a name is an organisation's: `lexicon/organisations.toml`.

`evidence(atoms, start, end)` judges a run of capitalised words; the rest says how far such a run goes,
and what a listed form needs around it that may mean something else as well.
"""

from __future__ import annotations

import re

from ingest.atoms import Atoms
from ingest.institution_names import heads
from ingest.languages.nl.name_words import COMMON, GIVEN, PEOPLES, PLACES, are_initials, is_camel_case
from ingest.languages.nl.organisation_context import (
    ACTS,
    acts,
    apposed,
    bracketed,
    cued,
    employs,
    hyphened,
    is_brand,
    is_compounded,
    named_by_noun,
    sells,
)
from ingest.languages.nl.organisation_words import (
    ACRONYM_LETTERS,
    ARTICLES,
    HEAD_WORDS,
    LEXICON,
    NO_ACRONYM,
    NO_NAME,
    endings,
    is_acronym,
    is_club,
    is_event,
    is_generic,
    is_head,
    listed,
    names,
    says_kind,
)

_LOWER_HEADS = listed("heads", "lower")
_LOWER_REGIONAL = listed("heads", "regional")
_AFTER_LOWER_HEAD = listed("heads", "joined")
JOINING = listed("joining", "joins")
_NEW = listed("joining", "new")
_COMPANY = listed("affixes", "company")
_DOMAINS = listed("affixes", "domains")
_CLUB_FIRST = listed("affixes", "club_first")
_CLUB_LAST = listed("affixes", "club_last")
_HOSPITAL_FIRST = listed("affixes", "hospital_first")
_MEDIA_ENDS = endings("affixes", "media_ends")
_MEDIA_FIRST = listed("affixes", "media_first")
_NO_BODIES = endings("never", "no_bodies")
_PHRASES = frozenset(LEXICON["never"]["phrases"])
_ACADEMIC = listed("context", "academic")
_OFFICES = listed("context", "offices")
_FOREIGN = frozenset(people.lower() for people in PEOPLES) - {"nederlandse", "belgische", "vlaamse"}
_OWN = {country: frozenset(text.split()) for country, text in LEXICON["own"].items()}
# "Bouwgroep" has nine; surnames that end like a head ("Roodenbank") are seldom this long.
_SURNAME_LETTERS = 8
# Words with which a name goes on that is no whole one ("Women on"), and endings of words that are part of the
# name before them ("Huiselijk Geweld en Kindermishandeling").
_LISTS_NOT = listed("listing", "goes_on")
_ABSTRACT = endings("listing")
_PREPOSITIONS = listed("context", "prepositions")
_PLACING = listed("context", "placing")
# What follows one of these is the rest of a word: "A$AP".
_INSIDE = frozenset("$@#_")
# Of these a country has its own: the names of other countries' are the same.
_NATIONAL = frozenset(["ministry", "parliament"])
_LOCAL = listed("context", "local")
_COMMON_NAMES = frozenset(names("common"))
_CUED_NAMES = frozenset(names("cued"))
# One of these that an institution on a list is called too is likelier the one known to all: "de NBA", "AZ".
_NAMESAKES = frozenset(names("bodies") + names("clubs"))

__all__ = [
    "are_initials",
    "begins",
    "evidence",
    "has_head",
    "is_capital",
    "is_company",
    "is_field",
    "is_foreign",
    "is_hospital",
    "is_no_body",
    "may_be_club",
    "may_be_known",
    "may_be_listed",
    "may_be_modelled",
    "may_begin",
    "may_name",
    "run",
    "supported",
]


def may_be_known(atoms: Atoms, start: int, end: int) -> bool:
    """Whether a name of `known` is meant here, and no ordinary word, place or person."""
    name = atoms.written(start, end)
    if start and atoms.written(start - 1, end) in PLACES:
        return False
    if name in _CUED_NAMES:
        return cued(atoms, start, end) or (is_club(name) and bracketed(atoms, start, end))
    if name in _COMMON_NAMES and start and atoms.lower[start - 1] == "regio":
        return False
    if name in _COMMON_NAMES and atoms.opens_sentence(start):
        return cued(atoms, start, end) or (end < len(atoms) and atoms.lower[end] in ACTS)
    return True


def may_be_club(atoms: Atoms, start: int, end: int) -> bool:
    """Whether a town's name may be its club's here: not after "in" or "uit"."""
    return is_club(atoms.written(start, end)) and not (start and atoms.lower[start - 1] in _PLACING)


def may_begin(atoms: Atoms, i: int) -> bool:
    """Whether a name may begin at atom `i`, listed or not: what is cheap to tell of every atom."""
    if atoms.starts[i] and atoms.text[atoms.starts[i] - 1] in _INSIDE:
        return False
    return atoms.capital[i] or atoms.lower[i] in _LOWER_HEADS or atoms.words[i][0].isdigit()


def is_capital(atoms: Atoms, i: int) -> bool:
    """Whether atom `i` may be part of a name by its capital: a small word that opens a sentence is not."""
    return atoms.capital[i] and not (atoms.lower[i] in COMMON and atoms.opens_sentence(i))


def begins(atoms: Atoms, i: int) -> bool:
    """Whether a name may begin at atom `i`: a capital, or "ministerie" before "van" and a capital."""
    if atoms.capital[i]:
        return is_capital(atoms, i) and not _is_opening_noun(atoms, i)
    if atoms.lower[i] not in _LOWER_HEADS or i + 1 >= len(atoms):
        return False
    if atoms.lower[i + 1] in _AFTER_LOWER_HEAD:
        return any(atoms.capital[i + 2 : i + 4])
    place = atoms.words[i + 1] in PLACES or atoms.lower[i] in _LOWER_REGIONAL
    return atoms.capital[i + 1] and atoms.gap(i) == " " and place


def _is_opening_noun(atoms: Atoms, i: int) -> bool:
    """Whether the atom only says what the name after it is, with a capital from the sentence: "Dagblad X"."""
    follows = i + 1 < len(atoms) and atoms.capital[i + 1] and atoms.gap(i) == " "
    if follows and atoms.lower[i] in _OF_NAMES:
        return False
    return (
        follows and says_kind(atoms.lower[i]) and not is_head(atoms.lower[i + 1]) and atoms.opens_sentence(i)
    )


def run(atoms: Atoms, start: int, stop: int, begins_new: frozenset[int]) -> int:
    """Return where the name ends that begins at `start`, at `stop` at the latest.

    `begins_new` are the atoms at which a listed name begins: "Instituut X van de Universiteit Y" is two.
    """
    end = start + 1
    joined = False
    while end < stop:
        gap = atoms.gap(end - 1)
        if atoms.words[end - 1].endswith(".") and atoms.lower[end - 1] in _COMPANY:
            break
        if atoms.capital[end]:
            if not (gap in _SAME or (gap == "-" and atoms.capital[end - 1])):
                break
            end += 1
            continue
        if gap not in (" ", "\u00a0") or atoms.lower[end] not in JOINING:
            break
        after = end
        while after < stop and after - end < 3 and atoms.lower[after] in JOINING and not atoms.capital[after]:
            after += 1
        if (
            after >= stop
            or not atoms.capital[after]
            or not _joins(atoms, start, end, after, joined, begins_new)
        ):
            break
        joined = joined or atoms.lower[end] in ("van", "voor", "of", "for")
        end = after + 1
    return end


# Of the nouns that say what a name is these are part of it, with a capital: "Stichting De Zee".
_OF_NAMES = listed("before", "within")


# What may stand between two words of one name.
_SAME = frozenset([" ", "\u00a0", " & ", "&", " '", " ’", "'", "’"])


def _joins(atoms: Atoms, start: int, end: int, after: int, joined: bool, begins_new: frozenset[int]) -> bool:
    """Whether the small words `end:after` join the name `start:end` to the capital after them."""
    joiner = atoms.lower[end]
    if joiner in ("of", "for", "and", "the"):
        return after == end + 1 and _is_english(atoms, start, end)
    if after in begins_new or is_head(atoms.lower[after]):
        return False
    if joiner in _ONLY_INSIDE:
        return False
    if joiner == "en":
        return joined and has_head(atoms, start, end) and after + 1 - end < 3
    headed = has_head(atoms, start, end) or not atoms.capital[start]
    if joiner in _NEW and after - end > 1 and headed:
        # "het Commissariaat van de Media" but "het Zevenbron Instituut van de Vries".
        return end - start == 1
    return headed


def _is_english(atoms: Atoms, start: int, end: int) -> bool:
    return any(word in _ENGLISH for word in atoms.lower[start:end])


_ENGLISH = listed("joining", "english")
# Articles join only after a preposition: "Raad van de", never "Raad de".
_ONLY_INSIDE = frozenset(["de", "het", "den", "la", "le", "les", "the"])


def has_head(atoms: Atoms, start: int, end: int) -> bool:
    """Whether one of the words says what kind of body it is."""
    return any(is_head(word) for word in atoms.lower[start:end])


def evidence(atoms: Atoms, start: int, end: int) -> str | None:
    """Return what shows that the capitalised words `start:end` name an organisation, None if nothing does."""
    name = atoms.written(start, end)
    if name in PLACES or not may_name(atoms, start, end):
        return None
    lower = atoms.lower[start:end]
    if named_by_noun(atoms, start) and not (atoms.words[start] in GIVEN and end - start > 1):
        return "noun"
    if _is_headed(atoms, start, end):
        return "head"
    if _has_affix(atoms, start, end):
        return "affix"
    if end - start == 1 and is_acronym(name) and (is_compounded(atoms, end) or not hyphened(atoms, end)):
        # A word in capitals for stress stands elsewhere in the text without them.
        return None if name.lower() in atoms.words else "acronym"
    if atoms.words[start] in GIVEN or lower[-1] in NO_NAME or name in _COMMON_NAMES:
        return None
    if start and atoms.words[start - 1] in GIVEN and atoms.gap(start - 1) == " ":
        return None
    if is_compounded(atoms, end) and not atoms.opens_sentence(start):
        return "compound"
    if end - start == 1 and is_camel_case(name) and not hyphened(atoms, end) and is_brand(atoms, name):
        return "brand"
    if sells(atoms, start):
        return "sale"
    if end - start == 1 and acts(atoms, start, end):
        return "act"
    if apposed(atoms, end) and not atoms.opens_sentence(start):
        return "apposition"
    if employs(atoms, start) and not is_event(lower[-1]):
        return "role"
    return None


def may_name(atoms: Atoms, start: int, end: int) -> bool:
    """Whether capitalised words can be an organisation's name by themselves; a town's can be its club's."""
    name = atoms.written(start, end)
    lower = atoms.lower[start:end]
    if name.lower() in _PHRASES or all(word in NO_NAME for word in lower):
        return False
    if name.isdigit() or len(name) < 2 or (end - start == 1 and lower[0] in NO_ACRONYM):
        return False
    return end - start > 1 or not _is_ordinary(atoms, start)


def may_be_modelled(atoms: Atoms, start: int, end: int) -> bool:
    """Whether what a model takes for a name may be one: nothing that is known is against it."""
    name, last = atoms.written(start, end), atoms.lower[end - 1]
    return (
        any(atoms.capital[start:end])
        and "\n" not in name
        and name not in PLACES
        and name not in GIVEN
        and may_name(atoms, start, end)
        and not is_event(last)
        and not is_no_body(atoms, start, end)
        and not (end - start == 1 and not is_capital(atoms, start))
    )


def may_be_listed(atoms: Atoms, start: int, end: int) -> bool:
    """Whether a name without evidence of its own may be an organisation's because those beside it are."""
    name, last = atoms.written(start, end), atoms.lower[end - 1]
    gap = atoms.gap(end - 1) if end < len(atoms) else ""
    # "Women on", "Kolthofs".
    goes_on = (gap == " " and atoms.lower[end] in _LISTS_NOT) or gap.startswith(("'", "’"))
    if goes_on or hyphened(atoms, end) or not may_name(atoms, start, end) or atoms.opens_sentence(start):
        return False
    if end - start == 1 and (is_generic(name) or (len(name) < ACRONYM_LETTERS and not name.isupper())):
        return False
    if name in PLACES or any(
        word in PLACES or word in PEOPLES or word in GIVEN for word in atoms.words[start:end]
    ):
        return False
    return not is_event(last) and not last.endswith(_ABSTRACT)


def is_company(atoms: Atoms, start: int, end: int) -> bool:
    """Whether what looks like a person's name ends in a compound that no surname is: "Friso Bouwgroep"."""
    word = atoms.lower[end - 1]
    return end - start > 1 and len(word) > _SURNAME_LETTERS and word not in heads() and is_head(word)


def is_foreign(atoms: Atoms, start: int, country: str | None) -> bool:
    """Whether the word before a name says that it is another country's: "de Franse Hoge Raad"."""
    if start == 0 or country not in _OWN:
        return False
    before = atoms.words[start - 1]
    return before in PEOPLES and before.lower() not in _OWN[country] and atoms.gap(start - 1) == " "


def _is_ordinary(atoms: Atoms, i: int) -> bool:
    """Whether a word by itself is none that names: a small word, or an adjective such as "Nederlandse"."""
    word = atoms.words[i]
    if word in PEOPLES or word + "e" in PEOPLES or (atoms.lower[i] in COMMON and not word.isupper()):
        return True
    follows = i + 1 < len(atoms) and not atoms.capital[i + 1] and atoms.gap(i) == " "
    return follows and word.endswith("se") and not word.endswith("sse")


def is_no_body(atoms: Atoms, start: int, end: int) -> bool:
    """Whether what an acronym stands for is a law, an illness or the like: "Wet openbaarheid van bestuur"."""
    return any(word.endswith(_NO_BODIES) for word in atoms.lower[start:end])


def _is_headed(atoms: Atoms, start: int, end: int) -> bool:
    lower = atoms.lower[start:end]
    # "Universiteit van Zeemeer" is none for its town's ending.
    of_town = end - start > 2 and lower[1] == "van" and is_head(lower[0])
    if is_event(lower[-1]) and not of_town:
        return False
    headed = [i for i in range(start, end) if is_head(atoms.lower[i])]
    if not headed:
        return False
    if end - start > 1:
        if all(i in headed or atoms.lower[i] in JOINING for i in range(start, end)):
            return False
        # "Jan de Raad", "Mirjam Bank": a given name before a head that is also a surname.
        return not (atoms.words[start] in GIVEN and end - start == 2 and len(lower[-1]) < 6)
    compound = lower[0] not in HEAD_WORDS and lower[0] not in heads()
    # A small word that was left out as the opening of the sentence shows that the capital is the name's own.
    return compound and not atoms.opens_sentence(start)


def _has_affix(atoms: Atoms, start: int, end: int) -> bool:
    lower = atoms.lower[start:end]
    if end - start == 1:
        text, after = atoms.text, atoms.ends[end - 1]
        domain = re.compile(r"\.(\w+)\b").match(text, after)
        return domain is not None and domain[1] in _DOMAINS
    first, last = lower[0], lower[-1]
    return (
        last in _COMPANY
        or is_hospital(atoms, start)
        or (first in ("de", "het") and end - start == 2 and last.endswith(_MEDIA_ENDS))
        or (first in _CLUB_FIRST and atoms.words[start] != first)
        or (last in _CLUB_LAST and atoms.words[start] not in GIVEN)
        or first in _MEDIA_FIRST
    )


def is_hospital(atoms: Atoms, start: int) -> bool:
    """Whether a name begins as a hospital's does that is no town's: "AZ Zeelicht", but not "AZ Alkmaar"."""
    named = start + 1 < len(atoms) and atoms.capital[start + 1] and atoms.gap(start) == " "
    return (
        named
        and atoms.lower[start] in _HOSPITAL_FIRST
        and atoms.words[start].isupper()
        and atoms.words[start + 1] not in PLACES
    )


def supported(atoms: Atoms, start: int, end: int, kind: str | None, own: bool) -> bool:
    """Whether the words around a listed form that may mean something else speak for the institution.

    `kind` is the institution's, `own` whether the article may be about its country. A town that a university
    is called by counts beside scholars, a ministry called by its field only in its own country; another name
    with a noun or role before it, or, if it is no place, after a preposition with its capital.
    """
    name = atoms.written(start, end)
    if name in _NAMESAKES:
        return False
    if kind in _NATIONAL:
        if not own or _near(atoms, start, _FOREIGN | _LOCAL):
            return False
        if has_head(atoms, start, end):
            return True
    if cued(atoms, start, end):
        return True
    if name in PLACES or name in GIVEN:
        return kind in ("university", "university_hospital") and _near(atoms, start, _ACADEMIC)
    before = atoms.lower[start - 1] if start else ""
    if name.isupper():
        return before in ARTICLES or (before in _PREPOSITIONS and not atoms.opens_sentence(start))
    if kind == "ministry":
        return _near(atoms, start, _OFFICES) or (before in _PREPOSITIONS and not atoms.opens_sentence(start))
    return (before in ARTICLES or before in _PREPOSITIONS) and not atoms.opens_sentence(start)


def is_field(atoms: Atoms, start: int, end: int, kind: str | None) -> bool:
    """Whether a name is a minister's or an alderman's field that stands for no ministry here: "Financiën"."""
    return kind in _NATIONAL and not has_head(atoms, start, end)


def _near(atoms: Atoms, start: int, wanted: frozenset[str]) -> bool:
    """Whether one of the words stands just before the name."""
    return any(word in wanted for word in atoms.lower[max(start - 6, 0) : start])
