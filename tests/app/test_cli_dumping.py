"""`dump` and `restore` as their user types them, on the articles of the demo."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_command import process, run
from demo_store import Demo

from graph import canonical
from graph.store import open_store

ARTICLES = Path(__file__).parents[2] / "app" / "demo" / "articles"
NAME = "Joris Haverslag"
WHY = "zij zei het zelf aan de telefoon"


def lines(store: Path) -> list[str]:
    with open_store(store) as opened:
        return list(canonical.lines(opened))


@pytest.fixture(scope="module")
def edited(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the demo, made by a dump, in which somebody decided and had somebody forgotten."""
    folder = tmp_path_factory.mktemp("edited")
    assert demo.run("dump", folder / "demo.zip").exit_code == 0
    store = folder / "store"
    with open_store(store):  # keeps its engine running between commands
        assert run("restore", folder / "demo.zip", "--store", store).exit_code == 0
        query = "MATCH (p:Person {name: 'Lotte Zandwijzer'}) RETURN p.id AS id ORDER BY id"
        ids = [row["id"] for row in json.loads(run("query", query, "--json", "--store", store).stdout)]
        decided = run("decide", "same", *ids, "--why", WHY, "--store", store)
        assert decided.exit_code == 0, decided.stderr
        assert run("forget", "person", NAME, "--yes", "--store", store).exit_code == 0
        yield store


def test_the_demo_comes_back_as_it_was(demo: Demo, tmp_path: Path) -> None:
    done = demo.run("dump", tmp_path / "demo.zip")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Written to" in done.stderr
    number = len(json.loads(demo.run("query", "MATCH (a:Article) RETURN a.id AS id", "--json").stdout))
    told = f"{number} articles, {number} originals, 0 decisions, 0 checks, 0 marks and 0 things forgotten"
    assert told in done.stderr
    restored = run("restore", tmp_path / "demo.zip", "--store", tmp_path / "new")
    assert restored.exit_code == 0, restored.stderr
    assert restored.stdout.splitlines()[1].startswith("Build 1: ")
    assert lines(tmp_path / "new") == lines(demo.store)


def test_decisions_come_along_and_who_was_forgotten_stays_away(edited: Path, tmp_path: Path) -> None:
    file = tmp_path / "edited.zip"
    assert run("dump", file, "--store", edited).exit_code == 0
    with zipfile.ZipFile(file) as archive:
        text = b"\n".join(map(archive.read, archive.namelist())).decode().casefold()
    assert "haverslag" not in text and WHY in text
    new = tmp_path / "new"
    with open_store(new):
        assert run("restore", file, "--store", new).exit_code == 0
        assert lines(new) == lines(edited)
        again = run("ingest", ARTICLES, "--store", new)
        assert again.exit_code == 0
        people = run("query", "MATCH (p:Person) RETURN p.name AS name", "--store", new).stdout
        assert "Lotte Zandwijzer" in people and "Haverslag" not in people


def test_a_dump_can_be_piped_from_one_store_into_another(demo: Demo, tmp_path: Path) -> None:
    file = tmp_path / "demo.zip"
    demo.run("dump", file)
    piped = demo.run("dump", "-").stdout_bytes
    with zipfile.ZipFile(file) as one:
        (tmp_path / "piped.zip").write_bytes(piped)
        with zipfile.ZipFile(tmp_path / "piped.zip") as other:
            assert one.namelist() == other.namelist()
            names = [name for name in one.namelist() if name != "manifest.json"]
            assert [one.read(name) for name in names] == [other.read(name) for name in names]
    restored = run("restore", "-", "--store", tmp_path / "new", input=piped)
    assert restored.exit_code == 0, restored.stderr
    assert lines(tmp_path / "new") == lines(demo.store)


def test_what_cannot_be_restored_is_refused_and_leaves_nothing(demo: Demo, tmp_path: Path) -> None:
    file, new = tmp_path / "demo.zip", tmp_path / "new"
    demo.run("dump", file)
    full = demo.run("restore", file)
    assert full.exit_code == 2
    assert "is not empty (Article " in full.stderr
    file.write_bytes(file.read_bytes()[:-1000])
    for path, word in ((file, "damaged or cut short"), (tmp_path / "none.zip", "cannot be read")):
        refused = run("restore", path, "--store", new)
        assert refused.exit_code == 2
        assert str(path) in refused.stderr and word in refused.stderr
    assert not new.exists()


def test_a_dump_to_a_folder_that_is_not_there_is_told_in_one_sentence(demo: Demo, tmp_path: Path) -> None:
    done = demo.run("dump", tmp_path / "none" / "demo.zip")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_the_vocabulary_of_the_export_needs_no_store(tmp_path: Path) -> None:
    done = process("export", "-", "--vocabulary", ZEGSMAN_STORE=str(tmp_path / "none"))
    assert done.returncode == 0, done.stderr
    assert "zegsman:Appearance" in done.stdout
    assert not (tmp_path / "none").exists()
