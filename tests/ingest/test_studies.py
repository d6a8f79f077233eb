"""What is credited to a study, survey or figures: the word for it, and whose it is."""

from __future__ import annotations

import pytest
from attributed import only


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Uit onderzoek van het CBS blijkt dat de huren stijgen.", "onderzoek"),
        ("Uit cijfers van het grote Huurbureau Zuid blijkt dat de huren stijgen.", "cijfers"),
        ("De huren stijgen, blijkt uit een enquête door het CBS.", "enquête"),
        ("Uit een studie blijkt dat de huren stijgen.", "studie"),
        ("Uit slaaponderzoek blijkt dat een dutje helpt.", "slaaponderzoek"),
        ("Onderzoekers van de Universiteit Kennemerland stellen dat een dutje helpt.", "Onderzoekers"),
        ("Uit de cijfers van de politie blijkt dat er minder wordt gestolen.", "cijfers"),
    ],
)
def test_what_is_credited_to_a_study_says_so_in_the_words_of_the_article(text: str, word: str) -> None:
    study = only(text).study
    assert study is not None and study.text == word
    assert text[study.start : study.end] == word


@pytest.mark.parametrize(
    "text",
    [
        "Het CBS meldt dat de huren stijgen.",
        "Volgens het CBS stijgen de huren dit jaar.",
        "‘De huren stijgen’, zegt onderzoeker Mirjam Kolthof.",
        "‘Ons onderzoek is klaar’, zegt Mirjam Kolthof.",
        "Volgens omwonenden stijgen de huren al jaren.",
    ],
)
def test_what_somebody_says_for_themselves_is_no_study(text: str) -> None:
    assert only(text).study is None


def test_a_study_that_is_told_of_elsewhere_is_not_one_more() -> None:
    assert only("In het rapport staat dat de huren stijgen.").study is None
