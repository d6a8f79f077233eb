"""Graphs, one after another, as one Turtle or JSON-LD document.

A graph can be let go of once it is written, so that a document may be larger than memory. One subject
may stand in several graphs: both formats allow it to come back. The same graphs give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, BinaryIO

from rdflib import OWL, RDFS, XSD, Graph

from graph.vocabulary import PREFIXES, short, terms

# Datatypes that JSON-LD writes as JSON's own.
_NATIVE = (XSD.string, XSD.integer, XSD.boolean)


def _write_turtle(graphs: Iterator[Graph], file: BinaryIO) -> None:
    prefixes = [f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items()]
    file.write("".join(prefixes).encode())
    for graph in graphs:
        lines = graph.serialize(format="turtle").splitlines(keepends=True)
        first = next((number for number, line in enumerate(lines) if line not in prefixes), len(lines))
        file.write("".join(lines[first:]).encode())


def _write_jsonld(graphs: Iterator[Graph], file: BinaryIO) -> None:
    file.write(f'{{"@context": {_json(context())}, "@graph": ['.encode())
    separator = "\n"
    for graph in graphs:
        for node in _nodes(graph):
            file.write((separator + _json(node)).encode())
            separator = ",\n"
    file.write(b"\n]}\n")


def _nodes(graph: Graph) -> list[Any]:
    document = json.loads(graph.serialize(format="json-ld", context=context(), indent=None))
    document.pop("@context")
    nodes = document.get("@graph", [document] if document else [])
    return sorted((_ordered(node) for node in nodes), key=lambda node: node["@id"])


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    """Return `node` with its values in an order of their own: rdflib's is that of a set."""
    return {
        key: sorted(value, key=_json) if isinstance(value, list) else value
        for key, value in sorted(node.items())
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@cache
def context() -> dict[str, Any]:
    """Return the JSON-LD context: a short name for every property, with what its values are."""
    found: dict[str, Any] = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
    for term in sorted(terms(), key=lambda term: not term.own):
        if term.kind == RDFS.Class:
            continue
        entry = found.setdefault(short(term.iri).partition(":")[2], {"@id": str(term.iri)})
        if entry["@id"] != str(term.iri):
            continue  # the name is taken, and this term keeps its prefix
        if term.kind == OWL.ObjectProperty:
            entry["@type"] = "@id"
        elif term.range and term.range[0] in XSD and term.range[0] not in _NATIVE:
            entry["@type"] = str(term.range[0])
        elif term.many:
            entry["@container"] = "@set"
    return found


FORMATS: Mapping[str, Callable[[Iterator[Graph], BinaryIO], None]] = {
    "turtle": _write_turtle,
    "jsonld": _write_jsonld,
}
