"""`decide` as its user types it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from app_command import run
from click.testing import Result

from graph.store import open_store

STORIES = {
    "slapen.txt": """De slaap

Psycholoog Wessel Grintveld uit Zwolle ziet het elke dag. ‘Slapen kun je leren, als je wilt’, zegt Grintveld.
Ook Nynke Oldersma heeft ervaring. ‘Ik lag vaak wakker’, vertelt ze.
""",
    "sparen.txt": """De spaarpot

Psycholoog Wessel Grintveld uit Zwolle houdt van lijstjes. ‘Sparen begint met overzicht’, zegt Grintveld.
‘Schrijf dus alles op wat je uitgeeft’, vertelt Grintveld.
""",
    "koken.txt": """De keuken

Kok Machteld Roosenbrand uit Hulst kookt al jaren. ‘Soep is nooit dezelfde als gisteren’, zegt Roosenbrand.
‘Een goede bouillon heeft tijd nodig’, vertelt Roosenbrand.
""",
}
Zegsman = Callable[..., Result]


@pytest.fixture
def zegsman(tmp_path: Path) -> Iterator[Zegsman]:
    """The command on a store with two stories of one person, and one of another."""
    for name, text in STORIES.items():
        (tmp_path / name).write_text(text, "utf-8")
    store = str(tmp_path / "store")
    with open_store(store):  # keeps its engine running between commands
        assert run("ingest", *(tmp_path / name for name in STORIES), ZEGSMAN_STORE=store).exit_code == 0
        yield lambda *words: run(*words, ZEGSMAN_STORE=store, ZEGSMAN_USER="een tester")


def persons(zegsman: Zegsman, name: str) -> list[dict[str, Any]]:
    found = json.loads(zegsman("reuse", "--kind", "any", "--least", "1", "--json").stdout)
    everybody = [one["person"] for one in found] + [other for one in found for other in one["namesakes"]]
    return [person for person in everybody if person["name"] == name]


def dossier(zegsman: Zegsman, name: str) -> dict[str, Any]:
    result = zegsman("dossier", name, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def article(zegsman: Zegsman, title: str) -> str:
    """Return the id of the article that begins so."""
    query = "MATCH (a:Article) WHERE a.text STARTS WITH $title RETURN a.id AS id"
    (row,) = json.loads(zegsman("query", query, "-p", f"title={title}", "--json").stdout)
    return str(row["id"])


def test_persons_decided_to_be_one_are_one_until_that_is_taken_back(zegsman: Zegsman) -> None:
    said = zegsman("decide", "same", "Nynke Oldersma", "Machteld Roosenbrand", "--why", "trouwfoto")
    assert "Decided: one person. Take it back with: zegsman decide undo " in said.stdout
    both = {"Nynke Oldersma", "Machteld Roosenbrand"}
    assert set(dossier(zegsman, "Machteld Roosenbrand")["person"]["roles"]) == {"Kok"}
    rows = json.loads(zegsman("query", "MATCH (p:Person) RETURN p.names AS names", "--json").stdout)
    assert [set(row["names"]) for row in rows if both & set(row["names"])] == [both]
    assert zegsman("decide", "undo").exit_code == 0
    assert len(persons(zegsman, "Nynke Oldersma")) == len(persons(zegsman, "Machteld Roosenbrand")) == 1


def test_a_contradiction_is_refused_and_says_with_what(zegsman: Zegsman) -> None:
    zegsman("decide", "different", "Nynke Oldersma", "Machteld Roosenbrand")
    refused = zegsman("decide", "same", "Nynke Oldersma", "Machteld Roosenbrand")
    assert refused.exit_code == 2
    assert "the opposite of what was decided before: " in refused.stderr
    assert "een tester" in refused.stderr


def test_a_person_is_split_by_naming_articles_and_the_old_id_leads_to_both(zegsman: Zegsman) -> None:
    (whole,) = persons(zegsman, "Wessel Grintveld")
    said = zegsman("decide", "split", "Wessel Grintveld", "--out", article(zegsman, "De spaarpot"))
    assert "Decided: different persons" in said.stdout
    halves = {str(person["id"]) for person in persons(zegsman, "Wessel Grintveld")}
    found = dossier(zegsman, str(whole["id"]))
    assert {found["person"]["id"], *(one["id"] for one in found["formerly"])} == halves


def test_what_was_read_wrong_is_set_right_everywhere(zegsman: Zegsman) -> None:
    said = zegsman("decide", "set", "Machteld Roosenbrand", "role", "tandarts")
    assert said.exit_code == 0, said.stderr
    person = dossier(zegsman, "Machteld Roosenbrand")["person"]
    assert person["roles"] == ["tandarts"]
    assert person["role_families"] == ["medicine"]
    zegsman("decide", "undo")
    assert dossier(zegsman, "Machteld Roosenbrand")["person"]["roles"] == ["Kok"]


def test_an_article_is_given_its_date_title_and_address(zegsman: Zegsman) -> None:
    id = article(zegsman, "De keuken")
    for field, value in (
        ("title", "Soep"),
        ("published", "1 mei 2024"),
        ("url", "https://Keuken.example/soep?utm_x=1"),
    ):
        assert zegsman("decide", "set", id[:10], field, value).exit_code == 0
    shown = dossier(zegsman, "Machteld Roosenbrand")["appearances"][0]["article"]
    assert (shown["title"], shown["published"]) == ("Soep", "2024-05-01")
    assert shown["url"].startswith("https://keuken.example/soep")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("set", "Machteld Roosenbrand", "kind", "koningin"),
            "choose one of: expert, subject, official, other",
        ),
        (("set", "Machteld Roosenbrand", "published", "ooit"), "ooit is no date"),
        (("set", "Machteld Roosenbrand", "url", "soep"), "soep is no web address"),
        (("set", "Machteld Roosenbrand", "schoenmaat", "38"), "schoenmaat cannot be corrected"),
        (("set", "Niemand Anders", "role", "kok"), "Niemand Anders"),
        (("same", "Machteld Roosenbrand", "Roosenbrand"), "one person already"),
        (("split", "Machteld Roosenbrand", "--out", "abcdef01"), "no appearance / article whose id"),
        (("speaker", "abcdef01", "Machteld Roosenbrand"), "no statement whose id"),
        (("undo",), "Nothing has been decided"),
        (("undo", "abcdef"), "Nothing has been decided"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_the_reason(
    zegsman: Zegsman, words: tuple[str, ...], told: str
) -> None:
    refused = zegsman("decide", *words)
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert json.loads(zegsman("decide", "list", "--json").stdout) == []


def test_a_quote_is_given_to_who_says_it_and_only_to_somebody_in_the_article(zegsman: Zegsman) -> None:
    (said,) = dossier(zegsman, "Nynke Oldersma")["appearances"][0]["statements"]
    assert zegsman("decide", "speaker", said["id"][:12], "Machteld Roosenbrand").exit_code == 2
    assert zegsman("decide", "speaker", said["id"][:12], "Wessel Grintveld").exit_code == 0
    assert dossier(zegsman, "Nynke Oldersma")["appearances"][0]["statements"] == []


def test_who_is_no_person_is_gone_until_that_is_taken_back(zegsman: Zegsman) -> None:
    zegsman("decide", "wrong", "Nynke Oldersma")
    assert persons(zegsman, "Nynke Oldersma") == []
    zegsman("decide", "undo")
    assert len(persons(zegsman, "Nynke Oldersma")) == 1


def test_the_list_says_who_decided_what_when_why_and_what_was_taken_back(zegsman: Zegsman) -> None:
    zegsman("decide", "set", "Machteld Roosenbrand", "place", "Goes", "--why", "stond in de brief")
    zegsman("decide", "undo")
    zegsman("decide", "wrong", "Nynke Oldersma")
    shown = zegsman("decide", "list").stdout
    for word in ("een tester", "place: Goes", "stond in", "taken back", "read wrong"):
        assert word in " ".join(shown.split()), shown
    latest, first = json.loads(zegsman("decide", "list", "--json").stdout)
    assert (latest["field"], first["field"], first["withdrawn_by"]) == ("dismissed", "place", "een tester")
    assert zegsman("decide", "list", "--csv").stdout.count("\n") == 3
