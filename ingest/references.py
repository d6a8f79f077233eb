"""Entries of reference lists, taken apart: who wrote what, when, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extraction import Part, Reference

BULLET = re.compile(r"\s*(?:[-–—•*·▪►]|\d{1,2}[.)]|\[\d{1,3}\])\s+")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'“”]*[^\s<>\"'“”.,;:!?)\]]")
# "Bron:" before an entry that stands alone.
_LABEL = re.compile(r"^\w{3,12} ?: (?!/)")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_QUOTED = re.compile(r"[\"“„‘«']([^\"“”„’»\n]{4,300}?)[,.]?[\"”’»']")
_BRACKETED_YEAR = re.compile(r"\((?:1[89]|20)\d\d[^)]{0,20}\)")
# "(2021)", "(2019, mei 3)"; "(z.d.)" and "(n.d.)" where there is none.
_YEAR_IN_BRACKETS = re.compile(
    r"^(?P<author>[^(]{2,200}?)\s*\((?:(?:1[89]|20)\d\d[a-z]?[^)]{0,20}|[zn]\.\s?d\.)\)[.:,]?\s*(?P<rest>.*)$"
)
# When it was looked up: no part of the title.
_CONSULTED = re.compile(
    r"\b(?:geraadpleegd|opgehaald|bekeken|retrieved|accessed)\b[^.]*?(?:\b(?:van|from|via)\b|(?=\.)|$)",
    re.IGNORECASE,
)
_SURNAME = r"(?:[a-z']{1,5} ){0,3}[A-ZÀ-Þ][\w'’-]+"
_FORMS = (
    # Vancouver: "Hoekzema A, Wiarda S. Title. Journal. 2018;27."
    re.compile(
        rf"^(?P<author>{_SURNAME} [A-Z]{{1,3}}(?:, {_SURNAME} [A-Z]{{1,3}})*(?:,? et al)?)\. (?P<rest>.+)$"
    ),
    # Chicago: "Terpstra, O. Title. Assen: Publisher, 2020."
    re.compile(
        rf"^(?P<author>{_SURNAME}, (?:[A-Z]\.[ -]?){{1,4}}(?:(?:&|en|and) [^.]{{2,40}}\. )?)"
        r"(?P<rest>[^\W\d_].+)$"
    ),
    # "S. Wiarda: Title, publisher, 2020."
    re.compile(rf"^(?P<author>(?:[A-Z]\. ?){{1,4}}{_SURNAME})[:,] (?P<rest>[^,.]+)"),
    # An organisation: "World Health Organization. Depression. WHO; 2021."
    re.compile(r"^(?P<author>[A-Z][^.,:]{2,80})\. (?P<rest>[A-Z][^.]+\. .*(?:1[89]|20)\d\d.*)$"),
    # "Psychology Today - Why couples drift apart", "Voedingscentrum: Zo eet je gezond".
    re.compile(r"^(?P<author>[A-Z][^.,:–—]{1,60}?)(?: [-–—]|:) (?P<rest>[^\W\d_].{3,})$"),
)
_AUTHOR_AND_YEAR = re.compile(r"^(?P<author>[^,()]{2,80}),? \(?(?:1[89]|20)\d\d\)?\.?$")
_LONGEST_TITLE = 200
_ENTRY = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|https?://|www\.|\bdoi\b|\bet al\b", re.IGNORECASE)
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# A line with nothing but a title or a source, and a source that a line names beside others.
_LONGEST_BARE, _LONGEST_SOURCE, _SOURCE_WORDS = 120, 60, 7


def is_entry(line: str) -> bool:
    """Whether a line has what only an entry of a list of references has: a year, an address."""
    return _ENTRY.search(line) is not None


def unbulleted(line: str) -> str:
    """Return a line of a list without the bullet or number it begins with."""
    bullet = BULLET.match(line)
    return line[bullet.end() if bullet else 0 :].strip()


def is_bare(line: str) -> bool:
    """Whether a line can be an entry with a title or a source and nothing else: short, and no sentence."""
    return len(line) <= _LONGEST_BARE and line[-1] not in ".!:" and line[0].isupper()


def listed(text: str, parts: Sequence[Part]) -> Iterator[Reference]:
    """Yield the references in those parts of a text that are lists of references.

    The first line of a list says that it is one ("Bronnen"); one that goes on ("Bron: X en Y") names sources,
    each of which is a reference to who wrote it.
    """
    for part in parts:
        if part.kind == "references":
            for number, match in enumerate(_LINE.finditer(text, part.start, part.end)):
                line = unbulleted(match.group())
                entry = _LABEL.sub("", line)
                if entry != line and not (is_entry(entry) or _QUOTED.search(entry)):
                    yield from (Reference(name, name, None, None, None) for name in _named(entry))
                elif number or is_entry(entry) or _QUOTED.search(entry):
                    yield reference(entry)


def _named(sources: str) -> list[str]:
    """Return the sources that a line names: "CBS, RIVM en het Trimbos-instituut" are three."""
    names = [name.strip(" .") for name in re.split(r"\s*[,;/|]\s*|\s+en\s+", sources)]
    short = all(0 < len(name) <= _LONGEST_SOURCE and name.count(" ") < _SOURCE_WORDS for name in names)
    return names if short else [sources.strip(" .")]


def reference(entry: str) -> Reference:
    """Return an entry of a reference list taken apart; what it does not state is None.

    Read are a title between quotation marks with the author after or before it; author, year in brackets,
    title (APA); author, title and the rest between full stops (Vancouver, Chicago); author and title after
    a colon or dash; author and year. What is in none of these forms is a bare title.
    """
    address = ADDRESS.search(entry)
    stated = _CONSULTED.sub("", ADDRESS.sub("", entry)).strip(" -–—,;")
    year = _YEAR.search(stated)
    author, title = _author_and_title(stated)
    return Reference(
        text=entry,
        author=author,
        title=title,
        year=year.group() if year else None,
        address=address.group() if address else None,
    )


def _author_and_title(entry: str) -> tuple[str | None, str | None]:
    quoted = _QUOTED.search(entry)
    if quoted:
        before = _BRACKETED_YEAR.sub("", entry[: quoted.start()]).strip(" ,.:;–—-(")
        after = entry[quoted.end() :].strip(" ,.:;–—-(")
        author = before or re.split(r",|\s[–—-]\s|\((?=\d)", after)[0].strip()
        return (author if _is_name(author) else None), quoted.group(1).strip(" ,")
    named = _YEAR_IN_BRACKETS.match(entry)
    if named:
        return named["author"].strip(" ,."), _title(named["rest"])
    for form in _FORMS:
        if found := form.match(entry):
            return found["author"].strip(" ,."), _title(found["rest"])
    if not any(c.isalpha() for c in entry):
        return None, None
    only = _AUTHOR_AND_YEAR.match(entry)
    if only:
        return (only["author"], None) if _is_name(only["author"]) else (None, None)
    # With a full stop inside it is a form that is not read, and not one title.
    bare = entry.strip(" .,;")
    return None, bare if len(bare) <= _LONGEST_TITLE and ". " not in bare else None


def _title(rest: str) -> str | None:
    """Return a title: what stands up to a full stop or the end, a question mark kept."""
    ended = re.match(r".+?(?:(?<=[^\W\d_]{3})[.](?=\s|$)|[?!](?=\s|$)|$)", rest.strip())
    return (ended.group().strip(" .,;") or None) if ended else None


def _is_name(text: str) -> bool:
    """Whether this can be an author: something with a letter, and not a year or a whole sentence."""
    return 1 < len(text) <= 120 and any(c.isalpha() for c in text) and not _YEAR.fullmatch(text)
