"""Collections of articles as their user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from app_command import run
from newspaper import LENDING, write


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write(tmp_path / "articles")


def test_articles_are_put_into_collections_and_these_are_listed_and_dropped(
    articles: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    first = run("ingest", articles / "sparen.txt", "--as", "Geld", "--store", store)
    assert "In the collection “Geld”: 1 article." in first.stdout
    (articles / "lenen.txt").write_text(LENDING, "utf-8")
    again = run("ingest", articles / "sparen.txt", articles / "lenen.txt", "--as", "geld", "--store", store)
    assert "1 added, 1 unchanged" in again.stdout and "“Geld”: 2 articles." in again.stdout
    run("ingest", articles / "lenen.txt", "--as", "Voor Els", "--store", store)
    found = json.loads(run("collections", "--json", "--store", store).stdout)
    assert [(one["name"], one["articles"]) for one in found] == [("Geld", 2), ("Voor Els", 1)]
    assert "Geld" in run("collections", "--store", store).stdout
    gone = run("collections", "--drop", "geld", "--store", store)
    assert "2 articles" in gone.stdout
    refused = run("collections", "--drop", "geld", "--store", store)
    assert refused.exit_code == 2 and "Voor Els" in refused.stderr
    assert run("query", "MATCH (a:Article) RETURN a.id", "--csv", "--store", store).stdout.count("\n") == 3


def test_a_collection_needs_a_name(articles: Path, tmp_path: Path) -> None:
    refused = run("ingest", articles, "--as", " ", "--store", tmp_path / "store")
    assert refused.exit_code == 2 and "name" in refused.stderr
    assert not (tmp_path / "store").exists()
