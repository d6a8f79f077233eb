"""The saved queries: each says what it is, and runs on each engine as outsiders run it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from newsroom import observations
from test_reports import BANK, CLINIC, COPY, SAVING, SLEEP, SLEEPING

from graph import saved
from graph.resolve import resolve
from graph.store import Store

QUERIES = {query.name: query for query in saved.saved_queries()}


@pytest.fixture
def news(store: Store) -> Store:
    """A store with five articles."""
    with store.lease("a test"):
        store.write([observations(SLEEPING, COPY, SAVING, BANK, CLINIC)])
        resolve(store)
    return store


def test_there_is_a_query_for_each_of_the_first_questions() -> None:
    assert len(QUERIES) >= 8


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_says_what_it_is(name: str) -> None:
    query = QUERIES[name]
    assert query.title and "?" in query.answers and query.columns
    assert set(query.parameters) == set(re.findall(r"\$(\w+)", query.cypher))


def test_every_query_returns_the_columns_it_says_with_any_parameter_left_out(news: Store) -> None:
    for query in QUERIES.values():
        answer = news.ask(query.cypher, dict.fromkeys(query.parameters))
        assert answer.columns == list(query.columns), query.name
        assert answer.rows, query.name


def test_a_parameter_narrows_the_answer(news: Store) -> None:
    for query in QUERIES.values():
        for parameter in query.parameters:
            value = 99 if parameter == "least" else "nobody and nothing"
            answer = news.ask(query.cypher, dict.fromkeys(query.parameters) | {parameter: value})
            assert not answer.rows, (query.name, parameter)


def test_experts_used_again(news: Store) -> None:
    (row,) = news.ask(QUERIES["experts_used_again"].cypher, {"least": None}).rows
    assert (row["name"], row["stories"], row["towns"]) == ("Ilse Brandsmeer", 2, ["Breda", "Zwolle"])


def test_the_same_words_in_other_mouths(news: Store) -> None:
    (row,) = news.ask(QUERIES["words_in_other_mouths"].cypher, {"least": None}).rows
    assert (row["claim"], row["persons"]) == (SLEEP, ["Ilse Brandsmeer", "Joop Kater"])


def test_a_misnamed_institution(news: Store) -> None:
    (row,) = news.ask(QUERIES["misnamed_institutions"].cypher).rows
    assert (row["name"], row["resembles"]) == ("Zeepmakersgilde", "Gilde van Zeepmakers")


def test_a_header_may_go_on_over_lines() -> None:
    query = saved.read(
        "one", "// title: A\n// answers: What\n//   is it?\n// column n: a number\nRETURN 1 AS n"
    )
    assert (query.title, query.answers, query.columns) == ("A", "What is it?", {"n": "a number"})


def test_saved_queries_are_the_files_of_the_folder() -> None:
    folder = Path(__file__).parents[2] / "schema" / "queries"
    assert set(QUERIES) == {file.stem for file in folder.glob("*.cypher")}
