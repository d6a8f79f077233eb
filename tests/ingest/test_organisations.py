"""The organisations that a text names."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.components.organisations import OrganisationFinder, with_sources
from ingest.extraction import Article, Attribution, Institution, NameParts, Person, Source, Span

FINDER = OrganisationFinder("nl")


def found(
    text: str, people: tuple[Person, ...] = (), finder: OrganisationFinder = FINDER
) -> list[Institution]:
    return finder.find(Article(source="test", id="test", text=text), people)


def names(text: str) -> list[str]:
    return [institution.name for institution in found(text)]


def only(text: str) -> Institution:
    institutions = found(text)
    assert len(institutions) == 1, [i.name for i in institutions]
    return institutions[0]


def person(text: str, name: str, affiliation: str | None = None) -> Person:
    start = text.index(name)
    span = Span(start, start + len(name), name)
    return Person(
        "p", name, NameParts(), ("p",), "expert", None, None, None, None, affiliation, "name", (span,)
    )


# --- listed institutions ---


@pytest.mark.parametrize(
    ("text", "name", "match", "listed"),
    [
        (
            "Dat meldt het Centraal Bureau voor de Statistiek.",
            "Centraal Bureau voor de Statistiek",
            "exact",
            None,
        ),
        ("Zij werkt bij de universiteit van Amsterdam.", "universiteit van Amsterdam", "exact", None),
        ("Het RIVM wacht af.", "RIVM", "alias", "Rijksinstituut voor Volksgezondheid en Milieu"),
        ("Het Rivm wacht af.", "Rivm", "alias", "Rijksinstituut voor Volksgezondheid en Milieu"),
        ("Uit het VN-rapport bleek weinig.", "VN", "alias", "Verenigde Naties"),
        ("Onderzoek van het Trimbosinstituut.", "Trimbosinstituut", "exact", None),
    ],
)
def test_an_institution_of_the_list_is_identified(
    text: str, name: str, match: str, listed: str | None
) -> None:
    institution = only(text)
    assert (institution.name, institution.match) == (name, match)
    assert institution.authority is not None
    assert listed is None or institution.authority.name == listed


def test_the_longest_listed_name_counts() -> None:
    assert names("Zij doceert aan de Vrije Universiteit Brussel.") == ["Vrije Universiteit Brussel"]


def test_an_institute_of_a_university_is_two_institutions() -> None:
    assert names("Het Instituut voor Dijkenbouw van de Universiteit Utrecht rekende mee.") == [
        "Instituut voor Dijkenbouw",
        "Universiteit Utrecht",
    ]


def test_a_misnamed_institution_is_shown_with_what_it_resembles() -> None:
    institution = only("Volgens het Nederlands Instituut voor Psychologie (NIP) klopt dat. Het NIP zwijgt.")
    assert institution.match == "near-miss"
    assert institution.authority is not None
    assert institution.authority.name == "Nederlands Instituut van Psychologen"
    assert [m.text for m in institution.mentions] == ["Nederlands Instituut voor Psychologie", "NIP", "NIP"]


def test_a_name_with_a_word_in_common_is_no_near_miss() -> None:
    institution = only("Dat zegt het Zevenbron Instituut voor Watersport.")
    assert (institution.match, institution.authority) == ("none", None)


def test_an_ambiguous_form_counts_where_the_words_around_it_speak_for_it() -> None:
    assert names("De hoogleraar van de RUG is tevreden.") == ["RUG"]
    assert names("Minister Kolthof van Defensie reageerde.") == ["Defensie"]


def test_a_town_is_no_university_unless_scholars_stand_beside_it() -> None:
    assert names("Wij fietsten naar Oxford en Cambridge.") == []
    assert names("Onderzoekers van Oxford keken mee.") == ["Oxford"]


def test_an_ambiguous_form_counts_where_the_full_name_stands_in_the_text() -> None:
    institutions = found("De Rijksuniversiteit Groningen (RUG) bouwt. RUG laat weten dat het duurt.")
    assert [[m.text for m in i.mentions] for i in institutions] == [
        ["Rijksuniversiteit Groningen", "RUG", "RUG"]
    ]


def test_a_form_of_two_countries_means_the_one_the_article_is_about() -> None:
    text = "In {} klaagde een lezer bij de Raad voor de Journalistiek over een {} krant."
    dutch = found(text.format("Nederland", "Nederlandse"))[0].authority
    flemish = found(text.format("Vlaanderen", "Vlaamse"))[0].authority
    assert dutch is not None and flemish is not None
    assert (dutch.country, flemish.country) == ("NL", "BE")


@pytest.mark.parametrize(
    "text",
    [
        "Het Franse ministerie van Buitenlandse Zaken zwijgt.",
        "De Duitse Consumentenbond klaagt.",
        "De Amerikaanse minister van Financiën verliet Washington.",
        "Minister Kolthof van Defensie verliet Brazilië.",
        "Zo klinkt het in Langs de Lijn.",
        "Hij diende in de Sovjet-Unie.",
        "Zij speelt zondag tegen AZ.",
        "De wethouder van Financiën van Assen in Nederland schrikt.",
        "De Amerikaanse president botst met de Senaat in Washington.",
    ],
)
def test_what_is_called_like_an_institution_of_the_list_is_not_taken_for_it(text: str) -> None:
    assert [i.authority for i in found(text) if i.authority] == []


def test_a_ministry_is_called_by_its_field_in_its_own_country() -> None:
    assert only("Minister Kolthof van Defensie komt uit Nederland.").match == "alias"


def test_two_bodies_of_one_name_are_two() -> None:
    text = (
        "Het Noorse ministerie van Buitenlandse Zaken wacht af. In Den Haag zegt het ministerie van "
        "Buitenlandse Zaken dat het meekijkt met de gemeente Zwolle in Nederland."
    )
    ministries = [one for one in found(text) if one.key == "ministerievanbuitenlandsezaken"]
    assert [one.match for one in ministries] == ["none", "exact"]
    assert len({one.id for one in ministries}) == 2


def test_a_ministry_without_its_full_name_is_that_of_the_articles_country() -> None:
    assert only("Het ministerie van Sociale Zaken rekent op groei in Nederland.").match == "alias"
    abroad = only("Het ministerie van Sociale Zaken rekent op groei in Brazilië.")
    assert (abroad.name, abroad.authority) == ("ministerie van Sociale Zaken", None)


def test_a_name_may_begin_with_a_letter_alone() -> None:
    assert names("De klanten van T-Mobile en de kiezers van N-VA wachten af.") == ["T-Mobile", "N-VA"]


def test_a_listed_name_goes_on_where_a_longer_form_is_listed() -> None:
    assert only("Zij werkt bij het Centraal Bureau van de Statistiek.").authority is not None
    assert names("Zij werkt aan de Vrije Universiteit van Amsterdam.") == ["Vrije Universiteit van Amsterdam"]


def test_a_list_of_the_users_own_is_looked_up_too(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("name,acronyms\nDienst Zevenbronnen,DZB\n", encoding="utf-8")
    finder = OrganisationFinder("nl", tmp_path)
    institution = found("Dat bevestigt Dienst Zevenbronnen.", finder=finder)[0]
    assert (institution.name, institution.match) == ("Dienst Zevenbronnen", "exact")


# --- organisations on no list ---


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dat zegt softwarebedrijf Zevenbron uit Hengelo.", "Zevenbron"),
        ("Het onderzoeksbureau Kompas & Koers telde mee.", "Kompas & Koers"),
        ("Mirjam is directeur van Zevenbron.", "Zevenbron"),
        ("De Zevenbron-topman vertrekt.", "Zevenbron"),
        ("Ook de Nederlandse Vereniging van Dijkwerkers klaagt.", "Nederlandse Vereniging van Dijkwerkers"),
        ("Hij speelt voor FC Zevenbron.", "FC Zevenbron"),
        ("Zij leidt Zevenbron BV.", "Zevenbron BV"),
        ("Het ministerie van Dijkzaken wacht af.", "ministerie van Dijkzaken"),
        ("Volgens waterschap Zevenbron blijft het droog.", "waterschap Zevenbron"),
        ("Volgens de ZVBK is dat te duur.", "ZVBK"),
        ("Dat schrijft De Telegraaf.", "De Telegraaf"),
        ("Zij veilt haar fiets op eBay.", "eBay"),
        ("Dagblad Trouw schreef erover.", "Trouw"),
    ],
)
def test_an_organisation_on_no_list_is_known_by_its_words_or_those_around_it(text: str, name: str) -> None:
    institution = only(text)
    assert (institution.name, institution.match) == (name, "none")


@pytest.mark.parametrize(
    "text",
    [
        "In een straat in Amersfoort staan bomen.",
        "Nederlandse bedrijven en Franse banken groeien.",
        "Zij heeft ADHD en PTSS, en in de VS is dat duur.",
        "Trouw is mooi. Ik trouw met haar.",
        "Wij wonen in Den Bosch.",
        "De Wet openbaarheid van dijken (WOD) geldt niet.",
        "Op maandag 3 maart viel Kerst niet.",
        "Zijn adres is info@zevenbronbank.example en https://www.Zevenbron-Bank.example/Over.",
        "",
    ],
)
def test_what_is_no_organisation_is_left_alone(text: str) -> None:
    assert names(text) == []


def test_a_persons_name_is_no_organisation() -> None:
    text = "Dat zegt directeur Mirjam Bankstra van Zevenbron. Bankstra lacht."
    assert [i.name for i in found(text, (person(text, "Mirjam Bankstra"),))] == ["Zevenbron"]


# --- forms of one organisation ---


def test_an_acronym_that_the_text_introduces_is_the_same_organisation() -> None:
    institution = only("De Federatie van Dijkwerkers (FvD) vergadert. Volgens de FvD gaat het goed.")
    assert institution.name == "Federatie van Dijkwerkers"
    assert [m.text for m in institution.mentions] == ["Federatie van Dijkwerkers", "FvD", "FvD"]


def test_an_acronym_tells_how_far_a_name_goes() -> None:
    institution = only("De stichting Dijk, Duin en Dal (DDD) tekent protest aan. Wie steunt DDD?")
    assert institution.name == "Dijk, Duin en Dal"


def test_a_shortened_name_is_the_same_organisation() -> None:
    institution = only("Zij werkt bij Zevenbron Pharma. Volgens Zevenbron is dat prettig.")
    assert [m.text for m in institution.mentions] == ["Zevenbron Pharma", "Zevenbron"]


@pytest.mark.parametrize(
    "text",
    [
        "Bij KPN, Zevenbron en Philips staken ze.",
        "Zowel Zevenbron als Philips staakt; KPN en Zevenbron overleggen.",
        "Het RIVM en Zevenbron zijn het eens.",
    ],
)
def test_what_stands_in_one_list_with_organisations_is_one(text: str) -> None:
    assert "Zevenbron" in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "De leider van GroenLinks, Wierdsma, zegt dat het goed gaat.",
        "De raad voor Zorg en Welzijn vergadert; de Eerste en Tweede Kamer ook.",
        "Philips en Wierdsma's buurman staken.",
        "In Nederland, de EU en Noorwegen sneeuwt het.",
    ],
)
def test_what_only_looks_like_a_member_of_a_list_is_none(text: str) -> None:
    assert not {"Wierdsma", "Welzijn", "Eerste", "Nederland", "Noorwegen"} & set(names(text))


def test_a_section_of_an_association_has_a_longer_name() -> None:
    assert only("Volgens FNV Dekbed is het druk.").name == "FNV Dekbed"
    stranger = only("De puppy komt van KNGF Warmdek.")
    assert (stranger.name, stranger.authority) == ("KNGF Warmdek", None)


@pytest.mark.parametrize(
    "text",
    [
        "Rapper A$NPO trad op.",
        "Eet VEEL groente, want veel is gezond.",
        "Zij werd lid van de Orde van Oranje-Nassau.",
        "De commissaris van de Koning kwam langs.",
        "In de regio Rijnmond regent het.",
    ],
)
def test_capitals_alone_make_no_organisation(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ajax won van Vitesse. Zondag speelt de ploeg tegen Valencia.",
        "Kees Dorst (Feyenoord), Joop Kater (Valencia) en Wim Kok (PSV) spelen mee.",
    ],
)
def test_a_town_beside_clubs_is_its_club(text: str) -> None:
    assert "Valencia" in names(text)


def test_a_town_is_a_town_where_no_clubs_are_named() -> None:
    assert names("De storm trok over Valencia, en in Liverpool viel regen.") == []
    assert "Valencia" not in names("Ajax en Vitesse oefenen in Valencia.")


def test_a_name_is_known_by_what_is_said_after_it() -> None:
    assert only("De opbrengst gaat naar Hulphond Warmdek, een stichting in Assen.").name == "Hulphond Warmdek"


def test_a_name_without_its_last_words_is_the_same_organisation() -> None:
    text = "De Stille Water Stichting van Drenthe groeit. De Stille Water Stichting is blij."
    assert [m.text for m in only(text).mentions] == [
        "Stille Water Stichting van Drenthe",
        "Stille Water Stichting",
    ]
    assert names("Bij Air France-KLM is het druk, bij Air France is het stil.") == [
        "Air France-KLM",
        "Air France",
    ]


def test_a_name_in_brackets_after_an_acronym_is_the_same_organisation() -> None:
    institution = only("De SWD (Stichting Warm Dekbed) bestaat tien jaar.")
    assert (institution.name, len(institution.mentions)) == ("Stichting Warm Dekbed", 2)


def test_an_acronym_may_also_be_written_as_a_word() -> None:
    assert [m.text for m in only("De campagne is van SWAD. Volgens Swad helpt het.").mentions] == [
        "SWAD",
        "Swad",
    ]


def test_a_known_company_that_looks_like_a_person_is_a_company() -> None:
    text = "Bij Albert Heijn is brood duurder."
    assert [i.name for i in found(text, (person(text, "Albert Heijn"),))] == ["Albert Heijn"]


def test_a_name_may_begin_with_a_single_letter() -> None:
    assert names("De jurk van H&M kost meer dan die van C&A.") == ["H&M", "C&A"]


def test_a_person_who_somebody_works_for_is_no_organisation() -> None:
    text = "Trainer Wiebe Kok van Van Vleuten-Smit juicht. Van Vleuten-Smit wint."
    people = (person(text, "Wiebe Kok", "Van Vleuten-Smit"), person(text, "Van Vleuten-Smit"))
    assert found(text, people) == []


def test_a_body_known_to_all_is_not_taken_for_its_namesake_on_a_list() -> None:
    institution = only("De basketballer speelt in de NBA tegen de kampioen.")
    assert (institution.name, institution.authority) == ("NBA", None)


def test_a_name_is_found_again_where_nothing_shows_what_it_is() -> None:
    institution = only("Webwinkel Zevenbron groeit. Wie koopt er bij Zevenbron?")
    assert len(institution.mentions) == 2


# --- what it is used as ---


def test_where_somebody_works_is_an_affiliation_and_is_always_found() -> None:
    text = "Psycholoog Mirjam Kolthof, verbonden aan Het Stille Water, lacht."
    institution = found(text, (person(text, "Mirjam Kolthof", "Het Stille Water"),))[0]
    assert (institution.name, institution.used_as) == ("Het Stille Water", ("affiliation",))


def test_what_says_something_or_is_cited_is_a_source() -> None:
    institutions = found("Het RIVM en het CBS rekenen. Ook de KNMG rekent.")
    said = Attribution(
        "a", Source("institution", institutions[0].id, "RIVM"), None, (), "indirect", "rule", False, (),
        cites=(institutions[1].id,),
    )  # fmt: skip
    used = [i.used_as for i in with_sources(institutions, [said])]
    assert used == [("source",), ("source",), ("mention",)]


# --- what always holds ---

PIECES = st.sampled_from(
    ["RIVM", "(RIVM)", "het", "De", "Universiteit", "van", "Amsterdam", "Nederlands", "Instituut", "voor",
     "Psychologie", "(NIP)", "bedrijf", "Zevenbron", "BV", "&", "-", ".", ",", "\n", "'", "(", ")",
     "R.I.V.M.", "ministerie", "Trouw", "directeur", "Mirjam", "Kolthof", "en", "é", "\u00a0", "VN-rapport",
     "ß", "İ"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
def test_every_span_holds_and_no_two_mentions_overlap(text: str) -> None:
    institutions = found(text)
    spans = sorted((m.start, m.end) for i in institutions for m in i.mentions)
    assert all(text[m.start : m.end] == m.text for i in institutions for m in i.mentions)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert len({i.id for i in institutions}) == len(institutions)
    assert [i.mentions[0].start for i in institutions] == sorted(i.mentions[0].start for i in institutions)
    assert all(i.name in {m.text for m in i.mentions} for i in institutions)
    assert all((i.authority is None) == (i.match == "none") for i in institutions)
