"""Recording on the pages: who decides what, what is refused and why, and that all of it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from opened import Open, id_of, looked_at
from stories import JOOST, WIEKE, fill, stories
from streamlit.testing.v1 import AppTest

from graph import reports
from graph.judgements import checks, decisions, triage
from graph.store import Store, open_store

SLEEP, KIDS, MONEY, GARDEN, HOSTILE = stories()
WIEKE_ID = id_of(WIEKE, SLEEP, KIDS, MONEY, GARDEN)


@pytest.fixture(scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("recording") / "store"
    fill(folder)
    with open_store(folder):  # keeps its engine running
        yield folder


@pytest.fixture
def own(_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store with the stories in it, on which nothing stands when the test begins."""
    monkeypatch.setenv("ZEGSMAN_USER", "Els")
    yield _folder
    with open_store(_folder) as store, store.lease("a test"):
        for one in triage.read(store.read):
            if one.stands:
                triage.withdraw(store, one.id, "a test")


@pytest.fixture
def store(own: Path) -> Iterator[Store]:
    with open_store(own) as opened:
        yield opened


def press(at: AppTest, words: str, which: int = -1) -> AppTest:
    """Press the button with these words, the last one if there are several and nothing else is said."""
    return [button for button in at.button if button.label == words][which].click().run()


def field(at: AppTest, kind: str, label: str):
    """The last widget of a kind with this label."""
    return [widget for widget in getattr(at, kind) if widget.label == label][-1]


def test_a_star_is_given_by_whom_the_page_names_and_taken_back(pages: Open, own: Path, store: Store) -> None:
    at = pages(own, "expert", person=WIEKE_ID)
    field(at, "text_input", "Vastgelegd door").input("Piet").run()
    press(at, "Ster geven")
    assert "Vastgelegd: met ster." in looked_at(at).text
    (made,) = [one for one in triage.of_person(store, WIEKE_ID) if one.stands]
    assert (made.kind, made.by) == ("star", "Piet")
    press(at, "Heeft een ster")
    assert "Teruggenomen: met ster." in looked_at(at).text
    assert WIEKE_ID not in triage.marked(store.read)


def test_a_note_without_words_is_refused_and_one_with_words_is_shown_as_it_is(pages: Open, own: Path) -> None:
    at = pages(own, "expert", person=WIEKE_ID)
    press(at, "Notitie bewaren")
    assert "Zet iets in de notitie" in looked_at(at).text
    field(at, "text_area", "Notitie over deze persoon").input("<b>bel</b> *morgen*")
    press(at, "Notitie bewaren")
    seen = looked_at(at)
    assert "notitie: <b>bel</b> *morgen*" in seen.text and "b" not in seen.tags
    press(at, "Terugnemen")
    assert "notitie: <b>bel" not in looked_at(pages(own, "expert", person=WIEKE_ID)).text


def test_what_was_looked_up_speaks_for_a_person_until_it_is_taken_back(
    pages: Open, own: Path, store: Store
) -> None:
    at = pages(own, "expert", person=WIEKE_ID)
    field(at, "text_input", "Wat je vond, wie je sprak").input("gebeld op 3 mei")
    press(at, "Vastleggen")
    assert "Kies wat het opleverde." in looked_at(at).text
    assert field(at, "text_input", "Wat je vond, wie je sprak").value == "gebeld op 3 mei"
    field(at, "selectbox", "Wat het opleverde").select("found")
    press(at, "Vastleggen")
    seen = looked_at(at)
    assert "gebeld op 3 mei" in seen.text and "Els" in seen.text
    (check,) = checks.of_person(store, WIEKE_ID)
    assert (check.outcome, check.note, check.by) == ("found", "gebeld op 3 mei", "Els")
    assert "found_in_register" in {signal.type for signal in reports.dossier(store, WIEKE_ID).signals}
    press(at, "Terugnemen")
    assert "found_in_register" not in {signal.type for signal in reports.dossier(store, WIEKE_ID).signals}
    assert "teruggenomen door Els" in looked_at(at).text


def test_a_correction_shows_and_taking_it_back_shows_what_was_read(
    pages: Open, own: Path, store: Store
) -> None:
    at = pages(own, "expert", person=WIEKE_ID)
    field(at, "selectbox", "Wat").select("place").run()
    field(at, "text_input", "Wat het moet zijn").input("Zwolle")
    field(at, "text_input", "Waarom (wat je zag of opzocht)").input("staat in het colofon")
    press(at, "Verbeteren")
    seen = looked_at(at)
    assert "Vastgelegd: woonplaats: Zwolle." in seen.text and "staat in het colofon" in seen.text
    assert reports.dossier(store, WIEKE_ID).person.places == ("Zwolle",)
    assert "Zwolle" in looked_at(pages(own)).text
    press(at, "Terugnemen")
    assert reports.dossier(store, WIEKE_ID).person.places == ("Breda", "Gouda", "Tilburg")


def test_who_was_decided_to_be_two_is_found_on_record_and_made_one_again(
    pages: Open, own: Path, store: Store
) -> None:
    at = pages(own, "expert", person=WIEKE_ID)
    field(at, "segmented_control", "Wat klopt er niet?").set_value("split").run()
    press(at, "Het zijn twee personen")
    assert "Kies de artikelen" in looked_at(at).text
    appearance = GARDEN.people[0].id
    field(at, "multiselect", "Deze artikelen gaan over iemand anders met dezelfde naam").set_value(
        [appearance]
    )
    press(at, "Het zijn twee personen")
    assert len([one for one in reports.find_person(store, WIEKE) if one.name == WIEKE]) == 2
    record = pages(own, "record")
    assert WIEKE in looked_at(record).text and "verschillende personen" in looked_at(record).text
    press(record, "Terugnemen", which=0)
    assert len([one for one in reports.find_person(store, WIEKE) if one.name == WIEKE]) == 1


def test_who_is_no_person_is_gone_from_the_lists_and_comes_back_from_what_is_on_record(
    pages: Open, own: Path
) -> None:
    joost = id_of(JOOST, SLEEP)
    at = pages(own, "expert", person=joost)
    field(at, "segmented_control", "Wat klopt er niet?").set_value("wrong").run()
    press(at, "Het is geen persoon")
    assert JOOST not in looked_at(pages(own)).text
    record = pages(own, "record")
    press(record, "Terugnemen", which=0)
    assert JOOST in looked_at(pages(own)).text


def test_a_date_that_is_none_is_refused_and_what_was_typed_stays(
    pages: Open, own: Path, store: Store
) -> None:
    at = pages(own, "article", article=GARDEN.article.id)
    before = len(decisions.read(store.read))
    field(at, "selectbox", "Wat").select("published")
    field(at, "text_input", "Wat het moet zijn").input("gisteren")
    press(at, "Verbeteren")
    assert "gisteren is geen datum" in looked_at(at).text
    assert field(at, "text_input", "Wat het moet zijn").value == "gisteren"
    assert len(decisions.read(store.read)) == before
    field(at, "text_input", "Wat het moet zijn").input("3 mei 2023")
    press(at, "Verbeteren")
    assert reports.article(store, GARDEN.article.id).line.published == "2023-05-03"


def test_a_statement_gets_another_speaker(pages: Open, own: Path, store: Store) -> None:
    at = pages(own, "article", article=SLEEP.article.id)
    field(at, "segmented_control", "Wat klopt er niet?").set_value("statement").run()
    said = SLEEP.attributions[0].id
    joost = next(person.id for person in SLEEP.people if person.name == JOOST)
    field(at, "selectbox", "Welke uitspraak").select(said)
    field(at, "selectbox", "Wie het zegt").select(joost)
    press(at, "Verbeteren")
    shown = {one.id: one.source_name for one in reports.article(store, SLEEP.article.id).statements}
    assert shown[said] == JOOST
    press(at, "Terugnemen")
    shown = {one.id: one.source_name for one in reports.article(store, SLEEP.article.id).statements}
    assert shown[said] == WIEKE


def test_while_somebody_else_writes_the_page_says_who_and_keeps_what_was_typed(
    pages: Open, own: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.screens.recording._WAIT", 0.0)
    at = pages(own, "expert", person=WIEKE_ID)
    field(at, "text_area", "Notitie over deze persoon").input("belangrijk")
    with store.lease("een lange import"):
        press(at, "Notitie bewaren")
    assert "een lange import" in looked_at(at).text
    assert field(at, "text_area", "Notitie over deze persoon").value == "belangrijk"
