"""One article, one address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.address import canonical, is_web

ARTICLE = "https://weekblad.example/gezond/slapen"


@pytest.mark.parametrize(
    "address",
    [
        "http://www.Weekblad.example:80/gezond/slapen/",
        "https://weekblad.example/gezond/slapen#reacties",
        "https://weekblad.example/gezond/slapen?utm_source=mail&fbclid=abc",
        "https://m.weekblad.example/gezond/slapen",
        "https://mobiel.weekblad.example/gezond/slapen",
        "https://amp.weekblad.example/gezond/slapen",
        "https://weekblad.example/amp/gezond/slapen",
        "https://weekblad.example/gezond/slapen/amp/",
        "https://weekblad.example/gezond/slapen.amp",
        "https://weekblad.example/gezond/slapen?amp=1",
        "https://www.google.com/amp/s/www.weekblad.example/gezond/slapen",
        "https://www-weekblad-example.cdn.ampproject.org/c/s/www.weekblad.example/gezond/slapen",
        "https://web.archive.org/web/20240105101500/http://www.weekblad.example/gezond/slapen",
        "https://web.archive.org/web/20240105101500id_/https:/weekblad.example/gezond/slapen?utm_medium=x",
        "https://web.archive.org/web/2024*/weekblad.example/gezond/slapen",
        "https://archive.ph/20240105101500/https://weekblad.example/gezond/slapen",
        "https://webcache.googleusercontent.com/search?q=cache:a1b2:https://weekblad.example/gezond/slapen",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fweekblad.example%2Fgezond%2Fslapen%3Ffbclid%3Dx&h=y",
        "//www.weekblad.example/gezond/slapen",
        "www.weekblad.example/gezond/%73lapen",
        " https://weekblad.example./gezond//slapen\n",
        "https://lezer:geheim@weekblad.example/gezond/slapen",
    ],
)
def test_every_form_of_an_address_is_one_address(address: str) -> None:
    assert canonical(address) == ARTICLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://blad.example/?12345", "https://blad.example/?12346"),
        ("https://blad.example/artikel?cid=1", "https://blad.example/artikel?cid=2"),
        ("https://blad.example/lijst#id=1", "https://blad.example/lijst#id=2"),
        ("https://blad.example/#!/stuk/1", "https://blad.example/#!/stuk/2"),
        ("https://blad.example/a%2Fb", "https://blad.example/a/b"),
        ("https://blad.example:8080/a", "https://blad.example/a"),
        ("https://nieuws.blad.example/a", "https://blad.example/a"),
        ("https://blad.example/Stuk", "https://blad.example/stuk"),
        ("https://archive.ph/AbCdE", "https://archive.ph/FgHiJ"),
    ],
)
def test_addresses_of_different_articles_stay_different(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_the_order_of_parameters_does_not_matter_but_that_of_equal_ones_does() -> None:
    assert canonical("https://blad.example/?b=2&a=1") == canonical("https://blad.example/?a=1&b=2")
    assert canonical("https://blad.example/?a=1&a=2") != canonical("https://blad.example/?a=2&a=1")


def test_letters_beyond_ascii_are_written_one_way() -> None:
    assert canonical("https://café.example/één") == canonical("https://XN--CAF-DMA.example/%c3%a9%c3%a9n")


@pytest.mark.parametrize(
    "text", ["", "geen adres", "file:///a", "mailto:a@b.example", "https://[kapot", "urn:x:1#a"]
)
def test_what_is_no_web_address_comes_back_as_it_is(text: str) -> None:
    assert canonical(text) == text
    assert not is_web(canonical(text))


PIECES = """https:// http:/ www. m. amp / // blad.example web.archive.org /web/2024/ archive.ph
google.com /amp/s/
? & = # id utm_source url q u l.facebook.com % %2 %41 %2f : 80 . .amp .html é * ! @ [ 2024"""


@given(st.lists(st.sampled_from([*PIECES.split(), " ", "\ud800"]), max_size=16).map("".join) | st.text())
def test_the_canonical_address_is_its_own(text: str) -> None:
    once = canonical("https://" + text)
    assert canonical(once) == once
    assert canonical(canonical(text)) == canonical(text)
