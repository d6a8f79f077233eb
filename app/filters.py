"""What a report is asked for on the command line: `--publisher`, `--since` and so on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any, TypeVar

import click

from app.messages import LANGUAGES, Messages
from graph.lines import Filters

F = TypeVar("F", bound=Callable[..., Any])

KINDS = ("expert", "subject", "official", "other")
LAST = "last"


class Code(click.ParamType[str]):
    """A code of a section of the messages; its word in any language will do."""

    def __init__(self, section: str) -> None:
        self.name = self.section = section

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code; fail with all there are."""
        codes = Messages().codes(self.section)
        found = {
            word.casefold(): code
            for say in map(Messages, LANGUAGES)
            for code in codes
            for word in (say.code(self.section, code), code)
        }
        if value.casefold() not in found:
            known = Messages().text("cli.no_such_code", value=value, known=", ".join(codes))
            self.fail(known, param, ctx)
        return found[value.casefold()]


class Date(click.ParamType[str]):
    """A date of any precision: 2024, 2024-05 or 2024-05-01."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date; fail if it is none."""
        from ingest.readers import dates

        date = dates.stated(value)
        if date is None:
            self.fail(Messages().text("cli.no_date", value=value), param, ctx)
        return date


class Since(Date):
    """A date, as the instant (UTC) at which it begins here, or `last`."""

    name = "since"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the instant or `last`; fail if it is neither."""
        if value.casefold() == LAST:
            return LAST
        date = super().convert(value, param, ctx)
        begins = datetime.fromisoformat(date + "-01-01"[len(date) - len("2024") :])
        return begins.astimezone(UTC).isoformat(timespec="seconds")


# Each option, its field of `Filters`, its kind of value, how help calls that, and what it says.
_OPTIONS: tuple[tuple[str, str, click.ParamType[str] | None, str, str], ...] = (
    ("--publisher", "publisher", None, "NAME", "Of this title or domain."),
    ("--owner", "owner", None, "NAME", "Of titles of this owner."),
    ("--from", "start", Date(), "DATE", "Published then (2024, 2024-05, 2024-05-01) or later."),
    ("--until", "end", Date(), "DATE", "Published then or earlier."),
    ("--subject", "subject", Code("subjects"), "SUBJECT", "On this subject, such as money or health."),
    ("--collection", "collection", None, "NAME", "In this collection."),
    (
        "--since",
        "since",
        Since(),
        "DATE|last",
        "Taken into the store on that day or later; last: with the last articles that came in.",
    ),
    (
        "--role-family",
        "role_family",
        Code("role_families"),
        "FAMILY",
        "With somebody presented so, such as medicine or finance.",
    ),
)


def filter_options(kind: bool = True) -> Callable[[F], F]:
    """Give a command the options of a report's filters: the parameter `filters`.

    With `kind`, what somebody in the article is, is one of them; without, the command has that of its own.
    """

    def with_options(command: F) -> F:
        @wraps(command)
        def filtered(*args: Any, **params: Any) -> Any:
            stated = {field: params.pop(field) for field in fields}
            return command(*args, filters=Filters(**stated), **params)

        fields = [field for _, field, *_ in _OPTIONS]
        wrapped: Any = filtered
        if kind:
            fields.append("kind")
            of_kind = click.option("--kind", type=click.Choice(KINDS), help="With somebody of this kind.")
            wrapped = of_kind(wrapped)
        for option, field, type, metavar, help in reversed(_OPTIONS):
            wrapped = click.option(option, field, type=type, metavar=metavar, help=help)(wrapped)
        return wrapped  # type: ignore[no-any-return]

    return with_options
