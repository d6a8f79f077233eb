"""The graph model as an RDF vocabulary: which term stands for which type and property.

Where `schema/graph.toml` names a term of a public vocabulary that means the same, that one is used.
Everything else is a term of our own, and each of those belongs to one type of node or relationship:
what `kind` says of a person and of an institution differ, so they are `personKind` and
`institutionKind`, and a type added later leaves the meaning of the terms there are as it was.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from graph import model
from graph.model import NodeType, Property

# w3id.org is where names are kept by their users and led on to wherever the documentation stands, so
# that a name outlives the machine it is served from. This one is a name first: it is not promised
# that anything answers there.
HOME = "https://w3id.org/zegsman"
_RESOURCES = f"{HOME}/"
ZEGSMAN = Namespace(f"{HOME}#")
OA = Namespace("http://www.w3.org/ns/oa#")
PREFIXES: Mapping[str, Namespace] = {
    "zegsman": ZEGSMAN,
    "schema": Namespace(str(SDO)),
    "prov": Namespace(str(PROV)),
    "oa": OA,
    "owl": Namespace(str(OWL)),
    "rdf": Namespace(str(RDF)),
    "rdfs": Namespace(str(RDFS)),
    "skos": Namespace(str(SKOS)),
    "xsd": Namespace(str(XSD)),
}
LAYERS = ("observation", "conclusion", "judgement")  # what is exported: all but the store's own

_DATATYPES = {"string": XSD.string, "integer": XSD.integer, "float": XSD.decimal, "boolean": XSD.boolean}
_FORMATS = {
    "date": RDFS.Literal,  # xsd:gYear, xsd:gYearMonth or xsd:date, as precise as was stated
    "instant": XSD.dateTime,
    "address": XSD.anyURI,
    "ror": RDFS.Resource,
    "wikidata": RDFS.Resource,
    "pairs": SDO.PropertyValue,
    "reading": ZEGSMAN.Reading,
    "build": ZEGSMAN.Build,
}
_KINDS = {"class": RDFS.Class, "datatype": OWL.DatatypeProperty, "object": OWL.ObjectProperty}
# Properties that serve the program and say nothing to a reader of the export.
_UNSAID = {("Article", "shingles")}


@dataclass(frozen=True)
class Term:
    """A term of our own, or one of a public vocabulary as it is used here.

    `kind` is rdfs:Class, owl:DatatypeProperty or owl:ObjectProperty. `domain` and `range` are
    alternatives. `many` says that one thing can have several values of it.
    """

    iri: URIRef
    kind: URIRef
    label: str
    comment: str
    domain: tuple[URIRef, ...] = ()
    range: tuple[URIRef, ...] = ()
    parents: tuple[URIRef, ...] = ()
    many: bool = False

    @property
    def own(self) -> bool:
        """Whether it is a term of zegsman's own."""
        return self.iri in ZEGSMAN


@dataclass(frozen=True)
class Stretches:
    """The properties of a node that say where in an article something stands.

    `starts` and `ends` name its properties of positions, `kinds` one of as many kinds; `term` relates
    the node to each stretch, and `kind_term` a stretch to its kind.
    """

    starts: str
    ends: str
    kinds: str | None
    term: URIRef
    kind_term: URIRef


def class_terms(label: str) -> tuple[URIRef, ...]:
    """Return the classes of nodes with this label: our own, then the public one if there is one."""
    node = model.load().nodes[label]
    public = (_term(node.rdf),) if node.rdf else ()
    annotation = (OA.Annotation,) if any(s.term == OA.hasTarget for s in stretches(label)) else ()
    return (ZEGSMAN[label], *public, *annotation)


def property_term(owner: str, found: Property) -> URIRef:
    """Return the term of a property of the node or relationship type `owner`."""
    if found.name == "id":
        return SDO.identifier
    if found.rdf:
        return _term(found.rdf)
    return ZEGSMAN[_first_lower(_pascal(owner)) + _pascal(found.name)]


def relationship_term(type: str) -> URIRef:
    """Return the term of a type of relationship."""
    rdf = model.load().relationships[type].rdf
    return _term(rdf) if rdf else ZEGSMAN[_first_lower(_pascal(type))]


@cache
def stretches(label: str) -> tuple[Stretches, ...]:
    """Return where nodes with this label say that something stands in an article.

    A judgement says so of several articles at once, and of none by itself.
    """
    node = model.load().nodes[label]
    return tuple(_stretches(label, node.properties)) if node.layer == "observation" else ()


def _stretches(label: str, names: Mapping[str, Property]) -> Iterator[Stretches]:
    for starts in names:
        of, _, last = starts.rpartition("_")
        ends = starts.removesuffix(last) + last.replace("start", "end")
        if last in ("start", "starts") and ends in names:
            kinds = f"{of}_kinds" if f"{of}_kinds" in names else None
            own = ZEGSMAN[_first_lower(label) + _pascal(of)]
            yield Stretches(
                starts, ends, kinds, URIRef(f"{own}At") if of else OA.hasTarget, URIRef(f"{own}Kind")
            )


def said(label: str) -> dict[str, Property]:
    """Return the properties of nodes with this label whose values are exported as they are."""
    placed = {name for s in stretches(label) for name in (s.starts, s.ends, s.kinds)}
    properties = model.load().nodes[label].properties
    return {
        name: found
        for name, found in properties.items()
        if name not in placed and (label, name) not in _UNSAID
    }


def _term(term: str) -> URIRef:
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix][name]


def _pascal(name: str) -> str:
    """`role_family` and `QUOTED_IN` as `RoleFamily` and `QuotedIn`; a label stays as it is."""
    words = name.lower().split("_") if name.isupper() else name.split("_")
    return "".join(word[:1].upper() + word[1:] for word in words)


def _first_lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def _words(name: str) -> str:
    return name.lower().replace("_", " ") if name.isupper() else name.replace("_", " ")


@cache
def terms() -> tuple[Term, ...]:
    """Return every term that an export uses, once for each use, in the order of the model."""
    found = model.load()
    nodes = [found.nodes[label] for label in found.labels(*LAYERS)]
    return (
        *(term for node in nodes for term in _node_terms(node)),
        *(term for name in found.relationships for term in _relationship_terms(name)),
        *_further_terms(),
    )


def _node_terms(node: NodeType) -> Iterator[Term]:
    own, *public = class_terms(node.label)
    yield Term(own, RDFS.Class, node.label, node.meaning, parents=tuple(public))
    for parent in public:
        if parent != OA.Annotation:
            yield Term(parent, RDFS.Class, _local(parent), f"{node.label}: {node.meaning}")
    for found in said(node.label).values():
        yield _property(property_term(node.label, found), own, node.label, found)
    for place in stretches(node.label):
        if place.term != OA.hasTarget:
            what = place.starts.rpartition("_")[0]
            yield Term(
                place.term,
                OWL.ObjectProperty,
                f"{what} at",
                f"where the {what} stands",
                (own,),
                (OA.SpecificResource,),
                many=True,
            )
        if place.kinds:
            yield Term(
                place.kind_term,
                OWL.DatatypeProperty,
                f"{what} kind",
                "what kind of part stands here",
                (OA.SpecificResource,),
                (XSD.string,),
                many=True,
            )


def _relationship_terms(name: str) -> Iterator[Term]:
    type = model.load().relationships[name]
    starts = tuple(dict.fromkeys(ZEGSMAN[start] for start, _ in type.ends))
    ends = tuple(dict.fromkeys(ZEGSMAN[end] for _, end in type.ends))
    term = relationship_term(name)
    label = _words(name) if term in ZEGSMAN else _local(term)
    yield Term(term, OWL.ObjectProperty, label, type.meaning, starts, ends, many=True)
    for found in type.properties.values():
        yield _property(property_term(name, found), RDF.Statement, name, found)


def _further_terms() -> Iterator[Term]:
    """Yield the terms of `schema/vocabulary.toml`, which no type or property of the model stands behind."""
    table = tomllib.loads(resources.files("schema").joinpath("vocabulary.toml").read_text("utf-8"))
    for name, spec in table.items():
        term = _term(name)
        range, parents = (tuple(_term(one) for one in spec.get(key, ())) for key in ("range", "parents"))
        yield Term(
            term,
            _KINDS[spec["kind"]],
            _local(term),
            spec["meaning"],
            range=range,
            parents=parents,
            many=spec.get("many", False),
        )


def _property(term: URIRef, domain: URIRef, owner: str, found: Property) -> Term:
    range = _FORMATS[found.format] if found.format else _DATATYPES[found.type.removesuffix("[]")]
    literal = range == RDFS.Literal or range in XSD
    kind = OWL.DatatypeProperty if literal else OWL.ObjectProperty
    many = found.type.endswith("[]")
    if term in ZEGSMAN:
        return Term(term, kind, _words(found.name), found.meaning, (domain,), (range,), many=many)
    return Term(term, kind, _local(term), f"{_words(owner)}: {found.meaning}", (), (range,), many=many)


def short(term: URIRef) -> str:
    """Return a term with its prefix, such as `schema:name`."""
    return next(
        f"{prefix}:{term.removeprefix(space)}" for prefix, space in PREFIXES.items() if term.startswith(space)
    )


def _local(term: URIRef) -> str:
    return short(term).partition(":")[2]


def vocabulary() -> Graph:
    """Return the ontology: each term with its label, meaning, domain and range.

    Terms of public vocabularies are named with where they come from and, as a scope note, with how
    they are used here; what they mean is for their own vocabularies to say.
    """
    graph = empty_graph()
    home = URIRef(HOME)
    graph.add((home, RDF.type, OWL.Ontology))
    graph.add((home, RDFS.label, Literal("zegsman", lang="en")))
    graph.add((home, OWL.versionInfo, Literal(str(model.load().version))))
    for term in terms():
        graph.add((term.iri, RDF.type, term.kind))
        graph.add((term.iri, RDFS.label, Literal(term.label, lang="en")))
        graph.add((term.iri, RDFS.isDefinedBy, home if term.own else _home(term.iri)))
        if not term.own:
            graph.add((term.iri, SKOS.scopeNote, Literal(term.comment, lang="en")))
            continue
        graph.add((term.iri, RDFS.comment, Literal(term.comment, lang="en")))
        for parent in term.parents:
            graph.add((term.iri, RDFS.subClassOf, parent))
        for predicate, classes in ((RDFS.domain, term.domain), (RDFS.range, term.range)):
            if classes:
                graph.add((term.iri, predicate, _any_of(graph, classes)))
    return graph


class _Graph(Graph):
    """A graph that shortens names by our prefixes and no others.

    rdflib would compare every name with all it has met, and take time with the square of their number.
    """

    def compute_qname(self, uri: str, generate: bool = True) -> tuple[str, URIRef, str]:
        if not uri.startswith(_RESOURCES):  # most names are not of terms
            for prefix, space in PREFIXES.items():
                name = uri.removeprefix(space)
                if name != uri and name.isidentifier():
                    return prefix, URIRef(space), name
        raise KeyError(uri)


def empty_graph() -> Graph:
    """Return a graph that knows our prefixes and no others."""
    graph = _Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph


def _home(term: URIRef) -> URIRef:
    return URIRef(PREFIXES[short(term).partition(":")[0]])


def _any_of(graph: Graph, classes: tuple[URIRef, ...]) -> URIRef | BNode:
    """Several domains would mean all of them at once; one that is their union means any."""
    if len(classes) == 1:
        return classes[0]
    union = BNode()
    graph.add((union, RDF.type, OWL.Class))
    members = BNode()
    Collection(graph, members, list(classes))
    graph.add((union, OWL.unionOf, members))
    return union
