"""The RDF export of a store, read back by rdflib."""

from __future__ import annotations

import io
import json
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import Named, Quoted, article, copied, observations, replace
from rdflib import PROV, RDF, SDO, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from graph import model, paging
from graph.errors import SchemaMismatch
from graph.model import Changes
from graph.rdf import export, resource
from graph.resolve import resolve
from graph.store import Store, open_store
from graph.vocabulary import LAYERS, OA, ZEGSMAN, relationship_term, terms
from ingest.extraction import Authority, Part

READ_AS = {"turtle": "turtle", "jsonld": "json-ld"}
# What breaks a document that is not escaped: marks of both formats, ends of lines, signs beyond 16 bits.
HOSTILE = (
    'Zij zei: "\\" """ \'\'\' <x> @prefix a: <b> . {"@id": "c"}\r\n\t\u0085\u2028\ufffd\U0001f600 einde\\'
)
LATE = "Wie elke avond tot laat op een scherm kijkt, slaapt gemiddeld drie uur korter dan een ander."

WINTER = (
    "In de donkere maanden zitten mensen langer binnen, eten zij zwaarder en bewegen zij minder. "
    "Een wandeling in de lunchpauze helpt, zeker als de zon schijnt. Ook een lamp met veel licht op "
    "tafel kan de ochtend opgewekter maken, al werkt dat niet bij iedereen."
)
BEDTIME = (
    "Een vaste tijd om naar bed te gaan maakt inslapen makkelijker. Houd de kamer koel, leg het werk op "
    "tijd weg en drink na vijven geen koffie meer. Wie wakker ligt, staat beter even op."
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))

ANNE = Quoted("Anne Wieringa", "slaapcoach", "health", "Zeist", "Slaaplab Zeist", says=(LATE,))
NEWS = (
    article(
        "Moe in de winter",
        ANNE,
        Quoted("Ties Brouwerink", says=("De dagen zijn kort.", HOSTILE.replace("\r\n", " "))),
        organisations=[
            Named("Elders Instituut", "exact", Authority("ror:00x", "Elders Instituut", ror="00x")),
        ],
        body=WINTER,
        url="https://www.dekrant.example/moe",
        publisher="De Krant",
        published="2024-03-01",
    ),
    article(
        "Slapen doe je zo",
        replace(ANNE, place="Gouda", says=(LATE, "Leg de telefoon weg.")),
        body=BEDTIME,
        url="https://www.hetblad.example/slapen?a=<b>",
        publisher="Het Blad",
        published="2024-05",
    ),
    article(HOSTILE, published="2023"),
)


def filled(store: Store) -> Store:
    """Fill a store with articles, one of them twice, and what is concluded from them."""
    copy = copied(NEWS[1], "https://www.derde.example/slapen", "De Derde")
    parts = (Part("caption", 0, 4), Part("heading", 4, 9))
    first = replace(NEWS[0], article=replace(NEWS[0].article, parts=parts, keywords=("slaap", "", "0")))
    with store.lease("filling a store for a test"):
        store.write([observations(first, *NEWS[1:], copy)])
        resolve(store)
    return store


def written(store: Store, format: str) -> bytes:
    file = io.BytesIO()
    export(store, format, file)
    return file.getvalue()


def read(store: Store, format: str = "turtle") -> Graph:
    return Graph().parse(data=written(store, format), format=READ_AS[format])


def in_store(store: Store, label: str) -> int:
    return int(store.read(f"MATCH (n:{label}) RETURN count(n) AS n")[0]["n"])


@pytest.mark.parametrize("format", READ_AS)
def test_everything_in_the_store_comes_back(store: Store, format: str) -> None:
    graph = read(filled(store), format)
    for label in model.load().labels(*LAYERS):
        assert len(set(graph.subjects(RDF.type, ZEGSMAN[label]))) == in_store(store, label), label
    assert len(set(graph.subjects(RDF.type, SDO.Person))) == in_store(store, "Person") > 0
    assert len(set(graph.subjects(RDF.type, SDO.Quotation))) == in_store(store, "Statement") > 0
    assert len(set(graph.subjects(RDF.type, SDO.Article))) == in_store(store, "Article") == 4


def test_relationships_are_the_stores(store: Store) -> None:
    graph = read(filled(store))
    file = io.BytesIO()
    counts = export(store, "turtle", file)
    for name, type in model.load().relationships.items():
        rows = store.read(f"MATCH (a)-[r:{name}]->(b) RETURN count(r) AS n")
        assert counts.relationships.get(name, 0) == rows[0]["n"]
        if not type.rdf:
            assert len(list(graph.triples((None, relationship_term(name), None)))) == rows[0]["n"], name
    assert {"SAID_BY", "REFERS_TO", "EXPRESSES", "TELLS", "QUOTED_IN"} <= counts.relationships.keys()


def test_turtle_and_jsonld_say_the_same(store: Store) -> None:
    filled(store)
    assert isomorphic(read(store, "turtle"), read(store, "jsonld"))


def test_the_same_store_gives_the_same_file(store: Store) -> None:
    filled(store)
    for format in READ_AS:
        assert written(store, format) == written(store, format)


def test_every_term_is_declared(store: Store) -> None:
    graph = read(filled(store))
    declared = {term.iri for term in terms()}
    assert set(graph.predicates()) <= declared | {RDF.type}
    assert set(graph.objects(None, RDF.type)) <= declared
    assert set(graph.objects(None, RDF.predicate)) <= declared


def test_there_are_no_blank_nodes(store: Store) -> None:
    graph = read(filled(store))
    assert all(isinstance(subject, URIRef) for subject in graph.subjects())
    assert all(isinstance(object, URIRef | Literal) for object in graph.objects())


def test_a_stretch_of_text_is_selected_by_position_and_by_its_words(store: Store) -> None:
    graph = read(filled(store))
    stretches = set(graph.subjects(RDF.type, OA.SpecificResource))
    assert {OA.Annotation} & set(graph.objects(None, RDF.type)) and stretches
    for stretch in stretches:
        text = graph.value(graph.value(stretch, OA.hasSource), SDO.articleBody)
        selectors = list(graph.objects(stretch, OA.hasSelector))
        start, end, exact = (
            next(value.toPython() for one in selectors for value in graph.objects(one, term))
            for term in (OA.start, OA.end, OA.exact)
        )
        assert str(text)[start:end] == exact and str(stretch).endswith(f"#char={start},{end}")


def test_what_is_said_stands_where_the_store_says(store: Store) -> None:
    graph = read(filled(store))
    for row in store.read("MATCH (s:Statement) RETURN s.id AS id, s.starts AS at"):
        targets = set(graph.objects(resource("Statement", row["id"]), OA.hasTarget))
        assert {int(str(target).split("=")[1].split(",")[0]) for target in targets} == set(row["at"])


def test_a_part_of_a_page_says_of_what_kind_it_is(store: Store) -> None:
    graph = read(filled(store))
    assert {str(kind) for kind in graph.objects(None, ZEGSMAN.articlePartKind)} == {"caption", "heading"}


def test_it_says_what_everything_comes_from(store: Store) -> None:
    graph = read(filled(store))
    for one in graph.subjects(RDF.type, ZEGSMAN.Article):
        assert (one, PROV.wasDerivedFrom, None) in graph
    made_by = {"Appearance": "Reading", "Statement": "Reading", "Person": "Build", "Claim": "Build"}
    for label, kind in made_by.items():
        for one in graph.subjects(RDF.type, ZEGSMAN[label]):
            maker = graph.value(one, PROV.wasGeneratedBy, any=False)
            assert (maker, RDF.type, ZEGSMAN[kind]) in graph


def test_dates_have_the_precision_that_was_stated(store: Store) -> None:
    dates = Counter(literal.datatype for literal in read(filled(store)).objects(None, SDO.datePublished))
    assert dates == {XSD.date: 1, XSD.gYearMonth: 2, XSD.gYear: 1}


def test_a_known_institution_is_the_one_of_the_register(store: Store) -> None:
    graph = read(filled(store))
    assert URIRef("https://ror.org/00x") in set(graph.objects(None, SDO.sameAs))


def test_properties_of_a_relationship_hang_on_it(store: Store) -> None:
    graph = read(filled(store))
    row = store.read(
        "MATCH (p:Person)-[r:QUOTED_IN]->(a:Article) WHERE r.statements > 0 "
        "RETURN p.id AS person, a.id AS article, r.statements AS n ORDER BY person, article LIMIT 1"
    )[0]
    related = resource("QUOTED_IN", row["person"], row["article"])
    assert graph.value(related, RDF.subject) == resource("Person", row["person"])
    assert graph.value(related, RDF.object) == resource("Article", row["article"])
    assert graph.value(related, ZEGSMAN.quotedInStatements) == Literal(row["n"])


def test_pairs_stay_pairs(store: Store) -> None:
    changes = Changes()
    params = ["towns", "3", "of", "", "of", "3"]
    changes.node("Signal", id="s", type="towns", polarity="closer", params=params, build=1)
    with store.lease("a test"):
        store.write([changes])
    graph = read(store, "jsonld")
    pairs = graph.objects(resource("Signal", "s"), ZEGSMAN.signalParams)
    found = Counter((str(graph.value(p, SDO.name)), str(graph.value(p, SDO.value))) for p in pairs)
    assert found == Counter([("towns", "3"), ("of", ""), ("of", "3")])


def test_scores_keep_every_digit(store: Store) -> None:
    changes = Changes()
    for id in "ab":
        changes.node("Story", id=id)
    changes.relate("TWIN_OF", ("Story", "a"), ("Story", "b"), score=0.1 + 0.2, swapped=["x", "y"])
    with store.lease("a test"):
        store.write([changes])
    for format in READ_AS:
        score = read(store, format).value(resource("TWIN_OF", "a", "b"), ZEGSMAN.twinOfScore)
        assert float(str(score)) == 0.1 + 0.2


@pytest.mark.parametrize("format", READ_AS)
def test_hostile_text_comes_back_as_it_was(store: Store, format: str) -> None:
    graph = read(filled(store), format)
    assert Literal(HOSTILE) in set(graph.objects(None, SDO.headline))
    assert set(graph.objects(None, SDO.keywords)) == {Literal("slaap"), Literal(""), Literal("0")}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_and_any_id_survive(embedded_store: Store, texts: list[str]) -> None:
    changes = Changes()
    for number, text in enumerate(texts):
        changes.node("Reference", id=f"{number}{text}", text=text)
        changes.node("Institution", id=f"{number}{text}", name=text, names=texts)
    with embedded_store.lease("a test"):
        embedded_store.write([changes])
    graphs = [read(embedded_store, format) for format in READ_AS]
    assert isomorphic(*graphs)
    for graph in graphs:
        for number, text in enumerate(texts):
            assert graph.value(resource("Reference", f"{number}{text}"), SDO.text) == Literal(text)


def test_an_export_of_many_pages_lacks_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(store)
    whole = read(store)
    monkeypatch.setattr(paging, "SIZE", 1)
    for format in READ_AS:
        assert isomorphic(read(store, format), whole)


def test_an_empty_store_is_an_empty_document(store: Store) -> None:
    for format in READ_AS:
        assert len(read(store, format)) == 0
    assert json.loads(written(store, "jsonld"))["@graph"] == []


def test_a_store_that_was_never_set_up_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_store(tmp_path_factory.mktemp("bare") / "store") as bare, pytest.raises(SchemaMismatch):
        written(bare, "turtle")
