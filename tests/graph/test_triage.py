"""Marks on people, on each engine: whom they are on, when they end, and what they do not change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from news import News
from newsroom import COPY, SAVING, SLEEPING

from graph import reports
from graph.canonical import lines
from graph.errors import DecisionRefused, NotFound
from graph.judgements import deciding, forgetting, triage
from graph.judgements.deciding import Words
from graph.judgements.triage import ASIDE, NOTE, STAR, Marks
from graph.resolve import resolve
from graph.store import Store

ILSE = "Ilse Brandsmeer"


@pytest.fixture
def news(store: Store) -> Iterator[News]:
    """A store with two articles of one story, and the right to write to it."""
    with store.lease("a test"):
        news = News(store)
        news.load(SLEEPING, COPY)
        yield news


def ilse(store: Store) -> list[str]:
    """The ids of those called so."""
    return [person.id for person in reports.find_person(store, ILSE) if person.name == ILSE]


def marks(store: Store) -> list[Marks]:
    found = triage.marked(store.read)
    return [found.get(id, Marks()) for id in ilse(store)]


def test_a_mark_is_there_with_who_made_it_until_it_is_taken_back(news: News) -> None:
    (person,) = ilse(news.store)
    made = triage.mark(news.store, person, STAR, "Els")
    triage.mark(news.store, person, NOTE, "Els", "Belt morgen terug.")
    assert marks(news.store) == [Marks(star=True, notes=("Belt morgen terug.",))]
    triage.withdraw(news.store, made.id, "Piet")
    assert marks(news.store) == [Marks(notes=("Belt morgen terug.",))]
    star, note = triage.of_person(news.store, person)
    assert (star.by, star.stands, star.withdrawn_by, note.stands) == ("Els", False, "Piet", True)
    with pytest.raises(DecisionRefused, match="Piet"):
        triage.withdraw(news.store, made.id, "Els")
    with pytest.raises(NotFound):
        triage.withdraw(news.store, "0" * 32, "Els")


@pytest.mark.parametrize("kind", [STAR, ASIDE])
def test_what_is_marked_so_already_is_not_marked_again(news: News, kind: str) -> None:
    (person,) = ilse(news.store)
    triage.mark(news.store, person, kind, "Els")
    with pytest.raises(DecisionRefused):
        triage.mark(news.store, person, kind, "Piet")
    with pytest.raises(NotFound):
        triage.mark(news.store, "0" * 32, kind, "Piet")


def test_who_is_set_aside_shows_again_when_there_is_something_new(news: News) -> None:
    triage.mark(news.store, ilse(news.store)[0], ASIDE, "Els")
    news.load(SLEEPING, COPY)
    assert marks(news.store) == [Marks(aside=True)]
    news.load(SAVING)
    assert marks(news.store) == [Marks()]
    triage.mark(news.store, ilse(news.store)[0], ASIDE, "Els")
    assert marks(news.store) == [Marks(aside=True)]


def test_after_a_split_a_mark_stays_with_the_appearances_it_was_made_on(news: News) -> None:
    (person,) = ilse(news.store)
    triage.mark(news.store, person, ASIDE, "Els")
    news.load(SAVING)
    deciding.different(
        news.store, [SLEEPING.people[0].id, COPY.people[0].id], [SAVING.people[0].id], Words("Els")
    )
    resolve(news.store)
    assert sorted(marks(news.store), key=lambda one: one.aside) == [Marks(), Marks(aside=True)]


def test_marks_survive_another_reading_and_a_rebuild(news: News) -> None:
    (person,) = ilse(news.store)
    triage.mark(news.store, person, ASIDE, "Els")
    triage.mark(news.store, person, STAR, "Els")
    old = SLEEPING.people[0]
    fuller = replace(
        SLEEPING,
        people=(replace(old, id="f" * 32, name_keys=("ilse van brandsmeer",)), *SLEEPING.people[1:]),
        attributions=(),
    )
    news.load(fuller, COPY, fingerprint="a better lexicon")
    resolve(news.store)
    found = triage.read(news.store.read)
    assert all("f" * 32 in one.attached and len(one.attached) == 2 for one in found)


def test_marks_change_nothing_that_is_concluded(news: News) -> None:
    before = list(lines(news.store, ["observation", "conclusion"]))
    for kind in (STAR, ASIDE, NOTE):
        triage.mark(news.store, ilse(news.store)[0], kind, "Els", "x" if kind == NOTE else None)
    resolve(news.store)
    assert list(lines(news.store, ["observation", "conclusion"])) == before


def test_what_was_noted_of_somebody_who_is_forgotten_is_gone(news: News) -> None:
    (person,) = ilse(news.store)
    triage.mark(news.store, person, NOTE, "Els", "Woont om de hoek.")
    forgetting.person(news.store, [SLEEPING.people[0].id, COPY.people[0].id], "Els")
    resolve(news.store)
    assert "om de hoek" not in news.everything()
    (note,) = triage.read(news.store.read)
    assert (note.note, note.targets) == (None, ())
