"""Dates as publications write them."""

import datetime
import email.utils

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.dates import stated


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2019-05-17", "2019-05-17"),
        ("2019-05-17T22:43:20+02:00", "2019-05-17"),
        ("2019-05-17 22:43", "2019-05-17"),
        ("2019/05/17", "2019-05-17"),
        ("20190517", "2019-05-17"),
        ("Fri, 17 May 2019 22:43:20 +0200", "2019-05-17"),
        ("17 mei 2019", "2019-05-17"),
        ("vrijdag 17 mei 2019, 22.43 uur", "2019-05-17"),
        ("1 mrt. 2024", "2024-03-01"),
        ("1e augustus 2024", "2024-08-01"),
        ("May 17, 2019", "2019-05-17"),
        ("17-05-2019", "2019-05-17"),
        ("7/5/2019 om 12:00", "2019-05-07"),
        ("17.05.2019", "2019-05-17"),
        ("mei 2019", "2019-05"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        (2024, "2024"),
        (1558125800, "2019-05-17"),
        (1558125800000, "2019-05-17"),
        ("1558125800", "2019-05-17"),
    ],
)
def test_a_date_keeps_the_precision_it_states(written: str | int, read: str) -> None:
    assert stated(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "gisteren",
        "2024-13",
        "2024-02-30",
        "31-02-2024",
        "0000-00-00",
        "99 mei 2019",
        "17-05-19",
        5,
        -1,
        10**30,
    ],
)
def test_what_is_no_date_is_none(written: str | int) -> None:
    assert stated(written) is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
def test_every_day_is_read_in_every_form(day: datetime.date) -> None:
    moment = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    forms = (day.isoformat(), email.utils.format_datetime(moment), f"{day:%d-%m-%Y}", f"{day:%Y%m%d}")
    assert {stated(form) for form in forms} == {day.isoformat()}


@given(st.text())
def test_no_text_is_more_than_no_date(text: str) -> None:
    stated(text)
