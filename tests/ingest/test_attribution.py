"""Who says what, in texts as different houses write them."""

import pytest

from ingest.extraction import Article, Attribution, Extraction, article_id
from ingest.pipeline import Pipeline

PIPELINE = Pipeline("nl")


def extract(text: str) -> Extraction:
    return PIPELINE.extract(Article(source="test", id=article_id(None, text), text=text))


def said(text: str) -> list[tuple[str, str | None, str]]:
    """Return source, cue and content of all attributions, in order."""
    return [
        (one.source.name, one.cue.text if one.cue else None, one.content[0].text)
        for one in extract(text).attributions
    ]


def only(text: str) -> Attribution:
    (one,) = extract(text).attributions
    return one


# --- reporting clauses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ('"Het dak lekt", zegt huisarts Mirjam Kolthof.', "zegt", "Het dak lekt"),
        ("‘Het dak lekt,’ aldus huisarts Mirjam Kolthof.", "aldus", "Het dak lekt"),
        ("„Lekt het dak?” vroeg huisarts Mirjam Kolthof.", "vroeg", "Lekt het dak?"),
        ("«Het dak lekt», klaagde huisarts Mirjam Kolthof.", "klaagde", "Het dak lekt"),
        ('"Het dak lekt", legt huisarts Mirjam Kolthof uit.', "legt", "Het dak lekt"),
        ('Huisarts Mirjam Kolthof: "Het dak lekt."', ":", "Het dak lekt."),
        ('Huisarts Mirjam Kolthof vertelt: "Het dak lekt."', "vertelt", "Het dak lekt."),
        ("– Het dak lekt, zei huisarts Mirjam Kolthof.", "zei", "Het dak lekt"),
        ("Huisarts Mirjam Kolthof zegt dat het dak lekt.", "zegt", "het dak lekt"),
        ("Huisarts Mirjam Kolthof legt uit dat het dak lekt.", "legt uit", "het dak lekt"),
        ("Daarom legt huisarts Mirjam Kolthof uit dat het dak lekt.", "legt", "het dak lekt"),
        ("Huisarts Mirjam Kolthof heeft gezegd dat het dak lekt.", "gezegd", "het dak lekt"),
        ("Huisarts Mirjam Kolthof liet weten dat het dak lekt.", "liet weten", "het dak lekt"),
        ("Volgens huisarts Mirjam Kolthof lekt het dak al jaren.", "Volgens", "lekt het dak al jaren"),
        ("Het dak lekt volgens huisarts Mirjam Kolthof al jaren.", "volgens", None),
        ("Het dak lekt al jaren, zegt huisarts Mirjam Kolthof.", "zegt", "Het dak lekt al jaren"),
        ("Het dak lekt al jaren, aldus huisarts Mirjam Kolthof.", "aldus", "Het dak lekt al jaren"),
        (
            "In de woorden van huisarts Mirjam Kolthof is het dak een zeef.",
            "In de woorden van",
            "is het dak een zeef",
        ),
        ("Huisarts Mirjam Kolthof noemt het dak een zeef.", "noemt", "het dak een zeef"),
        ("Huisarts Mirjam Kolthof belooft het dak te laten maken.", "belooft", "het dak te laten maken"),
        ("Huisarts Mirjam Kolthof roept de buren op om mee te helpen.", "roept", "mee te helpen"),
    ],
)
def test_a_reporting_clause_gives_source_cue_and_content(text: str, cue: str, content: str | None) -> None:
    one = only(text)
    assert one.source.name == "Mirjam Kolthof"
    assert one.cue is not None and one.cue.text == cue
    assert one.content[0].text == (content or text.rstrip("."))


def test_a_clause_inside_a_quotation_makes_two_entries_of_it() -> None:
    text = '"Het dak lekt", zegt huisarts Mirjam Kolthof, "en de kelder staat blank."'
    first, second = extract(text).attributions
    assert (first.content[0].text, first.continuation) == ("Het dak lekt", False)
    assert (second.content[0].text, second.continuation) == ("en de kelder staat blank.", True)
    assert first.cue == second.cue


def test_a_quotation_that_completes_a_sentence_is_mixed_and_content_with_its_marks() -> None:
    one = only('Huisarts Mirjam Kolthof vindt dat de gemeente "veel te laat" heeft ingegrepen.')
    assert (one.type, one.content[0].text) == ("mixed", 'de gemeente "veel te laat" heeft ingegrepen')


def test_what_somebody_says_about_the_sentence_before_makes_that_the_content() -> None:
    assert said(
        "Kinderen slapen te kort. Dat concludeert onderzoeker Mirjam Kolthof in haar proefschrift."
    ) == [("Mirjam Kolthof", "concludeert", "Kinderen slapen te kort")]


def test_a_report_ends_where_the_reporting_clause_goes_on() -> None:
    text = "Onderzoeker Mirjam Kolthof denkt dat er een verband is, maar heeft dat niet aangetoond."
    assert said(text) == [("Mirjam Kolthof", "denkt", "er een verband is")]


def test_a_clause_for_the_whole_sentence_wins_from_one_inside_it() -> None:
    text = "Dat laat zien dat de dijk te laag is, concludeert onderzoeker Mirjam Kolthof."
    assert said(text) == [("Mirjam Kolthof", "concludeert", "Dat laat zien dat de dijk te laag is")]


# --- speech without a clause of its own ----------------------------------------------------------------


def test_a_quotation_without_a_clause_goes_on_for_the_last_speaker() -> None:
    text = (
        '"Het dak lekt", zegt huisarts Mirjam Kolthof. "Al jaren."\n'
        "De gemeente kent het gebouw.\n"
        '"Niemand doet iets. Dat is het ergste."'
    )
    found = extract(text).attributions
    assert [(one.source.name, one.continuation) for one in found] == [
        ("Mirjam Kolthof", False),
        ("Mirjam Kolthof", True),
        ("Mirjam Kolthof", True),
    ]
    assert [one.cue.text if one.cue else None for one in found] == ["zegt", "zegt", None]


def test_a_quotation_after_a_sentence_about_a_person_is_that_persons() -> None:
    text = 'Huisarts Mirjam Kolthof heeft gemengde gevoelens. "Het dak is dicht, maar de kelder staat blank."'
    assert said(text) == [("Mirjam Kolthof", None, "Het dak is dicht, maar de kelder staat blank.")]


def test_turns_of_an_interview_without_marks_are_speech() -> None:
    text = "Mirjam Kolthof: Ik zie steeds vaker dat mensen te laat hulp zoeken. Dat is jammer."
    one = only(text)
    assert (one.source.name, one.type) == ("Mirjam Kolthof", "direct")
    assert one.content[0].text == "Ik zie steeds vaker dat mensen te laat hulp zoeken. Dat is jammer."


# --- sources -------------------------------------------------------------------------------------------


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


# --- what is no speech ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        'Het zogenoemde "gelukshormoon" zorgt voor rust.',
        "De roman 'De lege polder' van Mirjam Kolthof verscheen in mei.",
        "Op de muur stond 'verboden toegang' in rode letters.",
        "De regels gelden volgens de wet ook in het weekeinde.",
        "De wedstrijd vindt zaterdag in Ter Apel plaats.",
        "Het proefschrift dat Mirjam Kolthof verdedigde, is bekroond.",
        "Toen de buren kwamen, zei Mirjam Kolthof niets.",
        "Dat betekent dat de huren stijgen.",
        "Foto: Okke Terpstra",
        "“Licht en blad”, dr. A. Hoekzema, Universiteit van Ter Apel, 2019",
    ],
)
def test_titles_idioms_rules_and_facts_are_no_speech(text: str) -> None:
    assert said(text) == []


def test_nobody_speaks_in_a_list_of_references_or_in_small_print() -> None:
    text = (
        "De dijk is verzakt.\n"
        "Bronnen\n"
        "- “De dijk verzakt elk jaar,” dr. M. Kolthof, 2019\n"
        "Raadpleeg altijd een arts. Volgens de uitgever is dit geen medisch advies.\n"
    )
    assert said(text) == []


# --- houses --------------------------------------------------------------------------------------------


def test_a_clickbait_story() -> None:
    text = (
        "Voor Karin uit Ter Apel begon het met een slapeloze nacht.\n"
        "Minder slaap\n"
        "“Je lichaam vraagt om ritme,” vertelt slaaptherapeut Joris Wagenvoort uit Hoorn, terwijl hij "
        "de gordijnen sluit.\n"
        "Wagenvoort legt uit dat een vast uur rust geeft. Hij benadrukt dat niemand daar te oud voor is.\n"
        "Volgens hem is een wekker zonder licht het beste begin.\n"
    )
    assert said(text) == [
        ("Joris Wagenvoort", "vertelt", "Je lichaam vraagt om ritme"),
        ("Joris Wagenvoort", "legt uit", "een vast uur rust geeft"),
        ("Joris Wagenvoort", "benadrukt", "niemand daar te oud voor is"),
        ("Joris Wagenvoort", "Volgens", "is een wekker zonder licht het beste begin"),
    ]


def test_a_flemish_news_item() -> None:
    text = (
        "De brug over het kanaal blijft tot de lente dicht. „Veiligheid gaat voor”, klinkt het bij "
        "burgemeester Geert Van den Bossche. „Wij vragen nog even geduld.”\n"
        "Schepen Annelies De Smedt wijst erop dat de fietsers kunnen omrijden."
    )
    assert [(source, content) for source, _, content in said(text)] == [
        ("Geert Van den Bossche", "Veiligheid gaat voor"),
        ("Geert Van den Bossche", "Wij vragen nog even geduld."),
        ("Annelies De Smedt", "de fietsers kunnen omrijden"),
    ]


def test_a_press_release() -> None:
    text = (
        "Woonwinkel Noordlicht opent in mei een zaak in Ter Apel. Directeur Sietske Wiarda: “Klanten vroegen "
        "hier al jaren om.” Volgens Wiarda komen er twintig banen bij. Het bedrijf verwacht te groeien."
    )
    assert said(text)[:2] == [
        ("Sietske Wiarda", ":", "Klanten vroegen hier al jaren om."),
        ("Sietske Wiarda", "Volgens", "komen er twintig banen bij"),
    ]


def test_a_magazine_portrait() -> None:
    text = (
        "Aan de keukentafel schenkt boerin Wietske Aldering thee in. ‘Mijn vader zei altijd: je werkt of je "
        "slaapt.’ Ze lacht. ‘Nu doe ik allebei,’ zegt ze, ‘en tegelijk.’"
    )
    assert [(source, content) for source, _, content in said(text)] == [
        ("Wietske Aldering", "Mijn vader zei altijd: je werkt of je slaapt."),
        ("Wietske Aldering", "Nu doe ik allebei"),
        ("Wietske Aldering", "en tegelijk."),
    ]
