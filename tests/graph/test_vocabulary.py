"""The vocabulary of the RDF export."""

from __future__ import annotations

import io

import pytest
from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from graph import model
from graph.rdf import export_vocabulary
from graph.vocabulary import LAYERS, ZEGSMAN, class_terms, property_term, short, terms, vocabulary

# What Web Annotation defines of what is used; the other public vocabularies rdflib knows itself.
WEB_ANNOTATION = {
    *(
        "Annotation",
        "SpecificResource",
        "TextPositionSelector",
        "TextQuoteSelector",
        "hasTarget",
        "hasSource",
    ),
    *("hasSelector", "start", "end", "exact"),
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return vocabulary()


def test_every_type_and_property_of_the_model_has_a_declared_term(ontology: Graph) -> None:
    found = model.load()
    for label in found.labels(*LAYERS):
        assert all((term, RDF.type, RDFS.Class) in ontology for term in class_terms(label))
    declared = {term.iri for term in terms()}
    used = {term for _, _, term in ontology.triples((None, RDFS.domain, None)) if isinstance(term, URIRef)}
    used |= {term for _, _, term in ontology.triples((None, RDFS.range, None)) if term in ZEGSMAN}
    used |= set(ontology.objects(None, RDFS.subClassOf))
    assert used <= declared


def test_every_term_has_one_label_and_says_what_it_is(ontology: Graph) -> None:
    for term in {term.iri for term in terms()}:
        labels = list(ontology.objects(term, RDFS.label))
        assert len(labels) == 1 and isinstance(labels[0], Literal) and labels[0].language == "en", term
        says = RDFS.comment if term in ZEGSMAN else SKOS.scopeNote
        assert all(str(said) for said in ontology.objects(term, says))
        assert (term, says, None) in ontology and (term, RDFS.isDefinedBy, None) in ontology


def test_a_term_of_our_own_means_one_thing(ontology: Graph) -> None:
    for term in {term.iri for term in terms() if term.own}:
        for predicate in (RDF.type, RDFS.comment):
            assert len(list(ontology.objects(term, predicate))) == 1, (term, predicate)
        for predicate in (RDFS.domain, RDFS.range):
            assert len(list(ontology.objects(term, predicate))) <= 1, (term, predicate)


def test_properties_of_our_own_have_domain_and_range(ontology: Graph) -> None:
    for kind in (OWL.DatatypeProperty, OWL.ObjectProperty):
        for term in ontology.subjects(RDF.type, kind):
            if term in ZEGSMAN:
                assert (term, RDFS.domain, None) in ontology and (term, RDFS.range, None) in ontology, term


def test_what_runs_between_several_types_has_their_union_as_its_range(ontology: Graph) -> None:
    union = ontology.value(ZEGSMAN.evidence, RDFS.range)
    members = ontology.value(union, OWL.unionOf)
    ends = {ZEGSMAN[end] for _, end in model.load().relationships["EVIDENCE"].ends}
    assert members and set(ontology.items(members)) == ends


def test_terms_of_public_vocabularies_exist_there() -> None:
    known = {"schema": SDO, "prov": PROV, "rdf": RDF}
    for term in {term.iri for term in terms() if not term.own}:
        prefix, _, name = short(term).partition(":")
        if prefix == "oa":
            assert name in WEB_ANNOTATION, term
        else:
            assert term in known[prefix]  # closed namespaces of rdflib
            assert getattr(known[prefix], name) == term


def test_one_name_stands_for_what_two_types_call_alike_and_mean_differently() -> None:
    nodes = model.load().nodes
    kinds = [property_term(label, nodes[label].properties["kind"]) for label in ("Person", "Institution")]
    assert kinds == [ZEGSMAN.personKind, ZEGSMAN.institutionKind]


@pytest.mark.parametrize(("format", "name"), [("turtle", "turtle"), ("jsonld", "json-ld")])
def test_it_can_be_written_and_read_back(ontology: Graph, format: str, name: str) -> None:
    file = io.BytesIO()
    export_vocabulary(format, file)
    assert isomorphic(Graph().parse(data=file.getvalue(), format=name), ontology)
