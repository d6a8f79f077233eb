"""What reports are asked for, on each engine: a filter chooses what is shown, and all of that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from news import News
from newsroom import COPY, SAVING, SLEEPING, Quoted, article

from graph import reports
from graph.errors import NotFound
from graph.lines import Filters
from graph.reports.selection import select
from graph.store import Store

LATER = article(
    "Slapen in de trein",
    Quoted("Ilse Brandsmeer", "slaaptherapeut", "psychology", "Breda", says=("Een trein wiegt.",)),
    Quoted("Wobke Tuinman", "conducteur", kind="other", says=("Stap maar in.",)),
    url="https://www.vier.example/trein",
    publisher="Vier",
    published="2024",
    subject="travel",
)
NAMESAKE = article(
    "Een tuin van niets",
    Quoted("Ilse Brandsmeer", "tuinarchitect", "engineering", "Hulst", affiliation="Hoveniershuis Zes"),
    url="https://vijf.example/tuin",
    publisher="Vijf",
    published="2019-06-30",
    subject="home",
)


@pytest.fixture
def news(store: Store) -> Iterator[News]:
    with store.lease("a test"):
        yield News(store)


@pytest.fixture
def filled(news: News) -> News:
    news.load(SLEEPING, COPY, SAVING)
    news.load(LATER, collection="Treinen")
    return news


def met(news: News, **asked: str) -> set[str]:
    """The titles of the articles that meet these filters."""
    selection = select(news.store, Filters(**asked))
    assert selection is not None
    titles = {one.id: f"{one.title} ({one.publisher})" for one in reports.articles(news.store)}
    return {titles[id] for id in selection.articles}


SLEEP, AGAIN, MONEY, TRAIN = (
    "Slapen kun je leren (Een)",
    "Slapen kun je leren (Drie)",
    "Geld en rust (Twee)",
    "Slapen in de trein (Vier)",
)


def test_nothing_asked_for_selects_nothing_apart(filled: News) -> None:
    assert select(filled.store, Filters()) is None
    assert select(filled.store, None) is None


def test_a_publisher_is_asked_for_by_title_or_domain_in_capitals_or_not(filled: News) -> None:
    assert met(filled, publisher="drie") == met(filled, publisher="DRIE.example") == {AGAIN}
    with pytest.raises(NotFound, match=r"Vijfde.*there are: .*Een"):
        met(filled, publisher="Vijfde")


def test_an_owner_that_owns_nothing_here_is_told(filled: News) -> None:
    with pytest.raises(NotFound, match="Niemand"):
        met(filled, owner="Niemand")


def test_a_period_holds_both_its_ends_and_what_a_date_leaves_open(filled: News) -> None:
    assert met(filled, start="2024-01-05", end="2024-01-05") == {SLEEP, AGAIN, TRAIN}
    assert met(filled, start="2024-02-10") == {MONEY, TRAIN}
    assert met(filled, end="2024-01") == {SLEEP, AGAIN, TRAIN}
    assert met(filled, start="2025") == set()
    assert met(filled, end="2023-12-31") == set()


def test_filters_all_hold_together(filled: News) -> None:
    assert met(filled, subject="mind") == {SLEEP, AGAIN}
    assert met(filled, subject="mind", publisher="Een") == {SLEEP}
    assert met(filled, subject="money", publisher="Een") == set()


def test_what_somebody_is_holds_of_one_and_the_same_person(filled: News) -> None:
    assert met(filled, kind="subject") == {SLEEP, AGAIN}
    assert met(filled, role_family="finance") == {MONEY}
    assert met(filled, role_family="psychology", kind="other") == set()


def test_a_collection_is_asked_for_by_name(filled: News) -> None:
    assert met(filled, collection="treinen") == {TRAIN}
    with pytest.raises(NotFound, match="Treinen"):
        met(filled, collection="Vliegtuigen")


def test_the_last_are_those_of_the_last_load_that_brought_any(filled: News) -> None:
    assert met(filled, since="last") == {TRAIN}
    filled.load(SLEEPING, SAVING)
    filled.load(replace(SLEEPING), bytes_=" ")  # known, from another original
    assert met(filled, since="last") == {TRAIN}
    assert met(filled, since="2020") == {SLEEP, AGAIN, MONEY, TRAIN}
    assert met(filled, since="2999-01-01") == set()


def test_reuse_shows_all_of_whom_one_appearance_was_asked_for(filled: News) -> None:
    (ilse,) = reports.reuse(filled.store, filters=Filters(publisher="Twee"))
    assert (ilse.person.name, ilse.person.stories, ilse.selected) == ("Ilse Brandsmeer", 3, 1)
    assert reports.reuse(filled.store)[0].selected is None
    assert reports.reuse(filled.store, filters=Filters(kind="subject")) == ()


def test_reuse_shows_somebody_of_whose_namesake_an_appearance_was_asked_for(news: News) -> None:
    news.load(SLEEPING, SAVING, NAMESAKE)
    found = reports.reuse(news.store, filters=Filters(publisher="Vijf"))
    shown = {person.places: person for one in found for person in (one.person, *one.namesakes)}
    assert ("Hulst",) in shown and len(shown) > 1


def test_a_dossier_leaves_out_the_appearances_that_were_not_asked_for(filled: News) -> None:
    (ilse,) = reports.find_person(filled.store, "Ilse Brandsmeer")
    whole = reports.dossier(filled.store, ilse.id)
    part = reports.dossier(filled.store, ilse.id, Filters(subject="travel"))
    assert (len(whole.appearances), whole.left_out) == (4, 0)
    assert ([one.article.title for one in part.appearances], part.left_out) == (["Slapen in de trein"], 3)
    assert part.signals == whole.signals


def test_a_claim_is_shown_whole_if_one_sentence_of_it_was_asked_for(filled: News) -> None:
    (claim,) = reports.claims(filled.store, Filters(publisher="Twee"))
    assert {one.source_name for one in claim.sentences} == {"Ilse Brandsmeer", "Joop Kater"}
    # Joop Kater says it there, who is no financial expert; somebody else in the article is.
    assert reports.claims(filled.store, Filters(role_family="finance")) == ()
    assert reports.claims(filled.store, Filters(role_family="psychology", publisher="Twee")) == (claim,)
    assert reports.claims(filled.store, Filters(publisher="Vier")) == ()
