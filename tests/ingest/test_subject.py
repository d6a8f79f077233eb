"""What an article is about."""

import tomllib
from importlib import resources

import pytest

from ingest import subject
from ingest.extraction import Article


def article(text: str, **fields: object) -> Article:
    return Article(source="test", id="test", text=text, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sport", "De trainer wisselde twee spelers, en de club won de wedstrijd in de eredivisie met 3-1."),
        (
            "health",
            "De huisarts schreef medicijnen voor tegen de infectie; het ziekenhuis nam de patiënt niet op.",
        ),
        ("animals", "De dierenarts keek naar de hond en de kat, en gaf het baasje een middel tegen vlooien."),
        (
            "home",
            "Huurders van de woningcorporatie klagen over schimmel in de woning en wachten op isolatie.",
        ),
    ],
)
def test_the_words_of_a_text_decide_its_subject(code: str, text: str) -> None:
    found, words = subject.of(article(text))
    assert found == code
    assert words and all(word in text.casefold().replace("ë", "e") for word in words)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "sport",
            "In de kwartfinale op gravel won zij de tiebreak; het was haar eerste zege sinds Wimbledon.",
        ),
        ("sport", "De coureur werd derde in de kwalificatie voor de Grand Prix en klaagde over het circuit."),
        ("environment", "De hittegolfperiode, plasticvervuiling en stikstofregels schaden het natuurgebied."),
        ("work", "Het vakbondscongres sprak over de cao-eisen, salarisverhoging en werkgeversplannen."),
    ],
)
def test_the_parts_of_compounds_count(code: str, text: str) -> None:
    assert subject.of(article(text))[0] == code


def test_a_word_that_only_holds_the_letters_of_another_does_not_count() -> None:
    assert (
        subject.of(article("Het transport, het rapport en de katoen uit Amerikaanse havens."))[0] != "sport"
    )
    assert "sport" not in subject.of(article("Transport, transport, transporteur, autobus, metro."))[1]


def test_the_section_outweighs_the_text() -> None:
    text = "De trainer en de spelers van de club kwamen naar het ziekenhuis."
    assert subject.of(article(text, section="Gezondheid"))[0] == "health"


def test_a_text_without_telling_words_has_no_subject() -> None:
    assert subject.of(article("Het was stil, en niemand zei iets.")) == (None, ())


def test_there_are_about_twenty_subjects_and_no_word_stands_under_many() -> None:
    lexicon = resources.files("ingest.languages.nl").joinpath("lexicon", "subjects.toml")
    subjects = tomllib.loads(lexicon.read_text(encoding="utf-8"))
    assert 18 <= len(subjects) <= 26
    counts: dict[str, int] = {}
    for words in subjects.values():
        for word in set(words.split()):
            counts[word] = counts.get(word, 0) + 1
    assert max(counts.values()) <= 3
