"""The sentence that a name or a quotation stands in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.context import sentence_at


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("Het regent. Ilse Brandsmeer fietst. Het waait.", "Ilse", "Ilse Brandsmeer fietst."),
        ("Kop zonder punt\n\nIlse fietst", "Ilse", "Ilse fietst"),
        (
            "‘Dat mag.’ Volgens dr. Ilse Brandsmeer kan het. Ja.",
            "Ilse",
            "Volgens dr. Ilse Brandsmeer kan het.",
        ),
        ("Nee! Zegt F. Buschkamp dat? Ja.", "Buschkamp", "Zegt F. Buschkamp dat?"),
        ("Er is 3.5 liter nodig, zegt Ilse. Meer niet.", "Ilse", "Er is 3.5 liter nodig, zegt Ilse."),
        ("“Ga zitten.” Ilse gaat zitten.", "Ga zitten.", "“Ga zitten.”"),
    ],
)
def test_the_sentence_is_found(text: str, name: str, sentence: str) -> None:
    start = text.index(name)
    first, last = sentence_at(text, start, start + len(name))
    assert text[first:last] == sentence


@given(st.text("aA. \n‘’!F", max_size=60), st.data())
def test_what_was_asked_for_is_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_at(text, start, end)
    assert 0 <= first <= last <= len(text)
    if text[start:end].strip():
        assert text[start:end].strip() in text[first:last]
