"""A drawing of the graph: pyvis lays down nodes, edges and options; its copy of vis-network draws them.

Nothing is fetched from the internet: the script is the file that pyvis installs.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pyvis
import streamlit as st
from pyvis.network import Network as Drawing

from graph.lines import Network

# Shapes tell the types apart as well as colours do.
SHAPES = {
    "Person": "dot",
    "Article": "square",
    "Claim": "diamond",
    "Institution": "triangle",
    "Story": "hexagon",
}

# Colours of Okabe and Ito, which people with any colour vision tell apart; darker or lighter for the page.
COLOURS = {
    "light": {
        "Person": "#d55e00", "Article": "#0072b2", "Claim": "#b0558a", "Institution": "#00805e",
        "Story": "#8a6d00", "other": "#666666",
        "text": "#1f2329", "page": "#ffffff", "border": "#ffffff", "edge": "#8b939e",
    },
    "dark": {
        "Person": "#f08a3c", "Article": "#56b4e9", "Claim": "#dd9cc2", "Institution": "#2fc39b",
        "Story": "#e6c229", "other": "#aaaaaa",
        "text": "#f2f3f5", "page": "#0e1117", "border": "#0e1117", "edge": "#7d8590",
    },
}  # fmt: skip

# Distances at which labels of two or three short lines seldom lie on one another, tried at 60 nodes.
OPTIONS = {
    "autoResize": True,
    "interaction": {"hover": True, "keyboard": False, "zoomSpeed": 0.6},
    "layout": {"randomSeed": 7},
    "physics": {
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"gravitationalConstant": -90, "springLength": 130, "avoidOverlap": 0.4},
        "stabilization": {"iterations": 400, "fit": True},
    },
    "nodes": {"widthConstraint": {"maximum": 130}},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}, "smooth": {"type": "continuous"},
              "hoverWidth": 1.5, "selectionWidth": 2, "width": 1.5},
}  # fmt: skip

# Among more nodes than these labels lie on one another; articles then show theirs when pointed at.
CROWDED = 24

# Characters of a label, and pixels of the drawing from top to bottom.
LABEL = 48
HEIGHT = 600


def draw(network: Network, about: str, open: str | None, words: dict[str, str], key: str) -> str | None:
    """Draw `network` around the node `about`, and return the id of a node or edge just clicked, else None.

    `open` is shown as chosen. `words` are those for the types of edges.
    """
    data = {**laid_down(network, words), "colours": COLOURS, "about": about, "open": open}
    clicked = _component()(key=key, data=data, height=HEIGHT, on_opened_change=lambda: None)
    opened: str | None = clicked.get("opened")
    return opened


def laid_down(network: Network, words: dict[str, str]) -> dict[str, Any]:
    """Return what pyvis makes of `network`, in the terms of vis-network."""
    crowded = len(network.nodes) > CROWDED
    drawing = Drawing(directed=True, cdn_resources="in_line")
    for node in network.nodes:
        drawing.add_node(
            node.id,
            # For an empty label pyvis puts the id.
            label=" " if crowded and node.label == "Article" else _shortened(node.name) or " ",
            title=f"{node.name}\n{node.detail}".strip(),
            shape=SHAPES.get(node.label, "dot"),
            group=node.label,
            size=18 if node.label == "Person" else 13,
        )
    for edge in network.edges:
        drawing.add_edge(
            edge.start, edge.end, id=edge.id, title=edge.sentence or words.get(edge.type, edge.type)
        )
    drawing.set_options(json.dumps(OPTIONS))
    return {"nodes": drawing.nodes, "edges": drawing.edges, "options": drawing.options}


def _shortened(name: str) -> str:
    return name if len(name) <= LABEL else name[: LABEL - 1].rstrip() + "…"


@cache
def _component() -> Any:
    """Return the component; made once, because a second of the same name is warned of."""
    ours = resources.files("app").joinpath("components", "network.js").read_text("utf-8")
    return st.components.v2.component(
        "zegsman_network",
        html='<div class="zg-network" role="img"></div>',
        css=f".zg-network {{ height: {HEIGHT}px; width: 100%; }}",
        js=f"{_vis_network()}\n{ours}",
    )


def _vis_network() -> str:
    """Return the script of vis-network that pyvis installs."""
    found = sorted(Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js"))
    return found[-1].read_text("utf-8")
