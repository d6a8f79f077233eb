"""Looking a person up: where, how to read what is found there, what came of it, and a form to record it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from app.judged import sentence
from app.lookup import addresses, called, standing
from app.markup import BREAK, Html, join, outward, table, tag
from app.screens import recorded, recording
from app.screens.pieces import section
from app.screens.view import View, put
from graph.judgements import checks, things
from graph.judgements.checks import OUTCOMES
from graph.lines import PersonLine
from graph.registers import Register, for_person, registers

_PLACE = "checks"


def show(view: View, person: PersonLine) -> None:
    """Show what was looked up about a person, where they can be, and a form to record what came of it."""
    done = checks.of_person(view.store, person.id)
    nothing = tag("p", view.messages.text("check.not_checked"), class_="zg-nothing")
    put(section(view.say("checks"), None if done else nothing, note=view.say("checks_note")))
    recording.said(_PLACE)
    recorded.show(view, _PLACE, done)
    places = list(for_person(person.roles, person.role_families))
    with st.expander(view.say("look_up"), icon=":material/search:"):
        put(_places(view, places, person))
        _ask(view, places, person)


def _places(view: View, places: Sequence[Register], person: PersonLine) -> Html:
    columns = [view.say(name) for name in ("register", "register_links", "register_read", "register_miss")]
    rows = (
        (
            join(
                [
                    called(view.messages, place.name),
                    tag("p", standing(view.messages, place), class_="zg-source"),
                ]
            ),
            _links(view, place, person),
            place.reads[view.messages.language],
            place.misses[view.messages.language],
        )
        for place in places
    )
    return tag("section", table(columns, rows, view.say("look_up")), class_="zg")


def _named(view: View, place: Register) -> Html:
    below = tag("p", standing(view.messages, place), class_="zg-source")
    return join([called(view.messages, place.name), below])


def _links(view: View, place: Register, person: PersonLine) -> Html:
    found = addresses(place, person)
    if not found:
        return tag("span", "–", class_="zg-nothing")
    return join((outward(to, _told(to)) for to in found), BREAK)


def _told(address: str) -> str:
    """Return what a page is called: its host, and what is looked for there."""
    parts = urlsplit(address)
    asked = [value for _, value in parse_qsl(parts.query) if not value.isascii() or " " in value]
    return ": ".join([parts.hostname or address, *asked[:1]])


def _ask(view: View, places: Sequence[Register], person: PersonLine) -> None:
    fitting = [place.name for place in places]
    names = [*fitting, *(name for name in registers() if name not in fitting)]
    with st.form(f"check-{person.id}"):
        left, right = st.columns(2)
        register = left.selectbox(
            view.say("register"),
            names,
            format_func=partial(called, view.messages),
            key=recording.key("register", person.id),
        )
        outcome = right.selectbox(
            view.say("outcome"),
            OUTCOMES,
            index=None,
            placeholder=view.say("choose"),
            format_func=lambda code: view.messages.text(f"check.{code}"),
            key=recording.key("outcome", person.id),
        )
        note = st.text_input(view.say("check_note"), key=recording.key("check", person.id)).strip()
        if st.form_submit_button(view.say("check_record"), type="primary"):
            if register and outcome:
                work = partial(_record, view, person, register, outcome, note or None)
                recording.record(view, _PLACE, work)
            else:
                recording.refuse(view.say("outcome_missing"))


def _record(view: View, person: PersonLine, register: str, outcome: str, note: str | None) -> str:
    (members,) = things.members(view.store, [person.id]).values()
    made = checks.record(view.store, members, register, outcome, recording.who(), note)
    return view.say("recorded", what=sentence(view.messages, made))
