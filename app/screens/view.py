"""What every page is given: the store, the words, and the addresses to link to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from app.addresses import Addresses
from app.markup import Html, join
from app.messages import Messages

if TYPE_CHECKING:
    from graph.store import Store


@dataclass(frozen=True)
class View:
    """A store looked at in a language."""

    store: Store
    messages: Messages
    to: Addresses

    def say(self, key: str, **params: object) -> str:
        """Return a message of the pages."""
        return self.messages.text(f"page.{key}", **params)

    def count(self, key: str, number: int) -> str:
        """Return a number with what it counts, such as `4 stories`."""
        return self.messages.count(f"page.{key}", number)

    def date(self, published: str | None) -> str:
        """Return a date of stated precision (`2024`, `2024-05`, `2024-05-01`) as people write it."""
        if not published:
            return self.say("no_date")
        year, *rest = published.split("-")
        months = self.say("months").split()
        if not rest:
            return year
        month = months[int(rest[0]) - 1]
        stated = [str(int(rest[1]))] if rest[1:] else []
        return "\N{NO-BREAK SPACE}".join([*stated, month, year])

    def period(self, first: str | None, last: str | None) -> str:
        """Return from when to when; one date where both are the same or one is not known."""
        known = [self.date(date) for date in (first, last) if date]
        return " – ".join(dict.fromkeys(known)) or self.say("no_date")


def parameter(name: str) -> str | None:
    """Return what the address of the page says of `name`, None if nothing."""
    return st.query_params.get(name) or None


def whole(name: str) -> int | None:
    """Return the whole number that the address says of `name`; None if it says none."""
    stated = st.query_params.get(name, "")
    return int(stated) if stated.isascii() and stated.isdigit() else None


def put(*parts: object) -> None:
    """Put HTML on the page, leaving out parts that are None; nothing, if all are."""
    if html := join(part for part in parts if part is not None):
        st.html(html)


def heading(*parts: object) -> Html:
    """Return parts in a row with room between them, as sources and summaries are written."""
    return join((part for part in parts if part), " · ")
