"""The list of publishers, `schema/publishers.toml`."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

LIST = Path(__file__).parents[2] / "schema" / "publishers.toml"


@pytest.fixture(scope="module")
def publishers() -> list[dict[str, Any]]:
    return tomllib.loads(LIST.read_text("utf-8"))["publisher"]


def test_a_domain_is_listed_once_and_bare(publishers: list[dict[str, Any]]) -> None:
    domains = [publisher["domain"] for publisher in publishers]
    assert len(domains) >= 40 and len(domains) == len(set(domains))
    for domain in domains:
        assert "." in domain and domain == domain.lower() and not domain.startswith("www.")


def test_a_name_means_one_publisher(publishers: list[dict[str, Any]]) -> None:
    names = Counter(name.casefold() for one in publishers for name in {one["title"], *one.get("aliases", ())})
    assert [name for name, n in names.items() if n > 1] == []


def test_an_owner_is_spelled_one_way(publishers: list[dict[str, Any]]) -> None:
    owners = {publisher["owner"] for publisher in publishers if "owner" in publisher}
    assert len({owner.casefold().replace(" ", "") for owner in owners}) == len(owners)


def test_the_press_agencies_are_named() -> None:
    agencies = tomllib.loads(LIST.read_text("utf-8"))["agencies"]
    assert {"ANP", "Belga"} <= agencies.keys() and all(agencies.values())
