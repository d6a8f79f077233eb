"""Who published an article, and which press agency it is from: `schema/publishers.toml` and a user's list.

A user's own list is the file that `ZEGSMAN_PUBLISHERS` names, of the same form; what it says of a domain or
an agency counts before what ours says.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from graph.errors import BadPublishers
from ingest.extraction import content_id

VARIABLE = "ZEGSMAN_PUBLISHERS"

# What an entry of each table may state, and what it has to.
_FIELDS = {"publisher": ({"domain", "title"}, {"owner", "aliases"}), "agency": ({"name"}, {"marks"})}
_LISTS = frozenset({"aliases", "marks"})
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")

# Before the mark in the first line of a text stands at most a town.
_TOWN = r"\A\s*(?:[^\W\d_][^\n.!?]{0,40})?"
# After the last sentence, or in a line of its own.
_AFTER = r"(?:\A|[.!?]['\"”’»]?)\s*"


@dataclass(frozen=True)
class Publisher:
    """A publication: its id, name, domain and owner, as far as known."""

    id: str
    name: str
    domain: str | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Publishers:
    """Publishers by domain and by case-folded name, and the marks of press agencies with their names.

    `forms` are how a mark stands where a text opens and where it closes; `contents` the bytes of the lists.
    """

    by_domain: dict[str, Publisher] = field(default_factory=dict)
    by_name: dict[str, Publisher] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contents: bytes = b""

    @cached_property
    def fingerprint(self) -> str:
        """What tells these lists from others."""
        return content_id("publishers", self.contents.hex())

    @cached_property
    def byline(self) -> re.Pattern[str]:
        """A mark anywhere in a byline."""
        return re.compile(self._marked(["{}"]))

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """A mark as a text opens with it."""
        return re.compile(_TOWN + self._marked(self.forms["opening"]))

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """A mark as the last line of a text closes with it."""
        return re.compile(rf"{_AFTER}{self._marked(self.forms['closing'])}[\s.]*\Z")

    def _marked(self, forms: Iterable[str]) -> str:
        marks = "|".join(map(re.escape, sorted(self.agencies, key=len, reverse=True)))
        mark = rf"(?<!\w)(?:{marks})(?!\w)"
        return "(" + "|".join(re.escape(form).replace(re.escape("{}"), mark) for form in forms) + ")"


def lists() -> Publishers:
    """Return our list with the user's. BadPublishers if that is not where it is said to be, or wrong."""
    return _read(os.environ.get(VARIABLE) or None)


@cache
def _read(own: str | None) -> Publishers:
    ours = resources.files("schema").joinpath("publishers.toml").read_bytes()
    forms = tomllib.loads(ours.decode())["marks"]
    theirs = _bytes(own) if own else b""
    found = Publishers(
        forms={place: tuple(some) for place, some in forms.items()}, contents=ours + b"\0" + theirs
    )
    _add(found, tomllib.loads(ours.decode()))
    if own:
        _add(found, _checked(own, theirs))
    return found


def _add(found: Publishers, data: Mapping[str, Any]) -> None:
    for entry in data.get("publisher", ()):
        domain = _bare(entry["domain"])
        publisher = Publisher(_domain_id(domain), entry["title"], domain, entry.get("owner"))
        found.by_domain[domain] = publisher
        for name in (entry["title"], *entry.get("aliases", ())):
            found.by_name[name.casefold()] = publisher
    for entry in data.get("agency", ()):
        found.agencies.update((mark, entry["name"]) for mark in (entry["name"], *entry.get("marks", ())))


def _bytes(file: str) -> bytes:
    try:
        return Path(file).expanduser().read_bytes()
    except OSError as error:
        raise BadPublishers("publishers_unreadable", file=file, reason=error.strerror) from error


def _checked(file: str, contents: bytes) -> Mapping[str, Any]:
    """Return what a user's list says. BadPublishers says where it is wrong."""
    try:
        data = tomllib.loads(contents.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadPublishers("publishers_no_toml", file=file, reason=error) from error
    for table, entries in data.items():
        if table not in _FIELDS or not isinstance(entries, list):
            raise BadPublishers("publishers_table", file=file, table=table)
        for number, entry in enumerate(entries, start=1):
            for wrong, code in _faults(table, entry):
                raise BadPublishers(code, file=file, entry=f"[[{table}]] {number}", field=wrong)
    return data


def _faults(table: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each field that is wrong in an entry, with the code of what is wrong with it."""
    needed, allowed = _FIELDS[table]
    yield from ((name, "publishers_lacks") for name in sorted(needed - entry.keys()))
    yield from ((name, "publishers_field") for name in sorted(entry.keys() - needed - allowed))
    for name, value in entry.items():
        values = value if name in _LISTS and isinstance(value, list) else [value]
        listed = isinstance(value, list) == (name in _LISTS)
        if not listed or not all(isinstance(one, str) and one.strip() for one in values):
            yield name, "publishers_list" if name in _LISTS else "publishers_text"
        elif name == "domain" and not _DOMAIN.fullmatch(_bare(value)):
            yield value, "publishers_domain"


def _bare(domain: str) -> str:
    return domain.strip().lower().removeprefix("www.")


def _domain_id(domain: str) -> str:
    return content_id("publisher", "domain", domain)


def _name_id(name: str) -> str:
    return content_id("publisher", "name", name.casefold())


def listed() -> set[str]:
    """Return the ids of the publishers that are listed."""
    return {publisher.id for publisher in lists().by_domain.values()}


def of(url: str | None, stated: str | None) -> Publisher | None:
    """Return the publisher of an article with this address and this stated publisher, None if neither says.

    A listed domain decides, subdomains included; then a listed name; then the address's host.
    """
    known, host, name = lists(), _host(url), _name(stated)
    labels = host.split(".")
    for start in range(len(labels) - 1):
        found = known.by_domain.get(".".join(labels[start:]))
        if found:
            return found
    if name.casefold() in known.by_name:
        return known.by_name[name.casefold()]
    if host:
        return Publisher(_domain_id(host), name or host, host)
    return Publisher(_name_id(name), name) if name else None


def ids(url: str | None, stated: str | None) -> set[str]:
    """Return the id of the publisher of such an article, and those it has where it is on no list."""
    publisher, host, name = of(url, stated), _host(url), _name(stated)
    found = {publisher.id} if publisher else set()
    return found | ({_domain_id(host)} if host else set()) | ({_name_id(name)} if name else set())


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _name(stated: str | None) -> str:
    return " ".join((stated or "").split())


def agency(byline: str | None, text: str, captions: Iterable[tuple[int, int]] = ()) -> str | None:
    """Return the name of the press agency that an article says it is from, None if it names none.

    It says so in its byline, where its text opens ("AMSTERDAM (ANP) - ") or in its last line ("Bron: Belga").
    What stands in `captions` is about a picture.
    """
    known = lists()
    for start, end in captions:
        text = text[:start] + " " * (end - start) + text[end:]
    last = text.rstrip().rpartition("\n")[2]
    for pattern, where in ((known.byline, byline or ""), (known.opening, text), (known.closing, last)):
        if found := pattern.search(where):
            marks = (mark for mark in known.agencies if mark in found[1])
            return known.agencies[max(marks, key=len)]
    return None
