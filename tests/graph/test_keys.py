"""The key of a name, which two rooms make."""

from hypothesis import given
from hypothesis import strategies as st

from graph import keys
from ingest import names


@given(st.text())
def test_the_graph_makes_the_key_of_a_name_that_reading_makes(name: str) -> None:
    assert keys.key(name) == names.key(name)


def test_nobody_has_no_key() -> None:
    assert keys.key(None) == ""
