"""The overview: what the store holds, and who appears in most stories."""

from __future__ import annotations

import streamlit as st

from app.markup import Html, table, tag
from app.screens.pieces import facts, few, notice, person, title, turn
from app.screens.view import View, parameter, put, whole
from graph import reports
from graph.lines import PersonLine, Totals

KINDS = ("expert", "official", "subject", "other", "all")
PAGE = 50


def show(view: View) -> None:
    """Show the overview; `search`, `kind` and `from` of the address choose whom it lists."""
    totals = reports.totals(view.store)
    put(title(view.say("overview_title"), view.say("overview_below")))
    put(_totals(view, totals))
    if not totals.build:
        put(notice(view.say("unresolved"), tag("pre", "zegsman resolve")))
        return
    search, kind = _choose(view)
    start = whole("from") or 0
    found = reports.people(
        view.store, text=search, kind=None if kind == "all" else kind, limit=PAGE + 1, offset=start
    )
    put(_people(view, found[:PAGE], search) if found else notice(_nobody(view, search)))
    put(_turn(view, search, kind, start, more=len(found) > PAGE))


def _totals(view: View, totals: Totals) -> Html:
    names = ("articles", "stories", "experts", "persons", "statements", "institutions", "claims")
    return facts((view.say(f"total_{name}"), view.messages.number(getattr(totals, name))) for name in names)


def _choose(view: View) -> tuple[str | None, str]:
    """Ask whom to list, and keep the answer in the address."""
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    search = left.text_input(
        view.say("search"),
        value=parameter("search") or "",
        placeholder=view.say("search_example"),
        type="search",
    )
    stated = parameter("kind")
    kind = right.segmented_control(
        view.say("kind"),
        KINDS,
        default=stated if stated in KINDS else "expert",
        required=True,
        wrap=True,
        format_func=lambda code: (
            view.say("anybody") if code == "all" else view.messages.code("kinds_many", code)
        ),
    )
    chosen = {"search": search.strip(), "kind": "" if kind == "expert" else kind}
    if any((parameter(name) or "") != value for name, value in chosen.items()):
        st.query_params.pop("from", None)
        for name, value in chosen.items():
            if value:
                st.query_params[name] = value
            else:
                st.query_params.pop(name, None)
    return search.strip() or None, kind


def _people(view: View, people: tuple[PersonLine, ...], search: str | None) -> Html:
    columns = ("name", "in_stories", "roles", "places", "affiliations", "publishers", "period")
    rows = (
        (
            person(view, line),
            tag("span", line.stories, class_="zg-number"),
            few(line.roles),
            few(line.places),
            few(line.affiliations, 2),
            few(line.publishers, 2),
            view.period(line.first, line.last),
        )
        for line in people
    )
    caption = view.say("found", search=search) if search else view.say("by_stories")
    return tag("div", table([view.say(column) for column in columns], rows, caption), class_="zg")


def _nobody(view: View, search: str | None) -> str:
    return view.say("nobody_named", search=search) if search else view.say("nobody")


def _turn(view: View, search: str | None, kind: str, start: int, more: bool) -> Html:
    """Return links to the people before and after these."""
    chosen = search, None if kind == "expert" else kind
    before = view.to.overview(*chosen, max(start - PAGE, 0)) if start else None
    after = view.to.overview(*chosen, start + PAGE) if more else None
    return turn(view, before, after, view.say("more_people"))
