"""What shows that an article promotes a shop or company."""

from functools import cache

import pytest

from ingest.extraction import Article, Institution, Link, Part
from ingest.pipeline import Pipeline
from ingest.promotion import sites

EXPERT = "'Wie warm slaapt, slaapt dieper', zegt slaapdeskundige Hiske Woudsma"


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def found(text: str, links: tuple[Link, ...] = (), parts: tuple[Part, ...] = ()) -> dict[str, Institution]:
    article = Article(source="test", id="test", text=text, links=links, parts=parts)
    return {one.name: one for one in pipeline().extract(article).institutions}


def promotion(text: str, links: tuple[Link, ...] = (), parts: tuple[Part, ...] = ()) -> dict[str, set[str]]:
    """Return the kinds of what promotes the organisations a text promotes."""
    return {
        name: {shown.kind for shown in one.promotion}
        for name, one in found(text, links, parts).items()
        if "promoted" in one.used_as
    }


def link(text: str, words: str, address: str) -> Link:
    return Link(words, text.index(words), address, "present")


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("Bestel nu je dekbed bij Donsland. Dan slaap je vannacht warm.", "Donsland", {"call"}),
        (
            "Een donzen dekbed scheelt veel. Shop het hier bij webwinkel Donsland.",
            "Donsland",
            {"call", "shop"},
        ),
        (
            "Met de code WARM10 krijg je bij webshop Donsland 10 procent korting.",
            "Donsland",
            {"discount", "shop"},
        ),
        ("Handig voor de winter zijn de dekbedden van webwinkel Donsland.", "Donsland", {"praise", "shop"}),
        ("Het dekbed is verkrijgbaar bij webshop Donsland.", "Donsland", {"sale", "shop"}),
        (f"{EXPERT} van webshop Donsland.", "Donsland", {"shop", "speaker"}),
        (f"{EXPERT} van Donsland.nl.", "Donsland", {"link", "speaker"}),
        ("Download nu de app van slaapapp Donsland.", "Donsland", {"call", "shop"}),
        (f"{EXPERT} namens beddenwinkel Donsland.", "Donsland", {"shop", "speaker"}),
        (
            "Een dekbed moet ademen.\nDit artikel is mede mogelijk gemaakt door webshop Donsland.\n",
            "Donsland",
            {"advertorial", "shop"},
        ),
    ],
)
def test_what_promotes_a_shop_adds_up(text: str, name: str, kinds: set[str]) -> None:
    shown = promotion(text)
    assert shown.keys() == {name}
    assert shown[name] >= kinds


@pytest.mark.parametrize(
    "text",
    [
        "Webwinkel Donsland schrapt honderd banen, meldt het bedrijf.",
        "Het faillissement van webwinkel Donsland treft duizend klanten, zegt de curator.",
        "Topvrouw Hiske Woudsma van Donsland spreekt namens de winkeliers.",
        "Kaartjes voor de wedstrijd zijn te koop bij Donsland.",
        "Koop je een dekbed bij Donsland, dan betaal je sinds januari meer belasting.",
        "De politie waarschuwt voor nepmails met een kortingscode.",
        "Volgens het Voedingscentrum is een ruim assortiment groente gezond.",
    ],
)
def test_news_about_a_shop_is_no_promotion(text: str) -> None:
    assert promotion(text) == {}


def test_a_link_to_the_domain_of_its_name_counts_with_another_cue() -> None:
    text = f"{EXPERT}. Ze raadt de dekbedden van Donsland aan."
    linked = (link(text, "Donsland", "https://www.donsland.example/dekbedden?ref=blad"),)
    assert found(text, linked)["Donsland"].used_as == ("mention",)
    text = text.replace("Ze raadt", "De kwaliteit is hoog. Betaalbaar en van topkwaliteit: ze raadt")
    linked = (link(text, "Donsland", "https://www.donsland.example/dekbedden?ref=blad"),)
    assert promotion(text, linked) == {"Donsland": {"link", "praise"}}


def test_small_print_that_names_no_one_counts_for_a_shop_with_another_cue() -> None:
    text = "De dekbedden van webwinkel Donsland ademen.\nBetaalde bijdrage\n"
    assert promotion(text) == {"Donsland": {"paid", "shop"}}


def test_what_shows_it_is_a_stretch_of_the_text() -> None:
    text = "Een dekbed moet ademen. Bestel nu je dekbed bij webshop Donsland."
    (call, _) = found(text)["Donsland"].promotion
    assert (call.kind, call.text) == ("call", "Bestel nu je dekbed bij webshop Donsland")
    assert text[call.start : call.end] == call.text


def test_universities_and_newspapers_are_not_promoted() -> None:
    text = "Bestel nu je kaartje bij de Universiteit Utrecht. Koop de krant bij de Volkskrant."
    assert promotion(text) == {}


def test_domains_are_compared_as_names_are() -> None:
    text = "Kijk bij Bakjes & Co voor meer."
    article = Article(
        source="t", id="t", text=text, links=(link(text, "Bakjes & Co", "https://www.bakjes-en-co.nl/la"),)
    )
    assert sites(article) == {"bakjesenco": (9, 20), "bakjesenconl": (9, 20)}
