"""Pages opened without a browser, and what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from ingest import names
from ingest.extraction import person_id

MAIN = str(Path(__file__).parents[2] / "app" / "main.py")

Open = Callable[..., AppTest]


class Read(HTMLParser):
    """What HTML shows: its text, its tags, and where its links lead."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", set(), []
        self.feed(markup)

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag == "a":
            self.links.append(dict(attrs)["href"])


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a page of a store, in Dutch unless the address says otherwise."""
    monkeypatch.setenv("ZEGSMAN_LANGUAGE", "nl")
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD"):
        monkeypatch.delenv(name, raising=False)

    def open(store: Path | str, page: str = "", **address: str) -> AppTest:
        monkeypatch.setenv("ZEGSMAN_STORE", str(store))
        at = AppTest.from_file(MAIN, default_timeout=60)
        at._page_hash = calc_hash(
            page
        )  # the test bench changes pages by their files, and these are functions
        at.query_params.update(address)
        return at.run()

    yield open
    st.cache_resource.clear()


def looked_at(at: AppTest) -> Read:
    """What the page shows, its style left out. Fails if the page raised an error."""
    assert not at.exception, at.exception
    return Read("".join(one.value for one in at.get("html") if not one.value.startswith("<style>")))


def id_of(name: str, *extractions) -> str:
    """The id of a person: the smallest of their appearances."""
    key = names.key(name)
    known = {person.id for extraction in extractions for person in extraction.people}
    return min(known & {person_id(extraction.article.id, key) for extraction in extractions})
