"""What a store promises, on both engines."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from emptying import wipe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import model
from graph.errors import (
    BadLocation,
    BadLogin,
    LeaseLost,
    QueryRefused,
    QueryStopped,
    SchemaMismatch,
    StoreError,
    Unreachable,
)
from graph.model import Changes, ModelError
from graph.store import Read, Store, open_store

COUNT = "MATCH (n:Site) RETURN count(n) AS n"
ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n"


def site(id: str, domain: str = "voorbeeld.nl") -> Changes:
    changes = Changes()
    changes.node("Site", id=id, domain=domain)
    return changes


def linked(article: str, site: str, start: int) -> Changes:
    changes = Changes()
    changes.node("Article", id=article, text="tekst")
    changes.node("Site", id=site, domain=f"{site}.nl")
    changes.relate("LINKS_TO", ("Article", article), ("Site", site), start=start, text="hier")
    return changes


def write(store: Store, *batches: Changes) -> None:
    with store.lease("writing a test"):
        store.write(batches)


def test_what_is_written_can_be_read(store: Store) -> None:
    write(store, linked("a", "s", 3))
    found = store.read(
        "MATCH (a:Article)-[r:LINKS_TO]->(s:Site) RETURN a.id AS a, r.start AS start, s.domain AS d"
    )
    assert found == [{"a": "a", "start": 3, "d": "s.nl"}]


def test_writing_the_same_again_changes_nothing(store: Store) -> None:
    write(store, linked("a", "s", 3))
    write(store, linked("a", "s", 3), linked("a", "s", 3))
    counted = "MATCH (a:Article)-[r:LINKS_TO]->(s:Site) RETURN count(r) AS n, count(DISTINCT a) AS a"
    assert store.read(counted) == [{"n": 1, "a": 1}]


def test_relationships_of_one_type_between_two_nodes_are_told_apart_by_their_key(store: Store) -> None:
    write(store, linked("a", "s", 3), linked("a", "s", 9))
    assert store.read("MATCH ()-[r:LINKS_TO]->() RETURN r.start AS start ORDER BY start") == [
        {"start": 3},
        {"start": 9},
    ]


def test_a_node_written_again_has_exactly_the_new_properties(store: Store) -> None:
    first, second = Changes(), Changes()
    first.node("Article", id="a", text="tekst", title="Kop", byline="Iemand")
    second.node("Article", id="a", text="tekst", title="Andere kop", byline=None)
    write(store, first, second)
    found = store.read("MATCH (a:Article) RETURN properties(a) AS a")
    assert found == [{"a": {"id": "a", "text": "tekst", "title": "Andere kop"}}]


def test_a_node_written_again_keeps_its_relationships(store: Store) -> None:
    write(store, linked("a", "s", 3), site("s", "elders.nl"))
    assert store.read("MATCH (:Article)-[:LINKS_TO]->(s) RETURN s.domain AS d") == [{"d": "elders.nl"}]


def test_what_is_removed_goes_with_its_relationships(store: Store) -> None:
    changes = Changes()
    changes.remove["Site"] = ["s"]
    write(store, linked("a", "s", 3), changes)
    assert store.read("MATCH (a:Article) RETURN a.id AS a, EXISTS { (a)--() } AS related") == [
        {"a": "a", "related": False}
    ]


def test_outgoing_relationships_of_one_type_can_be_taken_away(store: Store) -> None:
    changes = Changes()
    changes.unrelate["LINKS_TO", "Article"] = ["a"]
    write(store, linked("a", "s", 3), linked("b", "s", 3), changes)
    assert store.read("MATCH (a:Article)-[:LINKS_TO]->() RETURN a.id AS a") == [{"a": "b"}]


def test_a_batch_goes_in_whole_or_not_at_all(store: Store) -> None:
    broken = linked("a", "s", 3)
    broken.relate("LINKS_TO", ("Article", "a"), ("Site", "nowhere"), start=5)
    with pytest.raises(ModelError, match="1 relationships lack a node"):
        write(store, broken)
    assert store.read("MATCH (n) WHERE n:Article OR n:Site RETURN count(n) AS n") == [{"n": 0}]


@pytest.mark.parametrize(
    "properties",
    [{"domain": 3}, {"domain": None, "colour": "red"}, {"domain": ["voorbeeld.nl"]}, {"domain": True}],
)
def test_what_does_not_fit_the_model_is_not_written(store: Store, properties: dict[str, object]) -> None:
    changes = Changes()
    changes.node("Site", id="s", **properties)
    with pytest.raises(ModelError):
        write(store, changes)
    assert store.read(COUNT) == [{"n": 0}]


def test_without_the_lease_nothing_is_written(store: Store) -> None:
    with pytest.raises(LeaseLost):
        store.write([site("s")])
    with pytest.raises(LeaseLost):
        store.publish(site("s"), lambda read: Changes())
    assert store.read(COUNT) == [{"n": 0}]


def test_what_is_published_is_made_from_what_was_written_just_before(store: Store) -> None:
    def then(read: Read) -> Changes:
        return site("b", read("MATCH (n:Site {id: $id}) RETURN n.domain AS d", id="a")[0]["d"])

    with store.lease("publishing"):
        store.publish(site("a", "eerste.nl"), then)
    assert store.read("MATCH (n:Site) RETURN n.id AS id, n.domain AS d ORDER BY id") == [
        {"id": "a", "d": "eerste.nl"},
        {"id": "b", "d": "eerste.nl"},
    ]


def test_when_publishing_fails_halfway_readers_see_nothing_of_it(store: Store) -> None:
    def then(read: Read) -> Changes:
        assert read(COUNT) == [{"n": 1}]
        raise ZeroDivisionError

    with store.lease("publishing"), pytest.raises(ZeroDivisionError):
        store.publish(site("a"), then)
    assert store.read(COUNT) == [{"n": 0}]


def test_others_see_nothing_before_it_is_published(store: Store) -> None:
    seen: list[object] = []

    def then(read: Read) -> Changes:
        looking = threading.Thread(target=lambda: seen.append(store.read(COUNT)))
        looking.start()
        looking.join()
        return Changes()

    with store.lease("publishing"):
        store.publish(site("a"), then)
    assert seen == [[{"n": 0}]]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.lists(TEXTS, max_size=4), st.lists(st.integers(0, 2**63 - 1), max_size=4))
def test_values_come_back_as_they_went_in(
    store: Store, text: str, words: list[str], shingles: list[int]
) -> None:
    changes = Changes()
    changes.node("Article", id="a", text=text, keywords=words, shingles=shingles)
    write(store, changes)
    assert store.read("MATCH (a:Article) RETURN a.text AS t, a.keywords AS k, a.shingles AS s") == [
        {"t": text, "k": words, "s": shingles}
    ]


def test_a_text_of_a_million_characters_fits(store: Store) -> None:
    changes = Changes()
    changes.node("Article", id="a", text="Zegt Jannie. " * 80_000)
    write(store, changes)
    assert store.read("MATCH (a:Article) RETURN size(a.text) AS n") == [{"n": 1_040_000}]


def test_two_nodes_cannot_share_an_id(store: Store) -> None:
    write(store, site("s"))
    with pytest.raises(StoreError), store.engine.writer.session(database=store.engine.database) as session:
        from graph.driver import translated

        with translated(store.location):
            session.execute_write(lambda t: t.run("CREATE (:Site {id: 's'})").consume())


# --- the schema ---


def test_setting_up_twice_changes_nothing(store: Store) -> None:
    before = store.read("MATCH (m:Meta) RETURN properties(m) AS m")
    store.ensure_schema()
    assert store.read("MATCH (m:Meta) RETURN properties(m) AS m") == before
    store.check_schema()


def test_a_store_that_was_never_set_up_says_so_to_readers(tmp_path: Path) -> None:
    with (
        open_store(tmp_path / "store") as store,
        pytest.raises(SchemaMismatch, match="has not been set up yet"),
    ):
        store.check_schema()


def test_a_neo4j_that_was_never_set_up_says_so_to_readers(neo4j_login: tuple[str, tuple[str, str]]) -> None:
    with open_store(*neo4j_login) as store:
        with pytest.raises(SchemaMismatch, match="has not been set up yet"):
            store.check_schema()
        store.ensure_schema()
        store.check_schema()


@pytest.mark.parametrize(("version", "made_by"), [(0, "an older version"), (10**6, "a newer version")])
def test_a_store_of_another_version_is_left_alone(store: Store, version: int, made_by: str) -> None:
    changes = Changes()
    changes.node("Meta", id="store", schema_version=version, build=0, database_id="x")
    write(store, changes)
    for use in (store.ensure_schema, store.check_schema):
        with pytest.raises(SchemaMismatch, match=made_by):
            use()


def test_two_can_set_up_one_store_at_once(store: Store) -> None:
    wipe(store)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: store.ensure_schema(), range(4)))
    assert store.read("MATCH (m:Meta) RETURN count(m) AS n, collect(m.schema_version) AS v") == [
        {"n": 1, "v": [model.load().version]}
    ]


def test_words_are_found_by_full_text_under_the_same_name(store: Store) -> None:
    changes = Changes()
    changes.node("Person", id="p", name="Wiebe Terpstra", build=1)
    changes.node("Person", id="q", name="Hilde Wouters", build=1)
    write(store, changes)
    query = "CALL db.index.fulltext.queryNodes('Person[name]', $q) YIELD node RETURN node.id AS id"
    if store.reader_access() is None:
        store.read("CALL db.awaitIndexes(30)")
    assert store.read(query, q="terpstra") == [{"id": "p"}]
    assert store.ask(query, {"q": "Wouters"}).rows == [{"id": "q"}]


# --- questions of outsiders ---


def test_a_question_is_answered_with_columns_and_rows(store: Store) -> None:
    write(store, linked("a", "s", 3))
    answer = store.ask("MATCH (a:Article)-[r]->(s) RETURN a.id AS article, type(r) AS how, s", {})
    assert answer.columns == ["article", "how", "s"]
    assert answer.rows == [
        {
            "article": "a",
            "how": "LINKS_TO",
            "s": {"labels": ["Site"], "properties": {"id": "s", "domain": "s.nl"}},
        }
    ]
    assert not answer.truncated


def test_a_question_may_have_no_answer(store: Store) -> None:
    answer = store.ask("MATCH (s:Site) RETURN s.id AS id, s.domain AS domain")
    assert (answer.rows, answer.truncated) == ([], False)


def test_an_answer_longer_than_the_limit_is_cut_and_says_so(store: Store) -> None:
    for rows, truncated in ((10, False), (11, True)):
        answer = store.ask("UNWIND range(1, $n) AS i RETURN i", {"n": rows}, limit=10)
        assert ([row["i"] for row in answer.rows], answer.truncated) == (list(range(1, 11)), truncated)


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Site {id: 'x'})",
        "MATCH (n:Site) SET n.domain = 'x'",
        "MATCH (n:Site) REMOVE n.domain",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Site {id: 'y'}) RETURN n",
        "MATCH (n:Site) CALL { WITH n SET n.domain = 'x' } RETURN n",
        "CREATE INDEX mine IF NOT EXISTS FOR (n:Site) ON (n.colour)",
        "DROP CONSTRAINT Site_id IF EXISTS",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "CALL { LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line } RETURN line",
        "PROFILE LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "CYPHER 5 LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "CREATE USER mallory SET PASSWORD 'abcdefgh'",
        "TERMINATE TRANSACTIONS 'x'",
        "SHOW USERS",
        "SHOW TRANSACTIONS",
        "/* what\nothers do */ // is theirs\n show transactions",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL db.createLabel('Mine')",
        "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
        "",
        "nonsense",
        "RETURN $missing",
    ],
)
def test_a_question_that_would_do_more_than_read_is_refused(store: Store, query: str) -> None:
    write(store, site("s"))
    with pytest.raises(QueryRefused):
        store.ask(query)
    assert store.read("MATCH (n:Site) RETURN properties(n) AS n") == [
        {"n": {"id": "s", "domain": "voorbeeld.nl"}}
    ]


def test_what_is_wrong_with_a_question_is_told_in_one_sentence(store: Store) -> None:
    with pytest.raises(QueryRefused) as refused:
        store.ask("MATCH (n:Site RETURN n")
    assert str(refused.value).startswith("The query cannot be run: ")
    assert "\n" not in str(refused.value)
    assert refused.value.message("nl") != str(refused.value)


@pytest.mark.parametrize("value", ["\ud800", object(), 2**80])
def test_a_value_that_cannot_be_sent_is_refused(store: Store, value: object) -> None:
    with pytest.raises(QueryRefused):
        store.ask("RETURN $value", {"value": value})


def test_a_question_that_never_ends_is_stopped(store: Store) -> None:
    write(store, site("s"))
    with pytest.raises(QueryStopped, match="stopped after 1 seconds"):
        store.ask(ENDLESS, seconds=1)
    assert store.read(COUNT) == [{"n": 1}]
    write(store, site("t"))
    assert store.ask(COUNT).rows == [{"n": 2}]


# --- opening ---


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "sftp://voorbeeld.nl", "bolt+x://127.0.0.1"])
def test_an_address_of_something_else_is_no_store(address: str) -> None:
    with pytest.raises(BadLocation, match=r"bolt:// or neo4j://"):
        open_store(address, ("neo4j", "secret"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_address_where_nobody_answers_is_told(scheme: str, free_port: int) -> None:
    address = f"{scheme}://127.0.0.1:{free_port}"
    with pytest.raises(Unreachable, match=f"Nobody answers at {address}"):
        open_store(address, ("neo4j", "secret"))


def test_a_server_that_is_no_graph_database_is_told(web_server: int) -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1"):
        open_store(f"bolt://127.0.0.1:{web_server}", ("neo4j", "secret"))


@pytest.mark.parametrize("login", [("neo4j", "wrong"), ("nobody", "secret"), None])
def test_a_wrong_login_is_told(
    neo4j_login: tuple[str, tuple[str, str]], login: tuple[str, str] | None
) -> None:
    with pytest.raises(BadLogin, match="NEO4J_USERNAME and NEO4J_PASSWORD"):
        open_store(neo4j_login[0], login)


def test_another_engine_that_speaks_bolt_is_not_taken_for_neo4j(embedded_store: Store) -> None:
    access = embedded_store.reader_access()
    assert access is not None
    with pytest.raises(StoreError, match="Neo4j 5 or later is needed"):
        open_store(access.url, (access.user, access.password))
