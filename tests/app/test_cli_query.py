from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import rdflib
from app_command import process, run
from demo_store import Demo

from app.commands import export
from graph import rdf_formats

COUNTS = (
    "MATCH (p:Person) WHERE p.stories > $least RETURN p.name AS name, p.stories AS n ORDER BY n DESC, name"
)


def test_a_query_in_cypher_gives_a_table(demo: Demo) -> None:
    head, _, first, *_ = demo.run("query", COUNTS, "-p", "least=1").stdout.splitlines()
    assert head.split() == ["name", "n"]
    assert first.split() == ["Joris", "Haverslag", "6"]


def test_json_is_an_array_of_rows_and_csv_has_a_line_of_names(demo: Demo) -> None:
    rows = json.loads(demo.run("query", COUNTS, "-p", "least=2", "--json").stdout)
    assert rows[0] == {"name": "Joris Haverslag", "n": 6}
    lines = list(csv.reader(io.StringIO(demo.run("query", COUNTS, "-p", "least=2", "--csv").stdout)))
    assert lines == [["name", "n"], *([row["name"], str(row["n"])] for row in rows)]


def test_parameters_are_json_where_they_can_be_and_text_otherwise(demo: Demo) -> None:
    for value, expected in {"12": 12, '["a"]': ["a"], "Bas": "Bas", '"12"': "12", "a=b": "a=b"}.items():
        done = demo.run("query", "RETURN $x AS x, 1 AS y", "-p", f"x={value}", "--json")
        assert json.loads(done.stdout) == [{"x": expected, "y": 1}]
    assert demo.run("query", "RETURN 1 AS x", "-p", "12").exit_code == 2


def test_every_saved_query_runs_by_its_name_and_gives_its_columns(demo: Demo) -> None:
    saved = json.loads(demo.run("query", "--list", "--json").stdout)
    assert saved
    for one in saved:
        done = demo.run("query", one["name"], "--csv")
        assert done.exit_code == 0, done.stderr
        assert done.stdout.splitlines()[0].split(",") == list(one["columns"])


def test_the_list_of_saved_queries_needs_no_store(tmp_path: Path) -> None:
    done = run("query", "--list", "--store", tmp_path / "none")
    assert done.exit_code == 0
    assert "article_text" in done.stdout


def test_a_query_may_come_from_standard_input(demo: Demo) -> None:
    assert json.loads(demo.run("query", "-", "--json", input="RETURN 1 AS x").stdout) == [{"x": 1}]


def test_a_query_that_writes_or_is_wrong_is_refused_in_one_sentence(demo: Demo) -> None:
    for query in ("CREATE (n:Person {id: 'x'}) RETURN n", "MATCH (n) DETACH DELETE n", "MATCH oops"):
        done = demo.run("query", query)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1


def test_a_name_that_is_no_saved_query_and_a_parameter_it_lacks_are_told(demo: Demo) -> None:
    assert "There is no saved query geen." in demo.run("query", "geen").stderr
    assert "has no parameter geen" in demo.run("query", "article_text", "-p", "geen=1").stderr


def test_an_empty_answer_and_one_cut_short_are_said_to_be(demo: Demo) -> None:
    assert demo.run("query", "MATCH (n:Person {id: 'x'}) RETURN n.id").stderr.startswith(
        "The answer is empty"
    )
    cut = demo.run("query", "MATCH (n:Person) RETURN n.id AS id", "--limit", "2", "--json")
    assert len(json.loads(cut.stdout)) == 2
    assert "Only the first 2 rows are shown" in cut.stderr


def test_what_steers_a_terminal_is_shown_as_a_mark(demo: Demo) -> None:
    shown = demo.run("query", "RETURN $x AS x, 1 AS y", "-p", "x=a\x1b[31mb\u202e").stdout
    assert "a\ufffd[31mb\ufffd" in shown


def test_a_store_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    done = process("query", "RETURN 1 AS x", "--store", tmp_path / "none")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "none").exists()


def test_export_writes_rdf_to_a_file_and_to_standard_output(demo: Demo, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    done = demo.run("export", file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "33 articles" in done.stderr
    assert len(rdflib.Graph().parse(file, format="turtle")) > 500
    piped = process("export", "-", "--format", "turtle", ZEGSMAN_STORE=str(demo.store))
    assert len(piped.stdout) == len(file.read_text("utf-8"))
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_export_offers_every_format_there_is() -> None:
    assert tuple(rdf_formats.FORMATS) == export.FORMATS


def test_export_to_a_folder_that_is_not_there_is_told_in_one_sentence(demo: Demo, tmp_path: Path) -> None:
    done = demo.run("export", tmp_path / "none" / "graph.ttl")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
