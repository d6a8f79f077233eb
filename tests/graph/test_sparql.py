"""Saved queries that have a twin in SPARQL: both say the same of the same articles."""

from __future__ import annotations

import io
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from newsroom import Quoted, article, observations
from rdflib import Graph, Literal

from graph import queries
from graph.rdf import export
from graph.resolve import resolve
from graph.saved import saved_queries
from graph.store import Store

ROOT = Path(__file__).parents[2]
SCREENS = "Wie elke avond tot laat op een scherm kijkt, slaapt gemiddeld drie uur korter dan een ander."
DAMP = "Een huis dat nooit gelucht wordt, maakt zijn bewoners na een paar winters allemaal kortademig."
BODIES = (
    "In de donkere maanden zitten mensen langer binnen, eten zij zwaarder en bewegen zij minder.",
    "Een vaste tijd om naar bed te gaan maakt inslapen makkelijker; houd de kamer koel en donker.",
    "De gemeente telde vorig jaar tweeduizend aanvragen voor een vergunning, veel meer dan verwacht.",
    "Op het schoolplein wordt gevoetbald en geknikkerd, en de bel heeft het al drie weken begeven.",
)


def quoted(name: str, place: str | None, role: str, *says: str) -> Quoted:
    return Quoted(name, role, "health", place, says=says)


PEOPLE = (
    (quoted("Anne Wieringa", "Zeist", "slaapcoach", SCREENS),),
    (
        quoted("Anne Wieringa", "Gouda", "slaapcoach", DAMP),
        quoted("Ties Brouwerink", None, "huisarts", SCREENS),
    ),
    (quoted("Anne Wieringa", "Zeist", "therapeut", SCREENS), quoted("Job Haverink", "Ede", "arts", DAMP)),
    (quoted("Ties Brouwerink", None, "huisarts", "De dagen zijn kort."),),
)
PAPERS = ("De Krant", "Het Blad", "De Krant", "De Derde")
NEWS = tuple(
    article(f"Bericht uit {paper}", *people, body=body, publisher=paper)
    for paper, body, people in zip(PAPERS, BODIES, PEOPLE, strict=True)
)
QUERIES = resources.files("schema").joinpath("queries")
TWINS = sorted(file.name.removesuffix(".rq") for file in QUERIES.iterdir() if file.name.endswith(".rq"))


@pytest.fixture
def filled(store: Store) -> Store:
    with store.lease("filling a store for a test"):
        store.write([observations(*NEWS)])
        resolve(store)
    return store


def asked_in_sparql(store: Store, name: str, **parameters: int) -> list[dict[str, Any]]:
    file = io.BytesIO()
    export(store, "turtle", file)
    text = QUERIES.joinpath(f"{name}.rq").read_text("utf-8")
    bindings = {key: Literal(value) for key, value in parameters.items()}
    found = Graph().parse(data=file.getvalue(), format="turtle").query(text, initBindings=bindings)
    return [{str(key): value.toPython() for key, value in row.asdict().items()} for row in found]


def like(value: Any, answer: Any) -> Any:
    """Return an answer in SPARQL, which has no lists, as a list where `value` is one."""
    return sorted(answer.split(" | ") if answer else []) if isinstance(value, list) else answer


@pytest.mark.parametrize("name", TWINS)
@pytest.mark.parametrize("least", [None, 1, 3])
def test_both_give_the_same_rows(filled: Store, name: str, least: int | None) -> None:
    query = next(query for query in saved_queries() if query.name == name)
    in_cypher = filled.read(queries.text(name), least=least)
    in_sparql = asked_in_sparql(filled, name, **({} if least is None else {"least": least}))
    assert in_cypher or least == 3
    for one, other in zip(in_cypher, in_sparql, strict=True):
        assert list(one) == list(other) == list(query.columns)
        for column, value in one.items():
            assert (sorted(value) if isinstance(value, list) else value) == like(value, other[column]), column


def test_there_are_twins() -> None:
    assert {"experts_used_again", "words_in_other_mouths"} <= set(TWINS)


def test_the_example_of_the_documentation_runs(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "graph.ttl").open("wb") as file:
        export(filled, "turtle", file)
    (tmp_path / "schema").symlink_to(ROOT / "schema")
    monkeypatch.chdir(tmp_path)
    example = (ROOT / "docs" / "rdf.md").read_text("utf-8").split("```python\n")[1].split("```")[0]
    exec(compile(example, "docs/rdf.md", "exec"), {})
    printed = capsys.readouterr().out
    assert printed.startswith("Anne Wieringa 3 ") and "Gouda" in printed and "Zeist" in printed
