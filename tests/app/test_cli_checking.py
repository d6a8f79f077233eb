"""`check` as its user types it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from app_command import run
from click.testing import Result

from graph.store import open_store

STORIES = {
    "slapen.txt": """De slaap

Psychiater Wessel Grintveld uit Zwolle ziet het elke dag. ‘Slapen kun je leren, als je wilt’, zegt Grintveld.
""",
    "sparen.txt": """De spaarpot

Psychiater Wessel Grintveld uit Zwolle houdt van lijstjes. ‘Sparen begint met overzicht’, zegt Grintveld.
""",
}
Zegsman = Callable[..., Result]


@pytest.fixture
def zegsman(tmp_path: Path) -> Iterator[Zegsman]:
    """The command on a store with two stories of one person."""
    for name, text in STORIES.items():
        (tmp_path / name).write_text(text, "utf-8")
    store = str(tmp_path / "store")
    with open_store(store):  # keeps its engine running between commands
        assert run("ingest", *(tmp_path / name for name in STORIES), ZEGSMAN_STORE=store).exit_code == 0
        yield lambda *words, **more: run(*words, ZEGSMAN_STORE=store, ZEGSMAN_USER="een tester", **more)


def signals(zegsman: Zegsman, who: str = "Wessel Grintveld") -> set[str]:
    return {signal["type"] for signal in json.loads(zegsman("dossier", who, "--json").stdout)["signals"]}


def test_it_shows_where_to_look_how_to_read_it_and_that_nobody_has(zegsman: Zegsman) -> None:
    shown = " ".join(zegsman("check", "Wessel Grintveld").stdout.split())
    for word in ("BIG", "title protected by law (NL), register complete", "what a miss means", "Not checked"):
        assert word in shown
    assert "ORCID" in shown
    assert "Niet nagezocht" in zegsman("check", "Wessel Grintveld", language="nl").stdout
    found = json.loads(zegsman("check", "Wessel Grintveld", "--json").stdout)
    (orcid,) = (place for place in found["places"] if place["register"] == "ORCID")
    assert orcid["addresses"][0].endswith("searchQuery=Wessel+Grintveld")
    (web,) = (place for place in found["places"] if place["register"] == "web")
    assert [address.partition("?q=")[2] for address in web["addresses"]] == [
        "%22Wessel+Grintveld%22",
        "%22Wessel+Grintveld%22+Psychiater",
        "%22Wessel+Grintveld%22+Zwolle",
    ]


def test_what_came_of_it_shows_in_the_dossier_until_it_is_taken_back(zegsman: Zegsman) -> None:
    words = ("check", "Wessel Grintveld", "--register", "BIG", "--outcome", "not-found")
    said = zegsman(*words, "--note", "twee spellingen gezocht")
    assert "Recorded: Wessel Grintveld, BIG: not found." in said.stdout
    assert "not_found_in_register" in signals(zegsman)
    assert "twee spellingen gezocht" in zegsman("check", "Wessel Grintveld").stdout
    (made,) = json.loads(zegsman("check", "Wessel Grintveld", "--json").stdout)["checks"]
    assert zegsman("check", "--undo", made["id"][:10]).exit_code == 0
    assert "not_found_in_register" not in signals(zegsman)
    assert "taken back by een tester" in " ".join(zegsman("check", "Wessel Grintveld").stdout.split())


def test_after_a_split_a_check_stays_with_the_appearances_it_was_made_on(zegsman: Zegsman) -> None:
    zegsman("check", "Wessel Grintveld", "--register", "BIG", "--outcome", "found")
    (article,) = json.loads(
        zegsman(
            "query", "MATCH (a:Article) WHERE a.text STARTS WITH 'De spaarpot' RETURN a.id AS id", "--json"
        ).stdout
    )
    assert zegsman("decide", "split", "Wessel Grintveld", "--out", article["id"]).exit_code == 0
    people = json.loads(zegsman("query", "MATCH (p:Person) RETURN p.id AS id", "--json").stdout)
    # It was made on both appearances, and so goes with both.
    assert all("found_in_register" in signals(zegsman, person["id"]) for person in people)
    zegsman("check", people[0]["id"], "--register", "NIP", "--outcome", "found")
    shown = [json.loads(zegsman("check", person["id"], "--json").stdout)["checks"] for person in people]
    assert [len(checks) for checks in shown] == [2, 1]


def test_a_newsrooms_own_contacts_are_imported_and_the_rest_is_told(zegsman: Zegsman, tmp_path: Path) -> None:
    listed = tmp_path / "contacten.csv"
    listed.write_text("naam;note\nWessel Grintveld;gebeld op 3 mei\nNiemand Anders;\n", "utf-8")
    done = zegsman("check", "--import", listed)
    assert (done.exit_code, "Recorded: 1 of 2." in done.stdout) == (1, True)
    assert "Niemand Anders: nobody of this name" in done.stderr
    assert "found_in_register" in signals(zegsman)
    (made,) = json.loads(zegsman("check", "Wessel Grintveld", "--json").stdout)["checks"]
    assert (made["register"], made["note"]) == ("newsroom", "gebeld op 3 mei")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Wessel Grintveld", "--register", "BIG"), "go together"),
        (("Wessel Grintveld", "--register", "BUG", "--outcome", "found"), "no register BUG"),
        (("Wessel Grintveld", "--register", "BIG", "--outcome", "misschien"), "misschien is no outcome"),
        (("--undo", "abcdef"), "has no check abcdef"),
        ((), "Give a name or id"),
        (("Niemand Anders",), "Niemand Anders"),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_the_reason(
    zegsman: Zegsman, words: tuple[str, ...], told: str
) -> None:
    refused = zegsman("check", *words)
    assert refused.exit_code == 2
    assert told in refused.stderr
