"""Where people work, and as what, where a clause or the text around says so and not the words at the name."""

from __future__ import annotations

import pytest

from ingest.extraction import Article, Extraction, Person, article_id
from ingest.pipeline import Pipeline

PIPELINE = Pipeline()


def read(text: str) -> Extraction:
    return PIPELINE.extract(Article(source="test", id=article_id(None, text), text=text))


def only(text: str) -> Person:
    (one,) = read(text).people
    return one


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        (
            "Bioloog Mirjam Kolthof, die aan de Universiteit Zeemeer onderzoek doet naar wormen, telt ze.",
            "Bioloog",
            "Universiteit Zeemeer",
        ),
        (
            "Dat zegt Mirjam Kolthof, die als ecoloog in dienst is van Landschap De Zandhoek, de eigenaar.",
            "ecoloog",
            "Landschap De Zandhoek",
        ),
        (
            "Toen Mirjam Kolthof aantrad als directeur van het Provinciaal Zeearchief, was het er koud.",
            "directeur",
            "Provinciaal Zeearchief",
        ),
        ("Advocaat Mirjam Kolthof, van kantoor Zeewind, vraagt vrijspraak.", "Advocaat", "Zeewind"),
        ("Jurist Mirjam Kolthof van de Bond Recht op Retour hoort het.", "Jurist", "Bond Recht op Retour"),
        ("Dat zegt Mirjam Kolthof, bestuurslid van Ouders aan Zee.", "bestuurslid", "Ouders aan Zee"),
        ("„Veel”, somt Mirjam Kolthof op, woordvoerder van de Zeebond.", "woordvoerder", "Zeebond"),
        ("Dat zegt Mirjam Kolthof, viroloog in het UZ Zeehoek.", "viroloog", "UZ Zeehoek"),
        ("Dat zegt directeur Mirjam Kolthof van Friso Daktechniek.", "directeur", "Friso Daktechniek"),
    ],
)
def test_a_clause_says_where_somebody_works(text: str, role: str, affiliation: str) -> None:
    assert (only(text).role, only(text).affiliation) == (role, affiliation)


@pytest.mark.parametrize(
    "text",
    [
        "Mirjam Kolthof, toen in dienst van Zeewind, brak haar been.",
        "Mirjam Kolthof (MK) is imker.",
        "Minister Mirjam Kolthof van Economische Zaken aan de Tweede Kamer: nee.",
        "Mirjam Kolthof, die aan de Universiteit Zeemeer denkt, zwijgt.",
    ],
)
def test_what_is_no_employer_is_none(text: str) -> None:
    assert only(text).affiliation is None


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Op het Zeewind College is het stil. „Rust”, zegt rector Mirjam Kolthof.", "Zeewind College"),
        ("De gitaar staat in Museum De Duin. Conservator Mirjam Kolthof is trots.", "Museum De Duin"),
        ("Bij AZ Zeehoek is het druk. „Vol”, zegt spoedarts Mirjam Kolthof.", "AZ Zeehoek"),
        # Of two schools nobody knows which, and a museum has no rector.
        ("Het Zeewind College en het Maas Lyceum zijn vol. „Rust”, zegt rector Mirjam Kolthof.", None),
        ("Er hangt iets in Museum De Duin. „Rust”, zegt rector Mirjam Kolthof.", None),
    ],
)
def test_a_role_belongs_to_the_body_of_its_kind_that_was_just_named(
    text: str, affiliation: str | None
) -> None:
    assert only(text).affiliation == affiliation


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Haar huisarts, Mirjam Kolthof, zegt dat het went.", "huisarts"),
        ("Huisarts R.B. Kolthof waarschuwt dat ouderen minder bewegen.", "Huisarts"),
        ("Jurist Mirjam Kolthof zegt dat het niet mag.", "Jurist"),
        ("Conservator Mirjam Kolthof zegt dat er nog twee zijn.", "Conservator"),
        ("Boswachter Mirjam Kolthof zegt dat het een everzwijn is.", "Boswachter"),
        ("Arbeidsgeneesheer Mirjam Kolthof zegt dat het went.", "Arbeidsgeneesheer"),
        ("Psycholoog en moeder van drie Mirjam Kolthof zegt dat het went.", "Psycholoog en moeder van drie"),
    ],
)
def test_who_is_asked_for_what_they_know_is_an_expert(text: str, role: str) -> None:
    assert (only(text).role, only(text).kind) == (role, "expert")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In AZ Zeehoek zijn er bedden dicht.", "AZ Zeehoek"),
        ("Stichting De Duin rekende het uit.", "Stichting De Duin"),
        ("Dat zegt de woordvoerder van politie-eenheid Zuid-Zeewold.", None),
        ("De deken is van DonsZee.", "DonsZee"),
        ("Dat stond in De Zeebode.", "De Zeebode"),
        ("Gisteren won VV Hooge Zee met 3-1.", "VV Hooge Zee"),
    ],
)
def test_an_organisation_on_no_list_is_no_person(text: str, name: str | None) -> None:
    found = read(text)
    assert found.people == ()
    assert name is None or [one.name for one in found.institutions] == [name]


@pytest.mark.parametrize(
    "text",
    ["LIVEBLOG | Brand in de polder", "De WorldZee-ronde.", "Het middel ZeeVit helpt. Baat bij ZeeVit."],
)
def test_labels_and_wares_are_no_organisations(text: str) -> None:
    assert read(text).institutions == ()


def test_the_initials_by_which_an_interview_calls_somebody_are_no_organisation() -> None:
    assert read("Sipke Bosma Zandt (SBZ) is imker.\n\nSBZ: Ja, dat klopt.").institutions == ()
