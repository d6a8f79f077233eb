"""Questions in Cypher: saved ones and one's own, answered from the graph, which they cannot change."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import streamlit as st

from app.markup import tag
from app.screens.notices import failed
from app.screens.pieces import notice, title
from app.screens.view import View, parameter, put
from graph import queries, reports
from graph.errors import StoreError
from graph.lines import SavedQuery

# Seconds a question may take, and rows it may give: what a browser shows without becoming slow.
SECONDS, ROWS = 30.0, 5_000
_PARAMETER = "p_"
# A spreadsheet takes text that starts like this for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def show(view: View) -> None:
    """Show the console; `query` and `p_NAME`, or `cypher`, of the address hold the question."""
    put(title(view.say("console"), view.say("console_below")))
    saved = {query.name: query for query in reports.saved_queries()}
    chosen = _choose(view, saved)
    with st.form("question"):
        query = saved.get(chosen)
        text, values = (query.cypher, _values(query)) if query else (_own(view), {})
        if query:
            with st.expander(view.say("its_cypher")):
                st.code(query.cypher, language="cypher")
        asked = st.form_submit_button(view.say("ask"), type="primary")
    if asked:
        _keep(chosen if query else None, text, values)
    if asked or _stated(query):
        _answer(view, text, {name: read(value) for name, value in values.items()})


def _choose(view: View, saved: dict[str, SavedQuery]) -> str:
    stated = parameter("query") or ""
    names = ["", *saved]
    start = names.index(stated) if stated in names and not parameter("cypher") else 0
    chosen = st.selectbox(
        view.say("saved"),
        names,
        index=start,
        format_func=lambda name: saved[name].title if name else view.say("own_question"),
    )
    if chosen:
        put(tag("p", saved[chosen].answers, class_="zg zg-note"))
    return chosen


def _values(query: SavedQuery) -> dict[str, str]:
    """Ask for the parameters of a saved query; what they mean says what leaving one empty does."""
    return {
        name: st.text_input(
            f"{name}: {meaning}", value=parameter(_PARAMETER + name) or "", key=f"{query.name}.{name}"
        )
        for name, meaning in query.parameters.items()
    }


def _own(view: View) -> str:
    return st.text_area(
        view.say("cypher"), value=parameter("cypher") or queries.text("pages/example"), height=200
    )


def _keep(name: str | None, text: str, values: dict[str, str]) -> None:
    """Put the question in the address."""
    language = {"lang": stated} if (stated := parameter("lang")) else {}
    question = {"query": name} if name else {"cypher": text}
    given = {_PARAMETER + key: value for key, value in values.items() if value.strip()}
    st.query_params.from_dict({**language, **question, **given})


def _stated(query: SavedQuery | None) -> bool:
    """Return whether the address holds the question that is on the page."""
    return parameter("query") == query.name if query else parameter("cypher") is not None


def read(value: str) -> Any:
    """Return what was typed as a value: a number, truth value, list or null as JSON has them, else text."""
    value = value.strip()
    if not value:
        return None
    try:
        return json.loads(value)
    except ValueError:
        return value


def _answer(view: View, text: str, params: dict[str, Any]) -> None:
    try:
        with st.spinner(view.say("asking")):
            answer = view.store.ask(text, params, seconds=SECONDS, limit=ROWS)
    except StoreError as error:
        failed(view.messages, error)
        return
    if not answer.rows:
        put(notice(view.say("no_rows")))
        return
    put(tag("p", view.count("rows", len(answer.rows)), class_="zg zg-note"))
    if answer.truncated:
        put(notice(view.say("truncated", rows=ROWS)))
    st.dataframe(shown(answer.columns, answer.rows), hide_index=True, width="stretch")
    st.download_button(
        view.say("download"), as_csv(answer.columns, answer.rows), file_name="zegsman.csv", mime="text/csv"
    )


def shown(columns: list[str], rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return the answer by column; a column of numbers alone stays one, anything else becomes text."""
    return {column: _column([row[column] for row in rows]) for column in columns}


def _column(values: list[Any]) -> list[Any]:
    types = {type(value) for value in values} - {type(None)}
    if types in ({int}, {float}, {int, float}, {bool}):
        return values
    return [None if value is None else _words(value) for value in values]


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


def as_csv(columns: list[str], rows: list[dict[str, Any]]) -> bytes:
    """Return the answer as CSV in UTF-8, with the mark by which spreadsheets know it, and no formulas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    text = _words(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
