"""Which phrases stand for a source, and for whom."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.document import Referent
from ingest.extraction import Article, article_id
from ingest.pipeline import Pipeline

PIPELINE = Pipeline("nl")


def referents(text: str) -> list[Referent]:
    doc = PIPELINE.nlp.make_doc(text)
    doc._.article = Article(source="test", id=article_id(None, text), text=text)
    for _, component in PIPELINE.nlp.pipeline:
        doc = component(doc)
    return list(doc._.referents)


def standing_for(text: str, phrase: str) -> str | None:
    """Return for whom the last occurrence of a phrase stands."""
    return next((one.name for one in reversed(referents(text)) if one.span.text == phrase), None)


def test_a_name_stands_with_the_role_and_town_around_it() -> None:
    (one,) = referents("Dat vertelt slaaptherapeut Mirjam Kolthof uit Hoorn, terwijl het regent.")
    assert (one.kind, one.name, one.form) == ("person", "Mirjam Kolthof", "name")
    assert one.span.text == "slaaptherapeut Mirjam Kolthof uit Hoorn"


@pytest.mark.parametrize(
    ("follow_up", "phrase", "form"),
    [
        ("Kolthof legt uit.", "Kolthof", "surname"),
        ("Zij legt uit.", "Zij", "pronoun"),
        ("Dat is volgens haar laat.", "haar", "pronoun"),
        ("De psycholoog legt uit.", "De psycholoog", "role"),
    ],
)
def test_follow_ups_lead_to_the_person(follow_up: str, phrase: str, form: str) -> None:
    found = referents(f"Dat zegt jeugdpsycholoog Mirjam Kolthof. {follow_up}")[-1]
    assert (found.name, found.span.text, found.form) == ("Mirjam Kolthof", phrase, form)


def test_a_pronoun_stands_for_who_was_named_last_and_fits() -> None:
    text = "Huisarts Mirjam Kolthof groet. Bakker Sipke Wagenvoort groet terug."
    assert standing_for(f"{text} Hij lacht.", "Hij") == "Sipke Wagenvoort"
    assert standing_for(f"{text} Zij lacht.", "Zij") == "Mirjam Kolthof"


def test_a_role_tells_whether_a_woman_or_a_man_is_meant() -> None:
    text = "Directrice Wagenvoort groet bakker Sipke Kolthof. Zij lacht."
    assert standing_for(text, "Zij") == "Wagenvoort"


def test_of_two_in_one_sentence_the_first_is_meant() -> None:
    text = "Bakker Sipke Wagenvoort groet Okke Kolthof. Hij lacht."
    assert standing_for(text, "Hij") == "Sipke Wagenvoort"


def test_a_plural_pronoun_stands_for_a_group_and_not_for_a_person() -> None:
    text = "Huisarts Mirjam Kolthof groet de onderzoekers. Ze hebben haast."
    assert standing_for(text, "Ze") == "de onderzoekers"


def test_what_nobody_is_presented_by_may_describe_who_was_named_last() -> None:
    assert standing_for("Trainer Sipke Wagenvoort juicht. Dat zei de Fransman.", "de Fransman") == (
        "Sipke Wagenvoort"
    )


def test_another_role_is_not_the_persons() -> None:
    assert standing_for("Dat zegt huisarts Mirjam Kolthof. De minister zwijgt.", "De minister") is None


def test_a_spokesperson_without_a_name_stands_for_the_institution() -> None:
    (found,) = (
        one for one in referents("Een woordvoerder van het CBS zegt dat.") if one.span.text.startswith("Een")
    )
    assert found.kind == "institution"
    text = "Een woordvoerder van het CBS groet. Dat zegt de woordvoerder."
    assert standing_for(text, "de woordvoerder") == found.name


@pytest.mark.parametrize("phrase", ["Psychologen", "De critici", "Verschillende huisartsen"])
def test_a_group_is_a_source_without_a_name(phrase: str) -> None:
    (one,) = referents(f"{phrase} zeggen dat de huren stijgen.")
    assert (one.kind, one.ref, one.name, one.form) == ("unnamed", None, phrase, "group")


def test_nobody_is_referred_to_from_inside_a_quotation() -> None:
    text = 'Huisarts Mirjam Kolthof zegt: "Zij weet dat de bakker liegt."'
    assert [one.span.text for one in referents(text)] == ["Huisarts Mirjam Kolthof"]


PIECES = st.sampled_from(
    [
        *'.,"()-\n ',
        " huisarts ",
        "Mirjam Kolthof",
        " Kolthof ",
        " Hij ",
        " ze ",
        " zeggen ",
        " de woordvoerder ",
        " van het CBS ",
        " onderzoekers ",
        " De Fransman ",
        " volgens haar ",
        "\u0301",
        " İ ",
    ]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join))
def test_every_referent_stands_where_it_says_and_in_order(text: str) -> None:
    found = referents(text)
    for one in found:
        assert text[one.span.start : one.span.end] == one.span.text != ""
        assert one.name and (one.ref is None) == (one.kind == "unnamed")
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
