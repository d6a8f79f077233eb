"""The house: what may import what, and what stands where."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("app", "graph", "ingest")
# What a package may import of the others: graph may know the data classes of `ingest.extraction` and no more.
ALLOWED = {
    "app": re.compile(r"(graph|ingest)(\.|$)"),
    "graph": re.compile(r"ingest\.extraction$"),
    "ingest": re.compile(r"(?!)"),
}
# Two keywords of Cypher with what follows them there, and never follows the word elsewhere.
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE) *\(|\bUNWIND +[$\[\w]|\bDETACH DELETE\b")
# Paths of one machine, and hosts of package registries and their mirrors. A search for these does not find
# the pattern itself: one host is written in two halves.
OF_A_MACHINE = re.compile(
    r"(?<![\w./~])/(?:(?:home|Users|work|tmp)/\w|root/)"
    r"|\b(?:pypi|python(?:hosted)|npmjs|repo1?\.maven(?:\.apache)?|deb\.debian|proxy\.golang)\.(?:org|com)\b"
    r"|artifactory",
    re.IGNORECASE,
)


def sources(*folders: str) -> Iterator[Path]:
    return (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))


def imported(path: Path) -> Iterator[str]:
    """Yield the full names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def modules(path: Path) -> Iterator[str]:
    """Yield those of `imported` that are modules of the project."""
    for name in imported(path):
        file = ROOT.joinpath(*name.split("."))
        if name.split(".")[0] in PACKAGES and (file.with_suffix(".py").is_file() or file.is_dir()):
            yield name


def texts(path: Path) -> Iterator[str]:
    """Yield the strings in a file that the program works with: all but docstrings, which show and explain."""
    tree = ast.parse(path.read_text("utf-8"))
    shown = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in shown:
            yield node.value


def tracked() -> Iterator[Path]:
    """Yield the files that git knows, or, in a copy without git, every file of the project's folders."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("this copy of the project is no git repository")
    return (ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file())


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_go_one_way(package: str) -> None:
    for path in sources(package):
        for name in modules(path):
            of = name.split(".")[0]
            if of != package and name != of:
                assert ALLOWED[package].match(name), f"{path.relative_to(ROOT)} imports {name}"


def test_the_data_classes_need_nothing_but_python() -> None:
    found = {name.split(".")[0] for name in imported(ROOT / "ingest" / "extraction.py")}
    assert found <= {"__future__", "collections", "dataclasses", "hashlib", "typing"}


def test_cypher_stands_in_schema_and_where_it_is_made_from_the_model() -> None:
    for path in sources("app", "graph", "ingest"):
        if path != ROOT / "graph" / "cypher.py":
            assert [text for text in texts(path) if CYPHER.search(text)] == [], path.relative_to(ROOT)


def test_the_schema_is_data() -> None:
    assert {path.suffix for path in (ROOT / "schema").rglob("*") if path.is_file()} <= {
        ".toml", ".json", ".csv", ".cypher", ".rq", ".md", ".txt",
    }  # fmt: skip


def test_no_file_of_the_app_is_named_like_a_package() -> None:
    """Streamlit puts the folder of its script on the path, where such a file would hide the package."""
    taken = {*PACKAGES, "schema", "tests", "streamlit", "click", "neo4j", "rdflib", "spacy"}
    assert not taken & {path.stem for path in (ROOT / "app").iterdir()}


def test_nothing_names_a_machine_or_a_registry() -> None:
    for path in tracked():
        if path == Path(__file__):
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found = OF_A_MACHINE.search(text)
        assert not found, f"{path.relative_to(ROOT)}: {found and found[0]}"


def messages(language: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / "schema" / "messages" / f"{language}.toml").read_text("utf-8"))


def flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def test_both_languages_say_the_same_things() -> None:
    dutch, english = dict(flat(messages("nl"))), dict(flat(messages("en")))
    assert dutch.keys() == english.keys()
    assert [key for key in dutch if placeholders(dutch[key]) != placeholders(english[key])] == []


def test_the_citation_is_of_the_version_and_licence_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text("utf-8").splitlines()
    assert f"version: {project['version']}" in citation and f"license: {project['license']}" in citation
    assert f'abstract: "{project["description"]}"' in citation
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
