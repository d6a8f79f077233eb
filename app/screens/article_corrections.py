"""What was read wrong of an article: forms to correct it, and what was corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app.corrections import OF_ARTICLE, checked
from app.markup import tag
from app.screens import recorded, recording
from app.screens.pieces import section, short
from app.screens.view import View, put
from graph.judgements import deciding, decisions, things
from graph.judgements.deciding import Words
from graph.judgements.decisions import CORRECT, Decision
from graph.lines import ArticleView

_PLACE = "article-corrections"


def show(view: View, seen: ArticleView) -> None:
    """Show what was corrected in an article, and the forms to do so."""
    done = [one for one in decisions.read(view.store.read, [seen.line.id]) if one.kind == CORRECT]
    nothing = tag("p", view.say("article_corrections_none"), class_="zg-nothing")
    put(section(view.say("corrections"), None if done else nothing))
    recording.said(_PLACE)
    recorded.show(view, _PLACE, done[::-1])
    with st.expander(view.say("correct"), icon=":material/edit:"):
        what = st.segmented_control(
            view.say("correct_what"),
            [name for name, (_, is_there) in _FORMS.items() if is_there(seen)],
            default="article",
            required=True,
            format_func=lambda name: view.say(f"correct_{name}"),
            key=f"correct-{seen.line.id}",
        )
        _FORMS[what][0](view, seen)


def _article(view: View, seen: ArticleView) -> None:
    """Ask for the value of one of the article's own fields."""
    with st.form(f"correct-article-{seen.line.id}", border=False):
        field = st.selectbox(
            view.say("field"),
            OF_ARTICLE,
            format_func=lambda name: view.messages.code("fields", name),
            key=recording.key("article-field"),
        )
        value = st.text_input(
            view.say("value"), placeholder=view.say("value_empty"), key=recording.key("article-value")
        )
        why = recording.why(view)
        if st.form_submit_button(view.say("correct_record"), type="primary"):
            recording.decide(
                view,
                _PLACE,
                lambda words: deciding.correct(
                    view.store, [seen.line.id], checked(field, value.strip()), words
                ),
                why,
            )


def _statement(view: View, seen: ArticleView) -> None:
    """Ask who says a statement, or whether it is one."""
    texts = {said.id: f"{said.source_name}: {short(said.text)}" for said in seen.statements}
    names = {one.id: one.name for one, _ in seen.people}
    with st.form(f"correct-statement-{seen.line.id}", border=False):
        said = st.selectbox(
            view.say("statement"), list(texts), format_func=texts.__getitem__, key=recording.key("statement")
        )
        who = st.selectbox(
            view.say("speaker"),
            [None, *names],
            format_func=lambda id: names[id] if id else view.say("speaker_none"),
            key=recording.key("speaker"),
        )
        why = recording.why(view)
        if st.form_submit_button(view.say("correct_record"), type="primary"):
            recording.decide(view, _PLACE, lambda words: _said_by(view, str(said), who, words), why)


def _said_by(view: View, statement: str, who: str | None, words: Words) -> Sequence[Decision]:
    if who is None:
        return deciding.dismiss(view.store, [statement], words)
    (speaker,) = things.by_id(view.store, who)
    return deciding.correct(view.store, [statement], {"speaker": speaker.name_key}, words)


def _organisation(view: View, seen: ArticleView) -> None:
    """Ask which organisation is none."""
    names = {mention.mention: mention.name for mention in seen.mentions}
    with st.form(f"correct-organisation-{seen.line.id}", border=False):
        none = st.selectbox(
            view.say("organisation"),
            list(names),
            format_func=names.__getitem__,
            key=recording.key("organisation"),
        )
        why = recording.why(view)
        if st.form_submit_button(view.say("organisation_record"), type="primary"):
            recording.decide(
                view, _PLACE, lambda words: deciding.dismiss(view.store, [str(none)], words), why
            )


_FORMS: dict[str, tuple[Callable[[View, ArticleView], None], Callable[[ArticleView], bool]]] = {
    "article": (_article, lambda seen: True),
    "statement": (_statement, lambda seen: bool(seen.statements)),
    "organisation": (_organisation, lambda seen: bool(seen.mentions)),
}
