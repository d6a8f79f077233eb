"""The list of publishers, `schema/publishers.toml`."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from news import News
from newsroom import Quoted, article

from graph import publishers
from graph.errors import BadPublishers
from graph.store import Store

LIST = Path(__file__).parents[2] / "schema" / "publishers.toml"


@pytest.fixture(scope="module")
def titles() -> list[dict[str, Any]]:
    return tomllib.loads(LIST.read_text("utf-8"))["publisher"]


def test_a_domain_is_listed_once_and_bare(titles: list[dict[str, Any]]) -> None:
    domains = [publisher["domain"] for publisher in titles]
    assert len(domains) >= 40 and len(domains) == len(set(domains))
    for domain in domains:
        assert "." in domain and domain == domain.lower() and not domain.startswith("www.")


def test_a_name_means_one_publisher(titles: list[dict[str, Any]]) -> None:
    names = Counter(name.casefold() for one in titles for name in {one["title"], *one.get("aliases", ())})
    assert [name for name, n in names.items() if n > 1] == []


def test_an_owner_is_spelled_one_way(titles: list[dict[str, Any]]) -> None:
    owners = {publisher["owner"] for publisher in titles if "owner" in publisher}
    assert len({owner.casefold().replace(" ", "") for owner in owners}) == len(owners)


def test_the_press_agencies_are_named_once_each_with_their_marks() -> None:
    agencies = tomllib.loads(LIST.read_text("utf-8"))["agency"]
    marks = Counter(mark for one in agencies for mark in (one["name"], *one.get("marks", ())))
    assert {"ANP", "Belga", "Reuters"} <= marks.keys() and set(marks.values()) == {1}


# --- which agency an article is from ---


@pytest.mark.parametrize(
    ("byline", "text", "agency"),
    [
        ("Door ANP/redactie", "Er is kaas.", "ANP"),
        ("Door onze redactie", "Er is kaas.", None),
        (None, "GOUDA (ANP) - Er is kaas.\n\nDie is op.", "ANP"),
        (None, "Sint-Niklaas (Belga/ANP) – Er is kaas.", "Belga"),
        (None, "ANP – Er is kaas.", "ANP"),
        (None, "Er is kaas.\n\nDie is op. (Belga)", "Belga"),
        (None, "Er is kaas.\n\n(Reuters)\n", "Reuters"),
        (None, "Er is kaas.\n\nBron: BELGA", "Belga"),
        (None, "Er is kaas.\n\n© ANP", "ANP"),
        # A body of that abbreviation, and an agency that the article is about.
        (None, "De Autoriteit Persoonsgegevens (AP) is boos.\n\nDat zegt de Autoriteit (AP).", None),
        (None, "De ANP-lezer is er dol op.\n\nDat meldt persbureau Reuters.", None),
        # Whose picture it is.
        (None, "Er is kaas.\n\nFoto: ANP", None),
    ],
)
def test_an_article_says_in_its_byline_and_at_its_ends_which_agency_it_is_from(
    byline: str | None, text: str, agency: str | None
) -> None:
    assert publishers.agency(byline, text) == agency


def test_what_a_caption_says_is_about_its_picture() -> None:
    text = "Er is kaas.\n\nEen kaas. (ANP)"
    assert publishers.agency(None, text, [(text.index("Een"), len(text))]) is None


# --- a list of the user's own ---


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes this text the user's own list."""

    def make(text: str) -> None:
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.toml"
        file.write_text(text, "utf-8")
        monkeypatch.setenv("ZEGSMAN_PUBLISHERS", str(file))

    return make


KAAS = """
[[publisher]]
domain = "www.Kaasbode.example"
title = "De Kaasbode"
owner = "Wei & Stremsel"
aliases = ["Kaasbode"]
[[agency]]
name = "Kaaspers"
"""


def test_ones_own_list_adds_to_ours(own: Callable[[str], None]) -> None:
    own(KAAS)
    found = publishers.of("https://regio.kaasbode.example/1", None)
    assert found is not None and (found.name, found.owner) == ("De Kaasbode", "Wei & Stremsel")
    assert publishers.of(None, "kaasbode") == found
    assert publishers.agency(None, "Er is kaas. (Kaaspers)") == "Kaaspers"
    assert publishers.of("https://www.ad.nl/1", None) is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[[publisher]", "publishers_no_toml"),
        ("[marks]\nopening = []", "publishers_table"),
        ('[[publisher]]\ndomain = "kaas.example"', "publishers_lacks"),
        ('[[publisher]]\ndomain = "kaas.example"\ntitle = "K"\nowned_by = "W"', "publishers_field"),
        ('[[publisher]]\ndomain = "kaas.example"\ntitle = 3', "publishers_text"),
        ('[[publisher]]\ndomain = "kaas.example"\ntitle = "K"\naliases = "Kaas"', "publishers_list"),
        ('[[publisher]]\ndomain = "https://kaas.example/"\ntitle = "K"', "publishers_domain"),
        ('[[agency]]\nmarks = ["K"]', "publishers_lacks"),
    ],
)
def test_a_list_that_is_wrong_is_refused_by_name(own: Callable[[str], None], text: str, code: str) -> None:
    own(text)
    with pytest.raises(BadPublishers) as refused:
        publishers.of(None, "Kaas")
    assert refused.value.code == code and ".toml" in str(refused.value) and refused.value.message("nl")


def test_a_list_that_is_not_there_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZEGSMAN_PUBLISHERS", "nergens.toml")
    with pytest.raises(BadPublishers, match=r"nergens\.toml"):
        publishers.listed()


def test_a_list_changed_later_changes_what_is_in_the_store(store: Store, own: Callable[[str], None]) -> None:
    told = (
        "MATCH (a:Article) OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher) "
        "RETURN a.title AS title, a.agency AS agency, w.name AS name, w.owner AS owner ORDER BY title"
    )
    anna = Quoted("Anna Wezelmeer", "bakker")
    brood = article("Brood", anna, url="https://kaasbode.example/1")
    kaas = article("Kaas", anna, publisher="Kaasbode", body="Er is kaas. (Kaaspers)")
    news = News(store)
    with store.lease("a test"):
        news.load(brood, kaas)
        before = store.read(told)
        assert [row["name"] for row in before] == ["kaasbode.example", "Kaasbode"]
        own(KAAS)
        news.load()
        assert store.read(told) == [
            {"title": "Brood", "agency": None, "name": "De Kaasbode", "owner": "Wei & Stremsel"},
            {"title": "Kaas", "agency": "Kaaspers", "name": "De Kaasbode", "owner": "Wei & Stremsel"},
        ]
        own("")
        news.load()
        assert store.read(told) == before
        assert store.read("MATCH (w:Publisher) RETURN count(w) AS n") == [{"n": 2}]


def test_somebody_forgotten_stays_out_when_the_list_names_the_publisher(own: Callable[[str], None]) -> None:
    before = publishers.ids(None, "Kaasbode")
    own(KAAS)
    assert before < publishers.ids(None, "Kaasbode")
