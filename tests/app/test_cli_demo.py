from __future__ import annotations

from pathlib import Path

from app_command import run
from demo_store import Demo


def test_the_demo_takes_in_articles_and_shows_who_is_used_again(demo: Demo) -> None:
    assert demo.shown.exit_code == 0
    assert demo.shown.stderr == ""
    assert "Articles: 33 added." in demo.shown.stdout
    assert "1. Joris Haverslag: 6 stories" in demo.shown.stdout
    assert "Reasons to look closer" in demo.shown.stdout


def test_the_demo_says_what_to_type_next(demo: Demo) -> None:
    *_, last = demo.shown.stdout.splitlines()
    assert last == f"  zegsman app --store {demo.store}"


def test_the_demo_mixes_with_no_other_articles(demo: Demo) -> None:
    again = run("demo", "--store", demo.store)
    assert again.exit_code == 2
    assert "needs a fresh store" in again.stderr


def test_the_demo_leaves_the_store_of_its_user_alone(tmp_path: Path, demo: Demo) -> None:
    own = tmp_path / "own"
    run("demo", "--store", demo.store, ZEGSMAN_STORE=str(own))
    assert not own.exists()
