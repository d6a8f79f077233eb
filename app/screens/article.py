"""An article whole: its text with people, organisations and what is said marked, and all of them listed."""

from __future__ import annotations

import streamlit as st

from app.components.scroll import scroll_to
from app.highlight import Mark, highlight, lines
from app.markup import BREAK, Html, join, link, outward, table, tag
from app.screens import article_corrections
from app.screens.pieces import badge, notice, original, section, short, source, title, turn
from app.screens.view import View, heading, parameter, put, whole
from graph import reports
from graph.context import sentence_at
from graph.lines import AppearanceLine, ArticleView, MentionLine, StatementLine

PAGE = 50
# The id, on the page, of the place that the address asks for.
PLACE = "place"


def show(view: View) -> None:
    """Show the article that `article` of the address names, at `at` to `to`; without one, a list."""
    id = parameter("article")
    if not id:
        _list(view)
        return
    try:
        seen = reports.article(view.store, id)
    except reports.NotFound:
        put(title(view.say("article")), notice(view.say("article_gone", id=id)))
        return
    name = seen.line.title or view.say("no_title")
    st.set_page_config(page_title=f"{name} · zegsman")
    put(title(name, _below(view, seen)))
    at = place(seen, whole("at"), whole("to"))
    text, beside = st.columns([3, 2], gap="large")
    with text:
        put(_legend(view), _text(view, seen, at))
    with beside:
        put(_people(view, seen), _statements(view, seen), _organisations(view, seen), _copies(view, seen))
        article_corrections.show(view, seen)
    if at:
        scroll_to(PLACE, key=f"{id}-{at[0]}-{at[1]}")


def place(seen: ArticleView, at: int | None, to: int | None) -> tuple[int, int] | None:
    """Return the stretch of the text that an address asks for, None if it asks for none.

    It is `at` to `to`; without `to`, what is said from `at` on, or the sentence in which `at` is.
    """
    if at is None or at >= len(seen.text):
        return None
    if to is not None and at < to <= len(seen.text):
        return at, to
    said = [s for s in seen.statements if s.starts[0] == at]
    if said:
        return at, said[0].ends[-1]
    return sentence_at(seen.text, at, at + 1)


def _below(view: View, seen: ArticleView) -> Html:
    line = seen.line
    return heading(
        tag("strong", line.credited or view.say("no_publisher")),
        view.date(line.published),
        view.messages.code("subjects", line.subject),
        original(view, line),
        link(view.to.drawing(line.id), view.say("draw")),
    )


def _legend(view: View) -> Html:
    kinds = ("person", "organisation", "quote", "place")
    items = (tag("mark", view.say(f"legend_{kind}"), class_=f"zg-{kind}") for kind in kinds)
    return tag("p", view.say("legend"), " ", join(items, " "), class_="zg zg-legend")


def _text(view: View, seen: ArticleView, at: tuple[int, int] | None) -> Html:
    return tag("div", highlight(seen.text, _marks(view, seen, at)), class_="zg zg-text", lang="nl")


def _marks(view: View, seen: ArticleView, at: tuple[int, int] | None) -> list[Mark]:
    """Return the marks of the text; of marks of one length the earlier listed is the outer."""
    marks = lines(seen.text)
    marks += [Mark(part.start, part.end, f"part-{part.kind}") for part in seen.parts]
    if at:
        marks.append(Mark(*at, "place", id=PLACE))
    for said in seen.statements:
        what = view.say("said_by", name=said.source_name)
        stretches = zip(said.starts, said.ends, strict=True)
        marks += [Mark(start, end, "quote", id=f"at-{start}", title=what) for start, end in stretches]
    for one, person in seen.people:
        href = view.to.person(person) if person else None
        what = _presented(view, one) or one.name
        marks += [
            Mark(s, e, "person", href=href, title=what) for s, e in zip(one.starts, one.ends, strict=True)
        ]
    for mention in seen.mentions:
        stretches = zip(mention.starts, mention.ends, strict=True)
        marks += [Mark(start, end, "organisation", title=mention.name) for start, end in stretches]
    return marks


def _presented(view: View, one: AppearanceLine) -> str:
    stated = (view.messages.code("kinds", one.kind), one.role, one.place, one.affiliation)
    return " · ".join(part for part in stated if part)


def _people(view: View, seen: ArticleView) -> Html | None:
    if not seen.people:
        return section(view.say("people_here"), tag("p", view.say("nobody_here"), class_="zg-nothing"))
    items = (
        tag(
            "li",
            link(view.to.person(person), one.name, class_="zg-name") if person else tag("strong", one.name),
            BREAK,
            tag("span", _presented(view, one), class_="zg-source"),
        )
        for one, person in seen.people
    )
    return section(view.say("people_here"), tag("ul", *items, class_="zg-list"))


def _statements(view: View, seen: ArticleView) -> Html | None:
    if not seen.statements:
        return None
    items = (tag("li", *_statement(view, seen, said)) for said in seen.statements)
    return section(view.say("statements_here"), tag("ul", *items, class_="zg-list"))


def _statement(view: View, seen: ArticleView, said: StatementLine) -> list[Html]:
    person = said.source_kind == "person" and said.source_id
    name = link(view.to.person(said.source_id or ""), said.source_name) if person else said.source_name
    there = link(view.to.article(seen.line.id, said.starts[0], said.ends[-1]), short(said.text))
    way = badge(view.say(f"type_{said.type}"), said.type)
    return [tag("strong", name), join([" ", way]), BREAK, there]


def _organisations(view: View, seen: ArticleView) -> Html | None:
    if not seen.mentions:
        return None
    items = (tag("li", tag("strong", m.name), *_identified(view, m)) for m in seen.mentions)
    return section(view.say("organisations_here"), tag("ul", *items, class_="zg-list"))


def _identified(view: View, mention: MentionLine) -> list[object]:
    """Return what an organisation was identified as, and where to look it up."""
    known = mention.authority_name
    stated = view.say(f"match_{mention.match.replace('-', '_')}", name=known or "") if known else None
    registers = (
        outward(mention.ror, "ROR") if mention.ror else None,
        outward(f"https://www.wikidata.org/wiki/{mention.wikidata}", "Wikidata")
        if mention.wikidata
        else None,
    )
    said = heading(stated, *registers)
    return [BREAK, tag("span", said, class_="zg-source")] if said else []


def _copies(view: View, seen: ArticleView) -> Html | None:
    if not seen.copies:
        return None
    items = (tag("li", source(view, line)) for line in seen.copies)
    return section(view.say("copies"), tag("ul", *items, class_="zg-list"), note=view.say("copies_note"))


def _list(view: View) -> None:
    """List the articles, by date; `search` and `from` of the address choose which."""
    put(title(view.say("articles_title"), view.say("articles_below")))
    search = st.text_input(
        view.say("search_articles"),
        value=parameter("search") or "",
        placeholder=view.say("search_articles_example"),
        type="search",
    ).strip()
    if search != (parameter("search") or ""):
        st.query_params.from_dict({**st.query_params.to_dict(), "search": search, "from": ""})
    start = whole("from") or 0
    found = reports.articles(view.store, text=search or None, limit=PAGE + 1, offset=start)
    if not found:
        put(notice(view.say("no_article_named", search=search) if search else view.say("no_more_articles")))
        return
    rows = (
        (
            link(view.to.article(line.id), line.title or view.say("no_title"), class_="zg-name"),
            line.credited or view.say("no_publisher"),
            view.date(line.published),
            view.messages.code("subjects", line.subject),
        )
        for line in found[:PAGE]
    )
    columns = [view.say(column) for column in ("headline", "published_in", "date", "subject")]
    put(tag("div", table(columns, rows, view.say("articles_title")), class_="zg"))
    chosen = search or None
    before = view.to.articles(chosen, max(start - PAGE, 0)) if start else None
    after = view.to.articles(chosen, start + PAGE) if len(found) > PAGE else None
    put(turn(view, before, after, view.say("more_articles")))
