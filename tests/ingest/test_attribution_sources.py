"""Whose it is what is said: names, roles, bodies, documents, groups."""

import pytest
from attributed import only, said


@pytest.mark.parametrize(
    "text",
    [
        "Uit cijfers van het CBS blijkt dat de huren stijgen.",
        "Onderzoek van het CBS laat zien dat de huren stijgen.",
        "De huren stijgen, blijkt uit cijfers van het CBS.",
        "De huren stijgen. Dat meldt het CBS.",
        "Volgens het CBS stijgen de huren dit jaar.",
        "Het CBS meldt dat de huren stijgen.",
    ],
)
def test_an_institution_is_a_source_by_itself_and_through_its_study(text: str) -> None:
    one = only(text)
    assert one.source.kind == "institution"
    assert one.source.ref in one.cites


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Uit onderzoek blijkt dat de huren stijgen.", "onderzoek"),
        ("Onderzoekers waarschuwen dat de huren stijgen.", "Onderzoekers"),
        ("Volgens omwonenden stijgen de huren al jaren.", "omwonenden"),
    ],
)
def test_a_source_without_a_name_is_the_phrase(text: str, phrase: str) -> None:
    one = only(text)
    assert (one.source.kind, one.source.ref) == ("unnamed", None)
    assert phrase in one.source.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De directeur van het bureau, Mirjam Kolthof, zegt dat het dak lekt.", "Mirjam Kolthof"),
        ("De voorzitter van de raad, huisarts Mirjam Kolthof, stelt dat het dak lekt.", "Mirjam Kolthof"),
        ("Kolthofs buurman Harm Dijkgraaf zegt dat het dak lekt.", "Harm Dijkgraaf"),
        ("Volgens de Zwolse 'dakendokter' Mirjam Kolthof lekt het dak al jaren.", "Mirjam Kolthof"),
        (
            'Een van de onderzoekers is er duidelijk over. "Het dak lekt al jaren", zegt ze.',
            "Een van de onderzoekers",
        ),
        ("Het bedrijf ontkent met klem dat het dak lekt.", "Het bedrijf"),
        ("Milieuclubs zeggen dat het dak lekt.", "Milieuclubs"),
        ("Eerder concludeerde de adviescommissie dat het dak lekt.", "de adviescommissie"),
    ],
)
def test_a_phrase_leads_to_whoever_it_is_about(text: str, name: str) -> None:
    assert only("Huisarts Mirjam Kolthof en econoom Harm Dijkgraaf zijn er.\n" + text).source.name == name


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Dat is volgens zijn trainer geen enkel probleem.", "zijn trainer"),
        ('"Het dak lekt al jaren", zegt de politie op Twitter.', "de politie"),
        ("Bij de storm zijn volgens milieuclubs ruim honderd bomen omgewaaid.", "milieuclubs"),
        ('"Het dak lekt al jaren", zei de bewoner na afloop.', "de bewoner"),
        ('"Het dak lekt al jaren", legt de bewoner uit op een website.', "de bewoner"),
        ("Schade zou volgens de Dakenkring oplopen tot twee miljoen euro.", "de Dakenkring"),
    ],
)
def test_a_phrase_ends_before_the_next_one(text: str, phrase: str) -> None:
    assert only(text).source.name == phrase


def test_whose_advocate_it_is_does_not_say_it() -> None:
    text = "Huisarts Mirjam Kolthof is blij. Volgens haar advocaat is de zaak rond."
    assert said(text) == [("haar advocaat", "Volgens", "is de zaak rond")]


def test_the_same_word_is_who_says_it_before_a_verb() -> None:
    text = "Huisarts Mirjam Kolthof is blij. De kosten zouden volgens haar oplopen tot drie miljoen."
    assert said(text)[0][0] == "Mirjam Kolthof"


def test_what_follows_from_it_is_said_by_the_study_before() -> None:
    text = "Een studie van vorig jaar ging over daken. Daaruit blijkt dat elk derde dak lekt."
    assert said(text) == [("Een studie van vorig jaar", "blijkt", "elk derde dak lekt")]


def test_a_study_may_be_a_compound_and_an_earlier_one() -> None:
    assert only("Elk derde dak lekt, blijkt uit eerder dakonderzoek.").rule == "clause-at-end"
    assert only("In het conceptrapport staat ook dat elk derde dak lekt.").rule == "document-shows"


def test_a_pronoun_keeps_whom_it_stands_for_in_mind() -> None:
    text = (
        "Golfer Joris Wagenvoort werd tiende. Het was niet waar hij op hoopte, maar hij sprak wel met "
        "Harm Dijkgraaf. "
        '"Een mooie week", schreef hij.'
    )
    assert said(text) == [("Joris Wagenvoort", "schreef", "Een mooie week")]


def test_a_judge_is_nobody_who_was_not_presented_as_one() -> None:
    text = "Karin Kolthof is verhuisd. Volgens de rechter wist de vrouw van de plannen."
    assert [(source, content) for source, _, content in said(text)] == [
        ("de rechter", "wist de vrouw van de plannen")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Advocaat Joris Wagenvoort is boos. Er is geen bewijs, zegt de raadsman.",
            "Joris Wagenvoort",
        ),
        (
            "Harm Dijkgraaf en huisarts Mirjam Kolthof zijn tegen. Die laatste zegt dat het dak lekt.",
            "Mirjam Kolthof",
        ),
        (
            "Huisarts Mirjam Kolthof kent econoom Harm Dijkgraaf. Die stelt dat het lekt.",
            "Harm Dijkgraaf",
        ),
        ("Kolthof NV maakt daken. Elk dak lekt ooit, zegt het bedrijf.", "Kolthof NV"),
        (
            "Huisarts Mirjam Kolthof is streng. Een renner die niet rust, verliest volgens haar altijd.",
            "Mirjam Kolthof",
        ),
        ('Huisarts Mirjam Kolthof kent het dak. "Het lekt al jaren", luidt haar oordeel.', "Mirjam Kolthof"),
        (
            'De redactie belde. "Wij weten van niets", laat een woordvoerder aan Omroep Ter Apel weten.',
            "een woordvoerder",
        ),
        (
            "De Nederlandse arts Karin Kolthof is er. De Nederlandse ambassade zegt dat het dak lekt.",
            "De Nederlandse ambassade",
        ),
        (
            '"Dit huis is oud", vertelt een van de bezoekers, de 67-jarige Okke Terpstra, na afloop.',
            "Okke Terpstra",
        ),
        (
            'Karin Kolthof is zoek. Kolthof\'s broer hoopt op nieuws. "Ik blijf zoeken", zei hij.',
            "broer",
        ),
        ("Wethouder Okke Terpstra lacht. Hij praat met bewoners die vrezen dat het dak lekt.", "bewoners"),
        (
            "Huisarts Karin Kolthof sprak met bewoners. Gisteren liet ze weten dat het dak lekt.",
            "Karin Kolthof",
        ),
        ('Econoom Karin Dijkgraaf praat. Haar man knikt. "Dit dak lekt al jaren", zegt hij.', "Haar man"),
        (
            "Het CBS is er. Gisteren waarschuwde de aan de VN gelieerde organisatie CBS dat het dak lekt.",
            "CBS",
        ),
        ("Bellers klagen over Telmaar. Telmaar ontkent dat er iets mis is.", "Telmaar"),
        ("Twee van de drie ouders geven aan dat het dak lekt.", "Twee van de drie ouders"),
    ],
)
def test_what_refers_back_leads_to_who_was_named(text: str, name: str) -> None:
    assert only(text).source.name == name


def test_another_official_is_not_meant_by_an_office_of_the_same_kind() -> None:
    text = 'Burgemeester Okke Terpstra was erbij. "Het dak lekt al jaren", zegt de wethouder.'
    assert said(text)[0][0] == "de wethouder"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # What follows the source says who it is, and is no more of what is said.
        (
            "Ik dacht eerst dat het de kat was, zegt Sipke Bosma, die net een volle kaart had.",
            "Sipke Bosma",
            "Ik dacht eerst dat het de kat was",
        ),
        (
            "Wat het bedrijf doet, mag niet, oordeelt Sipke Bosma, jurist bij Stichting Kleine Letters.",
            "Sipke Bosma",
            "Wat het bedrijf doet, mag niet",
        ),
        # Somebody is called by another name of what they do.
        (
            "Aanvoerder Sipke Bosma was boos. Aan de conditie ligt het volgens de middenvelder niet.",
            "Sipke Bosma",
            "Aan de conditie ligt het volgens de middenvelder niet",
        ),
        ("Patholoog H.J. Kolthof verklaarde dat de wond diep was.", "H.J. Kolthof", "de wond diep was"),
        ("Mirjam Kolthof drukt erop dat thuisblijven helpt.", "Mirjam Kolthof", "thuisblijven helpt"),
        (
            "Mirjam Kolthof plaatst wel de kanttekening dat het jong onderzoek is.",
            "Mirjam Kolthof",
            "het jong onderzoek is",
        ),
    ],
)
def test_who_says_it_is_heard_whole_and_adds_nothing_to_what_is_said(
    text: str, source: str, content: str
) -> None:
    assert [(who, what) for who, _, what in said(text)] == [(source, content)]
