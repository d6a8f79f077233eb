"""Names taken apart and turned into keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import names

PREFIXES = {"van", "van der", "de", "van den", "ten"}


@pytest.mark.parametrize(
    ("name", "given_name", "initials", "prefix", "surname"),
    [
        ("Wendela van der Oortwijn", "Wendela", "", "van der", "Oortwijn"),
        ("Joris Van den Eynaert", "Joris", "", "Van den", "Eynaert"),
        ("F.J.G. Buskermolen", "", "F.J.G.", "", "Buskermolen"),
        ("A. de Wilg", "", "A.", "de", "Wilg"),
        ("Oortwijn", "", "", "", "Oortwijn"),
    ],
)
def test_a_name_comes_apart_at_its_tussenvoegsel(name, given_name, initials, prefix, surname):
    parts = names.parts(name, PREFIXES)
    found = (parts.given, parts.initials, parts.prefix, parts.surname)
    assert found == (given_name, initials, prefix, surname)


def test_spellings_that_sound_the_same_share_a_key():
    keys = [set(names.keys(n, names.parts(n, PREFIXES))) for n in ("Anette Bekker", "Annette Becker")]
    assert keys[0] & keys[1]


def test_initials_and_given_name_share_a_blocking_key():
    keys = [set(names.keys(n, names.parts(n, PREFIXES))) for n in ("F.J. van Oortwijn", "Femke van Oortwijn")]
    assert keys[0] & keys[1]


@given(st.text())
def test_the_key_of_a_key_is_itself(text):
    assert names.key(names.key(text)) == names.key(text)
