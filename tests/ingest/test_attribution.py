"""Who says what: reporting clauses, speech without one, and what is no speech."""

import pytest
from attributed import extract, only, said

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


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Het dak is, zegt huisarts Mirjam Kolthof, niet dicht.", "zegt", None),
        ("De buren hadden er, vertelt huisarts Mirjam Kolthof, geen last van.", "vertelt", None),
        ("Dat het dak lekt, weet huisarts Mirjam Kolthof al jaren.", "weet", "het dak lekt"),
        ("Huisarts Mirjam Kolthof sluit niet uit dat het dak lekt.", "sluit", "het dak lekt"),
        ("Huisarts Mirjam Kolthof heeft de indruk dat het dak lekt.", "heeft de indruk", "het dak lekt"),
        ("Huisarts Mirjam Kolthof maakt zich zorgen dat het dak lekt.", "maakt", "het dak lekt"),
        ('"Het dak lekt al jaren", is huisarts Mirjam Kolthof stellig.', "is", "Het dak lekt al jaren"),
        ('Daar sluit huisarts Mirjam Kolthof zich bij aan: "Het dak lekt."', None, "Het dak lekt."),
        ("Het dak is oud, grapt huisarts Mirjam Kolthof, en de kelder nat.", "grapt", None),
        ("Het dak is oud, zegt huisarts Mirjam Kolthof, en zij lacht.", "zegt", "Het dak is oud"),
        ("17.40 uur – Het dak is dicht, meldt huisarts Mirjam Kolthof.", "meldt", "Het dak is dicht"),
        ("Hoorn, 3 mei – Het dak is oud. Dat meldt huisarts Mirjam Kolthof.", "meldt", "Het dak is oud"),
        ("Elk dak lekt. Tot die conclusie komt huisarts Mirjam Kolthof.", "komt", "Elk dak lekt"),
        ("Huisarts Mirjam Kolthof wees er in mei al op dat het dak lekt.", "wees", "het dak lekt"),
        (
            "Huisarts Mirjam Kolthof betwijfelt of het dak de storm aankan.",
            "betwijfelt",
            "of het dak de storm aankan",
        ),
        (
            "Huisarts Mirjam Kolthof had verteld dat het naar benzine rook.",
            "verteld",
            "het naar benzine rook",
        ),
        (
            "Huisarts Mirjam Kolthof vraagt bewoners de deur dicht te houden.",
            "vraagt",
            "de deur dicht te houden",
        ),
        (
            "Er is goed nieuws voor het dorp: het dak is volgens huisarts Mirjam Kolthof dicht.",
            "volgens",
            "het dak is volgens huisarts Mirjam Kolthof dicht",
        ),
        (
            "„'t Is altijd hetzelfde liedje,” bromt huisarts Mirjam Kolthof.",
            "bromt",
            "'t Is altijd hetzelfde liedje",
        ),
        ("« Het dak lekt al jaren », legt huisarts Mirjam Kolthof uit.", "legt", "Het dak lekt al jaren"),
        ("Het dak is oud, heeft huisarts Mirjam Kolthof bekendgemaakt.", "bekendgemaakt", "Het dak is oud"),
        ("Wie oud is, merkt huisarts Mirjam Kolthof op, lekt weleens.", "merkt", None),
        (
            "Huisarts Mirjam Kolthof heeft in zijn brief geschreven dat het dak lekt.",
            "geschreven",
            "het dak lekt",
        ),
        ('"Het dak lekt", had huisarts Mirjam Kolthof door de zaal geroepen.', "geroepen", "Het dak lekt"),
        ("Nee, volgens huisarts Mirjam Kolthof lekt het dak niet.", "volgens", "lekt het dak niet"),
        (
            "Volgens huisarts Mirjam Kolthof lekt het dak, en wordt de kelder nat.",
            "Volgens",
            "lekt het dak, en wordt de kelder nat",
        ),
        (
            "Volgens huisarts Mirjam Kolthof lekt het dak en liet de gemeente het gebeuren.",
            "Volgens",
            "lekt het dak en liet de gemeente het gebeuren",
        ),
        (
            "Volgens huisarts Mirjam Kolthof, die er al jaren woont, lekt het dak.",
            "Volgens",
            "lekt het dak",
        ),
        (
            "Huisarts Mirjam Kolthof, die zei dat het dak lekt, verhuist.",
            "zei",
            "het dak lekt",
        ),
        (
            'Huisarts Mirjam Kolthof zegt over het dak en de kelder van het huis: "Het lekt."',
            "zegt",
            "Het lekt.",
        ),
    ],
)
def test_a_clause_may_be_built_in_many_ways(text: str, cue: str | None, content: str | None) -> None:
    one = only(text)
    assert one.source.name == "Mirjam Kolthof"
    assert (one.cue.text if one.cue else None) == cue
    assert one.content[0].text == (content or text.rstrip("."))


def test_each_of_two_sources_in_a_sentence_keeps_to_its_part() -> None:
    text = (
        "Volgens huisarts Mirjam Kolthof lekt het dak, "
        "maar volgens econoom Harm Dijkgraaf klopt daar niets van."
    )
    assert said(text) == [
        ("Mirjam Kolthof", "Volgens", "lekt het dak"),
        ("Harm Dijkgraaf", "volgens", "klopt daar niets van"),
    ]


def test_what_is_so_after_all_is_the_writers() -> None:
    text = "Huisarts Mirjam Kolthof denkt dat het dak lekt, maar het tegendeel is waar."
    assert said(text) == [("Mirjam Kolthof", "denkt", "het dak lekt")]


def test_who_showed_it_is_no_agent_of_another_clause() -> None:
    text = "Daarbij wordt fraude vermoed, blijkt uit een rapport dat de minister openbaar maakte."
    assert [one.rule for one in extract(text).attributions] == ["clause-at-end"]


def test_a_pronoun_before_a_verb_is_no_conjunction() -> None:
    text = "Huisarts Mirjam Kolthof kent het dak. Dat kan bij regen lek raken, erkent zij."
    assert said(text) == [("Mirjam Kolthof", "erkent", "Dat kan bij regen lek raken")]


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


def test_questions_in_bold_are_answered_by_the_only_person_there_is() -> None:
    text = (
        "Schrijver Okke Terpstra debuteerde laat. Een gesprek over wachten en zijn vader.\n"
        "**Waarom begon u pas nu?**\n"
        "'Ik durfde niet. Mijn vader vond het niets.'\n"
        "**En nu?**\n"
        "'Nu schrijf ik elke dag aan een nieuw boek.' (lacht)"
    )
    assert [(source, content) for source, _, content in said(text)] == [
        ("Okke Terpstra", "Ik durfde niet. Mijn vader vond het niets."),
        ("Okke Terpstra", "Nu schrijf ik elke dag aan een nieuw boek."),
    ]


def test_initials_before_a_colon_are_those_of_a_person_named_before() -> None:
    text = (
        "Een gesprek met huisarts Mirjam Kolthof.\n"
        "MK: Ik zie vaak dat mensen te laat hulp zoeken in de winter."
    )
    one = only(text)
    assert (one.source.name, one.rule) == ("Mirjam Kolthof", "turn")


def test_a_colon_after_no_name_leaves_the_word_to_who_has_it() -> None:
    text = "'Ik zing weer,' zegt zangeres Mirjam Kolthof. En dan, na een stilte: 'Ik durf weer.'"
    assert [(source, content) for source, _, content in said(text)] == [
        ("Mirjam Kolthof", "Ik zing weer"),
        ("Mirjam Kolthof", "Ik durf weer."),
    ]


def test_a_quotation_in_words_of_a_group_is_that_of_the_body_before_it() -> None:
    text = (
        '"Het dak lekt", zegt huisarts Mirjam Kolthof.\n'
        'De gemeente verschuilt zich achter de regels. "Wij hebben hier geen vergunning voor gegeven."'
    )
    assert [source for source, _, _ in said(text)] == ["Mirjam Kolthof", "De gemeente"]


def test_somebody_who_is_only_mentioned_takes_the_word_from_nobody() -> None:
    text = (
        '"Het dak lekt", zegt huisarts Mirjam Kolthof. Zij laat het zien aan bewoners. '
        'Daarna wijzen bewoners haar op de kelder. "Daar staat het blank, en dat al jaren."'
    )
    assert [source for source, _, _ in said(text)] == ["Mirjam Kolthof", "Mirjam Kolthof"]


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
        "Econoom Harm Dijkgraaf noemt het plan niet voor niets.",
        "Wie het dak had gemaakt, wist Mirjam Kolthof niet.",
        "Succesvolle spelers zoals Mirjam Kolthof vertellen hun verhaal.",
        "De club gaat de acht spelers van Mirjam Kolthof volgen.",
        "Econoom Harm Dijkgraaf kreeg te horen dat de huren stijgen.",
        "Wethouder Okke Terpstra maakt bekend welke maatregelen hij neemt om te voldoen aan de wet.",
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
