"""What was decided, looked up and marked, each with who and when, and a button to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from app.judged import Judgement, remark, sentence, state
from app.markup import BREAK, Html, tag
from app.screens import recording
from app.screens.view import View, heading, put
from graph.judgements import checks, deciding, triage
from graph.judgements.checks import Check
from graph.judgements.deciding import Words
from graph.judgements.triage import Triage


def show(view: View, place: str, found: Sequence[Judgement], about: dict[str, Html] | None = None) -> None:
    """List judgements; `about` says, by id, whom or what each is about, where the page does not."""
    for one in found:
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.container(width="stretch"):
                put(line(view, one, (about or {}).get(one.id)))
            if one.stands:
                pressed = st.button(view.say("take_back"), key=f"{place}-{one.id}", width="content")
                if pressed:
                    recording.record(
                        view, place, partial(_take_back, view, one), concludes=not isinstance(one, Triage)
                    )


def line(view: View, one: Judgement, about: Html | None = None) -> Html:
    """Return a judgement with who and when, and what became of it."""
    said = [about, tag("strong", sentence(view.messages, one))]
    if why := remark(one):
        said.append(tag("span", why))
    when = view.date(one.at[:10])
    stands = None if one.stands and len(one.attached) == len(one.targets) else state(view.messages, one)
    below = tag("span", heading(one.by, when, stands), class_="zg-source")
    kind = "zg zg-record" if one.stands else "zg zg-record zg-withdrawn"
    return tag("p", heading(*said), BREAK, below, class_=kind)


def _take_back(view: View, one: Judgement) -> str:
    """Take one back, and return what to say of it."""
    by = recording.who()
    if isinstance(one, Check):
        checks.withdraw(view.store, one.id, by)
    elif isinstance(one, Triage):
        triage.withdraw(view.store, one.id, by)
    else:
        deciding.withdraw(view.store, [one.id], Words(by))
    return view.say("taken_back", what=sentence(view.messages, one))
