"""What holds of persons whatever is loaded, read again, decided and taken back, in whatever order."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from emptying import wipe
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from newsroom import COPY, SAVING, SLEEPING, Quoted, article

from graph import reports
from graph.canonical import lines
from graph.errors import Contradicted
from graph.judgements import deciding, decisions
from graph.judgements.deciding import Words
from graph.load import Loader
from graph.resolve import resolve
from graph.store import Store
from ingest.extraction import Extraction, Original, Reading

BANK = article(
    "De rente daalt",
    Quoted("Ilse Brandsmeer", "econoom", "finance", affiliation="Bank Noord", says=("De rente daalt nog.",)),
    Quoted("Joop Kater", "coach", "psychology", says=("Dat is mooi.",)),
    url="https://twee.example/rente",
    publisher="Twee",
)
ARTICLES = (SLEEPING, COPY, SAVING, BANK)
WORDS = Words("a tester")


def renamed(extraction: Extraction) -> Extraction:
    """Return the article as a reading finds it that names the first person otherwise, in the same place."""
    old = extraction.people[0]
    new = replace(old, id=old.id[::-1], name_keys=(f"i {old.name_keys[0].split()[-1]}", *old.name_keys[1:]))
    said = tuple(
        replace(one, source=replace(one.source, ref=new.id)) if one.source.ref == old.id else one
        for one in extraction.attributions
    )
    return replace(extraction, people=(new, *extraction.people[1:]), attributions=said)


READINGS = {
    "first": {one.article.id: one for one in ARTICLES},
    "other": {one.article.id: renamed(one) for one in ARTICLES},
}


class Desk(RuleBasedStateMachine):
    """Somebody who loads articles, has them read again, decides, and takes back."""

    store: Store

    @initialize()
    def empty(self) -> None:
        wipe(self.store)
        self.store.ensure_schema()
        self.loaded: dict[str, str] = {}
        self.shown: set[str] = set()

    def take_in(self, store: Store, id: str, reading: str) -> None:
        extraction = READINGS[reading][id]
        extraction = replace(extraction, article=replace(extraction.article, fingerprint=reading))
        original = Original(extraction.article.text.encode(), "text/plain", "t")
        loader = Loader(store, lambda _: [extraction], reading, lambda original: None)
        list(loader.load([Reading(extraction.article, original, "1")]))

    @rule(number=st.integers(0, len(ARTICLES) - 1), reading=st.sampled_from(sorted(READINGS)))
    def load(self, number: int, reading: str) -> None:
        id = ARTICLES[number].article.id
        with self.store.lease("a test"):
            self.take_in(self.store, id, reading)
            resolve(self.store)
        self.loaded[id] = reading

    def persons(self) -> list[reports.PersonLine]:
        return sorted(reports.people(self.store), key=lambda person: person.id)

    @precondition(lambda self: len(self.persons()) > 1)
    @rule(data=st.data(), kind=st.sampled_from(["same", "different"]))
    def decide(self, data: st.DataObject, kind: str) -> None:
        one, other = data.draw(st.lists(st.sampled_from(self.persons()), min_size=2, max_size=2, unique=True))
        sides = [[a.id for a in reports.dossier(self.store, p.id).appearances] for p in (one, other)]
        with self.store.lease("a test"), contextlib.suppress(Contradicted):
            if kind == "same":
                deciding.same(self.store, sides, WORDS)
            else:
                deciding.different(self.store, *sides, WORDS)
            resolve(self.store)

    @precondition(lambda self: any(person.articles > 1 for person in self.persons()))
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from([one for one in self.persons() if one.articles > 1]))
        members = [one.id for one in reports.dossier(self.store, person.id).appearances]
        with self.store.lease("a test"), contextlib.suppress(Contradicted):
            deciding.different(self.store, members[:1], members[1:], WORDS)
            resolve(self.store)

    @precondition(lambda self: bool(self.standing()))
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        self.withdraw([data.draw(st.sampled_from(self.standing()))])

    def standing(self) -> list[str]:
        return [one.id for one in decisions.read(self.store.read) if one.stands]

    def withdraw(self, ids: list[str]) -> None:
        with self.store.lease("a test"):
            deciding.withdraw(self.store, ids, WORDS)
            resolve(self.store)

    @invariant()
    def every_id_ever_shown_leads_to_somebody(self) -> None:
        rows = self.store.read(
            "MATCH (n:Appearance)-[:REFERS_TO]->(p:Person) RETURN n.id AS id, p.id AS person"
        )
        for row in rows:
            assert [person.id for person in reports.find_person(self.store, row["id"])] == [row["person"]]
        self.shown |= {row["id"] for row in rows} | {row["person"] for row in rows}
        for id in self.shown:
            assert reports.find_person(self.store, id), id

    def teardown(self) -> None:
        """When all is taken back, the graph is that of a store in which nothing was ever decided."""
        if getattr(self, "loaded", None):
            if standing := self.standing():
                self.withdraw(standing)
            after = [line for line in lines(self.store) if not line.startswith(("Decision", "CONCERNS"))]
            wipe(self.store)
            self.store.ensure_schema()
            with self.store.lease("a test"):
                for id, reading in sorted(self.loaded.items()):
                    self.take_in(self.store, id, reading)
                resolve(self.store)
            assert after == list(lines(self.store))


@pytest.fixture
def desk(embedded_store: Store) -> Iterator[type[Desk]]:
    yield type("OnAStore", (Desk,), {"store": embedded_store})


def test_ids_lead_home_and_what_is_taken_back_leaves_no_trace(desk: type[Desk]) -> None:
    few = settings(
        max_examples=15,
        stateful_step_count=10,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(desk, settings=few)
