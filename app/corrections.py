"""What a corrected value has to be, wherever it is typed: on a command line or on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.messages import Messages

# What can be corrected of a person and of an article, in the order in which it is offered.
OF_PERSON = ("role", "place", "affiliation", "kind", "role_family")
OF_ARTICLE = ("title", "published", "publisher", "url")

# Fields whose values are codes, and the sections of the messages that have their words.
SECTIONS = {"kind": "kinds", "role_family": "role_families"}


class BadValue(Exception):
    """A value that a field cannot have; the message `cli.KEY` says why, with `params`."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


def checked(field: str, value: str) -> dict[str, str]:
    """Return the fields to correct, with values as a store has them; an empty value is that none is stated.

    With a role comes its family. BadValue if it is no such value.
    """
    form = _FORMS.get(field)
    values = {field: form(value) if form and value else value}
    return values | {"role_family": _family(value)} if field == "role" else values


def choices(field: str) -> tuple[str, ...]:
    """Return the codes that a field can have, nothing where it is free text."""
    return Messages().codes(SECTIONS[field]) if field in SECTIONS else ()


def _date(value: str) -> str:
    from ingest.readers import dates

    date = dates.stated(value)
    if date is None:
        raise BadValue("no_date", value=value)
    return date


def _address(value: str) -> str:
    from ingest import address

    if not address.is_web(value):
        raise BadValue("no_address", value=value)
    return address.canonical(value)


def _kind(value: str) -> str:
    return _one_of("kind", value, choices("kind"))


def _role_family(value: str) -> str:
    return _one_of("role_family", value, choices("role_family"))


def _one_of(field: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise BadValue("no_code", field=field, value=value, known=", ".join(known))
    return value


def _family(role: str) -> str:
    """Return the family of a role as the reader of articles would, empty if it knows none."""
    from ingest.languages.nl import roles

    known = (roles.role(word) for word in role.lower().split())
    return next((found.family for found in known if found), "")


_FORMS: dict[str, Callable[[str], str]] = {
    "published": _date,
    "url": _address,
    "kind": _kind,
    "role_family": _role_family,
}
