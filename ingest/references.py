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
_YEAR_IN_BRACKETS = re.compile(
    r"^(?P<author>[^(]{2,200}?)\s*\((?P<year>(?:1[89]|20)\d\d)[a-z]?[^)]{0,20}\)[.:,]?\s*(?P<rest>.*)$"
)
_ENTRY = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|https?://|www\.|\bdoi\b|\bet al\b", re.IGNORECASE)
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def is_entry(line: str) -> bool:
    """Whether a line has what only an entry of a list of references has: a year, an address."""
    return _ENTRY.search(line) is not None


def unbulleted(line: str) -> str:
    """Return a line of a list without the bullet or number it begins with."""
    bullet = BULLET.match(line)
    return line[bullet.end() if bullet else 0 :].strip()


def listed(text: str, parts: Sequence[Part]) -> Iterator[Reference]:
    """Yield the references in those parts of a text that are lists of references."""
    for part in parts:
        if part.kind == "references":
            for match in _LINE.finditer(text, part.start, part.end):
                entry = unbulleted(match.group())
                if is_entry(entry) or _QUOTED.search(entry):
                    yield reference(_LABEL.sub("", entry))


def reference(entry: str) -> Reference:
    """Return an entry of a reference list taken apart; what it does not state is None.

    Read are a title between quotation marks with the author after or before it, and author, year in
    brackets, title. Other forms give year and address only.
    """
    address = ADDRESS.search(entry)
    year = _YEAR.search(ADDRESS.sub("", entry))
    author, title = _author_and_title(ADDRESS.sub("", entry))
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
        before = entry[: quoted.start()].strip(" ,.:;–—-")
        after = entry[quoted.end() :].strip(" ,.:;–—-")
        author = before or re.split(r",|\s[–—-]\s|\((?=\d)", after)[0].strip()
        return (author if _is_name(author) else None), quoted.group(1).strip(" ,")
    named = _YEAR_IN_BRACKETS.match(entry)
    if named:
        title = re.split(r"(?<=[^\W\d_]{3})\.\s|$", named["rest"], maxsplit=1)[0].strip(" .")
        return named["author"].strip(" ,."), title or None
    return None, None


def _is_name(text: str) -> bool:
    """Whether this can be an author: something with a letter, and not a year or a whole sentence."""
    return 1 < len(text) <= 120 and any(c.isalpha() for c in text) and not _YEAR.fullmatch(text)
