"""A person: how they are presented where, what they say where, what is notable, and who is named the same."""

from __future__ import annotations

import streamlit as st

from app.markup import BREAK, Html, join, link, table, tag
from app.pair_reasons import reasons
from app.screens import person_checks, person_corrections, person_marks
from app.screens.pieces import badge, few, notice, person, quote, section, source, title
from app.screens.view import View, heading, parameter, put
from graph import reports
from graph.lines import AppearanceLine, ClaimLine, Comparison, Dossier, PersonLine, SignalLine


def show(view: View) -> None:
    """Show the person that `person` of the address names."""
    id = parameter("person")
    if not id:
        put(title(view.say("expert")), notice(view.say("no_person"), _to_overview(view)))
        return
    try:
        dossier = reports.dossier(view.store, id)
    except reports.NotFound:
        put(title(view.say("expert")), notice(view.say("person_gone", id=id), _to_overview(view)))
        return
    st.set_page_config(page_title=f"{dossier.person.name} · zegsman")
    put(_head(view, dossier.person))
    person_marks.show(view, dossier.person)
    put(_signals(view, dossier))
    person_checks.show(view, dossier.person)
    put(_presented(view, dossier))
    put(_said(view, dossier))
    if dossier.namesakes:
        put(_namesakes(view, dossier))
    if dossier.claims:
        put(_claims(view, dossier))
    person_corrections.show(view, dossier)


def _to_overview(view: View) -> Html:
    return tag("p", link(view.to.overview(), view.say("to_overview")))


def _head(view: View, line: PersonLine) -> Html:
    counts = heading(
        view.messages.code("kinds", line.kind),
        view.count("stories", line.stories),
        view.count("articles", line.articles),
        view.count("statements", line.statements),
        view.period(line.first, line.last),
    )
    drawn = link(view.to.drawing(line.id), view.say("draw"))
    known = (
        ("roles", line.roles),
        ("places", line.places),
        ("affiliations", line.affiliations),
        ("publishers", line.publishers),
    )
    rows = [
        tag("div", tag("dt", f"{view.say(name)} ({len(words)})"), tag("dd", few(words, 6)))
        for name, words in known
        if words
    ]
    return join([title(line.name, counts, " · ", drawn), tag("dl", *rows, class_="zg zg-known")])


def _presented(view: View, dossier: Dossier) -> Html:
    copies = _copies(dossier)
    columns = ("date", "published_in", "presented_as", "place", "affiliation", "in_the_text")
    rows = (_row(view, one, one.id in copies) for one in dossier.appearances)
    caption = view.say("presented_caption", name=dossier.person.name)
    return section(view.say("presented"), table([view.say(column) for column in columns], rows, caption))


def _row(view: View, one: AppearanceLine, copy: bool) -> tuple[object, ...]:
    article = one.article
    nothing = tag("span", "–", class_="zg-nothing", title=view.say("not_stated"))
    publisher = tag("strong", article.credited or view.say("no_publisher"))
    there = view.to.article(article.id, *one.starts[:1])
    return (
        tag("span", view.date(article.published), class_="zg-date"),
        join(
            [
                publisher,
                join([" ", badge(view.say("copy"))]) if copy else "",
                BREAK,
                link(there, article.title or view.say("no_title")),
            ]
        ),
        " ".join(part for part in (one.honorific, one.role) if part) or nothing,
        one.place or nothing,
        one.affiliation or nothing,
        tag("q", one.context) if one.context else nothing,
    )


def _copies(dossier: Dossier) -> set[str]:
    """Return the ids of appearances in a story that an earlier one is in too: copies of one text."""
    first: dict[str, str] = {}
    for one in dossier.appearances:
        first.setdefault(one.story or one.id, one.id)
    return {one.id for one in dossier.appearances} - set(first.values())


def _said(view: View, dossier: Dossier) -> Html:
    copies = _copies(dossier)
    cards = [_card(view, one, one.id in copies) for one in dossier.appearances if one.statements]
    if not cards:
        return section(view.say("said"), notice(view.say("said_nothing", name=dossier.person.name)))
    return section(view.say("said"), tag("div", *cards, class_="zg-cards"))


def _card(view: View, one: AppearanceLine, copy: bool) -> Html:
    """Return what is said in one article; of a copy it is folded, for it is the same as in the first."""
    quotes = [quote(view, said) for said in one.statements]
    if not copy:
        return tag("article", tag("h3", source(view, one.article)), *quotes)
    folded = tag("details", tag("summary", view.count("statements", len(quotes))), *quotes)
    return tag("article", tag("h3", source(view, one.article), " ", badge(view.say("copy"))), folded)


def _signals(view: View, dossier: Dossier) -> Html:
    places = _places(view, dossier)
    columns = [
        tag(
            "div",
            tag("h3", view.say(f"signals_{polarity}")),
            _listed(view, [s for s in dossier.signals if s.polarity == polarity], places, polarity),
            class_=f"zg-{polarity}",
        )
        for polarity in ("closer", "for")
    ]
    return section(
        view.say("signals"), tag("div", *columns, class_="zg-signals"), note=view.say("no_verdict")
    )


def _listed(view: View, signals: list[SignalLine], places: dict[str, str], polarity: str) -> Html:
    if not signals:
        return tag("p", view.say(f"signals_{polarity}_none"), class_="zg-nothing")
    return tag("ul", *(tag("li", _signal(view, signal, places)) for signal in signals))


def _signal(view: View, signal: SignalLine, places: dict[str, str]) -> Html:
    """Return a signal in words, with a link to each place it rests on."""
    shown = [places[id] for id in signal.evidence if id in places]
    links = (link(href, number) for number, href in enumerate(dict.fromkeys(shown), start=1))
    evidence = tag("span", view.say("evidence"), " ", join(links, ", "), class_="zg-evidence")
    return join([view.messages.signal(signal.type, signal.params), " ", evidence if shown else ""])


def _places(view: View, dossier: Dossier) -> dict[str, str]:
    """Return, by id of what a signal can rest on, the address of the place where it stands."""
    places = {}
    for one in dossier.appearances:
        places[one.article.id] = view.to.article(one.article.id)
        places[one.id] = view.to.article(one.article.id, *one.starts[:1])
        for said in one.statements:
            places[said.id] = view.to.article(said.article, said.starts[0], said.ends[-1])
    for claim in dossier.claims:
        for sentence in claim.sentences:
            places[sentence.statement] = view.to.article(sentence.article.id, sentence.start, sentence.end)
    return places


def _namesakes(view: View, dossier: Dossier) -> Html:
    columns = (
        "name", "kind", "in_stories", "roles", "places", "affiliations", "publishers", "period", "why_apart"
    )  # fmt: skip
    own = _namesake(view, dossier.person, tag("strong", dossier.person.name), "")
    others = (
        _namesake(view, compared.other, person(view, compared.other), _why_apart(view, compared))
        for compared in dossier.apart
    )
    made = table([view.say(column) for column in columns], (own, *others), view.say("namesakes"))
    return section(view.say("namesakes"), made, note=view.say("namesakes_note", name=dossier.person.name))


def _namesake(view: View, line: PersonLine, name: Html, why_apart: Html | str) -> tuple[object, ...]:
    return (
        name,
        view.messages.code("kinds", line.kind),
        tag("span", line.stories, class_="zg-number"),
        few(line.roles),
        few(line.places),
        few(line.affiliations, 2),
        few(line.publishers, 2),
        view.period(line.first, line.last),
        why_apart,
    )


def _why_apart(view: View, compared: Comparison) -> Html:
    """Return what speaks against one person, and what for it, the weightiest first."""
    found = list(reasons(view.messages, compared))
    against = [tag("li", reason.text) for reason in found if reason.weight <= 0]
    both = [tag("li", reason.text) for reason in found if reason.weight > 0]
    parts = [tag("ul", *against) if against else ""]
    if both:
        parts.append(tag("details", tag("summary", view.say("speaks_for_one")), tag("ul", *both)))
    return join(parts)


def _claims(view: View, dossier: Dossier) -> Html:
    cards = (tag("article", *_claim(view, claim, dossier.person)) for claim in dossier.claims)
    return section(view.say("claims"), tag("div", *cards, class_="zg-cards"), note=view.say("claims_note"))


def _claim(view: View, claim: ClaimLine, this: PersonLine) -> list[Html]:
    names = {line.id: line for line in claim.persons}
    items = []
    for sentence in claim.sentences:
        who = names.get(sentence.person or "")
        name = person(view, who) if who and who.id != this.id else tag("span", sentence.source_name)
        there = link(
            view.to.article(sentence.article.id, sentence.start, sentence.end), view.say("read_there")
        )
        where = heading(
            sentence.article.credited or view.say("no_publisher"),
            view.date(sentence.article.published),
            there,
        )
        items.append(
            tag("li", tag("q", sentence.text), " ", tag("span", name, " · ", where, class_="zg-source"))
        )
    return [tag("h3", claim.text), tag("ul", *items)]
