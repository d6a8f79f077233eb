"""What a store knows of a text that is not in it, on each engine."""

from __future__ import annotations

import pytest
from newsroom import COPY, SAVING, SLEEP, SLEEPING, Quoted, article, copied, observations, replace

from graph import canonical
from graph.lines.look import Recognised
from graph.recognition import recognise
from graph.resolve import resolve
from graph.store import Store
from ingest.extraction import Extraction


@pytest.fixture
def news(store: Store) -> Store:
    """A store with a story, its copy, and another with the same expert as something else."""
    with store.lease("a test"):
        store.write([observations(SLEEPING, COPY, SAVING)])
        resolve(store)
    return store


def known(store: Store, extraction: Extraction) -> Recognised:
    """Return what the store knows, having seen to it that nothing was written."""
    layers = (*canonical.LAYERS, "internal")
    before = list(canonical.lines(store, layers))
    found = recognise(store, extraction)
    assert list(canonical.lines(store, layers)) == before
    return found


def pitch(*people: Quoted, title: str = "Slaap en geld", body: str = "") -> Extraction:
    return article(title, *people, body=body)


def test_an_empty_store_knows_nothing(store: Store) -> None:
    assert recognise(store, SLEEPING) == Recognised(0, (), (), ())


def test_a_name_is_known_from_its_other_stories_copies_counted_once(news: Store) -> None:
    (name,) = known(news, pitch(Quoted("Ilse Brandsmeer", "arts"), Quoted("Anna"))).names
    (bearer,) = name.bearers
    assert (name.name, bearer.how, bearer.stories, len(bearer.articles)) == (
        "Ilse Brandsmeer", "same_name", 2, 3,
    )  # fmt: skip
    assert set(bearer.person.places) == {"Breda", "Zwolle"}


def test_near_spellings_and_initials_say_how_they_are_alike(news: Store) -> None:
    found = known(news, pitch(Quoted("Ielse Brandsmeer"), Quoted("J. Kater"), Quoted("Jeanette Kater")))
    assert {name.name: [bearer.how for bearer in name.bearers] for name in found.names} == {
        "Ielse Brandsmeer": ["sounds_alike"],
        "J. Kater": ["initials"],
    }


def test_a_sentence_of_somebody_else_is_recognised_with_who_said_it_where(news: Store) -> None:
    edited = "Wie elke avond een vast ritueel volgt, slaapt doorgaans 40 minuten langer door op maandag."
    found = known(news, pitch(Quoted("Wieke Zoutkamp", "coach", says=(edited,)))).sentences
    assert {(one.source_there, one.article.title, one.same_source) for one in found} == {
        ("Ilse Brandsmeer", "Slapen kun je leren", False),
        ("Joop Kater", "Geld en rust", False),
    }
    assert {one.there for one in found} == {SLEEP}
    assert {one.sentence.text for one in found} == {edited} and all(one.person for one in found)


def test_the_text_itself_is_recognised_and_does_not_count_as_another_story(news: Store) -> None:
    found = known(news, SLEEPING)
    assert [(one.how, one.article.publisher) for one in found.texts] == [("same", "Een"), ("copy", "Drie")]
    (name,) = found.names
    assert [line.title for line in name.bearers[0].articles] == ["Geld en rust"]
    # What she says in the copy she says here; Joop Kater says it too.
    assert [(one.source_there, one.same_source) for one in found.sentences] == [("Joop Kater", False)]


def test_a_copy_that_is_not_in_the_store_is_recognised(news: Store) -> None:
    found = known(news, copied(SAVING, "https://vier.example/sparen", "Vier"))
    assert [(one.how, one.article.title) for one in found.texts] == [("copy", "Geld en rust")]


def test_a_twin_is_recognised_with_what_was_swapped(store: Store) -> None:
    body = (
        "De eerste weken valt het niet op, vertelt {} aan de keukentafel, want wie veel verdient ziet de "
        "kleine uitgaven niet meer. Daarna komt de rekening van het gas, die van het water, en een brief van "
        "de bank die ongeopend op de trap blijft liggen. Wie zo'n brief bewaart tot zondag, opent hem met "
        "een rustig hoofd en een kop thee ernaast. De buurvrouw van {} doet het zo en heeft sindsdien "
        "nooit meer rood gestaan."
    )
    model, twin = (
        article("Rood staan", Quoted(name, "coach"), body=body.format(name, name))
        for name in ("Wieke Zoutkamp", "Bente Oldehove")
    )
    with store.lease("a test"):
        store.write([observations(model)])
        resolve(store)
    (found,) = known(store, twin).texts
    assert (found.how, found.article.id) == ("twin", model.article.id)
    assert found.score and found.score > 0.5
    assert ("Bente Oldehove", "Wieke Zoutkamp") in found.swapped


def test_another_text_at_the_address_is_the_one_it_revises(news: Store) -> None:
    later = article("Slapen", Quoted("Wieke Zoutkamp"), url="https://een.example/slapen")
    assert [one.article.title for one in known(news, later).texts] == ["Slapen kun je leren"]


def test_what_a_person_said_was_no_person_is_not_compared(news: Store) -> None:
    bare = replace(pitch(Quoted("Ilse Brandsmeer", says=("Ja, zeker.",))), people=())
    found = known(news, bare)
    assert (found.texts, found.names, found.sentences) == ((), (), ())
