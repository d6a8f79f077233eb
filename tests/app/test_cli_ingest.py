from __future__ import annotations

import json
import os
import sys
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
import spacy
from app_command import process, run
from newspaper import ENGLISH, LENDING, SAVING, write

from graph.store import open_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write(tmp_path / "articles")


def test_ingest_says_what_it_did_and_who_was_seen_before(articles: Path, store: Path) -> None:
    first = run("ingest", articles / "sparen.txt", "--store", store)
    assert (first.exit_code, first.stdout) == (0, "Articles: 1 added.\n")
    (articles / "lenen.txt").write_text(LENDING, "utf-8")
    second = run("ingest", articles / "lenen.txt", "--store", store)
    assert second.exit_code == 0
    assert "Wieger Ploos: now in 2 stories, new town Hoorn" in second.stdout


def test_ingesting_again_changes_nothing(articles: Path, store: Path) -> None:
    run("ingest", articles, "--store", store)
    again = run("ingest", articles, "--store", store)
    assert (again.exit_code, again.stdout) == (0, "Articles: 3 unchanged.\n")


def test_a_folder_with_bad_files_names_each_and_takes_in_the_rest(articles: Path, store: Path) -> None:
    (articles / "binair.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    (articles / "leeg.txt").write_bytes(b"")
    (articles / "engels.txt").write_text(ENGLISH, "utf-8")
    (articles / "stuk.jsonl").write_text('{"title": "x", "text": \n{"title": "zonder tekst"}\n', "utf-8")
    (articles / "beeld.png").write_bytes(b"\x89PNG")
    done = run("ingest", articles, articles / "weg.txt", "--store", store)
    assert done.exit_code == 1
    assert done.stdout.startswith("Articles: 3 added, 6 refused.")
    told = done.stderr.splitlines()
    for name, reason in {
        "binair.txt": "binary",
        "leeg.txt": "empty",
        "engels.txt": "English",
        "stuk.jsonl:1": "not valid JSON",
        "stuk.jsonl:2": "no text",
        "weg.txt": "no such file",
    }.items():
        assert [line for line in told if f"{name}:" in line and reason in line], name
    assert f"Passed over, because files of this kind are not read: {articles / 'beeld.png'}." in told
    assert len(told) == 7


def test_where_nothing_can_be_read_no_store_is_made(tmp_path: Path, store: Path) -> None:
    done = process("ingest", tmp_path / "weg.txt", "--store", store)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{tmp_path / 'weg.txt'}: there is no such file or folder; check the path.\n"
    assert not store.exists()


def test_refusals_are_told_in_the_language_of_the_user(tmp_path: Path, store: Path) -> None:
    (tmp_path / "engels.txt").write_text(ENGLISH, "utf-8")
    done = run("ingest", tmp_path / "engels.txt", "--store", store, language="nl")
    assert "het is in het Engels" in done.stderr


def test_a_store_that_is_a_file_is_told_in_one_sentence(articles: Path) -> None:
    file = articles / "sparen.txt"
    done = process("ingest", file, "--store", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"{file} is a file, and a store is a folder")


def test_an_address_where_nobody_answers_is_told_in_one_sentence(articles: Path, free_port: int) -> None:
    address = f"bolt://127.0.0.1:{free_port}"
    done = process("ingest", articles, "--store", address, NEO4J_USERNAME="neo4j", NEO4J_PASSWORD="geheim123")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == f"Nobody answers at {address}. Check the address, and that the database is running.\n"
    )


def test_without_a_terminal_a_missing_login_is_not_asked_for(articles: Path, free_port: int) -> None:
    done = process("ingest", articles, "--store", f"bolt://127.0.0.1:{free_port}")
    assert done.returncode == 2
    assert "set NEO4J_USERNAME and NEO4J_PASSWORD" in done.stderr


def test_a_wrong_password_is_told_in_one_sentence(
    articles: Path, neo4j_login: tuple[str, tuple[str, str]]
) -> None:
    address, (name, _) = neo4j_login
    done = process("ingest", articles, "--store", address, NEO4J_USERNAME=name, NEO4J_PASSWORD="verkeerd1")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"The database at {address} refuses this user name and password.")


def test_articles_go_into_a_neo4j_too(
    articles: Path, neo4j_login: tuple[str, tuple[str, str]], own_folders: Path
) -> None:
    address, (name, password) = neo4j_login
    login = {"NEO4J_USERNAME": name, "NEO4J_PASSWORD": password}
    assert run("ingest", articles, "--store", address, **login).exit_code == 0
    shown = run("query", "MATCH (a:Article) RETURN count(*) AS n", "--json", "--store", address, **login)
    assert json.loads(shown.stdout) == [{"n": 3}]


def test_a_folder_of_lists_that_cannot_be_read_is_told_in_one_sentence(articles: Path, store: Path) -> None:
    lists = articles.parent / "lists"
    lists.mkdir()
    (lists / "list.csv").write_text("geen,kolommen\n1,2\n", "utf-8")
    done = process("ingest", articles, "--store", store, "--authority", lists)
    assert done.returncode == 2
    assert "list.csv" in done.stderr
    assert done.stderr.count("\n") == 1


def test_publishers_of_ones_own_are_known_from_then_on(articles: Path, store: Path, tmp_path: Path) -> None:
    own = tmp_path / "titels.toml"
    own.write_text('[[publisher]]\ndomain = "kaas.example"\ntitle = "De Kaasbode"\nowner = "Wei"\n', "utf-8")
    page = articles / "kaas.txt"
    page.write_text(SAVING, "utf-8")
    page.with_suffix(".meta.json").write_text('{"url": "https://kaas.example/sparen"}', "utf-8")
    run("ingest", page, "--store", store)
    question = "query", "MATCH (w:Publisher) RETURN w.name AS name, w.owner AS owner", "--json"
    assert json.loads(run(*question, "--store", store).stdout) == [{"name": "kaas.example", "owner": None}]
    done = run("resolve", "--publishers", own, "--store", store)
    assert done.exit_code == 0, done.stderr
    assert json.loads(run(*question, "--store", store).stdout) == [{"name": "De Kaasbode", "owner": "Wei"}]


def test_a_list_of_publishers_that_cannot_be_read_is_told_in_one_sentence(
    articles: Path, store: Path, tmp_path: Path
) -> None:
    for own in (tmp_path / "nergens.toml", articles / "sparen.txt"):
        done = run("ingest", articles, "--publishers", own, "--store", store)
        assert (done.exit_code, done.stdout) == (2, "")
        assert str(own) in done.stderr and done.stderr.count("\n") == 1


def test_the_store_may_be_named_in_the_environment(articles: Path, store: Path) -> None:
    run("ingest", articles, ZEGSMAN_STORE=str(store))
    with open_store(store, create=False) as opened:
        opened.check_schema()


def test_without_a_store_named_it_lies_in_the_folder_for_data(articles: Path, own_folders: Path) -> None:
    run("ingest", articles)
    assert (own_folders / "zegsman" / "store").is_dir()


def test_standard_input_is_taken_in(store: Path) -> None:
    line = json.dumps({"title": "Sparen", "text": SAVING}) + "\n"
    assert run("ingest", "-", "--store", store, input=line.encode()).stdout == "Articles: 1 added.\n"


def test_extract_prints_an_object_a_line_as_the_schema_describes(articles: Path) -> None:
    done = run("extract", articles, articles / "weg.txt")
    assert done.exit_code == 1
    schema = json.loads(resources.files("schema").joinpath("extraction.schema.json").read_text("utf-8"))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    for one in found:
        jsonschema.validate(one, schema)
    assert {"Wieger Ploos", "Tjerk Bolmeijer"} <= {
        person["name"] for one in found for person in one["people"]
    }


def test_extract_needs_no_store(articles: Path, own_folders: Path) -> None:
    run("extract", articles)
    assert not own_folders.exists()


def test_what_would_be_read_as_before_is_not_read_again(articles: Path, store: Path) -> None:
    run("ingest", articles, "--store", store)
    assert (
        run("reread", "--store", store).stdout == "Every article has already been read as it would be now.\n"
    )
    everything = run("reread", "--all", "--store", store).stdout
    assert everything == "Articles: 3 read again and replaced.\n"
    assert run("resolve", "--store", store).stdout.startswith("Nothing has changed since build 1:")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_progress_bar_shows_on_a_terminal_and_none_in_a_pipe(articles: Path, store: Path) -> None:
    assert process("extract", articles).stderr == ""
    assert "Reading articles" in _on_a_terminal("extract", articles)


def _on_a_terminal(*words: object) -> str:
    """Return what the command prints on stderr when that is a terminal."""
    import pty
    import subprocess

    from app_command import environment

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "app.cli", *map(str, words)]
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=theirs, env=environment(TERM="xterm"), check=True
    )
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 4096):
            shown += block
    except OSError:  # so Linux says that the other end is closed
        pass
    os.close(ours)
    return shown.decode("utf-8", "replace")


def test_a_spacy_pipeline_adds_what_it_finds(tmp_path: Path, store: Path) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Zwierik"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "model")
    (tmp_path / "markt.txt").write_text("Op de markt vond Zwierik het te koud, zo werd verteld.", "utf-8")
    found = run("extract", tmp_path / "markt.txt", "--nlp", tmp_path / "model")
    assert [person["name"] for person in json.loads(found.stdout)["people"]] == ["Zwierik"]
    assert json.loads(run("extract", tmp_path / "markt.txt").stdout)["people"] == []
    run("ingest", tmp_path / "markt.txt", "--store", store)
    assert (
        run("reread", "--store", store, "--nlp", tmp_path / "model").stdout
        == "Articles: 1 read again and replaced.\n"
    )


@pytest.mark.parametrize(
    ("language", "told"), [("en", "python -m spacy download nl_weg"), ("nl", "geen spaCy-pijplijn nl_weg")]
)
def test_a_spacy_pipeline_that_is_not_there_is_told_with_how_to_get_it(
    articles: Path, language: str, told: str
) -> None:
    done = run("extract", articles, "--nlp", "nl_weg", language=language)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr and "Traceback" not in done.stderr
