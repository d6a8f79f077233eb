"""Quotation marks of six styles, apostrophes among them, and marks that were forgotten."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.components.quotes import QuoteFinder

FINDER = QuoteFinder("nl")


def contents(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in FINDER.find(text)]


@pytest.mark.parametrize(
    ("marks", "style"),
    [
        ('"{}"', "double-straight"),
        ("“{}”", "double-curly"),
        ("”{}”", "double-curly"),
        ("'{}'", "single-straight"),
        ("‘{}’", "single-curly"),
        ("„{}”", "double-low"),
        ("„{}“", "double-low"),
        (",,{}''", "double-low"),
        ("‚{}’", "single-low"),
        ("«{}»", "guillemet"),
        ("»{}«", "guillemet"),
        ("‛{}’", "single-curly"),
        ("‟{}”", "double-curly"),
    ],
)
def test_every_style_of_marks_is_read(marks: str, style: str) -> None:
    text = f"Toen zei ze: {marks.format('Het dak lekt al jaren.')} Daarna ging ze weg."
    (quote,) = FINDER.find(text)
    assert (text[quote.start : quote.end], quote.style, quote.closed) == (
        "Het dak lekt al jaren.",
        style,
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "'s Avonds en 's nachts is het stil.",
        "Foto's en opa's horloge liggen in 't Veld.",
        "Zo'n m'n d'r: het komt er in de jaren '80 en '90 niet op aan.",
        "’s Morgens kwamen de baby’s thuis.",
        'Het scherm meet 15" en de pijp 2".',
        "Hij zag 'm niet, en zij had 'r ook niet gezien.",
    ],
)
def test_an_apostrophe_opens_no_quotation(text: str) -> None:
    assert contents(text) == []


def test_apostrophes_inside_a_quotation_do_not_close_it() -> None:
    assert contents("'Dat is 's avonds zo'n gedoe met foto's', zei hij.") == [
        "Dat is 's avonds zo'n gedoe met foto's"
    ]


def test_the_apostrophe_of_a_genitive_does_not_close_a_quotation() -> None:
    assert contents("Zij zei: 'Kolthofs' praktijk sluit morgen.'") == ["Kolthofs' praktijk sluit morgen."]


def test_a_comma_before_the_closing_mark_is_left_out() -> None:
    assert contents('"Het dak lekt," zegt ze.') == ["Het dak lekt"]


def test_of_nested_quotations_the_outer_one_is_given() -> None:
    assert contents("\"Hij riep 'kom nou' en rende weg.\"") == ["Hij riep 'kom nou' en rende weg."]


def test_a_quote_left_open_ends_at_its_paragraph() -> None:
    text = '"Het dak lekt al jaren.\nNiemand doet iets.'
    (quote,) = FINDER.find(text)
    assert (text[quote.start : quote.end], quote.closed) == ("Het dak lekt al jaren.", False)


def test_a_quote_left_open_ends_before_its_reporting_clause() -> None:
    assert contents('"Het dak lekt al jaren, zegt ze.') == ["Het dak lekt al jaren"]


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert contents('"Het lekt. Zij zweeg. "Al jaren lekt het."')[-1] == "Al jaren lekt het."


def test_a_quotation_over_paragraphs_that_reopens_in_each_is_a_quotation_in_each() -> None:
    assert contents("„Het begon in mei.\n„Daarna werd het erger.”") == [
        "Het begon in mei.",
        "Daarna werd het erger.",
    ]


def test_a_quotation_over_paragraphs_without_a_new_mark_goes_on_to_its_closing_mark() -> None:
    assert contents("“Het begon in mei.\nDaarna werd het erger.” Zij zweeg.") == [
        "Het begon in mei.",
        "Daarna werd het erger.",
    ]


def test_a_dialogue_line_is_speech_up_to_its_reporting_clause() -> None:
    assert contents("– Ik kom morgen niet, zei ze.") == ["Ik kom morgen niet"]


def test_an_item_of_a_list_is_no_dialogue() -> None:
    assert contents("– Boter, kaas en eieren\n– Brood") == []


def test_a_stray_mark_does_not_hide_the_quotation_after_it() -> None:
    assert contents('Het \'gaat goed. Zij zei: "Het lekt."') == ["Het lekt."]


@given(st.text(alphabet="aA .,\n'\"“”„‘’«»‹›–s0", max_size=200))
def test_quotations_are_ordered_within_the_text_and_do_not_overlap(text: str) -> None:
    position = 0
    for quote in FINDER.find(text):
        assert position <= quote.outer_start <= quote.start < quote.end <= quote.outer_end <= len(text)
        assert "\n" not in text[quote.outer_start : quote.outer_end]
        position = quote.outer_end


@pytest.mark.parametrize("piece", ["'a \"b ", "«a ", "„", "‘s’ ", '"', "'", "s' a"])
def test_work_grows_no_faster_than_the_text(piece: str, steps: Callable[..., int]) -> None:
    few, many = (steps(lambda times=times: FINDER.find(piece * times)) for times in (1_000, 10_000))
    assert few < many < 12 * few
