"""All that people decided, looked up and marked, the latest first, to take back."""

from __future__ import annotations

import streamlit as st

from app.judged import Judgement
from app.markup import Html, join, link
from app.screens import recorded, recording
from app.screens.pieces import notice, person, short, title, turn
from app.screens.view import View, put, whole
from graph import reports
from graph.judgements import checks, decisions, triage
from graph.lines import ArticleLine, PersonLine

PAGE = 50
_PLACE = "on-record"


def show(view: View) -> None:
    """List what is on record, from `from` of the address on."""
    put(title(view.say("record_title"), view.say("record_below")))
    recording.said(_PLACE)
    read = view.store.read
    found: list[Judgement] = [*decisions.read(read), *checks.read(read), *triage.read(read)]
    found.sort(key=lambda one: (one.at, one.id), reverse=True)
    start = whole("from") or 0
    if not found:
        put(notice(view.say("record_none")))
        return
    shown = found[start : start + PAGE]
    with st.container(gap="small"):
        recorded.show(view, _PLACE, shown, _about(view, shown))
    before = view.to.on_record(max(start - PAGE, 0)) if start else None
    after = view.to.on_record(start + PAGE) if len(found) > start + PAGE else None
    put(turn(view, before, after, view.say("record_more")))


def _about(view: View, found: list[Judgement]) -> dict[str, Html]:
    """Return, by id, whom judgements are about, else which article, else the name they were made on."""
    people = reports.persons_of(view.store, sorted({id for one in found for id in one.attached}))
    articles = reports.articles_by_id(view.store, sorted({t.article for one in found for t in one.targets}))
    return {one.id: _of_one(view, one, people, articles) for one in found}


def _of_one(
    view: View, one: Judgement, people: dict[str, PersonLine], articles: dict[str, ArticleLine]
) -> Html:
    persons = {people[id].id: people[id] for id in one.attached if id in people}
    if persons:
        return join((person(view, line) for line in persons.values()), ", ")
    names = dict.fromkeys(target.name_key for target in one.targets if target.name_key)
    lines = {target.article: articles[target.article] for target in one.targets if target.article in articles}
    titles = (link(view.to.article(id), short(line.title or "–", 60)) for id, line in lines.items())
    return join([*names, *titles], ", ") or Html("–")
