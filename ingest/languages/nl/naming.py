"""Where a Dutch text names a person: what stands as a name does, and how sure it is that it is a person's.

A run of capitalised words is cut at the words that belong to no name ("Universiteit", "Minister", "Franse").
What is left is judged by its words and by what stands before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.languages.nl.name_words import (
    ALWAYS_NAMED_AFTER,
    AMBIGUOUS_PREFIXES,
    COMMON,
    COMPANY_ENDINGS,
    COUNTRIES,
    FIELDS,
    GIVEN,
    HONORIFICS,
    MEMBERS,
    MONTHS_AND_DAYS,
    NAMED_AFTER,
    NAMED_THINGS,
    NO_INITIALS,
    NO_NAME_ENDINGS,
    NOUN_ENDINGS,
    PEOPLES,
    PLACES,
    PORTFOLIOS,
    PREFIX_WORDS,
    PREFIXES,
    SUFFIXES,
    THING_ENDINGS,
    THINGS,
    THINGS_AFTER,
    THINGS_AND_SURNAMES,
    TOWNS,
    is_camel_case,
)
from ingest.languages.nl.roles import is_listed, role
from ingest.naming import Name
from ingest.tokens import Tokens

_LONGEST_PREFIX = 3
# Prefixes with these words are mostly prepositions: only after a given name do they join it to a surname.
_PLACING = frozenset(["in", "op", "aan", "bij", "voor", "uit", "onder", "over"])
_ARTICLES_ABROAD = frozenset(["la", "le", "el", "al", "the", "los", "las", "il"])
# Tokens of a run of capitalised words that are looked at together; the longest of 1,200 news articles has 12.
_LONGEST_RUN = 40
# Letters before an ending that makes a word a thing.
_BEFORE_ENDING = 5
_CUT_ARTICLES = frozenset(["'t", "’t"])
_DETERMINERS = frozenset(
    ["de", "het", "een", "deze", "dit", "die", "the", "'t", "zijn", "haar", "hun", "onze", "ons"]
)
_SAINTS = frozenset(["San", "Santa", "Saint", "Sint", "Sankt", "Santo", "São"])
_WHERE = frozenset(["in", "naar", "te", "nabij", "rond", "vanuit", "richting", "langs"])
_INITIALS = re.compile(r"(?:[A-Z][a-z]{0,2}\.[ -]?)+")
# "Fatima al-Kolthofi": the article is joined to the surname, and may have a small letter.
_ARABIC = re.compile(r"(?:al|el|ad|ar|as|at|an|ash|ben|bin|abu)-[A-Z]")
_AGE = re.compile(r"\d{1,3}")

# How sure it is that a name is a person's.
SURE, LIKELY, POSSIBLE = 3, 2, 1


def names(tokens: Tokens) -> list[Name]:
    """Return what may be names of persons, in order, not overlapping."""
    found: list[Name] = []
    past = 0
    for i in [i for i, word in enumerate(tokens.words) if word[0].isupper() or word in _CUT_ARTICLES]:
        if i < past or (tokens.words[i] in _CUT_ARTICLES and not _opens_with_prefix(tokens, i)):
            continue
        stop = _run(tokens, i)
        if stop > i:
            found += _in_run(tokens, i, stop)
            past = stop
    return found


def _opens_with_prefix(tokens: Tokens, i: int) -> bool:
    """Whether a name may begin with the apostrophe of "'t Hart"."""
    return i + 1 < len(tokens) and _is_name_word(tokens.words[i + 1])


def _is_name_word(word: str) -> bool:
    """Whether a word is written as a name is: a capital, then small letters somewhere."""
    return word[0].isupper() and word[-1] != "-" and not word.isupper()


def _run(tokens: Tokens, i: int) -> int:
    """Return where the run of words ends that begins at `i` and may hold a name."""
    j, count = i, min(len(tokens), i + _LONGEST_RUN)
    while j < count:
        word = tokens.words[j]
        if _is_name_word(word) or _INITIALS.fullmatch(word) or (j > i and _ARABIC.match(word)):
            j += 1
            continue
        end = _prefix(tokens, j) if j > i else 0
        if not end:
            break
        j = end
    return j


def _prefix(tokens: Tokens, j: int) -> int:
    """Return where the tussenvoegsel that begins at `j` ends, if one does and a name word follows; else 0."""
    if tokens.lower[j].replace("’", "'") not in PREFIX_WORDS:
        return 0
    # "de Fransman Kolthof": a member of a people begins anew.
    following = tokens.words[j + 1] if j + 1 < len(tokens) else ""
    if following in MEMBERS or following in PEOPLES:
        return 0
    for length in range(_LONGEST_PREFIX, 0, -1):
        end = j + length
        prefix = " ".join(tokens.lower[j:end]).replace("’", "'")
        if prefix in PREFIXES and end < len(tokens) and _is_name_word(tokens.words[end]):
            return end
    return 0


# --- cutting a run into names --------------------------------------------------------------------------


def _in_run(tokens: Tokens, first: int, stop: int) -> Iterator[Name]:
    """Give the names in a run: the stretches between words that belong to no name."""
    pieces: list[tuple[int, int, bool]] = []
    begin = i = first
    while i < stop:
        kind = _separates(tokens, i, begin, stop)
        if kind:
            pieces.append((begin, i, kind == "thing"))
            # What a saint is called belongs to the place or the club: "San Lorenzo".
            i += 2 if tokens.words[i] in _SAINTS else 1
            # A tussenvoegsel after it joined it to what follows: "Universiteit van Kolthof" is no person.
            while i < stop and tokens.words[i][0].islower():
                i += 1
            begin = i
        else:
            i += 1
    pieces.append((begin, stop, False))
    after_thing = False
    for start, end, before_thing in pieces:
        begin = _after_unknown(tokens, start, end, after_thing) if end > start else end
        stop = _without_affiliation(tokens, begin, end) if end > begin else end
        # "Kolthof van GroenLinks" is Kolthof, "Kolthof Stichting" nobody.
        apart = end - start > 1 and tokens.words[end - 1] == "van" and tokens.words[end - 2] not in GIVEN
        if stop > begin and not (before_thing and stop == end and not apart):
            yield from _named(tokens, begin, stop, after_thing)
        after_thing = before_thing


def _separates(tokens: Tokens, i: int, begin: int, stop: int) -> str:
    """Return whether word `i` of a run is part of no name: "" if it may be, else what it is."""
    word, lower, opens = tokens.words[i], tokens.lower[i], i == begin
    if word == "Lieve" and i + 1 < stop and tokens.words[i + 1] in GIVEN:
        return "word"
    if i and tokens.lower[i - 1] == "de" and word in MEMBERS and tokens.words[min(i + 1, stop - 1)] in GIVEN:
        return "word"
    if word in GIVEN and (i + 1 < stop or not opens):
        return ""
    if lower.endswith(COMPANY_ENDINGS) and lower not in COMPANY_ENDINGS:
        return "thing"
    if word in NO_INITIALS or is_camel_case(word):
        return "thing"
    if word in THINGS:
        return "" if _is_surname(tokens, i, begin, stop) else "thing"
    if lower.endswith(THING_ENDINGS) and not lower[:_BEFORE_ENDING].endswith(THING_ENDINGS):
        ending = next(e for e in THING_ENDINGS if lower.endswith(e))
        if len(lower) >= len(ending) + _BEFORE_ENDING:
            return "thing"
    if word.endswith(("'er", "’er", "'ers", "’ers")):
        return "word"
    last = word.rpartition("-")[2]
    if "-" in word and last in THINGS:
        return "thing"
    if "-" in word and last.islower() and not (last in PREFIX_WORDS and i + 1 < stop):
        # "Marver-voorzitter" is a role, "Kolthof-prijs" a thing; "Jean-pierre" does not occur.
        return "role" if role(lower) else "thing"
    if opens and lower in ("de", "het", "een") and i + 1 < stop and tokens.words[i + 1] in MEMBERS | PEOPLES:
        return "word"
    title = lower in HONORIFICS and not (i > begin and tokens.lower[i - 1] in PREFIX_WORDS)
    if word in PEOPLES or (word in MEMBERS and opens) or title:
        return "word"
    if opens and lower in COMMON and not _prefix(tokens, i):
        return "word"
    if (
        opens
        and role(lower)
        and (i + 1 < stop or (word not in GIVEN and tokens.opens_sentence(i) and is_listed(lower)))
    ):
        return "role"
    if opens and i + 1 < stop and lower in NAMED_AFTER and tokens.opens_sentence(i):
        return "thing"
    if (word in COUNTRIES) or (word in TOWNS and opens and i + 2 < stop and tokens.words[i + 1] in GIVEN):
        return "word"
    if lower in MONTHS_AND_DAYS:
        return "word"
    return ""


def _is_surname(tokens: Tokens, i: int, begin: int, stop: int) -> bool:
    """Whether a word for a thing is a surname here: "Sipke Bos", "Van der Meer"."""
    if i == begin or i + 1 < stop or tokens.words[i] not in THINGS_AND_SURNAMES:
        return False
    before = tokens.lower[i - 1]
    if before in PREFIX_WORDS:
        return before not in ("van", "in", "op") or tokens.words[begin] in GIVEN
    return tokens.words[begin] in GIVEN or bool(_INITIALS.fullmatch(tokens.words[begin]))


def _named(tokens: Tokens, start: int, end: int, after_thing: bool) -> Iterator[Name]:
    """Give the name that words `start:end` are, if they may be one."""
    while start < end and tokens.words[start][0].islower() and tokens.words[start] not in ("'t", "’t"):
        start += 1
    while end > start and tokens.words[end - 1][0].islower() and not _ARABIC.match(tokens.words[end - 1]):
        end -= 1
    words_ = tokens.words[start:end]
    if (
        not words_
        or not (_is_name_word(words_[-1]) or _ARABIC.match(words_[-1]))
        or (words_[0].lower() in _PLACING and tokens.opens_sentence(start))
    ):
        return
    # "Kolthofs Zeelied", "Mirjam's lied": what follows a genitive is no name.
    end = next((i + 1 for i in range(start, end) if tokens.words[i].endswith(("'s", "’s"))), end)
    words_ = tokens.words[start:end]
    text = tokens.between(start, end)
    if "\n" in text or text in PLACES or text in NAMED_THINGS:
        return
    heads = [w for w in words_ if w in GIVEN or w.lower().replace("’", "'") not in PREFIX_WORDS]
    initials = bool(_INITIALS.fullmatch(heads[0])) if heads else False
    if not heads:
        return
    if len(heads) == 1:
        if len(heads[0]) < 2 or initials or _follows_acronym(tokens, start):
            return
        given = heads[0] in GIVEN and len(words_) == 1
        # A name that no list has, before a letter that ends no sentence: "Okwa H. moet betalen".
        goes_on = len(words_) == 1 and end + 2 < len(tokens) and tokens.words[end + 2][0].islower()
        letter = _letter_after_prefix(tokens, end) if given else end
        if letter > end:
            yield Name(start, letter + 2, tokens.between(start, letter + 2), SURE, True, False)
            return
        if _is_letter(tokens, end) and (given or goes_on):
            yield Name(start, end + 2, tokens.between(start, end + 2), SURE, True, False)
            return
        yield Name(start, end, text, POSSIBLE if _may_be_alone(tokens, start, end) else 0, False, given)
        return
    sure = _sureness(tokens, start, end, words_, heads, initials, after_thing)
    if sure:
        end = suffix_end(tokens, end)
        yield Name(start, end, tokens.between(start, end), sure, True, False)


def suffix_end(tokens: Tokens, end: int) -> int:
    """Return where what tells relatives apart ends that stands after a name's `end`; `end` if none does."""
    for length in (2, 1):
        stop = end + length
        if stop <= len(tokens) and tokens.between(end, stop) in SUFFIXES:
            # "Kolthof senior adviseur"
            goes_on = stop < len(tokens) and role(tokens.lower[stop])
            return end if goes_on else stop
    return end


def _without_affiliation(tokens: Tokens, start: int, end: int) -> int:
    """Return where a name ends before "van" and an organisation: "Mirjam Kolthof van Bond Beter Wonen".

    After given names or initials "van" is a tussenvoegsel; after a surname it is a preposition.
    """
    i = start
    seen = 0
    while i < end:
        word = tokens.words[i]
        if tokens.lower[i].replace("’", "'") in PREFIX_WORDS and word[0].islower() and i > start:
            stop = _prefix(tokens, i) or i + 1
            prefix = " ".join(tokens.lower[i:stop]).replace("’", "'")
            known = all(_is_given(w) or _INITIALS.fullmatch(w) for w in tokens.words[start:i])
            official = start > 0 and _is_official(tokens.lower[start - 1]) and _is_charge(tokens, stop)
            if prefix in AMBIGUOUS_PREFIXES and not known and (seen > 1 or official):
                return i
            if tokens.lower[i] in _PLACING and not known:
                return i
            i = stop
            seen += 1
            continue
        seen += 1
        i += 1
    return end


def _is_given(word: str) -> bool:
    """Whether a word is a given name, or a double one that begins with one."""
    return word in GIVEN or ("-" in word and word.partition("-")[0] in GIVEN)


def _is_official(word: str) -> bool:
    """Whether after this word "Kolthof van Landbouw" is a surname and what the person is in charge of."""
    found = role(word)
    return found is not None and found.family == "politics"


def _is_charge(tokens: Tokens, i: int) -> bool:
    """Whether a word after "van" says what an official is in charge of: a town or what is looked after."""
    word = tokens.words[i]
    return word in THINGS or word in PLACES or word in PORTFOLIOS or word.lower().endswith(NOUN_ENDINGS)


def _after_unknown(tokens: Tokens, start: int, end: int, after_thing: bool) -> int:
    """Return where the name begins if words stand before its given name that are none themselves."""
    if tokens.words[start] in GIVEN or end - start < 3 or _INITIALS.fullmatch(tokens.words[start]):
        return start
    # "Zeelied van Mirjam Kolthof" is hers; no surname begins with a given name.
    whose = end - start > 3 or tokens.opens_sentence(start)
    if tokens.lower[start + 1] == "van" and tokens.words[start + 2] in GIVEN and whose:
        return start + 2
    belongs = start > 0 and tokens.lower[start - 1] in ("van", "bij", "namens")
    for i in range(start + 1, end - 1):
        if any(word[0].islower() for word in tokens.words[start:i]):
            break
        noun = after_thing or tokens.lower[i - 1].endswith(NO_NAME_ENDINGS)
        known = tokens.words[i] in GIVEN
        if known and (i - start >= 2 or noun or belongs or tokens.opens_sentence(start)):
            return i
    return start


# --- judging -------------------------------------------------------------------------------------------


def _may_be_alone(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a single capitalised word may be somebody's name, and is no word that opens a sentence."""
    lower = tokens.lower[end - 1]
    if end - start == 1 and tokens.opens_sentence(start):
        return tokens.words[start] in GIVEN or (lower not in COMMON and not is_listed(lower))
    return not _names_thing(tokens, start, end)


def _is_letter(tokens: Tokens, i: int) -> bool:
    """Whether a surname is withheld but for its first letter: "Sipke W."."""
    return (
        i + 1 < len(tokens)
        and len(tokens.words[i]) == 1
        and tokens.words[i].isupper()
        and tokens.words[i + 1] == "."
        and tokens.starts[i + 1] == tokens.ends[i]
    )


def _letter_after_prefix(tokens: Tokens, end: int) -> int:
    """Return where the letter of a withheld surname with tussenvoegsel stands ("Sipke van W."), or `end`."""
    k = end
    while k < len(tokens) and k < end + _LONGEST_PREFIX and tokens.words[k] in PREFIX_WORDS:
        k += 1
    return k if k > end and _is_letter(tokens, k) else end


def _follows_acronym(tokens: Tokens, start: int) -> bool:
    """Whether a word belongs to a name such as "AC Milan"."""
    before = tokens.words[start - 1] if start else ""
    return len(before) > 1 and before.isupper()


def _names_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what stands around a name makes it the name of a street, a prize, a company."""
    before = tokens.lower[start - 1] if start else ""
    after = tokens.lower[end] if end < len(tokens) else ""
    # With a capital most of these end a name of their own: "Vrije Universiteit Mirjam Kolthof".
    if before in NAMED_AFTER and (
        tokens.words[start - 1][0].islower()
        or before in ALWAYS_NAMED_AFTER
        or tokens.opens_sentence(start - 1)
    ):
        return True
    if after in THINGS_AFTER:
        return True
    return after == "-" and end + 1 < len(tokens) and tokens.starts[end] == tokens.ends[end - 1]


def _sureness(
    tokens: Tokens,
    start: int,
    end: int,
    words_: list[str],
    heads: list[str],
    initials: bool,
    after_thing: bool,
) -> int:
    if _names_thing(tokens, start, end) or len(heads) > 5:
        return 0
    before = tokens.lower[start - 1] if start else ""
    if initials and all(head.lower() in COMMON for head in heads[1:]):
        return 0
    if words_[0].lower() in _ARTICLES_ABROAD and words_[0] not in GIVEN and len(heads) > 1:
        return 0
    if start and (tokens.words[start - 1] in MEMBERS or before.endswith(("-jarige", "'er", "’er"))):
        return SURE
    known = _is_given(heads[0]) or initials
    if known:
        return LIKELY if before in _DETERMINERS or (initials and len(heads) < 2) else SURE
    if before in _DETERMINERS or before in _WHERE or before.isdigit():
        return 0
    if heads[0] in PLACES or heads[-1] in PLACES or any(h.lower() in COMMON for h in heads[:1]):
        return 0
    if words_[-1].lower() in FIELDS or words_[-1].lower().endswith(NO_NAME_ENDINGS):
        return 0
    if any(w[0].islower() for w in words_[1:-1]) and not after_thing:
        return LIKELY
    return POSSIBLE


def candidate(tokens: Tokens, first: int, stop: int) -> Name | None:
    """Return the name that tokens `first:stop` are by a model's account, None where something is against it.

    Titles and roles before it are left out. Against it are a word for a thing, a place or people, a word that
    only opens its sentence, the end of a line, and what makes a name that of a street or a prize.
    """
    while first < stop and (
        not tokens.words[first][0].isalpha()
        or tokens.lower[first] in HONORIFICS
        or (role(tokens.lower[first]) and tokens.words[first] not in GIVEN)
    ):
        first += 1
    while stop > first and not tokens.words[stop - 1][0].isalpha():
        stop -= 1
    words_ = tokens.words[first:stop]
    heads = [word for word in words_ if word.lower() not in PREFIX_WORDS]
    if not heads or not heads[-1][0].isupper() or any(not word[0].isalpha() for word in words_):
        return None
    text = tokens.between(first, stop)
    against = (
        text in PLACES
        or any(_separates(tokens, i, first, stop) for i in range(first, stop))
        or _names_thing(tokens, first, stop)
        or all(word.lower() in COMMON for word in heads)
    )
    if against:
        return None
    return Name(first, stop, text, LIKELY, len(heads) > 1, len(words_) == 1 and text in GIVEN, True)


def is_age(word: str) -> bool:
    """Whether a token may be an age in brackets after a name."""
    return bool(_AGE.fullmatch(word)) and 0 < int(word) < 120
