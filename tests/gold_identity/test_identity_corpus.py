"""People known to recur, and people who share a surname, in the articles of the corpus beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.identity import corpus, measure
from bench.truth import Row, show

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.fixture(scope="module")
def measured() -> dict[str, Row]:
    if not CORPUS.exists():
        pytest.skip("the corpus, ../shared/corpus, is not there")
    table = measure(corpus(CORPUS))
    show(table)
    return {row.what: row for row in table}


def test_nobody_is_joined_with_another_of_their_surname(measured: dict[str, Row]) -> None:
    apart = measured["one surname, kept apart"]
    assert apart.things > 20
    assert apart.ours.recall == 1.0


def test_who_recurs_is_found_to_be_one_person(measured: dict[str, Row]) -> None:
    joined = measured["known to recur, joined"]
    assert joined.things > 20
    assert joined.ours.recall is not None and joined.ours.recall >= 0.95
    assert joined.ours.precision == 1.0


def test_nearly_everybody_known_is_found_in_the_text(measured: dict[str, Row]) -> None:
    found = measured["appearances extracted"].ours.recall
    assert found is not None and found >= 0.95
