"""What is compared of a sentence and of a text."""

from hypothesis import given
from hypothesis import strategies as st

from ingest import comparison
from ingest.languages.nl import comparing

TEXT = (
    "De dijk bij het dorp is in de nacht van maandag op dinsdag over een lengte van tien meter verzakt. "
    "Het waterschap heeft zandzakken laten komen en houdt het peil van het kanaal laag. Bewoners hoeven hun "
    "huis niet uit, maar de weg over de dijk blijft tot zondag dicht voor alle verkeer, ook voor fietsers."
)


def compared(text: str) -> comparison.Compared:
    return comparison.compare(text, comparing)


def test_content_words_are_kept_in_order_without_case_and_diacritics() -> None:
    assert compared("De Coöperatie verkóópt dit jaar méér Melk.").words == (
        "cooperatie",
        "verkoopt",
        "jaar",
        "melk",
    )


def test_numbers_are_compared_in_digits_however_they_are_written() -> None:
    assert compared("Van 1.200 huizen stond 27% in 2019 leeg.").numbers == ("1200", "27", "2019")
    assert compared("Twaalf van de veertig, 3,5 per straat.").numbers == ("12", "40", "3,5")


def test_forms_of_one_word_are_compared_as_one_and_compounds_as_their_parts() -> None:
    one, other = compared("De huizen werden gebruikt."), compared("Wie een huis gebruiken mag.")
    assert one.terms == other.terms
    assert compared("de woningmarkt").terms == compared("de markt voor woningen").terms[::-1]


def test_a_rarer_word_weighs_more_and_a_word_of_degree_nothing() -> None:
    found = compared("Bijna elk jaar rijpen er kweeperen.")
    weights = dict(zip(found.terms, found.bits, strict=True))
    assert "bijna" in found.words and len(found.terms) == 3
    assert weights[found.terms[-1]] > weights[found.terms[0]] > 0


def test_a_capital_marks_a_name_unless_it_opens_a_sentence_or_a_quotation() -> None:
    assert compared("Volgens Wobke Grasduin gaat het in Zierikzee beter.").names == (
        "wobk",
        "gras",
        "duin",
        "zierikze",
    )
    assert compared("‘Zierikzee is mooi.’").names == ()


def test_a_denied_sentence_differs_from_the_one_it_denies() -> None:
    said, denied = compared("De dijk is veilig."), compared("De dijk is niet veilig.")
    assert said.words == denied.words
    assert (said.negated, denied.negated) == (False, True)


def test_shingles_are_the_same_for_the_same_words_however_they_are_printed() -> None:
    assert comparison.shingles(TEXT) == comparison.shingles(TEXT.upper().replace(", ", " – "))


def test_shingles_do_not_depend_on_the_run() -> None:
    # Hash seeds differ between runs; a literal from an earlier run does not.
    assert comparison.shingles(TEXT.partition(" Het")[0]) == (1744906753659073260, 3694696065953916372)


def test_a_text_with_one_word_changed_keeps_most_shingles() -> None:
    before, after = (
        set(comparison.shingles(TEXT)),
        set(comparison.shingles(TEXT.replace("zondag", "maandag"))),
    )
    assert before and len(before & after) / len(before | after) > 0.6


def test_different_texts_share_no_shingles() -> None:
    other = "De gemeente plant dit voorjaar tweehonderd lindebomen langs de oude vaart en zoekt hulp."
    assert not set(comparison.shingles(TEXT)) & set(comparison.shingles(other))


@given(st.text())
def test_shingles_are_distinct_sorted_63_bit_integers(text: str) -> None:
    found = comparison.shingles(text)
    assert list(found) == sorted(set(found))
    assert all(0 <= value < 2**63 and value % comparison.SHINGLE_SAMPLE == 0 for value in found)


@given(st.text())
def test_comparing_never_fails(text: str) -> None:
    compared(text)
