"""`triage` as its user types it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from app_command import run
from click.testing import Result
from newspaper import write

from graph.store import open_store

WIEGER = "Wieger Ploos"


@pytest.fixture
def zegsman(tmp_path: Path) -> Iterator[Callable[..., Result]]:
    store = str(tmp_path / "store")
    with open_store(store):  # keeps its engine running between commands
        assert run("ingest", write(tmp_path / "articles"), ZEGSMAN_STORE=store).exit_code == 0
        yield lambda *words, **more: run(*words, ZEGSMAN_STORE=store, ZEGSMAN_USER="Els", **more)


def test_people_are_marked_listed_and_unmarked(zegsman: Callable[..., Result]) -> None:
    assert zegsman("triage").stdout == "No marks yet.\n"
    made = zegsman("triage", WIEGER, "--star", "--note", "Gebeld, [geen] gehoor")
    assert f"{WIEGER}: starred. Take it back with: zegsman triage --undo" in made.stdout
    assert "Gebeld, [geen] gehoor" in zegsman("triage").stdout
    shown = zegsman("triage", WIEGER).stdout
    assert "Els: starred" in shown
    found = json.loads(zegsman("triage", WIEGER, "--json").stdout)["marks"]
    assert "label" not in found[0]
    assert [(one["kind"], one["by"]) for one in found] == [("star", "Els"), ("note", "Els")]
    assert "Taken back: starred." in zegsman("triage", "--undo", found[0]["id"][:10]).stdout
    assert "taken back by Els" in zegsman("triage", WIEGER).stdout
    (listed,) = json.loads(zegsman("triage", "--json").stdout)
    assert listed["marks"] == {"star": False, "aside": False, "notes": ["Gebeld, [geen] gehoor"]}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--star",), "name or id of the person"),
        ((WIEGER, "--undo", "abcdef"), "--undo ID alone"),
        (("--undo", "abcdef"), "has no mark abcdef"),
        ((WIEGER, "--note", " "), "some words"),
        (("Niemand Anders", "--star"), "Niemand Anders"),
    ],
)
def test_what_cannot_be_marked_is_refused_with_the_reason(
    zegsman: Callable[..., Result], words: tuple[str, ...], told: str
) -> None:
    refused = zegsman("triage", *words)
    assert refused.exit_code == 2 and told in refused.stderr


def test_who_has_a_star_gets_no_second_one(zegsman: Callable[..., Result]) -> None:
    zegsman("triage", WIEGER, "--star")
    refused = zegsman("triage", WIEGER, "--star")
    assert refused.exit_code == 2 and "a star already" in refused.stderr
