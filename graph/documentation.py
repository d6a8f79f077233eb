"""The page `docs/graph.md`, made from the graph model: `python -m graph.documentation` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from rdflib import URIRef

from graph import model
from graph.model import NodeType, Property, RelationshipType
from graph.vocabulary import LAYERS, class_terms, property_term, relationship_term, said, short, stretches

PAGE = Path(__file__).parents[1] / "docs" / "graph.md"

_LAYERS = {
    "observation": "What an article says, as one reading of it found.",
    "conclusion": "What is made of the observations; made anew whenever they change.",
    "judgement": "What a person decided or looked up; it outranks conclusions.",
    "internal": "What the store keeps for itself; not exported.",
}
_INTRODUCTION = """\
# The graph

What a store holds: its types of node and relationship, their properties and the RDF terms that stand for
them in an export. This page is made from `schema/graph.toml`, with `python -m graph.documentation`.

Every node is found by its `id`. A type followed by `[]` is a list. Positions count Unicode code points of the
article's text, and an end is the position after the last one. A property in *italics* depends on when the
program ran, not on what it read.
"""


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    found = model.load()
    yield _INTRODUCTION
    for layer, meaning in _LAYERS.items():
        yield f"## {layer.capitalize()}s\n" if layer != "internal" else "## The store's own\n"
        yield f"{meaning}\n"
        for label in found.labels(layer):
            yield from _node(found.nodes[label])
        relationships = [type for type in found.relationships.values() if type.layer == layer]
        if relationships:
            yield f"### Relationships that are {layer}s\n"
        for type in relationships:
            yield from _relationship(type)


def _node(node: NodeType) -> Iterator[str]:
    exported = node.layer in LAYERS
    classes = ", ".join(f"`{short(term)}`" for term in class_terms(node.label))
    yield f"### {node.label}\n"
    yield f"{node.meaning} RDF: {classes}.\n" if exported else f"{node.meaning}\n"
    yield from _table(node.properties, _terms(node.label) if exported else {})


def _terms(label: str) -> dict[str, URIRef]:
    """Return, by property, the terms in which a node's values or places are exported."""
    values = {name: property_term(label, found) for name, found in said(label).items()}
    places = {name: place.term for place in stretches(label) for name in (place.starts, place.ends)}
    kinds = {place.kinds: place.kind_term for place in stretches(label) if place.kinds}
    return {**values, **places, **kinds}


def _relationship(type: RelationshipType) -> Iterator[str]:
    yield f"#### {type.name}\n"
    yield f"{type.meaning} RDF: `{short(relationship_term(type.name))}`.\n"
    yield "".join(f"    (:{start})-[:{type.name}]->(:{end})\n" for start, end in type.ends)
    if type.properties:
        yield from _table(
            type.properties,
            {name: property_term(type.name, found) for name, found in type.properties.items()},
        )


def _table(properties: Mapping[str, Property], terms: Mapping[str, URIRef]) -> Iterator[str]:
    yield "| property | type | meaning | RDF |"
    yield "|---|---|---|---|"
    for name, found in properties.items():
        shown = f"*{name}*" if found.clock else f"`{name}`"
        term = f"`{short(terms[name])}`" if name in terms else ""
        yield f"| {shown} | {found.type} | {found.meaning} | {term} |"
    yield ""


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), "utf-8")
