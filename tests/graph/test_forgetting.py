"""Forgetting, on each engine: that nothing readable stays, that it does not come back, and whom it spares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from news import News
from newsroom import COPY, SAVING, SLEEP, SLEEPING, Quoted, article

from graph import reports
from graph.errors import NotFound
from graph.judgements import deciding, forgetting
from graph.judgements.deciding import Words
from graph.load import Loaded
from graph.model import Changes
from graph.resolve import resolve
from graph.store import Store

NAMESAKE = article(
    "Een dijk in Zeeland",
    Quoted("Ilse Brandsmeer", "ingenieur", "engineering", "Goes", says=("De dijk ligt er goed bij.",)),
    url="https://dijken.example/1",
    publisher="Dijken",
)
BESIDE = article(
    "Nog eens slapen",
    Quoted("Ilse Brandsmeer", "slaaptherapeut", "psychology", says=("Een dutje mag.",)),
    Quoted("Koos Meer", says=("Ilse Brandsmeer sprak mij daarop aan.", "Het is laat.")),
    url="https://een.example/2024/slaaptherapeut-ilse-brandsmeer-over-dutjes?b=Brandsmeer",
    publisher="Een",
)
ALL = (SLEEPING, COPY, SAVING, NAMESAKE, BESIDE)


@pytest.fixture
def news(store: Store) -> Iterator[News]:
    with store.lease("a test"):
        news = News(store)
        news.load(*ALL)
        yield news


def sleepers() -> list[str]:
    return [one.people[0].id for one in (SLEEPING, COPY, SAVING, BESIDE)]


def test_nothing_readable_stays_of_somebody_who_is_forgotten(news: News) -> None:
    deciding.correct(news.store, sleepers()[:1], {"role": "Brandsmeers rol"}, Words("ik", "Brandsmeer belde"))
    deciding.same(news.store, [[id] for id in sleepers()], Words("ik", "het is steeds Ilse Brandsmeer"))
    without_namesake = [one for one in ALL if one is not NAMESAKE]
    forgetting.article(news.store, NAMESAKE.article.id, "ik")  # else her name would stay, and be no trace
    forgetting.person(news.store, sleepers(), "ik")
    resolve(news.store)
    everything = news.everything().casefold()
    said = [
        one.content[0].text
        for x in without_namesake
        for one in x.attributions
        if one.source.name == "Ilse Brandsmeer"
    ]
    for trace in ("Brandsmeer", "Ilse", "Brandsmeers rol", *said):
        if trace != SLEEP:  # which somebody else says too
            assert trace.casefold() not in everything, trace
    found = news.store.read(
        "CALL db.index.fulltext.queryNodes('Person[name]', 'Brandsmeer') YIELD node RETURN node.id AS id"
    )
    assert found == []


def test_the_text_keeps_its_length_and_everything_else_its_place(news: News) -> None:
    forgetting.person(news.store, sleepers(), "ik")
    resolve(news.store)
    shown = reports.article(news.store, SLEEPING.article.id)
    assert len(shown.text) == len(SLEEPING.article.text)
    assert "█" in shown.text
    assert SLEEP not in shown.text
    ((anna, _),) = shown.people
    assert shown.text[anna.starts[0] : anna.ends[0]] == "Anna"
    assert [one.text for one in shown.statements] == ["Ik sliep nooit."]


def test_in_addresses_the_name_is_masked_and_the_rest_stays(news: News) -> None:
    forgetting.person(news.store, sleepers(), "ik")
    url = reports.article(news.store, BESIDE.article.id).line.url
    assert url == "https://een.example/2024/slaaptherapeut-xxxxxxxxxxxxxxx-over-dutjes?b=xxxxxxxxxx"


def test_what_another_says_of_them_is_masked_where_it_names_them(news: News) -> None:
    forgetting.person(news.store, sleepers(), "ik")
    resolve(news.store)
    shown = reports.article(news.store, BESIDE.article.id)
    assert [one.text for one in shown.statements] == [
        "███████████████ sprak mij daarop aan.",
        "Het is laat.",
    ]
    words = news.store.read("MATCH (s:Sentence) RETURN s.words AS words")
    assert not {"ilse", "brandsmeer"} & {word for row in words for word in row["words"]}


def test_the_originals_of_the_articles_are_gone_and_the_others_kept(news: News) -> None:
    forgetting.person(news.store, sleepers(), "ik")
    kept = [path for path in news.store.originals.folder.rglob("*") if path.is_file()]
    assert [path.read_text("utf-8") for path in kept] == [NAMESAKE.article.text]


AGAIN: dict[str, Callable[[News], list[Loaded]]] = {
    "from the same file": lambda news: news.load(SLEEPING),
    "with a better lexicon": lambda news: news.load(SLEEPING, fingerprint="better"),
    "from another file": lambda news: news.load(SLEEPING, bytes_="\n"),
    "from another file with a better lexicon": lambda news: news.load(
        SLEEPING, fingerprint="better", bytes_="\n"
    ),
}


@pytest.mark.parametrize("how", AGAIN)
def test_somebody_forgotten_does_not_come_back_with_their_article(news: News, how: str) -> None:
    forgetting.person(news.store, sleepers(), "ik")
    AGAIN[how](news)
    shown = reports.article(news.store, SLEEPING.article.id)
    assert [one.name for one, _ in shown.people] == ["Anna"]
    assert "Brandsmeer" not in shown.text
    kept = [path for path in news.store.originals.folder.rglob("*") if path.is_file()]
    assert [path.read_text("utf-8") for path in kept] == [NAMESAKE.article.text]


def test_somebody_forgotten_does_not_come_back_in_a_new_article_and_that_is_told(news: News) -> None:
    forgetting.person(news.store, sleepers(), "ik")
    new = article(
        "Weer over slapen",
        Quoted("Ilse Brandsmeer", "slaapcoach", "psychology", says=("Ga op tijd naar bed.",)),
        Quoted("Koos Meer", says=("Doe ik.",)),
        url="https://vijf.example/bed",
        publisher="Vijf",
    )
    (loaded,) = news.load(new)
    assert (loaded.outcome, loaded.left_out) == ("added", 1)
    assert [one.name for one, _ in reports.article(news.store, new.article.id).people] == ["Koos Meer"]
    assert "Ga op tijd" not in news.everything()


def test_a_namesake_is_neither_forgotten_nor_kept_out(news: News) -> None:
    forgetting.person(news.store, sleepers(), "ik")
    resolve(news.store)
    (other,) = reports.find_person(news.store, "Ilse Brandsmeer")
    assert other.roles == ("ingenieur",)
    new = article(
        "Een dijk in Friesland",
        Quoted("Ilse Brandsmeer", "ingenieur", "engineering"),
        url="https://dijken.example/2",
        publisher="Dijken",
    )
    (loaded,) = news.load(new)
    assert loaded.left_out == 0


def test_the_id_of_somebody_forgotten_leads_nowhere(news: News) -> None:
    forgetting.person(news.store, sleepers(), "ik")
    resolve(news.store)
    for id in sleepers():
        assert reports.find_person(news.store, id) == ()


def test_what_was_decided_about_others_keeps_its_words(news: News) -> None:
    (made,) = deciding.same(
        news.store, [[BESIDE.people[1].id], [SAVING.people[1].id]], Words("ik", "één Koos")
    )
    forgetting.person(news.store, sleepers(), "ik")
    rows = news.store.read("MATCH (d:Decision) RETURN d.id AS id, d.why AS why")
    assert rows == [{"id": made.id, "why": "één Koos"}]


def test_an_article_forgotten_is_gone_and_kept_out_by_address_and_by_text(news: News) -> None:
    forgetting.article(news.store, NAMESAKE.article.id, "ik")
    resolve(news.store)
    with pytest.raises(NotFound):
        reports.article(news.store, NAMESAKE.article.id)
    assert "De dijk ligt" not in news.everything()
    moved = replace(NAMESAKE, article=replace(NAMESAKE.article, url="https://elders.example/1"))
    changed = article(
        "Een andere dijk", Quoted("Ilse Brandsmeer", "ingenieur"), url="https://dijken.example/1"
    )
    assert [one.outcome for one in news.load(NAMESAKE, moved, changed)] == ["barred"] * 3
    assert "De dijk ligt" not in news.everything()


def test_what_was_forgotten_can_be_let_in_again(news: News) -> None:
    made = forgetting.article(news.store, NAMESAKE.article.id, "ik")
    assert [one.id for one in forgetting.read(news.store.read)] == [made.id]
    forgetting.lift(news.store, made.id)
    assert [one.outcome for one in news.load(NAMESAKE)] == ["added"]
    with pytest.raises(NotFound):
        forgetting.lift(news.store, made.id)


def test_forgetting_what_is_not_there_is_refused(news: News) -> None:
    with pytest.raises(NotFound):
        forgetting.article(news.store, "0" * 32, "ik")


def test_a_store_that_is_killed_while_it_forgets_can_be_told_again(news: News) -> None:
    for capture in news.store.read("MATCH (c:Capture) RETURN c.id AS id"):
        news.store.originals.drop(capture["id"])  # the bytes go before the rows
    forgetting.person(news.store, sleepers(), "ik")
    news.store.write([Changes()])
    assert len(forgetting.read(news.store.read)) == 1
