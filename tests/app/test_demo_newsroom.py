"""What was planted in the demo newsroom (`app/demo/truth.toml`) is in it, and found by `zegsman demo`."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from app_command import run
from demo_store import Demo

from graph import reports
from graph.lines import ArticleLine, ArticleView, Dossier, Reused
from graph.store import Store, open_store

DEMO = Path(__file__).parents[2] / "app" / "demo"
# Real articles, which are beside the project where it is made, and not in it.
NEWS = DEMO.parents[2] / "shared" / "corpus" / "news.jsonl"
TRUTH: dict[str, Any] = tomllib.loads((DEMO / "truth.toml").read_text("utf-8"))
PEOPLE = [
    person for one in TRUTH["namesakes"] for person in [{"name": one["name"], **p} for p in one["people"]]
]
EXPERTS = [*TRUTH["invented"], *TRUTH["press"], *TRUTH["steady"], *PEOPLE]
STYLES = ("“", "„", "«", "‘", " '", ' "', "\n– ")


def slug(article: ArticleLine) -> str:
    return str(article.url).rsplit("/", 1)[-1]


@pytest.fixture(scope="module")
def store(demo: Demo) -> Iterator[Store]:
    with open_store(demo.store) as opened:
        yield opened


@pytest.fixture(scope="module")
def articles(store: Store) -> dict[str, ArticleView]:
    """The articles as taken in, by the last part of their address."""
    return {slug(line): reports.article(store, line.id) for line in reports.articles(store, limit=1000)}


@pytest.fixture(scope="module")
def reused(store: Store) -> tuple[Reused, ...]:
    return reports.reuse(store)


def dossier(store: Store, expert: dict[str, Any]) -> Dossier:
    """Return all there is on the one person of this name and these professions."""
    (one,) = (
        person
        for person in reports.find_person(store, expert["name"])
        if {role.lower() for role in person.roles} == set(expert["roles"])
    )
    return reports.dossier(store, one.id)


def rows(demo: Demo, *query: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(demo.run("query", *query, "--json").stdout)
    return read


# --- the newsroom ---


def test_it_has_some_thirty_articles_of_eight_publishers_and_two_owners(
    articles: dict[str, ArticleView], store: Store
) -> None:
    assert len(articles) >= 30
    assert len({view.line.publisher for view in articles.values()}) == 8
    owners = {owner for person in reports.people(store, limit=1000) for owner in person.owners}
    assert owners == {"Stiltewerf Media", "Drukkerij Kroezelaar"}


def test_every_article_is_dated_titled_and_of_a_readable_length(articles: dict[str, ArticleView]) -> None:
    for name, view in articles.items():
        assert view.line.published and view.line.title, name
        assert 250 <= len(view.text.split()) <= 600, name


def test_it_comes_in_every_kind_of_file_and_every_style_of_quotation(
    articles: dict[str, ArticleView],
) -> None:
    kinds = Counter(path.suffix for path in (DEMO / "articles").iterdir())
    assert min(kinds[".html"], kinds[".txt"], kinds[".jsonl"]) > 1
    assert all(any(style in view.text for view in articles.values()) for style in STYLES)


def test_its_truth_names_no_article_that_is_not_there(articles: dict[str, ArticleView]) -> None:
    lists = (
        one["articles"]
        for kind in TRUTH.values()
        if isinstance(kind, list)
        for one in kind
        if "articles" in one
    )
    assert set(chain.from_iterable(lists)) <= set(articles)


# --- experts ---


@pytest.mark.parametrize("expert", EXPERTS, ids=lambda expert: f"{expert['name']}, {expert['roles'][0]}")
def test_an_expert_is_counted_in_each_story_once_with_towns_and_employer(
    store: Store, expert: dict[str, Any]
) -> None:
    found = dossier(store, expert)
    copies = {one["copy"] for one in TRUTH["copy"]}
    assert found.person.stories == len(expert["articles"])
    assert {slug(one.article) for one in found.appearances} - copies == set(expert["articles"])
    assert set(found.person.places) == set(expert.get("towns", ()))
    assert set(found.person.affiliations) == ({expert["employer"]} if "employer" in expert else set())


@pytest.mark.parametrize(
    "expert", [*TRUTH["invented"], *TRUTH["press"]], ids=lambda expert: str(expert["name"])
)
def test_there_are_reasons_to_look_closer_at_an_invented_expert(store: Store, expert: dict[str, Any]) -> None:
    assert {signal.type for signal in dossier(store, expert).signals} == set(expert["signals"])


@pytest.mark.parametrize("expert", [*TRUTH["steady"], *PEOPLE], ids=lambda expert: str(expert["roles"][0]))
def test_there_is_none_for_an_expert_as_real_ones_are_presented(store: Store, expert: dict[str, Any]) -> None:
    assert dossier(store, expert).signals == ()


def test_nobody_else_is_reported_as_used_again(reused: tuple[Reused, ...]) -> None:
    reported = Counter(line.name for one in reused for line in (one.person, *one.namesakes))
    assert reported == Counter(expert["name"] for expert in EXPERTS)


def test_who_is_invented_comes_before_all_others(reused: tuple[Reused, ...]) -> None:
    invented = {expert["name"] for expert in (*TRUTH["invented"], *TRUTH["press"])}
    assert {one.person.name for one in reused[: len(invented)]} == invented


def test_who_is_invented_is_among_the_first_ten_in_a_store_of_news_too(tmp_path: Path) -> None:
    if not NEWS.exists():
        pytest.skip("the corpus, ../shared/corpus, is not there")
    store = tmp_path / "store"
    with open_store(store) as opened:
        assert run("ingest", DEMO / "articles", NEWS, "--store", store).exit_code == 0
        first = {one.person.name for one in reports.reuse(opened)[:10]}
    assert first >= {expert["name"] for expert in (*TRUTH["invented"], *TRUTH["press"])}


@pytest.mark.parametrize("pair", TRUTH["namesakes"], ids=lambda pair: pair["name"])
def test_namesakes_stand_apart_beside_each_other(reused: tuple[Reused, ...], pair: dict[str, Any]) -> None:
    (one,) = (one for one in reused if one.person.name == pair["name"])
    assert [other.name for other in one.namesakes] == [pair["name"]]


@pytest.mark.parametrize("expert", TRUTH["press"], ids=lambda expert: expert["name"])
def test_one_shop_is_promoted_wherever_an_expert_from_press_releases_speaks(
    demo: Demo, articles: dict[str, ArticleView], store: Store, expert: dict[str, Any]
) -> None:
    beside = rows(demo, "quoted_beside", "-p", f"name={expert['name']}")
    assert {"organisation": expert["shop"], "stories": len(expert["articles"])}.items() <= beside[0].items()
    assert promoted(articles, expert["shop"]) == set(expert["articles"])
    linked = rows(
        demo,
        "MATCH (a:Article)-[:LINKS_TO]->(s:Site) WHERE s.domain = $domain RETURN DISTINCT a.url AS url",
        "-p",
        f"domain={expert['domain']}",
    )
    assert {row["url"].rsplit("/", 1)[-1] for row in linked} == set(expert["articles"])
    person = dossier(store, expert).person
    assert len(person.publishers) == len(expert["articles"])
    assert len(person.owners) == 2


def promoted(articles: dict[str, ArticleView], shop: str) -> set[str]:
    return {
        name
        for name, view in articles.items()
        if any(one.name == shop and "promoted" in one.used_as for one in view.mentions)
    }


@pytest.mark.parametrize("shop", TRUTH["shop"], ids=lambda shop: shop["name"])
def test_a_shop_praised_beside_an_expert_is_promoted(
    articles: dict[str, ArticleView], shop: dict[str, Any]
) -> None:
    assert promoted(articles, shop["name"]) == set(shop["articles"])


def test_people_with_changed_names_live_in_other_towns_in_other_stories(store: Store) -> None:
    told = {one.person.name: one for one in reports.reuse(store, kind="subject")}
    for case in TRUTH["case"]:
        one = told[case["name"]]
        assert len(one.person.places) > 1 and set(one.person.places) <= set(case["towns"].values())
        assert {signal.type for signal in one.signals} == set(case["signals"])


# --- what is said, and where ---


@pytest.mark.parametrize("claim", TRUTH["claim"], ids=lambda claim: claim["how"])
def test_what_is_planted_in_two_mouths_is_read_in_both(
    articles: dict[str, ArticleView], claim: dict[str, Any]
) -> None:
    for said in claim["said"]:
        (text,) = (
            statement.text
            for statement in articles[said["article"]].statements
            if statement.source_name == said["by"] and said["text"] in statement.text
        )
        assert text.strip(".") == said["text"].strip(".")


@pytest.mark.parametrize("how", ["verbatim", "edited", "reworded"])
def test_a_claim_in_another_mouth_is_one_claim(store: Store, how: str) -> None:
    (claim,) = (claim for claim in TRUTH["claim"] if claim["how"] == how)
    (person,) = reports.find_person(store, claim["said"][0]["by"])
    sentences = {said["text"] for said in claim["said"]}
    (shared,) = (
        one
        for one in reports.dossier(store, person.id).claims
        if {sentence.text for sentence in one.sentences} == sentences
    )
    assert {line.name for line in shared.persons} == {said["by"] for said in claim["said"]}


def test_it_is_told_how_many_claims_in_other_mouths_are_independent(store: Store) -> None:
    (joris,) = (expert for expert in TRUTH["invented"] if expert["name"] == "Joris Haverslag")
    (told,) = (s for s in dossier(store, joris).signals if s.type == "words_in_other_mouths")
    own = [claim for claim in TRUTH["claim"] if claim["said"][0]["by"] == joris["name"]]
    assert told.params["claims"] == str(len(own))
    assert told.params["independent"] == str(sum(claim["independent"] for claim in own))


def test_a_story_made_over_is_a_twin_with_what_was_swapped(demo: Demo) -> None:
    (twin,) = rows(
        demo,
        "MATCH (one:Article)-[:TELLS]->(:Story)-[t:TWIN_OF]->(:Story)<-[:TELLS]-(other:Article) "
        "RETURN [one.url, other.url] AS urls, t.swapped AS swapped",
    )
    (planted,) = TRUTH["twins"]
    assert {url.rsplit("/", 1)[-1] for url in twin["urls"]} == set(planted["articles"])
    pairs = {frozenset(pair) for pair in zip(twin["swapped"][::2], twin["swapped"][1::2], strict=True)}
    assert pairs >= {frozenset(planted[kind]) for kind in ("experts", "towns", "people", "numbers")}


def test_a_copy_is_one_story_with_its_original_and_nothing_else_is(articles: dict[str, ArticleView]) -> None:
    copied = {name: {slug(line) for line in view.copies} for name, view in articles.items() if view.copies}
    assert copied == {
        name: {other}
        for one in TRUTH["copy"]
        for name, other in ((one["article"], one["copy"]), (one["copy"], one["article"]))
    }
    for one in TRUTH["copy"]:
        assert {articles[one[name]].line.agency for name in ("article", "copy")} == {one["agency"]}
        assert articles[one["article"]].line.publisher != articles[one["copy"]].line.publisher


def test_misnamed_institutions_resemble_those_they_are_taken_for(demo: Demo) -> None:
    assert {(row["name"], row["resembles"]) for row in rows(demo, "misnamed_institutions")} == {
        (one["name"], one["resembles"]) for one in TRUTH["misnamed"]
    }


def test_a_reference_copied_from_list_to_list_is_one(demo: Demo) -> None:
    listed = rows(
        demo,
        "MATCH (a:Article)-[:LISTS]->(r:Reference) WITH r, collect(a.url) AS urls WHERE size(urls) > 1 "
        "RETURN r.author AS author, r.title AS title, urls",
    )
    assert [
        (row["author"], row["title"], {url.rsplit("/", 1)[-1] for url in row["urls"]}) for row in listed
    ] == [(one["author"], one["title"], set(one["articles"])) for one in TRUTH["reference"]]


def test_small_print_that_names_were_changed_is_seen_wherever_it_stands(demo: Demo) -> None:
    said = rows(demo, "MATCH (a:Article) WHERE 'names-changed' IN a.disclaimers RETURN a.url AS url")
    assert {row["url"].rsplit("/", 1)[-1] for row in said} == set(TRUTH["small_print"]["articles"])
