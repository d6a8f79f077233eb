"""What is printed for programs: CSV that a spreadsheet shows and does not run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.terminal import show_csv

PAYLOADS = (
    "=1+1",
    "+31 6 12345678",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\n=1+1",
    "  =1+1",
    "\uff1d1+1",
    '=HYPERLINK("https://voorbeeld.example";"klik")',
)


def printed(capsys: pytest.CaptureFixture[str], *values: object) -> list[str]:
    show_csv(["value"], [{"value": value} for value in values])
    return [row["value"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""))]


def test_a_formula_is_printed_as_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, *PAYLOADS) == [f"'{payload}" for payload in PAYLOADS]
    assert printed(capsys, ["=1", "2"]) == ["'=1; 2"]


def test_a_carriage_return_does_not_end_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "\r=1+1", "een\r\n=twee", "een\r=twee") == ["'\n=1+1", "een\n=twee", "een\n=twee"]


def test_what_is_no_formula_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    harmless = ("Bas Lommers", "1 + 1 = 2", "https://een.example/?a=b", "a@b.example", "’s ochtends")
    assert printed(capsys, *harmless) == list(harmless)
    assert printed(capsys, -3, 0.5, True, None) == ["-3", "0.5", "True", ""]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r")), min_size=1))
def test_no_text_begins_as_a_formula_does(values: list[str]) -> None:
    page = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("click.echo", lambda text, nl: page.write(text.decode()))
        show_csv(["value"], [{"value": value} for value in values])
    page.seek(0)
    read = [row[0] if row else "" for row in csv.reader(io.StringIO(page.getvalue(), newline=""))][1:]
    assert not any(value.strip()[:1] in tuple("=+-@") for value in read if not value.startswith("'"))
    assert [value.removeprefix("'") for value in read] == [value.removeprefix("'") for value in values]
