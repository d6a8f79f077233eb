"""Every page, run by Streamlit without a browser: on a store with stories, on an empty one, and on none."""

import csv
import io
import json
from pathlib import Path

import pytest
from opened import Open, Read, id_of, looked_at
from stories import JOOST, WIEKE, fill, stories

from app.components.network import laid_down
from app.messages import Messages
from app.screens.console import as_csv, read, shown
from graph.lines import Network, Node
from graph.store import open_store

PAGES = ("", "expert", "article", "drawing", "record", "query")
SLEEP, KIDS, MONEY, GARDEN, HOSTILE = stories()

WIEKE_ID = id_of(WIEKE, SLEEP, KIDS, MONEY, GARDEN)
EXAMPLES = {
    "": {},
    "expert": {"person": WIEKE_ID},
    "article": {"article": SLEEP.article.id},
    "drawing": {"about": WIEKE_ID},
    "record": {},
    "query": {},
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_opens_in_both_languages(pages: Open, filled: Path, page: str, language: str) -> None:
    seen = looked_at(pages(filled, page, lang=language, **EXAMPLES[page]))
    assert "h1" in seen.tags
    assert all("lang=" in link for link in seen.links if not link.startswith("http"))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_without_being_told_what_to_show(pages: Open, filled: Path, page: str) -> None:
    assert looked_at(pages(filled, page)).text


@pytest.fixture
def on_neo4j(
    pages: Open, neo4j_login: tuple[str, tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> tuple[str, tuple[str, str]]:
    """Address and login of an empty Neo4j that the pages can log in to."""
    for name, value in zip(("NEO4J_USERNAME", "NEO4J_PASSWORD"), neo4j_login[1], strict=True):
        monkeypatch.setenv(name, value)
    return neo4j_login


def test_on_neo4j_every_page_shows_what_it_shows_on_the_embedded_engine(
    pages: Open, filled: Path, on_neo4j: tuple[str, tuple[str, str]]
) -> None:
    fill(*on_neo4j)
    for page in PAGES:
        there = looked_at(pages(on_neo4j[0], page, **EXAMPLES[page]))
        here = looked_at(pages(filled, page, **EXAMPLES[page]))
        # The one thing that differs is where the store is, at the foot of the page.
        assert there.text.replace(on_neo4j[0], "") == here.text.replace(str(filled), "")
        assert there.links == here.links


def test_on_an_empty_neo4j_every_page_says_what_to_do(
    pages: Open, on_neo4j: tuple[str, tuple[str, str]]
) -> None:
    for page in PAGES:
        assert "zegsman ingest" in looked_at(pages(on_neo4j[0], page)).text


@pytest.mark.parametrize("page", PAGES)
def test_a_store_that_has_not_been_made_says_what_to_do(pages: Open, tmp_path: Path, page: str) -> None:
    seen = looked_at(pages(tmp_path / "none", page))
    assert "zegsman ingest" in seen.text and "zegsman demo" in seen.text
    assert not (tmp_path / "none").exists()


def test_an_empty_store_says_what_to_do(pages: Open, tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.ensure_schema()
    assert "zegsman ingest" in looked_at(pages(tmp_path / "store")).text


def test_a_store_that_cannot_be_opened_says_why(pages: Open, tmp_path: Path) -> None:
    file = tmp_path / "<b>file"
    file.write_text("no store")
    seen = looked_at(pages(file, lang="en"))
    assert f"{file} is a file, and a store is a folder" in seen.text
    assert "b" not in seen.tags


def test_the_overview_lists_who_is_in_most_stories_first(pages: Open, filled: Path) -> None:
    seen = looked_at(pages(filled))
    assert seen.text.index(WIEKE) < seen.text.index(JOOST)
    assert f"expert?person={WIEKE_ID}" in seen.links
    assert "Breda, Gouda, Tilburg" in seen.text


def test_people_are_found_by_part_of_their_name_and_the_address_remembers(pages: Open, filled: Path) -> None:
    at = pages(filled)
    at.text_input[0].input("elderman").run()
    assert JOOST in looked_at(at).text and WIEKE not in looked_at(at).text
    assert at.query_params["search"] == "elderman"
    assert WIEKE not in looked_at(pages(filled, search="elderman")).text


def test_nobody_found_is_said(pages: Open, filled: Path) -> None:
    assert "Niemand met “<i>niemand” in de naam" in looked_at(pages(filled, search="<i>niemand")).text


def test_a_person_is_shown_as_presented_and_quoted_in_each_article(pages: Open, filled: Path) -> None:
    seen = looked_at(pages(filled, "expert", person=WIEKE_ID))
    for stated in (
        "slaapcoach",
        "Gouda",
        "Hogeschool Rivierenland",
        "9\N{NO-BREAK SPACE}jan\N{NO-BREAK SPACE}2024",
    ):
        assert stated in seen.text
    said = MONEY.attributions[0].content[0]
    assert f"“{said.text}”" in seen.text
    assert f"article?article={MONEY.article.id}&at={said.start}&to={said.end}" in seen.links
    assert "Slaapcoach Wieke Zandbergen uit Breda ziet het elke week in haar praktijk." in seen.text


def test_what_stands_out_is_shown_with_its_evidence_and_is_no_verdict(pages: Open, filled: Path) -> None:
    seen = looked_at(pages(filled, "expert", person=WIEKE_ID))
    assert "Breda, Gouda" in seen.text[seen.text.index("Wat opvalt") : seen.text.index("Hoe voorgesteld")]
    assert "Dit is geen oordeel" in seen.text
    assert JOOST in seen.text[seen.text.index("Gedeelde beweringen") :]


def test_any_id_of_an_appearance_leads_to_the_person(pages: Open, filled: Path) -> None:
    for extraction in (SLEEP, KIDS, MONEY, GARDEN):
        seen = looked_at(pages(filled, "expert", person=extraction.people[0].id))
        assert "financieel adviseur" in seen.text and "tuinarchitect" in seen.text


@pytest.mark.parametrize("page, name", [("expert", "person"), ("article", "article"), ("drawing", "about")])
def test_an_address_that_leads_nowhere_says_so(pages: Open, filled: Path, page: str, name: str) -> None:
    assert "niet te vinden: <x>" in looked_at(pages(filled, page, **{name: "<x>"})).text


def test_an_article_is_shown_whole_with_a_place_for_each_statement(pages: Open, filled: Path) -> None:
    at = pages(filled, "article", article=SLEEP.article.id)
    shown = next(one.value for one in at.get("html") if "zg-text" in one.value)
    assert Read(shown[shown.index('<div class="zg zg-text"') :]).text == SLEEP.article.text
    for said in SLEEP.attributions:
        assert f'id="at-{said.content[0].start}"' in shown
    assert 'id="place"' not in shown


def test_the_place_asked_for_is_marked(pages: Open, filled: Path) -> None:
    name = SLEEP.people[0].mentions[0].start
    at = pages(filled, "article", article=SLEEP.article.id, at=str(name))
    shown = next(one.value for one in at.get("html") if "zg-text" in one.value)
    assert '<mark class="zg-place" id="place">Slaapcoach ' in shown
    scroll = at.get("bidi_component")
    assert len(scroll) == 1


@pytest.mark.parametrize("at", ["-1", "x", "99999999", "٣"])
def test_a_place_that_is_none_is_passed_over(pages: Open, filled: Path, at: str) -> None:
    assert SLEEP.article.title in looked_at(pages(filled, "article", article=SLEEP.article.id, at=at)).text


@pytest.mark.parametrize("page", ["", "expert", "article", "drawing"])
def test_a_hostile_article_is_shown_as_it_is(pages: Open, filled: Path, page: str) -> None:
    person = HOSTILE.people[0]
    address = {
        "expert": {"person": person.id},
        "article": {"article": HOSTILE.article.id},
        "drawing": {"about": person.id},
    }
    at = pages(filled, page, **address.get(page, {}))
    seen = looked_at(at)
    assert person.name in seen.text
    assert not seen.tags & {"script", "img", "b", "i", "u"}
    assert not [link for link in seen.links if "javascript" in link.split("?")[0]]
    # Only st.html shows it: nothing of an article goes through Markdown.
    assert "O'Dun" not in "".join(
        one.value for kind in (at.markdown, at.title, at.caption, at.error) for one in kind
    )


def test_the_drawing_is_of_the_neighbourhood_and_fetches_nothing(pages: Open, filled: Path) -> None:
    at = pages(filled, "drawing", about=WIEKE_ID)
    drawn = json.loads(at.get("bidi_component")[0].proto.json)
    assert {WIEKE, JOOST, "Hogeschool Rivierenland"} <= {node["label"] for node in drawn["nodes"]}
    assert any("Tuinarchitect Wieke Zandbergen" in edge["title"] for edge in drawn["edges"])


def test_in_a_crowded_drawing_articles_show_their_titles_only_when_pointed_at() -> None:
    titles = [f"Verhaal {number}" for number in range(30)]
    nodes = (Node("p", "Person", WIEKE, ""), *(Node(title, "Article", title, "") for title in titles))
    laid = laid_down(Network(nodes, ()), {})
    assert {node["label"].strip() for node in laid["nodes"]} == {WIEKE, ""}
    assert {node["title"] for node in laid["nodes"]} == {WIEKE, *titles}


def test_an_edge_opened_by_address_shows_the_sentence_behind_it(pages: Open, filled: Path) -> None:
    at = pages(filled, "drawing", about=WIEKE_ID)
    edges = json.loads(at.get("bidi_component")[0].proto.json)["edges"]
    edge = next(edge for edge in edges if edge["title"].startswith("Tuinarchitect"))
    seen = looked_at(pages(filled, "drawing", about=WIEKE_ID, open=edge["id"]))
    panel = seen.text[seen.text.index("De zin achter de lijn") :]
    assert "verbonden aan Hogeschool Rivierenland" in panel
    assert any(f"article={GARDEN.article.id}&at=" in link for link in seen.links)


def test_a_question_of_ones_own_is_answered_and_kept_in_the_address(pages: Open, filled: Path) -> None:
    at = pages(
        filled, "query", cypher="MATCH (p:Person) RETURN p.name AS name, p.stories AS n ORDER BY n DESC"
    )
    frame = at.dataframe[0].value
    assert list(frame.columns) == ["name", "n"]
    assert frame["name"][0] == WIEKE and frame["n"][0] == 4


def test_a_question_is_asked_with_the_button(pages: Open, filled: Path) -> None:
    at = pages(filled, "query", cypher="RETURN 1 AS one")
    at.text_area[0].input("RETURN 2 AS two")
    at.button[0].click().run()
    assert at.dataframe[0].value["two"][0] == 2
    assert at.query_params["cypher"] == "RETURN 2 AS two"


@pytest.mark.parametrize(
    "question",
    ["CREATE (n:Person {id: 'x'}) RETURN n", "MATCH (n) DETACH DELETE n", "GEEN CYPHER", "RETURN $x"],
)
def test_a_question_that_is_wrong_or_writes_is_refused_in_a_sentence(
    pages: Open, filled: Path, question: str
) -> None:
    seen = looked_at(pages(filled, "query", cypher=question))
    assert "De vraag " in seen.text.split("verandert niets.")[1]
    with open_store(filled) as store:
        assert store.ask("MATCH (p:Person) RETURN count(p) AS n").rows == [{"n": 3}]


def test_every_saved_question_is_answered_with_its_parameters_left_out(pages: Open, filled: Path) -> None:
    from graph.reports import saved_queries

    for query in saved_queries():
        at = pages(filled, "query", query=query.name)
        seen = looked_at(at)
        assert query.answers in seen.text
        assert len(at.dataframe) == 1 or Messages("nl").text("page.no_rows") in seen.text


def test_what_is_typed_for_a_parameter_is_a_value_or_text() -> None:
    assert [read(typed) for typed in ("", " ", "3", "true", '["a"]', "Breda", '"3"')] == [
        None, None, 3, True, ["a"], "Breda", "3",
    ]  # fmt: skip


def test_numbers_stay_numbers_in_an_answer_and_anything_mixed_becomes_text() -> None:
    rows = [{"n": 1, "x": ["a", "b"], "m": 1}, {"n": None, "x": {"k": 1}, "m": "een"}]
    assert shown(["n", "x", "m"], rows) == {"n": [1, None], "x": ["a, b", '{"k": 1}'], "m": ["1", "een"]}


def test_csv_holds_the_answer_and_no_formula() -> None:
    rows = [{"a": "=1+1", "b": -1}, {"a": "é, \"'", "b": None}]
    read_back = list(csv.reader(io.StringIO(as_csv(["a", "b"], rows).decode("utf-8-sig"))))
    assert read_back == [["a", "b"], ["'=1+1", "-1"], ["é, \"'", ""]]
