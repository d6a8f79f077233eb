"""Names taken apart and turned into the key they are compared by."""

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
        ("Ilse Kater-de Wilg", "Ilse", "", "", "Kater-de Wilg"),
    ],
)
def test_a_name_comes_apart_at_its_tussenvoegsel(name, given_name, initials, prefix, surname):
    parts = names.parts(name, PREFIXES)
    found = (parts.given, parts.initials, parts.prefix, parts.surname)
    assert found == (given_name, initials, prefix, surname)


@given(st.text())
def test_the_key_of_a_key_is_itself(text):
    assert names.key(names.key(text)) == names.key(text)
