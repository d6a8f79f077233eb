"""Conclusions in a store, on each engine: what is written, when, and what readers see meanwhile."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from newsroom import COPY, SAVING, SLEEP, SLEEPING, Named, Quoted, article, observations

from graph.canonical import lines
from graph.model import Changes
from graph.resolve import Build, resolve
from graph.store import Read, Store
from ingest.extraction import Extraction

BANK = article(
    "De rente daalt",
    Quoted("Lotte Zand", "econoom", "finance", affiliation="Bank Noord"),
    url="https://twee.example/rente",
    publisher="Twee",
)
CLINIC = article(
    "De griep komt",
    Quoted("Lotte Zand", "huisarts", "medicine", affiliation="Praktijk Zuid"),
    Quoted("Anna", kind="subject"),
    url="https://een.example/griep",
    publisher="Een",
)
ALL = (SLEEPING, COPY, SAVING, BANK, CLINIC)


def load(store: Store, *articles: Extraction) -> Build:
    with store.lease("a test"):
        store.write([observations(one) for one in articles])
        return resolve(store)


def again(store: Store) -> Build:
    with store.lease("a test"):
        return resolve(store)


def values(store: Store, query: str, **params: Any) -> list[list[Any]]:
    return [list(row.values()) for row in store.read(query, **params)]


def test_a_store_without_articles_has_nothing_to_conclude(store: Store) -> None:
    assert again(store) == Build(0, 0, 0, 0, 0, 0, changed=False)


def test_an_expert_used_again_is_one_person_with_all_towns(store: Store) -> None:
    load(store, *ALL)
    query = (
        "MATCH (p:Person {name: 'Ilse Brandsmeer'}) RETURN p.kind, p.places, p.roles, p.stories, p.articles, "
        "p.statements, p.publishers, p.subjects, p.first, p.last"
    )
    assert values(store, query) == [
        [
            "expert",
            ["Breda", "Zwolle"],
            ["slaaptherapeut", "budgetcoach"],
            2,
            3,
            5,
            ["Drie", "Een", "Twee"],
            ["mind", "money"],
            "2024-01-05",
            "2024-02",
        ]
    ]


def test_a_common_name_is_one_persons_where_the_same_people_or_organisations_are_named_beside_it(
    store: Store,
) -> None:
    def named(title: str, name: str, *others: Quoted, **known: Any) -> Extraction:
        return article(
            title, Quoted(name, kind="other"), *others, url=f"https://een.example/{title}", **known
        )

    kater, zeewind = Quoted("Joop Kater", kind="other"), (Named("Zeewind"),)
    load(store, named("Een", "Jan de Vries", kater), named("Twee", "Jan de Vries", kater))
    load(store, named("Drie", "Jan de Jong", organisations=zeewind))
    load(store, named("Vier", "Jan de Jong", organisations=zeewind))
    load(store, named("Vijf", "Jan Jansen"), named("Zes", "Jan Jansen", Quoted("Anna", kind="subject")))
    query = "MATCH (p:Person) WHERE p.name <> 'Joop Kater' RETURN p.name, p.articles ORDER BY p.name"
    assert values(store, query) == [
        ["Anna", 1],
        ["Jan Jansen", 1],
        ["Jan Jansen", 1],
        ["Jan de Jong", 2],
        ["Jan de Vries", 2],
    ]


def test_copies_tell_one_story(store: Store) -> None:
    load(store, *ALL)
    query = "MATCH (a:Article)-[:TELLS]->(s:Story) WHERE s.articles > 1 RETURN a.id, s.id ORDER BY a.id"
    ids = sorted([SLEEPING.article.id, COPY.article.id])
    assert values(store, query) == [[id, ids[0]] for id in ids]
    quoted = "MATCH (:Person {name: 'Ilse Brandsmeer'})-[q:QUOTED_IN]->(a:Article) RETURN DISTINCT q.story"
    assert len(values(store, quoted)) == 2


def test_a_given_name_is_one_person_in_copies_only(store: Store) -> None:
    load(store, *ALL)
    query = "MATCH (p:Person {name: 'Anna'}) RETURN p.articles ORDER BY p.articles"
    assert values(store, query) == [[1], [2]]


def test_namesakes_are_kept_apart_and_told_of_one_another(store: Store) -> None:
    load(store, *ALL)
    query = "MATCH (p:Person)-[:NAMESAKE_OF]->(o:Person) RETURN p.name, p.id < o.id, p.roles + o.roles"
    ((name, ordered, roles),) = values(store, query)
    assert (name, ordered, sorted(roles)) == ("Lotte Zand", True, ["econoom", "huisarts"])
    assert len(values(store, "MATCH (a)-[c:CANDIDATE]->(b) RETURN a.name, b.name, c.score, c.features")) == 1


def test_a_sentence_in_two_mouths_is_a_claim_of_both(store: Store) -> None:
    load(store, *ALL)
    query = (
        "MATCH (c:Claim)<-[:ASSERTS]-(p:Person) WITH c, p ORDER BY p.name "
        "RETURN c.text, c.sentences, c.articles, c.stories, c.persons, collect(p.name)"
    )
    assert values(store, query) == [[SLEEP, 3, 3, 2, 2, ["Ilse Brandsmeer", "Joop Kater"]]]


def test_a_near_miss_is_tied_to_what_it_resembles_and_not_counted_there(store: Store) -> None:
    load(store, *ALL)
    query = (
        "MATCH (m:Mention)-[r:IDENTIFIED_AS]->(i:Institution {id: 'gz'}) "
        "RETURN m.name, r.match, i.name, i.known, i.articles, i.stories ORDER BY m.name"
    )
    known = ["Gilde van Zeepmakers", True, 1, 1]
    assert values(store, query) == [
        ["Gilde van Zeepmakers", "exact", *known],
        ["Zeepmakersgilde", "near-miss", *known],
    ]


def test_the_order_in_which_articles_come_in_does_not_matter(store: Store) -> None:
    load(store, *ALL)
    expected = list(lines(store))
    with store.lease("a test"):
        for label in ("Article", "Appearance", "Statement", "Sentence", "Mention", "Publisher", "Capture"):
            ids = [row["id"] for row in store.read(f"MATCH (n:{label}) RETURN n.id AS id")]
            store.write([Changes(remove={label: ids})])
        resolve(store)
    assert not values(store, "MATCH (p:Person) RETURN p.id")
    shuffled = list(ALL)
    random.Random(3).shuffle(shuffled)
    for one in shuffled:
        load(store, one)
    assert list(lines(store)) == expected


def test_a_build_that_changes_nothing_is_none(store: Store) -> None:
    first = load(store, *ALL)
    second = again(store)
    assert (first.number, first.changed) == (1, True)
    assert (second.number, second.changed) == (1, False)
    assert (first.persons, first.stories, first.signals) == (second.persons, second.stories, second.signals)


def test_only_what_changed_bears_the_new_build(store: Store) -> None:
    load(store, SLEEPING, BANK, CLINIC)
    assert load(store, SAVING).number == 2
    query = "MATCH (p:Person) WITH p ORDER BY p.name RETURN p.build, collect(p.name)"
    assert sorted(values(store, query)) == [
        [1, ["Anna", "Anna", "Lotte Zand", "Lotte Zand"]],
        [2, ["Ilse Brandsmeer", "Joop Kater"]],
    ]
    assert values(store, "MATCH (m:Meta) RETURN m.build") == [[2]]


def test_conclusions_go_with_what_they_were_drawn_from(store: Store) -> None:
    load(store, *ALL)
    gone = [p.id for p in SAVING.people]
    with store.lease("a test"):
        store.write([Changes(remove={"Appearance": gone, "Article": [SAVING.article.id]})])
        resolve(store)
    assert not values(store, "MATCH (p:Person {name: 'Joop Kater'}) RETURN p")
    assert values(store, "MATCH (p:Person {name: 'Ilse Brandsmeer'}) RETURN p.places") == [[["Breda"]]]


def decide(store: Store, kind: str, *sides: Extraction, withdrawn: str | None = None) -> Build:
    changes = Changes()
    changes.node("Decision", id="d", kind=kind, by="a tester", withdrawn_at=withdrawn)
    for side, extraction in enumerate(sides):
        person = ("Appearance", extraction.people[0].id)
        changes.relate("CONCERNS", ("Decision", "d"), person, side=side)
    with store.lease("a test"):
        store.write([changes])
        return resolve(store)


def persons_called(store: Store, name: str) -> int:
    return len(values(store, "MATCH (p:Person {name: $name}) RETURN p.id", name=name))


def test_a_decision_outranks_the_program_until_it_is_withdrawn(store: Store) -> None:
    load(store, *ALL)
    assert persons_called(store, "Lotte Zand") == 2
    assert decide(store, "same", BANK, CLINIC).changed
    assert persons_called(store, "Lotte Zand") == 1
    decide(store, "same", BANK, CLINIC, withdrawn="2024-05-01T12:00:00Z")
    assert persons_called(store, "Lotte Zand") == 2


def test_a_decision_splits_a_person(store: Store) -> None:
    load(store, *ALL)
    decide(store, "different", SLEEPING, SAVING)
    query = "MATCH (p:Person {name: 'Ilse Brandsmeer'}) RETURN p.places ORDER BY p.places[0]"
    assert values(store, query) == [[["Breda"]], [["Zwolle"]]]


class Overlooked(Store):
    """A store in which somebody else reads just before a build is published."""

    def __init__(self, other: Store, query: str) -> None:
        super().__init__(other.engine)
        self._other, self._query = other, query
        self.seen: list[list[list[Any]]] = []

    def publish(self, changes: Changes, then: Callable[[Read], Changes]) -> None:
        def watched(read: Read) -> Changes:
            more = then(read)
            self.seen.append(values(self._other, self._query))
            return more

        super().publish(changes, watched)


def test_readers_see_nothing_of_a_build_before_all_of_it_is_there(store: Store) -> None:
    load(store, SLEEPING, COPY)
    query = "MATCH (m:Meta), (p:Person) RETURN m.build, p.name, p.places, p.stories, p.build ORDER BY p.name"
    before = values(store, query)
    overlooked = Overlooked(store, query)
    with overlooked.lease("a test"):
        overlooked.write([observations(SAVING)])
        resolve(overlooked)
    assert overlooked.seen == [before]
    assert [2, "Ilse Brandsmeer", ["Breda", "Zwolle"], 2, 2] in values(store, query)
