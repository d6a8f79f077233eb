"""What was read wrong of a person, or is one person or two: forms to correct it, and what was corrected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from app.corrections import OF_PERSON, SECTIONS, checked, choices
from app.markup import tag
from app.screens import recorded, recording
from app.screens.pieces import section
from app.screens.view import View, put
from graph import reports
from graph.judgements import deciding, decisions, things
from graph.lines import AppearanceLine, Dossier, PersonLine

_PLACE = "corrections"


def show(view: View, dossier: Dossier) -> None:
    """Show what was corrected and decided of a person, and the forms to do so."""
    ids = {one.id for one in dossier.appearances}
    articles = sorted({one.article.id for one in dossier.appearances})
    done = [one for one in decisions.read(view.store.read, articles) if not ids.isdisjoint(one.attached)]
    nothing = tag("p", view.say("corrections_none"), class_="zg-nothing")
    put(section(view.say("corrections"), None if done else nothing, note=view.say("corrections_note")))
    recording.said(_PLACE)
    recorded.show(view, _PLACE, done[::-1])
    with st.expander(view.say("correct"), icon=":material/edit:"):
        what = st.segmented_control(
            view.say("correct_what"),
            list(_FORMS),
            default="field",
            required=True,
            format_func=lambda name: view.say(f"correct_{name}"),
            key=f"correct-{dossier.person.id}",
        )
        _FORMS[what](view, dossier)


def _field(view: View, dossier: Dossier) -> None:
    """Ask for the value of a field, in one article or in all."""
    field = st.selectbox(
        view.say("field"),
        OF_PERSON,
        format_func=lambda name: view.messages.code("fields", name),
        key=f"field-{dossier.person.id}",
    )
    with st.form(f"correct-field-{dossier.person.id}", border=False):
        value = _value(view, field, recording.key("value", field))
        where = _one_of_articles(view, dossier, recording.key("where"))
        why = recording.why(view)
        if st.form_submit_button(view.say("correct_record"), type="primary"):
            ids = [one.id for one in dossier.appearances if where in (None, one.id)]
            work = partial(deciding.correct, view.store, ids)
            recording.decide(
                view, _PLACE, lambda words: work(checked(field, (value or "").strip()), words), why
            )


def _value(view: View, field: str, key: str) -> str | None:
    codes = choices(field)
    if not codes:
        return st.text_input(view.say("value"), placeholder=view.say("value_empty"), key=key)
    return st.selectbox(
        view.say("value"),
        codes,
        index=None,
        placeholder=view.say("value_none"),
        format_func=lambda code: view.messages.code(SECTIONS[field], code),
        key=key,
    )


def _one_of_articles(view: View, dossier: Dossier, key: str) -> str | None:
    """Ask in which article; return the id of the appearance there, None for all."""
    ids = [None, *(one.id for one in dossier.appearances)]
    titles = {one.id: _titled(view, one) for one in dossier.appearances}
    return st.selectbox(
        view.say("where"),
        ids,
        format_func=lambda id: titles[id] if id else view.say("everywhere"),
        key=key,
    )


def _titled(view: View, one: AppearanceLine) -> str:
    article = one.article
    title = article.title or view.say("no_title")
    return f"{view.date(article.published)}, {article.publisher or view.say('no_publisher')}: {title}"


def _wrong(view: View, dossier: Dossier) -> None:
    """Ask whether it is a person at all."""
    with st.form(f"correct-wrong-{dossier.person.id}", border=False):
        put(tag("p", view.say("wrong_note"), class_="zg zg-note"))
        where = _one_of_articles(view, dossier, recording.key("wrong-where"))
        why = recording.why(view)
        if st.form_submit_button(view.say("wrong_record"), type="primary"):
            ids = [one.id for one in dossier.appearances if where in (None, one.id)]
            recording.decide(view, _PLACE, lambda words: deciding.dismiss(view.store, ids, words), why)


def _split(view: View, dossier: Dossier) -> None:
    """Ask which appearances are somebody else's."""
    titles = {one.id: _titled(view, one) for one in dossier.appearances}
    with st.form(f"correct-split-{dossier.person.id}", border=False):
        out = st.multiselect(
            view.say("split_out"),
            list(titles),
            format_func=titles.__getitem__,
            placeholder=view.say("choose"),
            key=recording.key("split"),
        )
        why = recording.why(view)
        if st.form_submit_button(view.say("split_record"), type="primary"):
            left = [id for id in titles if id not in out]
            if out and left:
                recording.decide(
                    view, _PLACE, lambda words: deciding.different(view.store, left, out, words), why
                )
            else:
                name = dossier.person.name
                none = view.say("split_missing")
                recording.refuse(view.messages.text("cli.nothing_left", name=name) if out else none)


def _same(view: View, dossier: Dossier) -> None:
    """Ask who else this person is, of the namesakes and of those found by name."""
    search = st.text_input(
        view.say("same_search"), placeholder=view.say("search_example"), type="search", key="same-search"
    ).strip()
    found = reports.find_person(view.store, search) if search else dossier.namesakes
    others = {one.id: one for one in found if one.id != dossier.person.id}
    with st.form(f"correct-same-{dossier.person.id}", border=False):
        other = st.selectbox(
            view.say("same_who"),
            list(others),
            index=None,
            format_func=lambda id: _described(view, others[id]),
            placeholder=view.say("choose"),
            key=recording.key("same"),
        )
        why = recording.why(view)
        if st.form_submit_button(view.say("same_record"), type="primary"):
            if other:
                members = list(things.members(view.store, [dossier.person.id, other]).values())
                recording.decide(view, _PLACE, lambda words: deciding.same(view.store, members, words), why)
            else:
                recording.refuse(view.say("same_missing"))


def _described(view: View, one: PersonLine) -> str:
    return ", ".join([one.name, *one.roles, *one.places, view.count("stories", one.stories)])


_FORMS: dict[str, Callable[[View, Dossier], None]] = {
    "field": _field,
    "wrong": _wrong,
    "split": _split,
    "same": _same,
}
