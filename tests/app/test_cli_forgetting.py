"""`forget` as its user types it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from app_command import run
from click.testing import Result

from graph.store import open_store

STORY = """De slaap

Psycholoog Wessel Grintveld uit Zwolle ziet het elke dag. ‘Slapen kun je leren, als je wilt’, zegt Grintveld.
Ook Nynke Oldersma heeft ervaring. ‘Ik lag vaak wakker’, vertelt ze.
"""
Zegsman = Callable[..., Result]


@pytest.fixture
def zegsman(tmp_path: Path) -> Iterator[Zegsman]:
    """The command on a store with one story."""
    (tmp_path / "slapen.txt").write_text(STORY, "utf-8")
    store = str(tmp_path / "store")
    with open_store(store):  # keeps its engine running between commands
        assert run("ingest", tmp_path / "slapen.txt", ZEGSMAN_STORE=store).exit_code == 0
        yield lambda *words, **more: run(*words, ZEGSMAN_STORE=store, ZEGSMAN_USER="een tester", **more)


def rows(zegsman: Zegsman, query: str) -> list[dict[str, str]]:
    return json.loads(zegsman("query", query, "--json").stdout)


def test_a_person_is_forgotten_after_asking_and_left_out_of_the_next_ingest(
    zegsman: Zegsman, tmp_path: Path
) -> None:
    asked = zegsman("forget", "person", "Wessel Grintveld", input="n\n")
    assert asked.exit_code != 0
    assert "Wessel Grintveld is in 1 article." in asked.stderr
    assert "Grintveld" in rows(zegsman, "MATCH (a:Article) RETURN a.text AS text")[0]["text"]
    done = zegsman("forget", "person", "Wessel Grintveld", input="y\n")
    assert "Forgotten, in 1 article" in done.stdout
    assert "Grintveld" not in rows(zegsman, "MATCH (a:Article) RETURN a.text AS text")[0]["text"]
    other = tmp_path / "anders.txt"
    other.write_text(STORY.replace("De slaap", "Weer de slaap"), "utf-8")
    again = zegsman("ingest", other)
    assert "anders.txt: 1 person left out who asked to be forgotten" in again.stderr
    assert "zegsman forget lift ID" in again.stderr
    assert [row["name"] for row in rows(zegsman, "MATCH (p:Person) RETURN p.name AS name")] == [
        "Nynke Oldersma"
    ]


def test_an_article_is_forgotten_and_not_taken_in_again_until_that_is_lifted(
    zegsman: Zegsman, tmp_path: Path
) -> None:
    (article,) = rows(zegsman, "MATCH (a:Article) RETURN a.id AS id")
    assert zegsman("forget", "article", article["id"][:10], "--yes").exit_code == 0
    assert rows(zegsman, "MATCH (n) WHERE n:Article OR n:Person RETURN n.id AS id") == []
    again = zegsman("ingest", tmp_path / "slapen.txt")
    assert "1 not taken in, because it was forgotten" in again.stdout
    (made,) = json.loads(zegsman("forget", "list", "--json").stdout)
    assert (made["kind"], made["by"]) == ("article", "een tester")
    assert zegsman("forget", "lift", made["id"][:10]).exit_code == 0
    assert "1 added" in zegsman("ingest", tmp_path / "slapen.txt").stdout


def test_the_list_says_when_and_by_whom_and_nothing_of_whom(zegsman: Zegsman) -> None:
    assert "Nothing has been forgotten." in zegsman("forget", "list").stdout
    zegsman("forget", "person", "Nynke Oldersma", "--yes")
    shown = zegsman("forget", "list").stdout
    assert "een tester" in shown
    assert "Oldersma" not in shown
    assert "person" in zegsman("forget", "list", "--csv").stdout


@pytest.mark.parametrize(
    "words", [("person", "Niemand Anders"), ("article", "abcdef01"), ("lift", "abcdef01")]
)
def test_what_is_not_there_cannot_be_forgotten(zegsman: Zegsman, words: tuple[str, str]) -> None:
    refused = zegsman("forget", *words, *(["--yes"] if words[0] != "lift" else []))
    assert refused.exit_code == 2
    assert words[1] in refused.stderr
