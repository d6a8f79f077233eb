"""What a report is asked for."""

from __future__ import annotations

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """What an article, and somebody in it, must be for what they have a part in to be shown; None means any.

    `publisher` is the title or domain of a publication, `owner` who owns it; `start` and `end` are dates of
    publication, both inclusive, of any precision; `subject` a code; `collection` the name of one. `kind` and
    `role_family` are codes of what one and the same person is in the article. `since` is a date or instant
    (UTC) since which the article came into the store, or `last`: with the last load that brought any in.
    """

    publisher: str | None = None
    owner: str | None = None
    start: str | None = None
    end: str | None = None
    subject: str | None = None
    collection: str | None = None
    since: str | None = None
    kind: str | None = None
    role_family: str | None = None

    @property
    def any(self) -> bool:
        """Whether nothing is asked for."""
        return not any(astuple(self))

    @property
    def of_people(self) -> bool:
        """Whether it is asked what somebody is."""
        return bool(self.kind or self.role_family)
