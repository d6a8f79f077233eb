"""Agreement of two divisions: what B³ and pairs of things say of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.agreement import b_cubed, pairwise

DIVISIONS = st.dictionaries(st.integers(0, 20), st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1)


def test_a_known_division_has_the_figures_worked_out_by_hand() -> None:
    true = dict(zip("abcde", (1, 1, 1, 2, 2), strict=True))
    found = dict(zip("abcde", (1, 1, 2, 2, 2), strict=True))
    agreement = b_cubed(found, true)
    assert agreement.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert agreement.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert pairwise(found, true).precision == pairwise(found, true).recall == 0.5


@given(DIVISIONS)
def test_a_division_agrees_with_itself(things: dict[int, tuple[int, int]]) -> None:
    true = {thing: groups[0] for thing, groups in things.items()}
    assert b_cubed(true, true).f1 == pytest.approx(1)
    assert pairwise(true, true).precision in (None, 1)


@given(DIVISIONS)
def test_precision_one_way_is_recall_the_other_way(things: dict[int, tuple[int, int]]) -> None:
    one = {thing: groups[0] for thing, groups in things.items()}
    other = {thing: groups[1] for thing, groups in things.items()}
    for measure in (b_cubed, pairwise):
        there, back = measure(one, other), measure(other, one)
        assert (
            there.precision == pytest.approx(back.recall)
            if back.recall is not None
            else there.precision is None
        )


@given(DIVISIONS)
def test_all_apart_is_precise_and_all_together_complete(things: dict[int, tuple[int, int]]) -> None:
    true = {thing: groups[0] for thing, groups in things.items()}
    assert b_cubed({thing: thing for thing in true}, true).precision == pytest.approx(1)
    assert b_cubed(dict.fromkeys(true, 0), true).recall == pytest.approx(1)
