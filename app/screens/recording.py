"""Recording what somebody decides, looks up or marks on a page.

A form asks for its widgets' keys here. When what it asked for was done, its page is drawn anew with empty
forms and says so in that place; when it could not be done, it says why there, and what was typed stays.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence

import streamlit as st

from app.corrections import BadValue
from app.judged import sentence
from app.messages import Messages
from app.screens.pieces import notice
from app.screens.view import View, put
from graph.errors import StoreError
from graph.judgements.deciding import Words
from graph.judgements.decisions import Decision
from graph.resolve import resolve

# Seconds that a page waits for somebody else to finish writing before it says who that is.
_WAIT = 10.0

_WHO = "who"
_TURN = "recorded"
_SAID = "said"


def ask_who(messages: Messages) -> None:
    """Ask, beside every page, under which name things are recorded: by itself as commands do."""
    st.session_state.setdefault(_WHO, _login_name())
    st.text_input(messages.text("page.who"), key=_WHO, help=messages.text("page.who_help"), max_chars=80)


def who() -> str:
    """Return under which name things are recorded."""
    return str(st.session_state.get(_WHO, "")).strip() or _login_name()


def _login_name() -> str:
    return os.environ.get("ZEGSMAN_USER") or getpass.getuser()


def key(*words: object) -> str:
    """Return the key of a widget in a form: another one once something was recorded, so that it is empty."""
    return "-".join(map(str, (*words, st.session_state.get(_TURN, 0))))


def said(place: str) -> None:
    """Say, in this place of the page, what was just recorded from there."""
    where, text = st.session_state.get(_SAID, ("", ""))
    if where == place:
        del st.session_state[_SAID]
        put(notice(text))


def refuse(text: str) -> None:
    """Say why something was not recorded."""
    put(notice(text, kind="error"))


def record(view: View, place: str, work: Callable[[], str], *, concludes: bool = True) -> None:
    """Do `work` with the right to write, and say what it returns in `place` of the page, drawn anew.

    With `concludes`, the conclusions are drawn anew from it. What is wrong is said here and at once.
    """
    try:
        with st.spinner(view.say("recording")), view.store.lease("zegsman app", wait=_WAIT):
            done = work()
            if concludes:
                resolve(view.store)
    except StoreError as error:
        refuse(view.messages.error(error))
        return
    except BadValue as error:
        refuse(view.messages.text(f"cli.{error.key}", **error.params))
        return
    st.session_state[_SAID] = (place, done)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.rerun()


def why(view: View) -> str | None:
    """Ask, in a form, why something is decided."""
    return st.text_input(view.say("why"), key=key("why")).strip() or None


def decide(
    view: View, place: str, decided: Callable[[Words], Sequence[Decision]], reason: str | None
) -> None:
    """Record what `decided` decides, given who does and why."""

    def work() -> str:
        made = decided(Words(who(), reason))
        told = view.messages.listed(sentence(view.messages, one) for one in made)
        return view.say("recorded", what=told)

    record(view, place, work)
