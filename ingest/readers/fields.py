"""The fields of an article as JSON objects name them: lines of JSON Lines, and `NAME.meta.json`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ingest.address import canonical, is_web
from ingest.errors import Refused
from ingest.readers import dates
from ingest.readers.decoding import one_line

TEXT = ("text", "body", "articleBody", "content")
_TITLE = ("title", "headline")
_SUBTITLE = ("subtitle", "alternativeHeadline", "standfirst")
_URL = ("url", "link")
_PUBLISHED = ("published", "date", "datePublished", "pubDate", "published_at", "publication_date")
_PUBLISHER = ("publisher", "source", "site", "domain")
_BYLINE = ("byline", "author", "authors")
_PICTURES = re.compile(
    r"(?:^|[,;|/(]|\s[-–]|\ben\b|\band\b)\s*(?:foto(?:['’]?s|grafie|graaf)?|beeld|illustraties?|video|photos?|images?)\b"
    r"\s*(?::|door\b|by\b|©).*$",
    re.IGNORECASE,
)
_SECTION = ("section", "category", "articleSection")
_KEYWORDS = ("keywords", "tags")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text; what is not stated is None."""

    title: str | None = None
    subtitle: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    byline: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()

    def over(self, other: Metadata) -> Metadata:
        """Return this, with `other` where this states nothing."""
        return Metadata(*(getattr(self, name) or getattr(other, name) for name in self.__slots__))


def metadata(record: Mapping[str, Any], source: str) -> Metadata:
    """Return what an object states about its article, under any of the usual names.

    An address that is none and a date that cannot be are left out. Raises `Refused` where a field is of a
    type it cannot be.
    """
    url = _string(record, _URL, source)
    published = _first(record, _PUBLISHED)
    if published and (isinstance(published[1], bool) or not isinstance(published[1], str | int)):
        raise Refused(source, "not_date", field=published[0])
    return Metadata(
        title=_string(record, _TITLE, source),
        subtitle=_string(record, _SUBTITLE, source),
        url=web_address(url),
        publisher=_string(record, _PUBLISHER, source),
        published=dates.stated(published[1]) if published else None,
        byline=written_by(_string(record, _BYLINE, source)),
        section=_string(record, _SECTION, source),
        keywords=_keywords(record, source),
    )


def written_by(byline: str | None) -> str | None:
    """Return a byline without who took the pictures, None where that is all it says."""
    return (_PICTURES.sub("", byline).strip(" ,;|/(-–") or None) if byline else None


def text(record: Mapping[str, Any], source: str) -> str:
    """Return the text of an article. Raises `Refused` where it has none, or one that is no string."""
    found = _first(record, TEXT)
    if not found:
        raise Refused(source, "no_text")
    name, value = found
    if not isinstance(value, str):
        raise Refused(source, "not_string", field=name)
    return value


def web_address(url: str | None) -> str | None:
    """Return the canonical form of an http(s) address, None for anything else."""
    address = canonical(url) if url else ""
    return address if is_web(address) else None


def _first(record: Mapping[str, Any], names: Iterable[str]) -> tuple[str, Any] | None:
    """Return the first of these fields that holds something."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and not value.strip():
            continue
        if value is not None and value != [] and value != {}:
            return name, value
    return None


def _string(record: Mapping[str, Any], names: Iterable[str], source: str) -> str | None:
    found = _first(record, names)
    return ", ".join(_names(found[1], found[0], source)) or None if found else None


def _keywords(record: Mapping[str, Any], source: str) -> tuple[str, ...]:
    found = _first(record, _KEYWORDS)
    if not found:
        return ()
    name, value = found
    values = value.split(",") if isinstance(value, str) else _names(value, name, source)
    return tuple(dict.fromkeys(word for value in values if (word := one_line(value))))


def _names(value: Any, field: str, source: str) -> list[str]:
    """Return the strings of a value: a string, an object with a `name` (as in JSON-LD), or a list."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item, field, source)]
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        raise Refused(source, "not_string", field=field)
    line = one_line(value)
    return [line] if line else []
