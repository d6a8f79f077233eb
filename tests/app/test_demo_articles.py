"""What was planted in the demo articles is read as `app/demo/README.md` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import readers
from ingest.extraction import Extraction, Person, Reading
from ingest.pipeline import Pipeline

ARTICLES = Path(__file__).parents[2] / "app" / "demo" / "articles"
CLAIM = "wie een half uur voor het slapengaan zijn telefoon weglegt, gemiddeld veertig minuten langer slaapt"


@pytest.fixture(scope="module")
def demo() -> dict[str, Extraction]:
    """The demo's articles as read, by title."""
    pipeline = Pipeline()
    readings = list(readers.read([str(ARTICLES)]))
    assert all(isinstance(reading, Reading) for reading in readings)
    read = [pipeline.extract(reading.article) for reading in readings if isinstance(reading, Reading)]
    return {str(extraction.article.title): extraction for extraction in read}


def appearances(demo: dict[str, Extraction], name: str) -> list[Person]:
    return [person for extraction in demo.values() for person in extraction.people if person.name == name]


def titled(demo: dict[str, Extraction], beginning: str) -> Extraction:
    return next(extraction for title, extraction in demo.items() if title.startswith(beginning))


def test_eleven_articles_of_three_publishers_are_read(demo: dict[str, Extraction]) -> None:
    publishers = [extraction.article.publisher for extraction in demo.values()]
    assert len(demo) == len(publishers) == 11
    assert set(publishers) == {"Vandaag Thuis", "De Geldkrant", "De Waterkant"}
    assert all(extraction.article.published for extraction in demo.values())
    assert all(150 <= len(extraction.article.text.split()) <= 450 for extraction in demo.values())


def test_one_expert_comes_back_from_town_after_town_and_never_with_an_employer(
    demo: dict[str, Extraction],
) -> None:
    haverslag = appearances(demo, "Joris Haverslag")
    assert {person.place for person in haverslag} == {"Zutphen", "Goes", "Weert", "Drachten", "Hulst"}
    assert {person.affiliation for person in haverslag} == {None}
    assert len(haverslag) == 6


def test_namesakes_have_different_roles_and_employers(demo: dict[str, Extraction]) -> None:
    zandwijzers = appearances(demo, "Lotte Zandwijzer")
    assert {str(person.role).lower() for person in zandwijzers} == {"econoom", "huisarts"}
    assert {"Rekenhuis Noord", "Huisartsenpraktijk De Schelp"} <= {p.affiliation for p in zandwijzers}


def test_a_copy_shares_its_shingles_and_nothing_else_does(demo: dict[str, Extraction]) -> None:
    original = titled(demo, "Waarom opruimen")
    alike = {
        title
        for title, other in demo.items()
        if other is not original and set(original.article.shingles) & set(other.article.shingles)
    }
    assert alike == {"De rommel de baas: zo lukt opruimen wél"}


def test_one_claim_stands_in_two_mouths(demo: dict[str, Extraction]) -> None:
    said_by = {
        said.source.name
        for extraction in demo.values()
        for said in extraction.attributions
        for span in said.content
        if span.text == CLAIM
    }
    assert said_by == {"Joris Haverslag", "Nelleke Grashoek"}


def test_the_misnamed_institution_is_a_near_miss_and_the_only_one(demo: dict[str, Extraction]) -> None:
    misnamed = [i for extraction in demo.values() for i in extraction.institutions if i.match == "near-miss"]
    assert [i.name for i in misnamed] == ["Nederlands Genootschap van Huisartsen"]
    assert misnamed[0].authority is not None
    assert misnamed[0].authority.name == "Nederlands Huisartsen Genootschap"


def test_the_confession_in_the_footer_and_the_missing_links_are_seen(demo: dict[str, Extraction]) -> None:
    article = titled(demo, "Steeds meer stellen").article
    small_print = [article.text[p.start : p.end] for p in article.parts if p.kind == "disclaimer"]
    assert any("Namen zijn gewijzigd" in text for text in small_print)
    assert [(link.text, link.state) for link in article.links] == [("(bron)", "none")] * 2


def test_the_shop_beside_the_expert_is_found(demo: dict[str, Extraction]) -> None:
    assert "Bakjes & Co" in {i.name for i in titled(demo, "Waarom opruimen").institutions}
