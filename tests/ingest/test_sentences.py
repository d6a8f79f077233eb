"""Where sentences end in Dutch."""

import pytest

from ingest import sentences
from ingest.languages.nl.punctuation import ABBREVIATIONS


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text, 0, len(text), ABBREVIATIONS)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Kolthof kwam langs.",
        "F.J.G. Hoekzema woont in Ter Apel.",
        "Dat is o.a. Nederlands, bijv. Fries.",
        "Prof. dr. M. Terpstra zweeg.",
        "Het kostte 1.200 euro.",
        "Hij dacht ... en zweeg.",
    ],
)
def test_a_full_stop_of_an_abbreviation_ends_nothing(text: str) -> None:
    assert split(text) == [text]


def test_a_sentence_ends_at_a_stop_before_a_capital_a_digit_or_a_quotation_mark() -> None:
    assert split("Het regent. Vandaag! 12 mensen? 'Ja.'") == [
        "Het regent.",
        "Vandaag!",
        "12 mensen?",
        "'Ja.'",
    ]


def test_a_word_that_ends_in_an_apostrophe_s_can_end_a_sentence() -> None:
    assert split("Zij wees op de risico's. Ook de buren zwegen.") == [
        "Zij wees op de risico's.",
        "Ook de buren zwegen.",
    ]


def test_letters_that_name_a_country_are_no_abbreviation_of_a_word() -> None:
    assert split("Hij gaf de vlag terug aan de VS. Dat was laat.") == [
        "Hij gaf de vlag terug aan de VS.",
        "Dat was laat.",
    ]


def test_closing_marks_belong_to_the_sentence_they_close() -> None:
    assert split('Zij riep: "Kom!" Niemand kwam.') == ['Zij riep: "Kom!"', "Niemand kwam."]
