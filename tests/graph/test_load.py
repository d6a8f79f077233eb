"""What loading articles promises, on both engines."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

import pytest
from desk import Desk, original
from emptying import wipe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import canonical, load
from graph.judgements.targets import Target, columns
from graph.load import Loader
from graph.model import Changes
from graph.store import Store
from ingest.extraction import Original, content_id, person_id

BREAD = """Wiebe Terpstra, bakker van Stichting Zuurdesem: Brood rijst vanzelf.
Hilde Wouters, arts: Slaap is gezond.
Wiebe Terpstra, bakker: Meel is duur.
Zie: https://zuurdesem.example/recept
Bron: Terpstra, W. (2019). Over brood."""
SLEEP = """Hilde Wouters, arts van Kliniek Noord: Slaap is gezond.
Joost Vermaat, docent: Kinderen slapen te weinig.
Sanne Brons, slaapcoach: Leg je telefoon weg."""

BREAD_ONLINE = original(
    BREAD, "brood.json", url="https://krant.example/brood", title="Brood", publisher="De Krant"
)
SLEEP_ONLINE = original(
    SLEEP, "slaap.json", url="https://krant.example/slaap", title="Slaap", publisher="De Krant"
)


def take_in(store: Store, originals: Iterable[Original], desk: Desk | None = None) -> Counter[str]:
    """Load these originals and return how many had which outcome."""
    desk = desk or Desk()
    with store.lease("loading a test"):
        loader = Loader(store, desk.extract, desk.fingerprint, desk.reading)
        return Counter(done.outcome for done in loader.load(map(desk.reading, originals)))


def read_again(store: Store, desk: Desk, everything: bool = False) -> Counter[str]:
    with store.lease("reading a test again"):
        loader = Loader(store, desk.extract, desk.fingerprint, desk.reading)
        return Counter(done.outcome for done in loader.reread(everything))


def dump(store: Store) -> list[str]:
    return list(canonical.lines(store))


def fresh(store: Store, originals: Iterable[Original], desk: Desk) -> list[str]:
    """Return what a store has into which just these originals were loaded."""
    wipe(store)
    store.ensure_schema()
    take_in(store, originals, desk)
    return dump(store)


def counts(store: Store) -> dict[str, int]:
    rows = store.read(
        "MATCH (n) WHERE NOT n:Meta AND NOT n:Lease RETURN labels(n)[0] AS label, count(*) AS n"
    )
    return {row["label"]: row["n"] for row in rows}


def test_an_article_goes_in_with_all_that_was_found_in_it(store: Store) -> None:
    assert take_in(store, [BREAD_ONLINE]) == {"added": 1}
    assert counts(store) == {
        "Article": 1,
        "Capture": 1,
        "Publisher": 1,
        "Appearance": 2,
        "Mention": 1,
        "Statement": 3,
        "Sentence": 3,
        "Site": 1,
        "Reference": 1,
    }
    said = store.read(
        "MATCH (s:Statement)-[:SAID_BY]->(p:Appearance)-[:AFFILIATED_WITH]->(m:Mention) "
        "RETURN p.name AS who, m.name AS of, s.text AS what ORDER BY what"
    )
    assert said == [
        {"who": "Wiebe Terpstra", "of": "Stichting Zuurdesem", "what": "Brood rijst vanzelf."},
        {"who": "Wiebe Terpstra", "of": "Stichting Zuurdesem", "what": "Meel is duur."},
    ]


def test_its_original_is_kept_byte_for_byte(store: Store) -> None:
    take_in(store, [BREAD_ONLINE])
    sha = store.read("MATCH (:Article)-[:CAPTURED_AS]->(c:Capture) RETURN c.id AS id")[0]["id"]
    assert store.originals.get(sha) == BREAD_ONLINE.data


def test_loading_twice_changes_nothing(store: Store) -> None:
    take_in(store, [BREAD_ONLINE, SLEEP_ONLINE])
    before = dump(store)
    added = store.read("MATCH (c:Capture) RETURN c.id AS id, c.added AS added ORDER BY id")
    assert take_in(store, [SLEEP_ONLINE, BREAD_ONLINE, BREAD_ONLINE]) == {"unchanged": 3}
    assert dump(store) == before
    assert store.read("MATCH (c:Capture) RETURN c.id AS id, c.added AS added ORDER BY id") == added


def test_another_fingerprint_replaces_every_observation(store: Store) -> None:
    take_in(store, [BREAD_ONLINE, SLEEP_ONLINE])
    desk = Desk(roles=frozenset({"slaapcoach", "arts"}))
    assert take_in(store, [BREAD_ONLINE, SLEEP_ONLINE], desk) == {"replaced": 2}
    replaced = dump(store)
    assert store.read("MATCH (p:Appearance) RETURN p.name AS n ORDER BY n") == [
        {"n": "Hilde Wouters"},
        {"n": "Hilde Wouters"},
        {"n": "Sanne Brons"},
    ]
    assert replaced == fresh(store, [BREAD_ONLINE, SLEEP_ONLINE], desk)


def test_reading_again_does_the_same_from_the_kept_originals(store: Store) -> None:
    take_in(store, [BREAD_ONLINE, SLEEP_ONLINE])
    desk = Desk(roles=frozenset({"docent"}))
    assert read_again(store, desk) == {"replaced": 2}
    assert read_again(store, desk) == {}
    reread = dump(store)
    assert read_again(store, desk, everything=True) == {"replaced": 2}
    assert dump(store) == reread == fresh(store, [BREAD_ONLINE, SLEEP_ONLINE], desk)


def test_a_newer_reader_reads_again_and_makes_no_revision(store: Store) -> None:
    take_in(store, [BREAD_ONLINE, SLEEP_ONLINE])
    articles = store.read("MATCH (a:Article) RETURN a.id AS id ORDER BY id")
    desk = Desk(reader="reader 2", boilerplate=("Zie:", "Hilde"))
    assert take_in(store, [BREAD_ONLINE], desk) == {"replaced": 1}
    assert read_again(store, desk) == {"replaced": 1}
    assert store.read("MATCH (a:Article) RETURN a.id AS id ORDER BY id") == articles
    texts = [row["t"] for row in store.read("MATCH (a:Article) RETURN a.text AS t")]
    assert not any("Zie:" in text or "Hilde" in text for text in texts)
    assert "Site" not in counts(store)


def test_a_newer_reader_knows_a_text_it_gets_from_another_original(store: Store) -> None:
    take_in(store, [BREAD_ONLINE])
    again = original(
        BREAD.replace("Zie: https://zuurdesem.example/recept\n", ""), url="https://krant.example/brood"
    )
    desk = Desk(reader="reader 2", boilerplate=("Zie:",))
    take_in(store, [again], desk)
    assert counts(store)["Article"] == 1
    assert counts(store)["Capture"] == 2


def test_another_text_under_an_old_address_is_another_article(store: Store) -> None:
    take_in(store, [BREAD_ONLINE])
    changed = original(BREAD + "\nJoost Vermaat, docent: Dat klopt niet.", url="https://krant.example/brood")
    assert take_in(store, [changed]) == {"added": 1}
    assert take_in(store, [changed, BREAD_ONLINE]) == {"unchanged": 2}
    rows = store.read("MATCH (a:Article) RETURN a.url AS url, count(*) AS n")
    assert rows == [{"url": "https://krant.example/brood", "n": 2}]


def test_one_text_without_an_address_is_one_article(store: Store) -> None:
    take_in(store, [original(SLEEP, "a.json"), original(SLEEP, "b.json")])
    assert counts(store)["Article"] == 1


def test_one_text_under_two_addresses_is_two_articles(store: Store) -> None:
    take_in(store, [SLEEP_ONLINE, original(SLEEP, url="https://elders.example/slaap")])
    assert counts(store)["Article"] == 2


def test_of_several_originals_the_same_one_counts_in_any_order(store: Store) -> None:
    originals = [
        original(BREAD, url="https://krant.example/brood", title=f"Kop {n}", publisher=f"Krant {n % 3}")
        for n in range(5)
    ]
    dumps = set()
    for seed in range(4):
        shuffled = random.Random(seed).sample(originals, len(originals))
        dumps.add("\n".join(fresh(store, shuffled, Desk())))
        wipe(store)
        store.ensure_schema()
        for one in shuffled:
            take_in(store, [one])
        dumps.add("\n".join(dump(store)))
    assert len(dumps) == 1
    assert counts(store)["Capture"] == 5


def test_an_article_in_two_originals_is_read_again_from_the_one_that_counts(store: Store) -> None:
    originals = [original(BREAD, url="https://krant.example/brood", title=f"Kop {n}") for n in range(3)]
    take_in(store, originals)
    title = store.read("MATCH (a:Article) RETURN a.title AS t")
    desk = Desk(roles=frozenset({"arts"}))
    for one in originals:
        take_in(store, [one], desk)
        assert store.read("MATCH (a:Article) RETURN a.title AS t, a.fingerprint AS f") == [
            {**title[0], "f": desk.fingerprint}
        ]


def test_what_people_decided_survives_reading_again(store: Store) -> None:
    take_in(store, [BREAD_ONLINE])
    article = store.read("MATCH (a:Article) RETURN a.id AS id")[0]["id"]
    baker = person_id(article, "wiebe terpstra")
    doctor = person_id(article, "hilde wouters")
    statement = store.read("MATCH (s:Statement) WHERE s.text STARTS WITH 'Slaap' RETURN s.id AS id")[0]["id"]
    decided = Changes()
    concerned = (Target("Appearance", article, "wiebe terpstra", 0, 14, side=1), Target("Article", article))
    decided.node("Decision", id="d", kind="different", by="Iemand", at="2026", **columns(concerned))
    decided.node("Check", id="c", register="een register", outcome="found", by="Iemand")
    decided.relate("CONCERNS", ("Decision", "d"), ("Appearance", baker), side=1)
    decided.relate("CONCERNS", ("Decision", "d"), ("Appearance", doctor), side=2)
    decided.relate("CONCERNS", ("Decision", "d"), ("Article", article))
    decided.relate("CONCERNS", ("Check", "c"), ("Statement", statement))
    with store.lease("deciding"):
        store.write([decided])

    read_again(store, Desk(roles=frozenset({"arts"})))
    concerned = store.read(
        "MATCH (d)-[r:CONCERNS]->(n) RETURN d.id AS d, r.side AS side, labels(n)[0] AS label, n.id AS id"
    )
    assert sorted((row["d"], row["side"] or 0, row["label"], row["id"]) for row in concerned) == [
        ("c", 0, "Statement", statement),
        ("d", 0, "Article", article),
        ("d", 2, "Appearance", doctor),
    ]
    assert counts(store)["Decision"] == counts(store)["Check"] == 1


def test_publishers_and_references_that_no_article_has_any_more_are_gone(store: Store) -> None:
    take_in(store, [BREAD_ONLINE])
    read_again(store, Desk(reader="reader 2", boilerplate=("Zie:", "Bron:")))
    assert not {"Site", "Reference"} & counts(store).keys()
    assert counts(store)["Publisher"] == 1


def test_an_unlisted_publisher_goes_by_the_name_most_articles_state(store: Store) -> None:
    stated = ["De Krant", "De Krant", "Krant - voorpagina", None]
    for n, name in enumerate(stated):
        fields = {"publisher": name} if name else {}
        take_in(store, [original(f"{SLEEP}\n{n}", url=f"https://krant.example/{n}", **fields)])
    assert store.read("MATCH (p:Publisher) RETURN p.name AS name, p.domain AS domain") == [
        {"name": "De Krant", "domain": "krant.example"}
    ]


def test_when_reading_fails_what_was_loaded_before_is_whole(store: Store) -> None:
    desk = Desk()

    def readings():
        for n in range(3 * load.BATCH):
            yield desk.reading(original(f"{BREAD}\n{n}", url=f"https://krant.example/{n}"))
        raise ZeroDivisionError

    with store.lease("loading a test"):
        loader = Loader(store, desk.extract, desk.fingerprint, desk.reading)
        with pytest.raises(ZeroDivisionError):
            list(loader.load(readings()))
    per_article = store.read(
        "MATCH (a:Article) OPTIONAL MATCH (a)<-[:STATED_IN]-(s) WITH a, count(s) AS n RETURN DISTINCT n"
    )
    assert per_article in ([], [{"n": 3}])


NAMES = ("Wiebe Terpstra", "Hilde Wouters", "Joost Vermaat")
LINES = st.builds(
    "{}, {}{}: {}.".format,
    st.sampled_from(NAMES),
    st.sampled_from(["bakker", "arts", "docent", "slaapcoach"]),
    st.sampled_from(["", " van Kliniek Noord", " van kliniek noord", " van Stichting Zuurdesem"]),
    st.sampled_from(["Brood rijst vanzelf", "Slaap is gezond", "Meel is duur"]),
)
EXTRAS = st.sampled_from(["Zie: https://zuurdesem.example/x", "Bron: Over brood", "Bron: over brood", ""])
TEXT = st.builds(lambda lines, extra: "\n".join([*lines, extra]), st.lists(LINES, max_size=3), EXTRAS)


@st.composite
def originals(draw: st.DrawFn) -> list[Original]:
    """Articles that share addresses, texts, publishers and names in every way they may."""
    texts = draw(st.lists(TEXT, min_size=1, max_size=3))
    return [
        original(
            draw(st.sampled_from(texts)),
            **draw(
                st.fixed_dictionaries(
                    {},
                    optional={
                        "url": st.sampled_from(["https://krant.example/a", "https://elders.example/b"]),
                        "title": st.sampled_from(["Kop", "Andere kop"]),
                        "publisher": st.sampled_from(["De Krant", "DE KRANT", "Elders"]),
                    },
                )
            ),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(originals(), st.randoms(use_true_random=False))
def test_the_order_of_loading_and_the_number_of_runs_make_no_difference(
    store: Store, found: list[Original], chance: random.Random
) -> None:
    at_once = fresh(store, found, Desk())
    wipe(store)
    store.ensure_schema()
    shuffled = chance.sample(found, len(found))
    while shuffled:
        take = chance.randint(1, len(shuffled))
        take_in(store, shuffled[:take], Desk())
        del shuffled[:take]
    assert dump(store) == at_once


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(originals(), st.sets(st.sampled_from(["bakker", "arts", "docent", "slaapcoach"])))
def test_reading_again_is_as_if_it_had_been_read_so_from_the_start(
    store: Store, found: list[Original], roles: set[str]
) -> None:
    desk = Desk(roles=frozenset(roles))
    wipe(store)
    store.ensure_schema()
    take_in(store, found)
    read_again(store, desk)
    reread = dump(store)
    assert reread == fresh(store, found, desk)


def test_both_engines_have_the_same_graph(embedded_store: Store, neo4j_login: tuple) -> None:
    from graph.store import open_store

    articles = [
        original(f"{text}\n{n}", url=f"https://krant{n % 3}.example/{n}", publisher=f"Krant {n % 4}")
        for n, text in enumerate([BREAD, SLEEP] * 30)
    ]
    with open_store(*neo4j_login) as neo4j:
        neo4j.ensure_schema()
        take_in(embedded_store, articles)
        take_in(neo4j, reversed(articles))
        assert dump(embedded_store) == dump(neo4j)


def test_ids_are_hashes_of_what_they_name() -> None:
    assert content_id("a", "bc") != content_id("ab", "c") != content_id("a", "b", "c")
