"""Collections of articles, on each engine: what is put into one stays in it, whatever happens to the rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from news import News
from newsroom import COPY, SAVING, SLEEPING

from graph import collections
from graph.errors import NotFound
from graph.judgements import forgetting
from graph.resolve import resolve
from graph.store import Store


@pytest.fixture
def news(store: Store) -> Iterator[News]:
    with store.lease("a test"):
        yield News(store)


def held(store: Store) -> dict[str, set[str]]:
    """The articles of each collection."""
    rows = store.read(
        "MATCH (a:Article)-[:COLLECTED_IN]->(c:Collection) RETURN c.name AS name, collect(a.id) AS articles"
    )
    return {row["name"]: set(row["articles"]) for row in rows}


def ids(*extractions: object) -> set[str]:
    return {one.article.id for one in extractions}  # type: ignore[attr-defined]


def test_articles_are_put_into_a_collection_and_so_are_those_known_already(news: News) -> None:
    news.load(SLEEPING, SAVING)
    news.load(SLEEPING, COPY, collection="Slaap")
    assert held(news.store) == {"Slaap": ids(SLEEPING, COPY)}


def test_an_article_may_be_in_several_collections(news: News) -> None:
    news.load(SLEEPING, COPY, collection="Slaap")
    news.load(SLEEPING, SAVING, collection="Voor Els")
    assert held(news.store) == {"Slaap": ids(SLEEPING, COPY), "Voor Els": ids(SLEEPING, SAVING)}
    found = collections.listed(news.store, [SAVING.article.id, SLEEPING.article.id])
    assert [(one.name, one.articles, one.stories) for one in found] == [("Slaap", 2, 1), ("Voor Els", 2, 2)]
    assert [one.name for one in collections.listed(news.store, [SAVING.article.id])] == ["Voor Els"]


def test_a_collection_is_known_by_its_name_in_capitals_or_not(news: News) -> None:
    news.load(SLEEPING, collection="Voor  Els ")
    news.load(COPY, collection="voor els")
    assert held(news.store) == {"Voor Els": ids(SLEEPING, COPY)}
    assert collections.named(news.store, "VOOR ELS").articles == 2
    with pytest.raises(NotFound, match="Voor Els"):
        collections.named(news.store, "Voor Piet")


def test_another_reading_and_another_build_leave_a_collection_as_it_is(news: News) -> None:
    news.load(SLEEPING, COPY, collection="Slaap")
    news.load(SLEEPING, COPY, SAVING, fingerprint="a better lexicon")
    resolve(news.store)
    assert held(news.store) == {"Slaap": ids(SLEEPING, COPY)}


def test_forgetting_takes_an_article_out_of_it_and_does_not_let_it_back(news: News) -> None:
    news.load(SLEEPING, SAVING, collection="Slaap")
    forgetting.article(news.store, SAVING.article.id, "ik")
    news.load(SAVING, collection="Slaap")
    assert held(news.store) == {"Slaap": ids(SLEEPING)}
    forgetting.person(news.store, [SLEEPING.people[0].id], "ik")
    assert held(news.store) == {"Slaap": ids(SLEEPING)}
    forgetting.article(news.store, SLEEPING.article.id, "ik")
    assert collections.listed(news.store) == ()


def test_a_collection_that_is_dropped_leaves_its_articles(news: News) -> None:
    news.load(SLEEPING, SAVING, collection="Slaap")
    assert collections.drop(news.store, "slaap").articles == 2
    assert collections.listed(news.store) == ()
    assert news.store.read("MATCH (a:Article) RETURN count(a) AS n") == [{"n": 2}]
