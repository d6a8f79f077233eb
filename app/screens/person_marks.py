"""Going through people: a star, setting aside, and notes, on a person's page."""

from __future__ import annotations

from functools import partial

import streamlit as st

from app.judged import sentence
from app.screens import recorded, recording
from app.screens.view import View, put
from graph.judgements import triage
from graph.judgements.triage import ASIDE, NOTE, STAR, Marks, Triage
from graph.lines import PersonLine

_PLACE = "marks"


def show(view: View, person: PersonLine) -> None:
    """Show a person's marks, with buttons to make and take back each."""
    found = triage.of_person(view.store, person.id)
    marks = triage.marked(view.store.read, [person.id]).get(person.id, Marks())
    with st.container(horizontal=True, vertical_alignment="center"):
        for kind, is_set, icon in ((STAR, marks.star, "star"), (ASIDE, marks.aside, "visibility_off")):
            words = view.say(f"{kind}_take" if is_set else f"{kind}_give")
            if st.button(words, key=f"{kind}-{person.id}", icon=f":material/{icon}:"):
                work = partial(_unmark, view, kind, found) if is_set else partial(_mark, view, person, kind)
                recording.record(view, _PLACE, work, concludes=False)
        with st.popover(view.say("note_give"), icon=":material/edit_note:"):
            _ask(view, person)
    recording.said(_PLACE)
    standing = [one for one in found if one.stands]
    put(*(recorded.line(view, one) for one in standing if one.kind != NOTE))
    recorded.show(view, _PLACE, [one for one in standing if one.kind == NOTE])


def _ask(view: View, person: PersonLine) -> None:
    with st.form(f"note-{person.id}", border=False):
        words = st.text_area(view.say("note"), key=recording.key("note", person.id)).strip()
        if st.form_submit_button(view.say("note_keep"), type="primary"):
            if words:
                recording.record(view, _PLACE, partial(_mark, view, person, NOTE, words), concludes=False)
            else:
                recording.refuse(view.messages.text("cli.note_empty"))


def _mark(view: View, person: PersonLine, kind: str, note: str | None = None) -> str:
    made = triage.mark(view.store, person.id, kind, recording.who(), note)
    return view.say("recorded", what=sentence(view.messages, made))


def _unmark(view: View, kind: str, found: tuple[Triage, ...]) -> str:
    for one in found:
        if one.kind == kind and one.stands:
            triage.withdraw(view.store, one.id, recording.who())
    return view.say("taken_back", what=view.messages.text(f"triage.{kind}"))
