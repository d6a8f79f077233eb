"""Reading does not get worse: no figure falls below its floor in `tests/gold/floors.toml`."""

from __future__ import annotations

import hashlib
import json
import math
import subprocess
import tomllib
from collections.abc import Sequence
from typing import Any

import pytest
from measured import CORPUS, OWN, ROOT, documents

from ingest.evaluation.report import Document, evaluate
from ingest.extraction import to_json

FILE = OWN / "floors.toml"
FLOORS = tomllib.loads(FILE.read_text("utf-8"))
PARTS = [part for part in FLOORS if FLOORS[part]]

Floors = dict[str, Any]


def floors_of(part: Floors) -> dict[str, float]:
    return {name: floor for name, floor in part.items() if name != "gold"}


def digest(read: Sequence[Document]) -> str:
    """Return what changes when anything changes in texts or gold."""
    hashed = hashlib.sha256()
    for one in sorted(read, key=lambda one: one.name):
        hashed.update(json.dumps([one.name, one.text, to_json(one.gold)]).encode())
    return hashed.hexdigest()[:12]


def fallen(figures: dict[str, float | None], floors: dict[str, float]) -> list[str]:
    """Return a sentence for each figure below its floor."""
    told = []
    for name, floor in floors.items():
        figure = figures[name] or 0.0
        if figure < floor:
            told.append(f"{name} fell to {figure:.4f}, {floor - figure:.4f} below its floor {floor}")
    return told


def reached(read: Sequence[Document]) -> str:
    """Return the lines of the file that hold for what is reached now."""
    figures = evaluate(read).figures()
    floors = [f"{name} = {math.floor((of or 0) * 100) / 100:.2f}" for name, of in figures.items()]
    return "\n".join([f'gold = "{digest(read)}"', *floors])


@pytest.mark.parametrize("part", PARTS)
def test_no_figure_falls_below_its_floor(part: str) -> None:
    if part != "own" and not CORPUS.exists():
        pytest.skip("the corpus, ../shared/corpus, is not there")
    read, floors = documents(part), floors_of(FLOORS[part])
    if FLOORS[part]["gold"] != digest(read):
        pytest.fail(
            f"the gold of {part} is another than its floors are for; what is reached:\n{reached(read)}"
        )
    figures = evaluate(read).figures()
    assert set(floors) == set(figures), "every figure has a floor, and no floor is for another"
    told = fallen(figures, floors)
    assert not told, f"on {part}: " + "; ".join(told)


def test_our_own_gold_has_floors() -> None:
    assert FLOORS["own"] and set(FLOORS) == {"own", "read", "aside"}


def test_a_floor_only_rises_while_the_gold_is_the_same() -> None:
    name = FILE.relative_to(ROOT).as_posix()
    log = git("log", "--format=%H", "--", name)
    if log is None:
        pytest.skip("this copy of the project is no git repository")
    for commit in log.split():
        before = tomllib.loads(git("show", f"{commit}:{name}") or "")
        for part in PARTS:
            then = before.get(part) or {}
            if then.get("gold") == FLOORS[part]["gold"]:
                told = fallen(floors_of(FLOORS[part]), floors_of(then))
                assert not told, f"since {commit[:8]}, floors of {part}: " + "; ".join(told)


def test_what_fell_is_named_with_how_far() -> None:
    figures = {"people": 0.9, "named": None, "experts": 0.95}
    assert fallen(figures, {"people": 0.925, "named": 0.5, "experts": 0.95}) == [
        "people fell to 0.9000, 0.0250 below its floor 0.925",
        "named fell to 0.0000, 0.5000 below its floor 0.5",
    ]


def git(*words: str) -> str | None:
    """Return what git says, None where it cannot say it."""
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return None if done.returncode else done.stdout
