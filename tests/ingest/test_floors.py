"""Reading does not get worse: no figure falls below its floor in `tests/gold/floors.toml`."""

from __future__ import annotations

import tomllib

import pytest
from measured import CORPUS, OWN, documents

from ingest.evaluation.report import evaluate

FLOORS = tomllib.loads((OWN / "floors.toml").read_text("utf-8"))


def fallen(figures: dict[str, float | None], floors: dict[str, float]) -> list[str]:
    """Return a sentence for each figure below its floor."""
    told = []
    for name, floor in floors.items():
        figure = figures[name] or 0.0
        if figure < floor:
            told.append(f"{name} fell to {figure:.4f}, {floor - figure:.4f} below its floor {floor}")
    return told


@pytest.mark.parametrize("part", [part for part in FLOORS if FLOORS[part]])
def test_no_figure_falls_below_its_floor(part: str) -> None:
    if part != "own" and not CORPUS.exists():
        pytest.skip("the corpus, ../shared/corpus, is not there")
    figures = evaluate(documents(part)).figures()
    assert set(FLOORS[part]) == set(figures), "every figure has a floor, and no floor is for another"
    told = fallen(figures, FLOORS[part])
    assert not told, f"on {part}: " + "; ".join(told)


def test_our_own_gold_has_floors() -> None:
    assert FLOORS["own"] and set(FLOORS) == {"own", "read", "aside"}


def test_what_fell_is_named_with_how_far() -> None:
    figures = {"people": 0.9, "named": None, "experts": 0.95}
    assert fallen(figures, {"people": 0.925, "named": 0.5, "experts": 0.95}) == [
        "people fell to 0.9000, 0.0250 below its floor 0.925",
        "named fell to 0.0000, 0.5000 below its floor 0.5",
    ]
