"""The parts of an article that its text itself shows."""

from dataclasses import replace

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import ingest.document  # noqa: F401
from ingest.components.parts import PartFinder
from ingest.extraction import Article, Link, Part, Reference
from ingest.references import reference

FINDER = PartFinder("nl")
NLP = spacy.blank("nl")

STORY = """\
Waarom je plant in de winter zijn blad verliest
Door Sietske Wiarda
Steeds meer mensen zien hun kamerplant in januari kaal worden, en dat heeft een reden (bron).
Foto: Okke Terpstra
Te weinig licht
Een plant die te weinig licht krijgt, laat eerst zijn onderste blad vallen (lees meer). Dat is geen ziekte.
Lees ook: Zo red je een verdronken cactus
Kernpunten
- Zet je plant bij het raam.
- Geef in de winter minder water.
Dit artikel is bedoeld voor informatieve doeleinden en is geen medisch advies.
Namen in dit verhaal zijn op verzoek gewijzigd.
Bronnen
- “Licht en blad”, dr. A. Hoekzema, Universiteit van Ter Apel, 2019
- Terpstra, O. (2021). Water in de winter. Groene Pers. https://voorbeeld.nl/water
"""


def read(article: Article) -> tuple[list[Part], Article]:
    doc = NLP.make_doc(article.text)
    doc._.article = article
    doc = FINDER(doc)
    return doc._.parts, doc._.article


def article(text: str = STORY) -> Article:
    return Article(source="test", id="test", text=text)


def parts_of(kind: str, text: str = STORY) -> list[str]:
    return [text[part.start : part.end] for part in read(article(text))[0] if part.kind == kind]


def test_a_short_line_before_text_is_a_heading() -> None:
    assert parts_of("heading") == ["Waarom je plant in de winter zijn blad verliest", "Te weinig licht"]


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("byline", "Door Sietske Wiarda"),
        ("caption", "Foto: Okke Terpstra"),
        ("promotion", "Lees ook: Zo red je"),
        ("key_points", "Kernpunten\n- Zet je plant bij het raam.\n- Geef"),
        ("references", "Bronnen\n- “Licht en blad”"),
    ],
)
def test_lines_of_one_kind_are_told_by_how_they_begin(kind: str, start: str) -> None:
    (found,) = parts_of(kind)
    assert found.startswith(start)


@pytest.mark.parametrize(
    "line",
    [
        "Namen in dit verhaal zijn op verzoek gewijzigd.",
        "De naam van Karin is gefingeerd.",
        "Dit verhaal is geschreven op basis van fictie.",
        "Dit verhaal is geïnspireerd op ware gebeurtenissen.",
        "Elke gelijkenis met bestaande personen berust op toeval.",
        "Deze tekst is geen medisch advies.",
        "Raadpleeg altijd je huisarts of een andere deskundige.",
        "Het tijdschrift aanvaardt geen aansprakelijkheid voor beslissingen op basis van deze tekst.",
    ],
)
def test_small_print_is_a_disclaimer(line: str) -> None:
    assert parts_of("disclaimer", f"De dijk is verzakt en het water staat hoog.\n{line}\n") == [line]


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("Namen in dit verhaal zijn op verzoek gewijzigd.", ("names-changed",)),
        ("Truus is niet haar echte naam.", ("names-changed",)),
        ("Dit verhaal is geschreven op basis van fictie.", ("fiction",)),
        ("De personages in dit artikel zijn door ons bedacht.", ("fiction",)),
        ("Dit artikel is met behulp van AI geschreven en door de redactie nagekeken.", ("ai",)),
        ("Deze tekst kwam tot stand met hulp van kunstmatige intelligentie.", ("ai",)),
        ("Dit artikel is mede mogelijk gemaakt door Zevenbron Bedden.", ("advertorial",)),
        ("Dit is een advertorial en valt buiten de verantwoordelijkheid van de redactie.", ("advertorial",)),
        ("Deze tekst is geen medisch advies.", ("general",)),
        ("Disclaimer\nWij doen ons best, maar iedereen vergist zich weleens.", ("general",)),
        ("De namen in dit verhaal zijn fictief.", ("names-changed",)),
        (
            "Dit verhaal is fictief, namen zijn gewijzigd en het is geen medisch advies.",
            ("fiction", "general", "names-changed"),
        ),
    ],
)
def test_a_disclaimer_says_what_it_is_about(line: str, about: tuple[str, ...]) -> None:
    parts = read(article(f"De dijk is verzakt en het water staat hoog.\n{line}\n"))[0]
    assert [part.about for part in parts if part.kind == "disclaimer"] == [about]
    assert all(part.about == () for part in parts if part.kind != "disclaimer")


@pytest.mark.parametrize(
    "line",
    [
        "Door de storm is de dijk op drie plaatsen verzakt.",
        "De namen van de winnaars worden zondag bekendgemaakt.",
        "Foto's van de dijk gingen de hele wereld over.",
        "De arts geeft advies over medische vragen.",
    ],
)
def test_running_text_is_no_part(line: str) -> None:
    assert read(article(f"Het water staat hoog in de rivier.\n{line}\nMorgen wordt het droog.\n"))[0] == []


def test_marks_in_brackets_are_links_whose_address_is_not_known() -> None:
    links = [link for link in read(article())[1].links if link.state == "unknown"]
    assert [(link.text, STORY[link.start : link.start + len(link.text)]) for link in links] == [
        ("(bron)", "(bron)"),
        ("(lees meer)", "(lees meer)"),
    ]


def test_an_address_in_the_text_is_a_link() -> None:
    (link,) = (link for link in read(article())[1].links if link.state == "present")
    assert link.address == "https://voorbeeld.nl/water"


def test_what_the_page_gave_is_not_doubled() -> None:
    plain = article()
    start = STORY.index("(bron)")
    page = replace(
        plain,
        parts=(Part("heading", 0, 47),),
        links=(Link("(bron)", start, None, "none"),),
        references=(Reference("Een bron", None, None, None, None),),
    )
    parts, read_article = read(page)
    assert len([part for part in parts if part.kind == "heading"]) == 2
    assert [link.state for link in read_article.links if link.start == start] == ["none"]
    assert read_article.references == page.references


def test_entries_of_the_reference_list_are_taken_apart() -> None:
    first, second = read(article())[1].references
    assert (first.author, first.title, first.year) == ("dr. A. Hoekzema", "Licht en blad", "2019")
    assert (second.author, second.title, second.year) == ("Terpstra, O", "Water in de winter", "2021")
    assert second.address == "https://voorbeeld.nl/water"


@pytest.mark.parametrize(
    ("entry", "author", "title", "year"),
    [
        (
            "Wiarda, S., & de Boer, P. (2019, mei 3). Licht en blad. Tijdschrift voor Planten, 12(3).",
            "Wiarda, S., & de Boer, P",
            "Licht en blad",
            "2019",
        ),
        ("Bureau Zevenbron. (z.d.). Slapen in cijfers.", "Bureau Zevenbron", "Slapen in cijfers", None),
        (
            "Bureau Zevenbron (2022). Hoe slapen we? Geraadpleegd op 3 mei 2023, van https://zevenbron.example",
            "Bureau Zevenbron",
            "Hoe slapen we?",
            "2022",
        ),
        (
            "Hoekzema A, Wiarda S. Blad en licht. Plant J. 2018;27:12.",
            "Hoekzema A, Wiarda S",
            "Blad en licht",
            "2018",
        ),
        (
            "Terpstra, O. Water in de winter. Assen: Groene Pers, 2020.",
            "Terpstra, O",
            "Water in de winter",
            "2020",
        ),
        (
            "S. Wiarda: Water in de winter, Groene Pers, Assen 2020.",
            "S. Wiarda",
            "Water in de winter",
            "2020",
        ),
        ("Plantenbond Nederland. Kaal. Plantenbond; 2021.", "Plantenbond Nederland", "Kaal", "2021"),
        ("Blad Vandaag - Waarom blad valt", "Blad Vandaag", "Waarom blad valt", None),
        ("Zevenbron-instituut, 2020", "Zevenbron-instituut", None, "2020"),
        ("‘Het blad van pubers’ (Onrust, 2018)", "Onrust", "Het blad van pubers", "2018"),
        ("Waarom planten kaal worden", None, "Waarom planten kaal worden", None),
        ("https://zevenbron.example/blad", None, None, None),
    ],
)
def test_an_entry_is_read_in_the_forms_in_which_lists_are_written(
    entry: str, author: str | None, title: str | None, year: str | None
) -> None:
    found = reference(entry)
    assert (found.author, found.title, found.year) == (author, title, year)


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        ("Bron: Blad Vandaag", ["Blad Vandaag"]),
        (
            "Bronnen: Blad Vandaag, Plantenbond en Zevenbron-instituut",
            ["Blad Vandaag", "Plantenbond", "Zevenbron-instituut"],
        ),
    ],
)
def test_a_line_that_names_its_sources_is_a_reference_to_each(line: str, sources: list[str]) -> None:
    found = read(article(f"Een plant die te weinig licht krijgt, laat zijn blad vallen.\n{line}\n"))[
        1
    ].references
    assert [reference.author for reference in found] == sources


def test_a_list_of_bare_titles_ends_where_another_part_or_text_begins() -> None:
    text = "Het blad valt.\nBronnen\nBlad Vandaag\nWaarom planten kaal worden\nFoto: Okke Terpstra\n"
    found = read(article(text))[1].references
    assert [reference.title for reference in found] == ["Blad Vandaag", "Waarom planten kaal worden"]


def test_the_line_that_says_who_wrote_it_is_the_byline() -> None:
    assert read(article())[1].byline == "Sietske Wiarda"
    assert read(replace(article(), byline="Okke Terpstra"))[1].byline == "Okke Terpstra"
    assert (
        read(article("Het blad valt.\nLaatst bijgewerkt op 3 mei\nFoto: Okke Terpstra\n"))[1].byline is None
    )


def test_a_year_inside_an_address_is_no_year_of_publication() -> None:
    assert reference("Het blad, https://voorbeeld.nl/2019/blad").year is None


@given(st.text(alphabet=st.sampled_from("aB .:\n-–“”()1920bron'!?"), max_size=300))
def test_parts_stay_in_the_text_and_none_of_a_kind_overlap(text: str) -> None:
    parts, _ = read(article(text))
    for kind in {part.kind for part in parts}:
        position = 0
        for part in (part for part in parts if part.kind == kind):
            assert position <= part.start < part.end <= len(text)
            position = part.end
