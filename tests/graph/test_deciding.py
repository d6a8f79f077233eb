"""Decisions in a store, on each engine: what they change, that they hold, and that they can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from newsroom import COPY, SAVING, SLEEPING, Named, Quoted, article

from graph import reports
from graph.canonical import lines
from graph.errors import Contradicted, DecisionRefused, NotFound
from graph.judgements import deciding, decisions
from graph.judgements.deciding import Words
from graph.load import Loader
from graph.resolve import resolve
from graph.store import Store
from ingest.extraction import Extraction, Original, Reading

WORDS = Words("a tester", "to see")
BANK = article(
    "De rente daalt",
    Quoted("Lotte Zand", "econoom", "finance", affiliation="Bank Noord", says=("De rente daalt nog lang.",)),
    Quoted("Piet Zwart", says=("Dat zien we later wel weer.",)),
    organisations=(Named("Bank Noord"), Named("Bank Zuid")),
    url="https://twee.example/rente",
    publisher="Twee",
)
CLINIC = article(
    "De griep komt",
    Quoted("Lotte Zand", "huisarts", "medicine", affiliation="Praktijk Zuid"),
    url="https://een.example/griep",
    publisher="Een",
)
ALL = (SLEEPING, COPY, SAVING, BANK, CLINIC)


def ids(extraction: Extraction, *numbers: int) -> list[str]:
    return [extraction.people[number].id for number in numbers or (0,)]


@pytest.fixture
def news(store: Store) -> Iterator[Store]:
    """A store with these articles, and the right to write to it."""
    with store.lease("a test"):
        load(store, *ALL)
        yield store


def load(store: Store, *extractions: Extraction) -> None:
    """Take articles in as a loader does, and conclude."""
    by_id = {one.article.id: one for one in extractions}
    loader = Loader(
        store,
        lambda articles: [replace(by_id[a.id], article=by_id[a.id].article) for a in articles],
        extractions[0].article.fingerprint or "",
        lambda original: None,
    )
    readings = (
        Reading(
            replace(one.article, fingerprint=None),
            Original(one.article.text.encode(), "text/plain", "t"),
            "1",
        )
        for one in extractions
    )
    list(loader.load(readings))
    resolve(store)


def named(store: Store, name: str) -> list[reports.PersonLine]:
    return [person for person in reports.find_person(store, name) if person.name == name]


def concluded(store: Store) -> list[str]:
    """The graph without the decisions that stay as rows."""
    resolve(store)
    return [line for line in lines(store) if not line.startswith(("Decision", "CONCERNS"))]


def value(store: Store, query: str, **params: Any) -> list[list[Any]]:
    return [list(row.values()) for row in store.read(query, **params)]


def test_two_persons_decided_to_be_one_are_one(news: Store) -> None:
    assert len(named(news, "Lotte Zand")) == 2
    deciding.same(news, [ids(BANK), ids(CLINIC)], WORDS)
    resolve(news)
    assert len(named(news, "Lotte Zand")) == 1


def test_one_person_decided_to_be_two_is_two(news: Store) -> None:
    deciding.different(news, ids(SLEEPING) + ids(COPY), ids(SAVING), WORDS)
    resolve(news)
    assert [person.places for person in named(news, "Ilse Brandsmeer")] == [("Breda",), ("Zwolle",)] or [
        person.places for person in named(news, "Ilse Brandsmeer")
    ] == [("Zwolle",), ("Breda",)]


def test_the_id_of_a_person_that_was_split_leads_to_both(news: Store) -> None:
    (before,) = named(news, "Ilse Brandsmeer")
    deciding.different(news, ids(SLEEPING) + ids(COPY), ids(SAVING), WORDS)
    resolve(news)
    after = {person.id for person in named(news, "Ilse Brandsmeer")}
    found = reports.dossier(news, before.id)
    assert {found.person.id, *(person.id for person in found.formerly)} == after
    for extraction in (SLEEPING, COPY, SAVING):
        assert reports.find_person(news, ids(extraction)[0])


@pytest.mark.parametrize(
    "kind", ["same", "different", "role", "article", "dismissed", "speaker", "publisher"]
)
def test_a_decision_taken_back_leaves_the_graph_as_it_was(news: Store, kind: str) -> None:
    before = concluded(news)
    statement = BANK.attributions[0].id
    made = {
        "same": lambda: deciding.same(news, [ids(BANK), ids(CLINIC)], WORDS),
        "different": lambda: deciding.different(news, ids(SLEEPING), ids(SAVING), WORDS),
        "role": lambda: deciding.correct(
            news,
            ids(BANK) + ids(CLINIC),
            {"role": "bakker", "affiliation": "Bank Zuid", "place": "Goes"},
            WORDS,
        ),
        "article": lambda: deciding.correct(
            news, [BANK.article.id], {"title": "", "published": "2020"}, WORDS
        ),
        "dismissed": lambda: deciding.dismiss(news, [*ids(BANK), statement], WORDS),
        "speaker": lambda: deciding.correct(news, [statement], {"speaker": "piet zwart"}, WORDS),
        "publisher": lambda: deciding.correct(
            news, [BANK.article.id], {"publisher": "Vier", "url": "https://vier.example/rente"}, WORDS
        ),
    }[kind]()
    assert concluded(news) != before
    deciding.withdraw(news, [decision.id for decision in made], Words("another"))
    assert concluded(news) == before
    assert {one.withdrawn_by for one in decisions.read(news.read)} == {"another"}


def test_a_corrected_value_is_what_everything_shows(news: Store) -> None:
    deciding.correct(news, ids(BANK), {"role": "bakker", "affiliation": "Bank Zuid", "place": "Goes"}, WORDS)
    deciding.correct(news, [BANK.article.id], {"title": "Een ander bericht", "publisher": "Vier"}, WORDS)
    resolve(news)
    banker = next(person for person in named(news, "Lotte Zand") if "bakker" in person.roles)
    assert (banker.places, banker.affiliations) == (("Goes",), ("Bank Zuid",))
    query = "MATCH (n:Appearance {id: $id})-[:AFFILIATED_WITH]->(m) RETURN m.name"
    assert value(news, query, id=banker.id) == [["Bank Zuid"]]
    shown = reports.dossier(news, banker.id).appearances[0]
    assert shown.article.title == "Een ander bericht"


def test_what_had_been_read_stays_beside_what_is_corrected(news: Store) -> None:
    deciding.correct(news, ids(BANK), {"role": "bakker"}, WORDS)
    deciding.correct(news, ids(BANK), {"role": "slager"}, WORDS)
    query = "MATCH (n:Appearance {id: $id}) RETURN n.role, n.as_read"
    assert value(news, query, id=ids(BANK)[0]) == [["slager", ["role", "econoom"]]]


def test_who_is_no_person_is_in_no_report(news: Store) -> None:
    deciding.dismiss(news, ids(SLEEPING, 1), WORDS)
    resolve(news)
    assert len(named(news, "Anna")) == 1  # the copy's
    shown = reports.article(news, SLEEPING.article.id)
    assert [one.name for one, _ in shown.people] == ["Ilse Brandsmeer"]


def test_what_is_no_quote_is_in_no_report(news: Store) -> None:
    statement = SLEEPING.attributions[0].id
    count = reports.totals(news).statements
    deciding.dismiss(news, [statement], WORDS)
    resolve(news)
    assert reports.totals(news).statements == count - 1
    shown = reports.article(news, SLEEPING.article.id)
    assert statement not in {one.id for one in shown.statements}


def test_another_speaker_says_the_statement(news: Store) -> None:
    deciding.correct(news, [BANK.attributions[0].id], {"speaker": "piet zwart"}, WORDS)
    resolve(news)
    (other,) = named(news, "Piet Zwart")
    assert other.statements == 2
    assert {said.source_name for said in reports.dossier(news, other.id).appearances[0].statements} == {
        "Piet Zwart"
    }


def test_a_field_that_nobody_can_correct_is_refused(news: Store) -> None:
    with pytest.raises(DecisionRefused, match="name_key"):
        deciding.correct(news, ids(BANK), {"name_key": "x"}, WORDS)
    with pytest.raises(NotFound):
        deciding.correct(news, ["0" * 32], {"role": "bakker"}, WORDS)
    assert decisions.read(news.read) == ()


def test_a_contradiction_is_refused_with_the_chain_that_makes_it(news: Store) -> None:
    (first,) = deciding.same(news, [ids(BANK), ids(CLINIC)], WORDS)
    (second,) = deciding.same(news, [ids(CLINIC), ids(SAVING)], WORDS)
    with pytest.raises(Contradicted) as refused:
        deciding.different(news, ids(BANK), ids(SAVING), WORDS)
    chain = refused.value.params["chain"]
    assert [one.id for one in chain[:2]] == [first.id, second.id]  # type: ignore[index]
    assert len(decisions.read(news.read)) == 2
    deciding.withdraw(news, [second.id], WORDS)
    deciding.different(news, ids(BANK), ids(SAVING), WORDS)
    with pytest.raises(Contradicted):
        deciding.same(news, [ids(CLINIC), ids(SAVING)], WORDS)


def test_a_decision_taken_back_cannot_be_taken_back_again(news: Store) -> None:
    (made,) = deciding.same(news, [ids(BANK), ids(CLINIC)], WORDS)
    deciding.withdraw(news, [made.id], WORDS)
    with pytest.raises(DecisionRefused):
        deciding.withdraw(news, [made.id], WORDS)
    with pytest.raises(NotFound):
        deciding.withdraw(news, ["0" * 32], WORDS)


def reread(store: Store, extraction: Extraction, fingerprint: str) -> None:
    """Load an article as another reading found it."""
    load(store, replace(extraction, article=replace(extraction.article, fingerprint=fingerprint)))


def test_decisions_hold_after_another_reading(news: Store) -> None:
    deciding.correct(news, ids(BANK), {"role": "bakker"}, WORDS)
    deciding.same(news, [ids(BANK), ids(CLINIC)], WORDS)
    deciding.correct(news, [BANK.article.id], {"title": "Een ander bericht"}, WORDS)
    reread(news, BANK, "a better lexicon")
    (person,) = named(news, "Lotte Zand")
    assert set(person.roles) == {"bakker", "huisarts"}
    assert value(news, "MATCH (a:Article {id: $id}) RETURN a.title, a.fingerprint", id=BANK.article.id) == [
        ["Een ander bericht", "a better lexicon"]
    ]


def test_decisions_find_somebody_whom_another_reading_names_more_fully(news: Store) -> None:
    deciding.correct(news, ids(BANK), {"role": "bakker"}, WORDS)
    old = BANK.people[0]
    fuller = replace(old, id="f" * 32, name="L. Zand", name_keys=("l zand",))
    said = tuple(
        replace(one, source=replace(one.source, ref=fuller.id)) if one.source.ref == old.id else one
        for one in BANK.attributions
    )
    reread(news, replace(BANK, people=(fuller, *BANK.people[1:]), attributions=said), "a better lexicon")
    assert value(news, "MATCH (n:Appearance {id: $id}) RETURN n.role", id=fuller.id) == [["bakker"]]
    assert reports.find_person(news, old.id) == reports.find_person(news, fuller.id)


def test_a_decision_about_what_is_no_longer_found_waits_until_it_is_found_again(news: Store) -> None:
    deciding.correct(news, ids(BANK), {"role": "bakker"}, WORDS)
    without = replace(BANK, people=BANK.people[1:], attributions=BANK.attributions[1:])
    reread(news, without, "a worse lexicon")
    (waiting,) = decisions.read(news.read)
    assert (len(waiting.targets), waiting.attached) == (1, ())
    reread(news, BANK, "a better lexicon")
    assert [decision.attached for decision in decisions.read(news.read)] == [tuple(ids(BANK))]
    assert value(news, "MATCH (n:Appearance {id: $id}) RETURN n.role", id=ids(BANK)[0]) == [["bakker"]]


def test_the_id_of_somebody_no_longer_found_leads_to_who_was_the_same(news: Store) -> None:
    (before,) = named(news, "Ilse Brandsmeer")
    first = next(one for one in (SLEEPING, COPY, SAVING) if ids(one)[0] == before.id)
    without = replace(first, people=first.people[1:], attributions=())
    reread(news, without, "a worse lexicon")
    (after,) = reports.find_person(news, before.id)
    assert after.name == "Ilse Brandsmeer"
    assert after.id != before.id
