"""The canonical dump: the same for the same graph, and different for another."""

from __future__ import annotations

import random

from emptying import wipe

from graph import canonical
from graph.model import Changes
from graph.store import Store


def graph(order: random.Random, title: str = "Kop", start: int = 3, build: int = 1) -> list[Changes]:
    parts = []
    for number in range(4):
        changes = Changes()
        changes.node(
            "Article", id=f"a{number}", text="tekst", title=title, source=f"bestand {order.random()}"
        )
        changes.node("Site", id="s", domain="voorbeeld.nl")
        changes.relate("LINKS_TO", ("Article", f"a{number}"), ("Site", "s"), start=start, text="hier")
        changes.relate("LINKS_TO", ("Article", f"a{number}"), ("Site", "s"), start=90, text="daar")
        changes.node("Person", id=f"p{number}", name="Wiebe Terpstra", build=build)
        parts.append(changes)
    order.shuffle(parts)
    return parts


def dump(store: Store, parts: list[Changes], *layers: str) -> list[str]:
    wipe(store)
    store.ensure_schema()
    with store.lease("a test"):
        store.write(parts)
    return list(canonical.lines(store, layers or canonical.LAYERS))


def test_order_of_writing_clocks_and_build_numbers_make_no_difference(store: Store) -> None:
    dumps = {tuple(dump(store, graph(random.Random(seed), build=seed + 1))) for seed in range(3)}
    assert len(dumps) == 1


def test_every_property_makes_a_difference(store: Store) -> None:
    one = dump(store, graph(random.Random(1)))
    assert dump(store, graph(random.Random(1), title="Andere kop")) != one
    assert dump(store, graph(random.Random(1), start=4)) != one


def test_every_node_and_relationship_is_a_line(store: Store) -> None:
    found = dump(store, graph(random.Random(1)))
    assert len(found) == len(set(found)) == 4 + 1 + 4 + 8
    assert found[0] == 'Article {"id": "a0", "text": "tekst", "title": "Kop"}'
    assert found[-1] == ('LINKS_TO {"from": "Article a3", "to": "Site s", "start": 90, "text": "daar"}')


def test_layers_can_be_left_out(store: Store) -> None:
    assert dump(store, graph(random.Random(1)), "conclusion") == [
        f'Person {{"id": "p{number}", "name": "Wiebe Terpstra"}}' for number in range(4)
    ]


def test_more_nodes_than_are_read_at_once_come_all(store: Store) -> None:
    changes = Changes()
    for number in range(1_100):
        changes.node("Site", id=f"{number:04}", domain=f"{number}.nl")
    assert dump(store, [changes]) == [
        f'Site {{"domain": "{number}.nl", "id": "{number:04}"}}' for number in range(1_100)
    ]
