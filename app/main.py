"""The pages, run by Streamlit: `zegsman app`, which says in ZEGSMAN_STORE which store they look at."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from importlib import resources

import streamlit as st

from app.addresses import Addresses
from app.markup import Html, tag
from app.messages import LANGUAGES, Messages
from app.screens import article, console, drawing, expert, notices, on_record, overview, recording
from app.screens.view import View, parameter, put
from graph import reports
from graph.errors import StoreError
from graph.store import Store, open_store

Screen = Callable[[View], None]

# What a store says that has not been made, or not been set up, yet: nothing is wrong, it is empty.
_EMPTY = ("store_absent", "schema_missing")


def main() -> None:
    """Show the page that the address names."""
    st.set_page_config(page_title="zegsman", page_icon="🗣️", layout="wide", initial_sidebar_state=256)
    st.set_option("client.toolbarMode", "viewer")
    st.set_option("client.showErrorDetails", "type")
    put(tag("style", Html(_style())))
    language = _language()
    messages = Messages(language)
    location = os.environ["ZEGSMAN_STORE"]
    show = partial(_show, messages=messages, language=language, location=location)
    page = st.navigation(_pages(messages, show))
    _aside(messages, location)
    page.run()


def _pages(messages: Messages, show: Callable[[Screen], None]) -> list[st.Page]:
    """Return the pages by their addresses; a person's has no place in the menu, for it needs a person."""
    screens: dict[str, tuple[Screen, str]] = {
        "overview": (overview.show, ":material/groups:"),
        "expert": (expert.show, ":material/person:"),
        "article": (article.show, ":material/article:"),
        "drawing": (drawing.show, ":material/hub:"),
        "query": (console.show, ":material/terminal:"),
        "record": (on_record.show, ":material/fact_check:"),
    }
    return [
        st.Page(
            partial(show, screen),
            title=messages.text(f"page.nav_{name}"),
            icon=icon,
            url_path=name,
            default=name == "overview",
            visibility="hidden" if name == "expert" else "visible",
        )
        for name, (screen, icon) in screens.items()
    ]


def _show(screen: Screen, messages: Messages, language: str | None, location: str) -> None:
    """Show a screen, or in its place why there is nothing to show."""
    try:
        store = _store(location, _login())
        store.check_schema()
        if reports.totals(store).articles:
            screen(View(store, messages, Addresses(language)))
        else:
            notices.empty(messages, location)
    except StoreError as error:
        if error.code in _EMPTY:
            notices.empty(messages, location)
        else:
            notices.failed(messages, error)


@st.cache_resource(show_spinner=False, on_release=lambda store: store.close())
def _store(location: str, login: tuple[str, str] | None) -> Store:
    """Return the store, opened once for all who look at it."""
    return open_store(location, login, create=False)


def _login() -> tuple[str, str] | None:
    user = os.environ.get("NEO4J_USERNAME")
    return (user, os.environ.get("NEO4J_PASSWORD", "")) if user else None


def _language() -> str | None:
    """Return the language that the address states, None where it states none and the user's own counts."""
    stated = parameter("lang")
    return stated if stated in LANGUAGES else None


def _aside(messages: Messages, location: str) -> None:
    """Show, beside every page, the choice of language and which store this is."""
    with st.sidebar:
        chosen = st.segmented_control(
            messages.text("page.language"),
            LANGUAGES,
            default=messages.language,
            required=True,
            format_func=lambda code: messages.text(f"page.language_{code}"),
        )
        if chosen != messages.language:
            st.query_params["lang"] = chosen
            st.rerun()
        recording.ask_who(messages)
        put(tag("p", messages.text("page.store_at", location=location), class_="zg zg-note"))


def _style() -> str:
    return resources.files("app").joinpath("screens", "style.css").read_text("utf-8")


if __name__ == "__main__":
    main()
