"""The graph around a person, an article or a claim, drawn: what is clicked is opened beside it."""

from __future__ import annotations

import streamlit as st

from app.components.network import HEIGHT, draw
from app.markup import Html, join, link, table, tag
from app.screens.pieces import notice, section, title
from app.screens.view import View, parameter, put
from graph import reports
from graph.lines import Edge, Network, Node


def show(view: View) -> None:
    """Draw the graph around `about` of the address, with `open` of it opened."""
    put(title(view.say("drawing"), view.say("drawing_below")))
    about = _around(view)
    if about is None:
        return
    try:
        network = reports.neighbourhood(view.store, about)
    except reports.NotFound:
        put(notice(view.say("node_gone", id=about)))
        return
    names = {node.id: node for node in network.nodes}
    opened = parameter("open")
    left, right = st.columns([3, 2], gap="large")
    with left:
        put(_legend(view, network))
        words = {edge.type: view.messages.code("relationships", edge.type) for edge in network.edges}
        clicked = draw(network, about, opened, words, key=f"network-{about}")
    if clicked:
        st.query_params["about"] = about
        st.query_params["open"] = opened = clicked
    with right.container(height=HEIGHT, border=False):
        put(_opened(view, network, names, opened or about, about))
    with st.expander(view.say("as_table")):
        put(_as_table(view, network, names))


def _around(view: View) -> str | None:
    """Return the node to draw around: the address's, else the person in most stories. Offer others."""
    search = st.text_input(
        view.say("draw_around"), placeholder=view.say("search_example"), type="search"
    ).strip()
    if search:
        found = reports.people(view.store, text=search, limit=20)
        if not found:
            put(notice(view.say("nobody_named", search=search)))
            return None
        items = (
            tag("li", link(view.to.drawing(line.id), line.name), " · ", view.count("stories", line.stories))
            for line in found
        )
        put(tag("ul", *items, class_="zg zg-list"))
    stated = parameter("about")
    if stated:
        return stated
    first = reports.people(view.store, kind="expert", limit=1) or reports.people(view.store, limit=1)
    if not first:
        put(notice(view.say("nobody")))
        return None
    return first[0].id


def _legend(view: View, network: Network) -> Html:
    labels = sorted({node.label for node in network.nodes})
    items = (
        tag(
            "span",
            tag("span", "", aria_hidden="true", class_=f"zg-node zg-node-{label}"),
            view.messages.code("nodes", label),
        )
        for label in labels
    )
    return tag("p", join(items, " "), class_="zg zg-legend")


def _opened(view: View, network: Network, names: dict[str, Node], opened: str, about: str) -> Html:
    """Return what was clicked, whole."""
    for edge in network.edges:
        if edge.id == opened:
            return section(view.say("behind_edge"), _edge(view, edge, names))
    node = names.get(opened)
    if node is None:
        return notice(view.say("node_gone", id=opened))
    edges = [edge for edge in network.edges if node.id in (edge.start, edge.end)]
    behind = [_edge(view, edge, names) for edge in edges if edge.sentence]
    ways = (
        _page(view, node),
        link(view.to.drawing(node.id), view.say("draw_from_here")) if node.id != about else None,
    )
    return section(
        node.name,
        tag("p", view.messages.code("nodes", node.label), " · " if node.detail else "", node.detail),
        tag("p", join([way for way in ways if way], " · ")),
        tag("div", *behind, class_="zg-cards"),
    )


def _page(view: View, node: Node) -> Html | None:
    """Return a link to the node's own page, None where its type has none."""
    if node.label == "Person":
        return link(view.to.person(node.id), view.say("open_person"), class_="zg-main")
    if node.label == "Article":
        return link(view.to.article(node.id), view.say("open_article"), class_="zg-main")
    return None


def _edge(view: View, edge: Edge, names: dict[str, Node]) -> Html:
    """Return a relationship in words, and the sentence behind it with a link to where it stands."""
    start, end = (names[id].name if id in names else id for id in (edge.start, edge.end))
    said = tag(
        "h3",
        start,
        " ",
        tag("span", view.messages.code("relationships", edge.type), class_="zg-relation"),
        " ",
        end,
        class_="zg-ends",
    )
    if not edge.sentence:
        return tag("article", said, tag("p", view.say("no_sentence"), class_="zg-nothing"))
    there = None
    if edge.article:
        there = link(
            view.to.article(edge.article, edge.start_offset, edge.end_offset), view.say("read_there")
        )
    return tag("article", said, tag("blockquote", tag("p", edge.sentence), tag("footer", there)))


def _as_table(view: View, network: Network, names: dict[str, Node]) -> Html:
    """Return the drawing's edges as a table, for who cannot see or point at it."""
    rows = (
        (
            _named(view, names.get(edge.start)),
            view.messages.code("relationships", edge.type),
            _named(view, names.get(edge.end)),
            edge.sentence or "–",
            link(view.to.article(edge.article, edge.start_offset, edge.end_offset), view.say("read_there"))
            if edge.article
            else "–",
        )
        for edge in network.edges
    )
    columns = [view.say(column) for column in ("from", "relation", "to", "in_the_text", "place_in_text")]
    return tag("div", table(columns, rows, view.say("as_table")), class_="zg")


def _named(view: View, node: Node | None) -> object:
    if node is None:
        return "–"
    if node.label in ("Person", "Article"):
        there = view.to.person(node.id) if node.label == "Person" else view.to.article(node.id)
        return link(there, node.name)
    return node.name
