"""One writer at a time: between threads, processes and machines, on both engines."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph import lease
from graph.errors import Busy, LeaseLost
from graph.model import Changes
from graph.store import Store, open_store

WRITER = Path(__file__).with_name("writer.py")
HOLDER = "MATCH (l:Lease {id: 'writer'}) RETURN l.holder IS NOT NULL AS held"


def site(id: str) -> Changes:
    changes = Changes()
    changes.node("Site", id=id, domain="voorbeeld.nl")
    return changes


def sites(store: Store) -> list[str]:
    return [row["id"] for row in store.read("MATCH (s:Site) RETURN s.id AS id ORDER BY id")]


class Writer:
    """The other process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, line: str) -> str:
        self.tell(line)
        return self.hear()


@contextmanager
def another(store: Store, login: tuple[str, str] | None) -> Iterator[Writer]:
    process = subprocess.Popen(
        [sys.executable, str(WRITER), store.location, *(login or ())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        yield Writer(process)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def other(store: Store, request: pytest.FixtureRequest) -> Iterator[Writer]:
    """Another process that uses the same store."""
    is_neo4j = store.reader_access() is None
    with another(store, request.getfixturevalue("neo4j_server").login if is_neo4j else None) as writer:
        yield writer


def test_the_lease_is_let_go_of_at_the_end(store: Store) -> None:
    with store.lease("a test"):
        assert store.read(HOLDER) == [{"held": True}]
    assert store.read(HOLDER) == [{"held": False}]
    with pytest.raises(LeaseLost):
        store.write([site("s")])


def test_the_lease_is_let_go_of_when_something_goes_wrong(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.lease("a test"):
        raise ZeroDivisionError
    assert store.read(HOLDER) == [{"held": False}]


def test_a_lease_within_a_lease_is_the_same_one(store: Store) -> None:
    with store.lease("outer"):
        with store.lease("inner", wait=0):
            store.write([site("a")])
        store.write([site("b")])
    assert sites(store) == ["a", "b"]


def test_another_thread_has_to_wait_as_well(store: Store) -> None:
    problems: list[Busy] = []

    def write() -> None:
        try:
            with store.lease("a thread", wait=0):
                store.write([site("thread")])
        except Busy as problem:
            problems.append(problem)

    with store.lease("a test"):
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert len(problems) == 1
    assert sites(store) == []


def test_whoever_waits_in_vain_hears_who_is_writing(store: Store, other: Writer) -> None:
    assert other.ask("hold zegsman ingest") == "held"
    with pytest.raises(Busy) as busy, store.lease("a test", wait=0):
        pass
    assert str(busy.value).startswith(f"zegsman ingest (process {other.process.pid} on ")
    assert store.location in str(busy.value)
    assert busy.value.message("nl") != str(busy.value)


def test_whoever_waits_is_told_once_and_comes_next(store: Store, other: Writer) -> None:
    assert other.ask("hold zegsman ingest") == "held"
    told: list[Busy] = []

    def waiting(busy: Busy) -> None:
        told.append(busy)
        other.tell("leave")

    with store.lease("a test", wait=60, waiting=waiting):
        store.write([site("s")])
    assert other.hear() == "left"
    assert [busy.params["pid"] for busy in told] == [other.process.pid]


def test_the_lease_of_a_process_that_was_killed_is_free_at_once(store: Store, other: Writer) -> None:
    assert other.ask("hold zegsman ingest") == "held"
    other.process.kill()
    other.process.wait()
    with store.lease("a test", wait=0):
        store.write([site("s")])
    assert sites(store) == ["s"]


def test_a_number_that_went_to_another_process_holds_nothing(store: Store) -> None:
    dead = {"host": lease.socket.gethostname(), "pid": os.getpid(), "started": 1.0}
    left_behind(store, **dead, silence=0)
    with store.lease("a test", wait=0):
        store.write([site("s")])


def test_a_holder_on_another_machine_is_given_time(store: Store) -> None:
    elsewhere = {"host": "elders", "pid": 1, "started": 1.0}
    left_behind(store, **elsewhere, silence=lease.PATIENCE - 30)
    with pytest.raises(Busy), store.lease("a test", wait=0):
        pass
    left_behind(store, **elsewhere, silence=lease.PATIENCE + 1)
    with store.lease("a test", wait=0):
        store.write([site("s")])


def test_who_lost_the_lease_writes_nothing_more(store: Store, other: Writer) -> None:
    with pytest.raises(LeaseLost, match="Another process has taken over"), store.lease("a test"):
        store.write([site("before")])
        left_behind(store, host="elders", pid=1, started=1.0, silence=lease.PATIENCE + 1)
        assert other.ask("hold zegsman ingest") == "held"
        assert other.ask("write theirs") == "written"
        store.write([site("after")])
    assert sites(store) == ["before", "theirs"]
    assert other.ask("write more") == "written"


def test_signs_of_life_are_given_while_nothing_is_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "BEAT", 0.05)
    beat = "MATCH (l:Lease {id: 'writer'}) RETURN l.beat AS beat"
    with store.lease("a test"):
        first = store.read(beat)
        while store.read(beat) == first:
            pass


def test_many_writers_come_one_after_another(store: Store) -> None:
    inside: list[int] = []
    most: list[int] = []

    def write(number: int) -> None:
        with store.lease(f"writer {number}", wait=60):
            inside.append(number)
            most.append(len(inside))
            store.write([site(f"s{number}")])
            inside.remove(number)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 6
    assert len(sites(store)) == 6


def left_behind(store: Store, host: str, pid: int, started: float, silence: float) -> None:
    """Leave the lease with somebody who gave the last sign of life `silence` seconds ago."""
    query = (
        "MERGE (l:Lease {id: 'writer'}) SET l.holder = coalesce(l.holder, 'left'), l.host = $host, "
        "l.pid = $pid, l.started = $started, l.purpose = 'left', l.since = 'then', "
        "l.beat = timestamp() / 1000.0 - $silence"
    )
    with store.engine.writer.session(database=store.engine.database) as session:
        values = {"host": host, "pid": pid, "started": started, "silence": silence}
        session.execute_write(lambda transaction: transaction.run(query, values).consume())


def test_a_store_that_is_closed_lets_others_write(embedded_store: Store) -> None:
    with open_store(embedded_store.location) as second, second.lease("a test"):
        second.write([site("s")])
    with embedded_store.lease("a test", wait=0):
        assert sites(embedded_store) == ["s"]
