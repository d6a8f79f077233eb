"""What a dossier rests on, on each engine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from news import News
from newsroom import COPY, SAVING, SLEEPING, Named, Quoted, article, replace

from graph import reports
from graph.errors import NotFound
from graph.evidence import evidence
from graph.judgements import checks, deciding, forgetting
from graph.judgements.deciding import Words
from graph.lines.evidence import Coverage, Evidence
from graph.resolve import resolve
from graph.store import Store

ILSE = "Ilse Brandsmeer"
UNDATED = article(
    "Zonder datum", Quoted("Wout Kerkstra", "ingenieur", "engineering", says=("De dijk ligt goed.",))
)


@pytest.fixture
def news(store: Store) -> Iterator[News]:
    with store.lease("a test"):
        found = News(store)
        found.load(SLEEPING, COPY, SAVING, UNDATED)
        yield found


def of(news: News, name: str = ILSE) -> Evidence:
    return evidence(news.store, reports.find_person(news.store, name)[0].id)


def appearances(news: News, name: str = ILSE) -> list[str]:
    found = reports.dossier(news.store, reports.find_person(news.store, name)[0].id)
    return [one.id for one in found.appearances]


def test_it_says_what_the_store_covers(news: News) -> None:
    assert of(news).coverage == Coverage(
        articles=4, stories=3, publishers=3, undated=1, first="2024-01-05", last="2024-02"
    )


def test_each_article_comes_with_its_text_and_what_it_was_read_from(news: News) -> None:
    found = of(news)
    assert [source.article.publisher for source in found.sources] == ["Een", "Drie", "Twee"]
    for source in found.sources:
        (capture,) = source.captures
        assert (capture.lost, capture.dropped) == (False, False)
        assert capture.sha256 == hashlib.sha256(source.text.encode()).hexdigest()
        assert (source.reader, source.fingerprint) == ("1", "by hand")
    for one in found.dossier.appearances:
        text = found.text(one.article.id)
        for said in one.statements:
            assert text[said.starts[0] : said.ends[0]] == said.text


def test_an_original_that_was_lost_or_given_up_is_said_to_be(news: News) -> None:
    lost = of(news).sources[0].captures[0].sha256
    news.store.originals.path(lost).unlink()
    assert [one.captures[0].lost for one in of(news).sources] == [True, False, False]
    forgetting.person(news.store, appearances(news, "Joop Kater"), "een desk")
    resolve(news.store)
    assert [one.captures[0].dropped for one in of(news).sources] == [False, False, True]


def test_checks_and_decisions_about_the_person_are_there_and_others_are_not(news: News) -> None:
    store, mine = news.store, appearances(news)
    found = checks.record(store, mine, "NIP", "not-found", "een desk", "twee spellingen")
    taken_back = checks.record(store, mine[:1], "ORCID", "found", "een desk")
    checks.withdraw(store, taken_back.id, "een ander")
    checks.record(store, appearances(news, "Wout Kerkstra"), "ORCID", "found", "een desk")
    deciding.correct(store, mine[:1], {"role": "coach"}, Words("een desk", "stond er anders"))
    deciding.correct(store, [SAVING.article.id], {"published": "2024-02-03"}, Words("een desk"))
    deciding.correct(store, appearances(news, "Wout Kerkstra"), {"role": "arts"}, Words("een desk"))
    resolve(store)
    told = of(news)
    assert {(one.register, one.stands) for one in told.checks} == {("NIP", True), ("ORCID", False)}
    assert {one.id for one in told.checks} == {found.id, taken_back.id}
    assert {(one.field, one.value) for one in told.decisions} == {
        ("role", "coach"),
        ("published", "2024-02-03"),
    }


def test_it_says_where_nobody_looked_and_whether_anybody_was_asked(news: News) -> None:
    before = of(news)
    assert {"ORCID", "web", "KvK"} <= set(before.unchecked) and not before.asked
    assert "request-for-comment" not in before.unchecked
    checks.record(news.store, appearances(news), "ORCID", "ambiguous", "een desk")
    asked = checks.record(news.store, appearances(news), "request-for-comment", "no-answer", "een desk")
    resolve(news.store)
    after = of(news)
    assert set(before.unchecked) - set(after.unchecked) == {"ORCID"} and after.asked
    checks.withdraw(news.store, asked.id, "een desk")
    assert not of(news).asked


def test_an_organisation_that_a_signal_rests_on_is_there_with_where_it_stands(store: Store) -> None:
    articles = [
        article(
            f"Artikel {number}",
            Quoted("Ilse Brandsmeer", "coach", "psychology", says=(f"Dit is wens nummer {number}.",)),
            organisations=(Named("Bakjes & Zo"), Named("Gemeente Zuidzij")),
            url=f"https://{number}.example/a",
            publisher=f"Blad {number}",
        )
        for number in range(3)
    ]
    promoting = [
        replace(
            one,
            institutions=(
                replace(one.institutions[0], used_as=("mention", "promoted")),
                *one.institutions[1:],
            ),
        )
        for one in articles
    ]
    with store.lease("a test"):
        news = News(store)
        news.load(*promoting)
        for source in of(news).sources:
            (mentioned,) = source.mentions
            assert mentioned.name == "Bakjes & Zo"
            assert source.text[mentioned.starts[0] : mentioned.ends[0]] == "Bakjes & Zo"


def test_nobody_has_no_evidence(news: News) -> None:
    with pytest.raises(NotFound):
        evidence(news.store, "0" * 32)
