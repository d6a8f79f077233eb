"""Dates as publications write them, to a string of the precision they state."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

# Dutch and English: a Dutch page's metadata, feeds and mail are in English. Longer forms share their start.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maart march mrt mar maa",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:e|de|ste|st|nd|rd|th)?"
# In this order: the first that matches decides. Day before month, as the Low Countries write it.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"^(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?(?=$|[T ])",
        r"^(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",
        r"^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=$|T)",
        r"(?<![\d.])(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        rf"{_DAY}[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"^\W*{_MONTH}\s+{_YEAR}",
    )
)
# Seconds or milliseconds since 1970, of the years 2001 to 2286.
_SECONDS = range(10**9, 10**10)
_MILLISECONDS = range(10**12, 10**13)
# The first newspaper appeared in 1605; a year beyond the next century is a mistake.
_YEARS = range(1600, 2200)


def stated(value: str | int) -> str | None:
    """Return a date as `2024`, `2024-05` or `2024-05-01`, as precise as stated; None if it is none.

    The day is the one stated, whatever the time zone. A number is a year, or seconds or milliseconds since
    1970.
    """
    if isinstance(value, int):
        return _from_number(value)
    text = " ".join(value.split())
    for form in _FORMS:
        match = form.search(text)
        if match:
            return _joined(match.groupdict().get)
    return _from_number(int(text)) if re.fullmatch(r"[0-9]{10}|[0-9]{13}", text) else None


def _joined(part: Callable[[str], str | None]) -> str | None:
    month = part("month")
    numbers = [int(part("year") or 0)]
    if month:
        numbers.append(int(month) if month.isdecimal() else _MONTHS[month.lower()])
    if month and (day := part("day")):
        numbers.append(int(day))
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
    return "-".join(f"{number:02}" for number in numbers) if numbers[0] in _YEARS else None


def _from_number(value: int) -> str | None:
    if value in _YEARS:
        return str(value)
    if value in _MILLISECONDS:
        value //= 1000
    return datetime.fromtimestamp(value, UTC).date().isoformat() if value in _SECONDS else None
