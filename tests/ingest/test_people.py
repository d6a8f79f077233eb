"""People: who is named in a text, and how the text presents them."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import languages
from ingest.components.parts import PartFinder
from ingest.components.people import PeopleFinder
from ingest.components.presentation import as_heard, with_employers
from ingest.extraction import Article, Attribution, Institution, Person, Source, Span, article_id

FINDER = PeopleFinder("nl")
PARTS = PartFinder("nl")


def people(text: str) -> list[Person]:
    article = Article(source="test", id=article_id(None, text), text=text)
    return FINDER.find(article, PARTS.find(text))


def only(text: str) -> Person:
    (one,) = people(text)
    return one


def named(text: str) -> list[str]:
    return [one.name for one in people(text)]


# --- how people are introduced -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "role", "affiliation", "place", "introduction"),
    [
        ("Dat zegt psycholoog Mirjam Kolthof.", "psycholoog", None, None, "role+name"),
        ("Dat zegt psycholoog Mirjam Kolthof uit Hoorn.", "psycholoog", None, "Hoorn", "role+name+place"),
        (
            "Mirjam Kolthof, hoogleraar slaapgeneeskunde aan de Universiteit Maasbree, zegt dat.",
            "hoogleraar slaapgeneeskunde",
            "Universiteit Maasbree",
            None,
            "name+role+affiliation",
        ),
        (
            "Dat zegt hoogleraar voeding en gezondheid Mirjam Kolthof.",
            "hoogleraar voeding en gezondheid",
            None,
            None,
            "role+name",
        ),
        (
            "Hoogleraar medische ethiek aan de Universiteit Maasbree Mirjam Kolthof zegt dat.",
            "Hoogleraar medische ethiek",
            "Universiteit Maasbree",
            None,
            "role+affiliation+name",
        ),
        ("Dat zegt Zeewind-directeur Mirjam Kolthof.", "directeur", "Zeewind", None, None),
        ("Dat zegt Iran-deskundige Mirjam Kolthof.", "Iran-deskundige", None, None, "role+name"),
        (
            "Dat zegt arts en onderzoeker Mirjam Kolthof.",
            "arts en onderzoeker",
            None,
            None,
            "role+name",
        ),
        (
            "Minister Mirjam Kolthof van Landbouw en Visserij zegt dat.",
            "Minister van Landbouw en Visserij",
            None,
            None,
            "role+name",
        ),
        ("De Deense premier Mirjam Kolthof zegt dat.", "Deense premier", None, None, "role+name"),
        (
            "Dat zegt Mirjam Kolthof van de Friese actiegroep Stil Wad.",
            None,
            "Stil Wad",
            None,
            "name+affiliation",
        ),
        (
            "Volgens hoogleraar Mirjam Kolthof (Universiteit Maasbree) klopt dat.",
            "hoogleraar",
            "Universiteit Maasbree",
            None,
            "role+name+affiliation",
        ),
        ("Mirjam Kolthof (34), verpleegkundige in Hoorn, zegt dat.", "verpleegkundige", None, "Hoorn", None),
        (
            "De directeur van het bedrijf Zeewind, Mirjam Kolthof, zegt dat.",
            "directeur",
            "Zeewind",
            None,
            None,
        ),
        (
            "Mirjam Kolthof is hoogleraar genetica aan de Universiteit Maasbree.",
            "hoogleraar genetica",
            "Universiteit Maasbree",
            None,
            None,
        ),
        (
            "Kapitein Mirjam Kolthof groet. Zij is voorzitter van de bond.",
            "Kapitein",
            None,
            None,
            "role+name",
        ),
        (
            "Mirjam Kolthof groet Sipke Aldering. Zij is hoogleraar genetica aan de Universiteit Maasbree. "
            "Sipke Aldering zwijgt.",
            "hoogleraar genetica",
            "Universiteit Maasbree",
            None,
            None,
        ),
        ("Mirjam Kolthof won weer. De schaatser juichte.", "schaatser", None, None, "name"),
        (
            "Mirjam Kolthof won weer. Het is een wonder voor de 34-jarige keepster van Zeewind Hoorn.",
            "keepster",
            "Zeewind Hoorn",
            None,
            "name",
        ),
        (
            "Dat zegt Mirjam Kolthof. De Amerikaanse mediawetenschapper betoogt dat al lang.",
            "Amerikaanse mediawetenschapper",
            None,
            None,
            "name",
        ),
        ("Mirjam Kolthof won weer. De 24-jarige Deen van Zeewind juichte.", None, "Zeewind", None, "name"),
        ("Dat zegt Mirjam Kolthof van de raad van bestuur van Zeewind.", None, "Zeewind", None, None),
        ("Dat zegt Oud-Zeewind-voorzitter Mirjam Kolthof.", "Oud-voorzitter", "Zeewind", None, None),
        ("Dat zegt KNO-arts Mirjam Kolthof.", "KNO-arts", None, None, None),
        (
            "Dat zegt Mirjam Kolthof, adviseur van Zeewind-baas Bos.",
            "adviseur van Zeewind-baas Bos",
            None,
            None,
            None,
        ),
        (
            "Dat zegt Mirjam Kolthof, regisseur van WO-film Zeelucht.",
            "regisseur van WO-film Zeelucht",
            None,
            None,
            None,
        ),
        ("Dat zegt VS-correspondent Mirjam Kolthof.", "VS-correspondent", None, None, None),
        ("Mirjam Kolthof (ATP-6) won.", None, None, None, None),
        ("Mirjam Kolthof is auteur van het boek Zeelucht.", "auteur van het boek Zeelucht", None, None, None),
        ("De zus van pro-zeekopstuk Mirjam Kolthof zwijgt.", None, None, None, None),
        ("Mirjam Kolthof, directeur van Sector 14, zegt dat.", "directeur", "Sector 14", None, None),
        ("Mirjam Kolthof, kampioen in Parijs, zegt dat.", "kampioen", None, None, None),
        ("De Zwolse wethouder Mirjam Kolthof zegt dat.", "Zwolse wethouder", None, None, "role+name"),
        ("Mirjam Kolthof gaf in haar functie als dat kon de president raad.", None, None, None, None),
        (
            "Mirjam Kolthof sliep slecht. Haar baan als projectmanager viel zwaar.",
            "projectmanager",
            None,
            None,
            None,
        ),
        ("De jongen van Bos' trainer, Mirjam Kolthof, komt.", "trainer", None, None, None),
        ("Officier van justitie Mirjam Kolthof eist dat.", "Officier van justitie", None, None, None),
        ("Zijn collega Mirjam Kolthof komt. Kolthof is arts bij Zeewind.", "arts", "Zeewind", None, None),
        ("Zeewind benoemt Mirjam Kolthof tot directeur.", "directeur", None, None, None),
        ("Mirjam Kolthof wordt per 1 juni directeur van Zeewind.", "directeur", "Zeewind", None, None),
        ("Mirjam Kolthof was eerder directeur van Marver.", None, None, None, None),
        ("Mirjam Kolthof zweeg. De moeder van Okke huilde.", None, None, None, None),
        ("Arts Mirjam Kolthof, die een praktijk heeft in Hoorn, zegt dat.", "Arts", None, "Hoorn", None),
        ("Hoofdredacteur van ZeeWind Mirjam Kolthof zegt dat.", "Hoofdredacteur", "ZeeWind", None, None),
        ("Dat zegt SP-Eerste Kamerlid Mirjam Kolthof.", "Eerste Kamerlid", "SP", None, None),
        ("Dat zegt toenmalig Zeeminister Mirjam Kolthof.", "toenmalig Zeeminister", None, None, None),
        ("De architecten, Mirjam Kolthof en Sipke Aldering, zwijgen.", "architecten", None, None, None),
        ("Mirjam Kolthof werkt als arts bij Zeewind.", "arts", "Zeewind", None, None),
        ("Mirjam Kolthof werkt bij Zeewind als arts.", "arts", "Zeewind", None, None),
        ("Mirjam Kolthof speelt komend seizoen voor Zeewind.", None, "Zeewind", None, None),
        ("Volgens Mirjam Kolthof, die onderzoek doet bij Zeewind, is dat zo.", None, "Zeewind", None, None),
        ("Psycholoog Mirjam Kolthof, verbonden aan Zeewind, zegt dat.", "Psycholoog", "Zeewind", None, None),
        ("Mirjam Kolthof, die al lang als arts werkt, zegt dat.", "arts", None, None, None),
        ("Mirjam Kolthof weet dat Sipke werkt bij Zeewind.", None, None, None, None),
        ("De Zwolse psycholoog Mirjam Kolthof zegt dat.", "psycholoog", None, "Zwolle", "role+place+name"),
        ("De Zwolse hoogleraar Mirjam Kolthof zegt dat.", "hoogleraar", None, "Zwolle", "role+place+name"),
        ("In haar praktijk in Hoorn ziet arts Mirjam Kolthof dat vaak.", "arts", None, "Hoorn", "role+name"),
        ("Arts Mirjam Kolthof ziet dat. Zij heeft een kliniek in Hoorn.", "Arts", None, "Hoorn", "role+name"),
        ("Dat zegt Mirjam Kolthof, em. hoogleraar genetica.", "hoogleraar genetica", None, None, None),
        (
            "Mirjam Kolthof, hoofd Klantenservice bij Zeewind, zegt dat.",
            "hoofd Klantenservice",
            "Zeewind",
            None,
            None,
        ),
        (
            "Mirjam Kolthof, expert op het gebied van duurzaam wonen, zegt dat.",
            "expert op het gebied van duurzaam wonen",
            None,
            None,
            None,
        ),
        (
            "Mirjam Kolthof, oprichter van Zeewind en auteur van het boek, zegt dat.",
            "oprichter",
            "Zeewind",
            None,
            None,
        ),
        ("Agent Mirjam Kolthof van de politie Hoorn zegt dat.", "Agent", "politie Hoorn", None, None),
        ("Dat zegt ex-VVD'er Mirjam Kolthof.", "ex-VVD'er", "VVD", None, None),
        (
            "Economen Mirjam Kolthof (Zeewind) en Sipke Aldering (Marver) zeggen dat.",
            "Economen",
            "Zeewind",
            None,
            None,
        ),
        ("Dat zegt topkok Mirjam Kolthof uit Deventer.", "topkok", None, "Deventer", None),
        ("Dat zegt Formule 1-coureur Mirjam Kolthof.", "Formule 1-coureur", None, None, None),
        (
            "Partijleider van de vissers, Mirjam Kolthof, komt.",
            "Partijleider van de vissers",
            None,
            None,
            None,
        ),
        (
            "De Deense partijwoordvoerder voor zeevaart, Mirjam Kolthof, komt.",
            "Deense partijwoordvoerder",
            None,
            None,
            None,
        ),
        ("Zeewind-bestuurders Mirjam Kolthof en Sipke Aldering komen.", "bestuurders", "Zeewind", None, None),
        ("Mirjam Kolthof, de advocaat van Aldering, komt. Sipke Aldering ook.", "advocaat", None, None, None),
        ("Mirjam Kolthof komt. Kolthof is een goede vrouw.", None, None, None, "name"),
        ("Dat zegt Zeewind-winnaar Mirjam Kolthof.", "Zeewind-winnaar", None, None, None),
        (
            "De Deense ambassadeur in Nederland Mirjam Kolthof zegt dat.",
            "Deense ambassadeur",
            None,
            None,
            None,
        ),
    ],
)
def test_role_employer_and_town_are_read_around_the_name(
    text: str, role: str | None, affiliation: str | None, place: str | None, introduction: str | None
) -> None:
    one = people(text)[0]
    assert one.name == "Mirjam Kolthof"
    assert (one.role, one.affiliation, one.place) == (role, affiliation, place)
    assert introduction is None or one.introduction == introduction


def test_people_named_together_share_the_role_before_them() -> None:
    found = people("Slaapdeskundigen Mirjam Kolthof en Sietske van der Wagenvoort raden dat aan.")
    assert [(one.name, one.role, one.kind) for one in found] == [
        ("Mirjam Kolthof", "Slaapdeskundigen", "expert"),
        ("Sietske van der Wagenvoort", "Slaapdeskundigen", "expert"),
    ]


def test_people_in_a_list_share_its_role_over_what_stands_in_brackets() -> None:
    found = people("De ministers Wagenvoort (Justitie) en Kolthof (Defensie) praten met Kamerleden.")
    assert [(one.name, one.role, one.affiliation) for one in found] == [
        ("Wagenvoort", "ministers", None),
        ("Kolthof", "ministers", None),
    ]


def test_titles_stand_apart_from_role_and_name() -> None:
    one = only("Volgens slaapdeskundige Dr. Mirjam Kolthof uit Hoorn helpt dat.")
    assert (one.name, one.honorific, one.role) == ("Mirjam Kolthof", "Dr.", "slaapdeskundige")
    assert only("Prof. dr. Mirjam Kolthof denkt van niet.").honorific == "Prof. dr."


def test_the_first_mention_by_full_name_introduces_and_later_ones_complete() -> None:
    one = only(
        "Huisarts Kolthof stopt.\nDat zegt huisarts Mirjam Kolthof. Kolthof komt niet terug.\n"
        "Mirjam Kolthof van Praktijk Zeewind zegt het zelf."
    )
    assert (one.role, one.affiliation, one.introduction) == ("huisarts", "Praktijk Zeewind", "role+name")
    assert [mention.text for mention in one.mentions] == [
        "Kolthof",
        "Mirjam Kolthof",
        "Kolthof",
        "Mirjam Kolthof",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "family"),
    [
        ("Dat zegt seksuoloog Mirjam Kolthof.", "expert", "psychology"),
        ("Dat zegt jeugdpsychiater Mirjam Kolthof.", "expert", "medicine"),
        ("Dat zegt onderzoeksleider en bijzonder hoogleraar Mirjam Kolthof.", "expert", "science"),
        ("Dat zegt wethouder Mirjam Kolthof.", "official", "politics"),
        ("Dat zegt woordvoerder Mirjam Kolthof.", "official", "organisation"),
        ("Dat zegt keeper Mirjam Kolthof.", "subject", "sport"),
        ("Dat zegt journalist Mirjam Kolthof.", "other", "media"),
        ("Dat zegt prof. Mirjam Kolthof.", "expert", None),
        ("Dat zegt Mirjam Kolthof van de Universiteit Maasbree.", "expert", None),
        ("Dat zegt Mirjam Kolthof van Zeewind.", "official", None),
        ("De 29-jarige Mirjam Kolthof van de Universiteit Maasbree is zoek.", "subject", None),
        ("Dat zegt VN-rapporteur Mirjam Kolthof.", "official", "politics"),
        ("Ze had veel aan leermeester Mirjam Kolthof.", "subject", "people"),
    ],
)
def test_the_role_says_what_kind_of_person_it_is(text: str, kind: str, family: str | None) -> None:
    one = only(text)
    assert (one.kind, one.role_family) == (kind, family)


MATCH = "De wedstrijd in de eredivisie werd een nederlaag, na een doelpunt in de finale van het seizoen. "


@pytest.mark.parametrize(
    ("text", "kind", "family"),
    [
        (MATCH + "Dat zegt coach Mirjam Kolthof.", "subject", "sport"),
        (MATCH + "Dat zegt analist Mirjam Kolthof.", "expert", "media"),
        (MATCH + "Leider Mirjam Kolthof viel.", "subject", "sport"),
        (MATCH + "Dat zegt lifecoach Mirjam Kolthof.", "expert", "psychology"),
        (MATCH + "Mirjam Kolthof (Zeewind) viel.", "subject", None),
        ("Dat zegt coach Mirjam Kolthof.", "expert", "psychology"),
        ("Dat zegt analist Mirjam Kolthof.", "expert", "finance"),
        ("Dat zegt trainer Mirjam Kolthof.", "expert", "psychology"),
        ("Dat zegt voetbaltrainer Mirjam Kolthof.", "subject", "sport"),
        ("Tenniscoach Mirjam Kolthof viel.", "subject", "sport"),
        ("Leider Mirjam Kolthof viel.", "official", "politics"),
        ("Justitieminister Mirjam Kolthof viel.", "official", "politics"),
        ("Tv-ster Mirjam Kolthof viel.", "subject", "arts"),
    ],
)
def test_what_a_role_is_depends_on_whether_the_article_is_about_sport(
    text: str, kind: str, family: str | None
) -> None:
    one = only(text)
    assert (one.kind, one.role_family) == (kind, family)


def test_several_in_one_role_are_what_one_in_that_role_is() -> None:
    found = people(MATCH + "Dat zeggen schaatsanalisten Mirjam Kolthof en Loek Wagenvoort.")
    assert [(one.kind, one.role_family) for one in found] == [("expert", "media")] * 2


# --- names ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "Mirjam Kolthof",
        "Mirjam van der Kolthof",
        "Geert Van den Hoekzema",
        "Annelies De Wagenvoort",
        "Sietske in 't Kolthof",
        "Mirjam Kolthof-Wagenvoort",
        "Anne-Marie Kolthof",
        "F.J.G. Kolthof",
        "A. van Kolthof",
        "Mohammed El Wagenvoortani",
        "Ngozi Okwagenva",
        "Nguyễn Kolthofoa",
        "Ben O'Kolthof",
        "Sipke K.",
        "Karin Kolthof-de Wagenvoort",
        "Fatima al-Kolthofi",
        "Sietske van der Water",
    ],
)
def test_a_name_is_found_whole(name: str) -> None:
    assert named(f"Dat zegt huisarts {name} uit Hoorn.") == [name]


def test_a_name_is_taken_apart() -> None:
    parts = only("Dat zegt huisarts Mirjam van der Kolthof.").name_parts
    assert (parts.given, parts.prefix, parts.surname) == ("Mirjam", "van der", "Kolthof")


@pytest.mark.parametrize("follow_up", ["Van der Kolthof", "Kolthof", "Kolthofs", "Mirjam van der Kolthof"])
def test_every_form_of_a_name_is_a_mention_of_that_person(follow_up: str) -> None:
    one = only(f"Dat zegt huisarts Mirjam van der Kolthof.\n\nMaar {follow_up} praktijk is klein.")
    assert (one.name, one.mentions[1].text) == ("Mirjam van der Kolthof", follow_up)


@pytest.mark.parametrize("elder", ["sr.", "Sr.", "senior", "de Oudere"])
def test_senior_and_junior_are_two_people_and_part_of_their_names(elder: str) -> None:
    found = people(
        f"President Joop Kolthof {elder} sprak gisteren. Ook minister Joop Kolthof jr. was er. "
        "Na afloop bedankte Kolthof jr. de gasten."
    )
    assert [(one.name_parts.surname, one.name_parts.suffix) for one in found] == [
        ("Kolthof", "sr"),
        ("Kolthof", "jr"),
    ]
    assert [len(one.mentions) for one in found] == [1, 2]


def test_a_senior_adviser_is_no_elder() -> None:
    assert only("Joop Kolthof senior adviseur bij Zeewind is, lacht.").name == "Joop Kolthof"


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("De Amerikaanse schrijver Mirjam Kolthof las voor.", "us"),
        ("De Schotse minister Mirjam Kolthof las voor.", "gb"),
        ("De Brit Mirjam Kolthof las voor.", "gb"),
        ("Mirjam Kolthof, een Vlaamse schrijver, las voor.", "be"),
        ("De Friese schaatser Mirjam Kolthof las voor.", "nl"),
        ("Schrijver Mirjam Kolthof las voor.", None),
    ],
)
def test_of_which_people_somebody_is_said_to_be(text: str, nation: str | None) -> None:
    assert only(text).nation == nation


def test_initials_and_given_name_are_one_person_and_another_given_name_is_another() -> None:
    assert named("Huisarts F. Kolthof zegt dat. Femke Kolthof lacht.") == ["Femke Kolthof"]
    assert named("Huisarts Femke Kolthof zegt. Sipke Kolthof lacht.") == ["Femke Kolthof", "Sipke Kolthof"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Premier Dries van Wagenvoort komt.", ["Dries van Wagenvoort"]),
        ("De zaak is van Wagenvoort Beheer B.V. Wagenvoort zwijgt.", []),
        ("Mirjam Kolthof is terug.\nDreiging Kolthof blijft.", ["Mirjam Kolthof"]),
        ("Mirjam Kolthof bouwde veel. Onder Kolthof de Riolen aangelegd.", ["Mirjam Kolthof"]),
        (
            "Mirjam Kolthof (Trek), Okwa Iribar (Sky) en Zuhal Berat (Ster) reden weg.",
            ["Mirjam Kolthof", "Okwa Iribar", "Zuhal Berat"],
        ),
        ("Dat vinden zijn zus Astrid en Sonja ook.", ["Astrid", "Sonja"]),
        ("Dat stelt de 28-jarige Okke nuchter vast.", ["Okke"]),
        ("De Japanner Wagenvoorti reed weg.", ["Wagenvoorti"]),
        ("Mirjam Kolthof lacht. Het is Mirjam Kolthofs Zeejournaal.", ["Mirjam Kolthof"]),
        (
            "Mirjam Kolthof en Sipke Bosma. Als Kolthof Bosma vraagt, zwijgt hij.",
            ["Mirjam Kolthof", "Sipke Bosma"],
        ),
        ("Stom van Nicolai, zei hij. Dat vertelt Nicolai.", ["Nicolai"]),
        ("Vader Okwaz H. moet betalen.", ["Okwaz H."]),
        ("Dat zegt Kees de Pater uit Hoorn.", ["Kees de Pater"]),
        ("Beste Anouk, dank voor je vraag. Groetjes, Karin (34)", ["Karin"]),
        ("Het lied Zeelucht van Mirjam Kolthof klonk.", ["Mirjam Kolthof"]),
        ("Daar klonk Mirjam's Zeelucht. Dat vertelt Mirjam.", ["Mirjam"]),
        ("Namens PSV'er Okwa Iribar.", ["Okwa Iribar"]),
        ("Dat zegt Okke Kolthofman. Volgens Kolthofman klopt het. Kolthofman lacht.", ["Okke Kolthofman"]),
    ],
)
def test_a_name_ends_where_other_words_begin(text: str, found: list[str]) -> None:
    assert named(text) == found


def test_one_surname_after_where_somebody_is_from_is_a_person() -> None:
    assert named("Als tweede kwam de Fransman Kolthof binnen.") == ["Kolthof"]


def test_a_family_is_no_role_of_who_bears_its_name() -> None:
    one = only("Sietske Wagenvoort lacht. Het feest van de gebroeders Wagenvoort begint.")
    assert one.role is None


def test_an_expert_who_says_nothing_and_is_from_nowhere_is_only_told_of() -> None:
    found = people("Dat zegt arts Mirjam Kolthof. De bende van psychiater Sipke Aldering is terug.")
    speaker = Attribution(
        "a", Source("person", found[0].id, found[0].name), None, (), "direct", "before", False, ()
    )
    assert [one.kind for one in as_heard(found, [speaker])] == ["expert", "other"]


def test_who_leads_an_organisation_leads_the_one_that_was_named_before() -> None:
    text = "Zeewind is boos. Zie de krant. Fout, zegt directeur Mirjam Kolthof. Sipke Bosma van die bond ook."
    span = Span(0, 7, "Zeewind")
    zeewind = Institution("z", "Zeewind", "zeewind", "none", None, ("mention",), (span,))
    found, bodies = with_employers(text, people(text), [zeewind], languages.part("nl", "people"))
    assert [one.affiliation for one in found] == ["Zeewind", "Zeewind"]
    assert bodies[0].used_as == ("affiliation",)
    nobody, same = with_employers(
        text, people("Dat zegt arts Mirjam Kolthof."), [zeewind], languages.part("nl", "people")
    )
    assert nobody[0].affiliation is None and same == [zeewind]


def test_two_people_who_share_a_surname_that_is_written_once() -> None:
    assert named("De winkel is van Okke en Sietske Wagenvoort.") == ["Okke Wagenvoort", "Sietske Wagenvoort"]


def test_a_surname_with_a_role_is_somebody_else_than_who_bears_it_in_another_role_later() -> None:
    text = "President Wagenvoort komt. Ook Sietske Wagenvoort, dochter van de president, komt."
    assert [(one.name, one.role) for one in people(text)] == [
        ("Wagenvoort", "President"),
        ("Sietske Wagenvoort", "dochter van de president"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Voor Karin uit Hoorn begon het onbewust.",
        "Het begon met Karin (42), die niet sliep.",
        "“Ik sliep niet meer,” vertelt Karin.",
        "Alleenstaande moeder Karin sliep niet meer.",
    ],
)
def test_a_case_is_known_by_a_given_name_alone(text: str) -> None:
    one = only(f"{text} Daarna ging Karin wandelen.")
    assert (one.name, one.kind, len(one.mentions)) == ("Karin", "subject", 2)


def test_a_surname_known_only_with_its_role_is_followed_too() -> None:
    one = only("Het plan is van minister Wagenvoort. Volgens Wagenvoort is er haast.")
    assert (one.name, one.role, len(one.mentions)) == ("Wagenvoort", "minister", 2)


# --- what is no person ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "De Mirjam Kolthofstraat ligt in Hoorn.",
        "Ze werkt bij de Stichting Mirjam Kolthof.",
        "Hij won de Mirjam Kolthof-prijs.",
        "Ze woont in Den Haag en werkt in New York.",
        "De Universiteit van Amsterdam en het Leids Universitair Medisch Centrum melden dat.",
        "Het ministerie van Economische Zaken wil dat.",
        "Gisteren begon de Ronde van Vlaanderen.",
        "Een woordvoerder van de Koninklijke Marechaussee zegt dat.",
        "Zij is hoogleraar Environmental Governance.",
        "Volgens vitamine C. Ook dat nog.",
        "AC Milan won met 2-0 van Real Madrid.",
        "Vooral Nederlandse Artsen Zonder Grenzen helpen.",
        "Volgens Albert Heijn is er genoeg.",
        "De club San Lorenzo won.",
        "De Mirjam Kolthof Library is open.",
        "Persbureau Wagenvoort meldt dat. Supermarkt Mirjam Kolthof ook.",
        "De serie 13 Okwa Iribar begint.",
        "Dat moet van de Autoriteit Zoetwaren.",
        "Dat moet volgens toezichthouder Autoriteit Zoetwaren.",
        "",
        "Van de",
    ],
)
def test_streets_places_prizes_and_organisations_are_no_people(text: str) -> None:
    assert named(text) == []


def test_who_wrote_it_and_who_is_in_the_list_of_references_is_not_named() -> None:
    text = (
        "Door: Okke Wagenvoort\n\nDe dijk is verzakt, zegt dijkgraaf Mirjam Kolthof tegen de krant.\n\n"
        "Bronnen\n- “Dijken”, dr. A. Hoekzema, Universiteit Maasbree, 2019\n"
    )
    assert named(text) == ["Mirjam Kolthof"]


def test_who_took_a_picture_is_not_named() -> None:
    assert named("Een mooie dijk.\nFoto: Okke Wagenvoort\nDat zegt dijkgraaf Mirjam Kolthof.") == [
        "Mirjam Kolthof"
    ]


def test_a_name_does_not_run_over_the_end_of_a_line() -> None:
    assert named("Zo zegt huisarts Mirjam Kolthof\nSietske Wagenvoort was er niet bij.") == [
        "Mirjam Kolthof",
        "Sietske Wagenvoort",
    ]


# --- what always holds ---------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *".,()'’-\n ",
        " huisarts ",
        " Mirjam ",
        " Kolthof",
        " Van der ",
        " van ",
        "de ",
        " uit Hoorn",
        " hoogleraar aan de ",
        " Universiteit Maasbree ",
        " F.J.",
        " dr. ",
        " (34) ",
        " en ",
        " 't ",
        "s ",
        " İ",
        "\u00ad",
        "\u0301",
        "ß",
        "😀",
        " is ",
        "De ",
        " minister ",
    ]
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join))
def test_every_mention_stands_where_it_says_and_no_two_share_a_letter(text: str) -> None:
    found = people(text)
    spans = sorted((span for one in found for span in one.mentions), key=lambda span: span.start)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len({one.id for one in found}) == len(found)
    assert [one.mentions[0].start for one in found] == sorted(one.mentions[0].start for one in found)
    for one in found:
        assert one.name and one.name_keys and one.mentions
        assert (one.role is None) == (one.role_family is None)
