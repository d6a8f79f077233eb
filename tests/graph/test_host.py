"""The embedded engine's process: shared, restarted, and gone when nobody needs it."""

from __future__ import annotations

import json
import os
import stat
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import ClientError

from graph.engines import folder, host
from graph.errors import BadLocation, QueryStopped, StoreError
from graph.model import Changes
from graph.store import Store, open_store

COUNT = "MATCH (s:Site) RETURN count(s) AS n"
ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n"


def write(store: Store, *ids: str) -> None:
    changes = Changes()
    for id in ids:
        changes.node("Site", id=id, domain=f"{id}.nl")
    with store.lease("a test"):
        store.write([changes])


def host_of(store: Store) -> psutil.Process:
    endpoint = folder.read_endpoint(Path(store.location))
    assert endpoint is not None
    return psutil.Process(endpoint.pid)


def gone(process: psutil.Process) -> bool:
    """Return whether the process ends within a minute."""
    try:
        process.wait(60)
    except psutil.TimeoutExpired:
        return False
    except psutil.NoSuchProcess:
        return True
    return True


def test_two_clients_share_one_host(embedded_store: Store) -> None:
    with open_store(embedded_store.location) as second:
        assert host_of(second).pid == host_of(embedded_store).pid
        write(embedded_store, "a")
        write(second, "b")
        assert second.read(COUNT) == embedded_store.read(COUNT) == [{"n": 2}]


def test_many_can_open_a_new_store_at_once(tmp_path: Path) -> None:
    def use(_: int) -> Store:
        store = open_store(tmp_path / "store")
        store.ensure_schema()
        return store

    with ThreadPoolExecutor(4) as threads:
        stores = list(threads.map(use, range(4)))
    assert len({host_of(store).pid for store in stores}) == 1
    for store in stores:
        store.close()


def test_the_host_stays_while_one_client_does_and_goes_with_the_last(tmp_path: Path) -> None:
    first = open_store(tmp_path / "store")
    first.ensure_schema()
    second = open_store(tmp_path / "store")
    process = host_of(first)
    engines = process.children()
    first.close()
    time.sleep(host.GRACE + 1)
    write(second, "a")
    second.close()
    assert gone(process) and all(gone(engine) for engine in engines)
    assert not (tmp_path / "store" / folder.ENDPOINT).exists()
    with open_store(tmp_path / "store") as third:
        assert third.read(COUNT) == [{"n": 1}]


def test_the_note_of_its_address_may_be_deleted(embedded_store: Store) -> None:
    write(embedded_store, "a")
    (Path(embedded_store.location) / folder.ENDPOINT).unlink()
    with open_store(embedded_store.location) as second:
        assert second.read(COUNT) == [{"n": 1}]
        assert host_of(second).pid == host_of(embedded_store).pid


@pytest.mark.parametrize("text", ["", "{", '{"bolt": 1}', "[]", "null"])
def test_a_note_that_says_nonsense_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / folder.ENDPOINT).write_text(text)
    assert folder.read_endpoint(tmp_path) is None


def test_a_note_left_by_a_host_that_is_gone_is_passed_over(tmp_path: Path, free_port: int) -> None:
    with open_store(tmp_path / "store") as first:
        process = host_of(first)
        note = json.loads((tmp_path / "store" / folder.ENDPOINT).read_text())
    assert gone(process)
    (tmp_path / "store" / folder.ENDPOINT).write_text(json.dumps(note | {"control": free_port}))
    with open_store(tmp_path / "store") as second:
        second.ensure_schema()


def test_when_the_host_is_killed_its_clients_start_another(embedded_store: Store) -> None:
    with open_store(embedded_store.location) as second:
        write(embedded_store, "a")
        process = host_of(embedded_store)
        engines = process.children()
        process.kill()
        assert gone(process) and all(gone(engine) for engine in engines)
        assert second.read(COUNT) == [{"n": 1}]
        write(embedded_store, "b")
        assert second.ask(COUNT).rows == [{"n": 2}]
        assert host_of(second).pid == host_of(embedded_store).pid != process.pid


def test_when_the_engine_is_killed_the_host_starts_another(embedded_store: Store) -> None:
    write(embedded_store, "a")
    process = host_of(embedded_store)
    for engine in process.children():
        engine.kill()
    assert embedded_store.read(COUNT) == [{"n": 1}]
    write(embedded_store, "b")
    assert host_of(embedded_store).pid == process.pid


def test_a_writer_goes_on_when_the_engine_is_killed_under_it(embedded_store: Store) -> None:
    with embedded_store.lease("a test"):
        for number in range(30):
            changes = Changes()
            changes.node("Site", id=str(number), domain="voorbeeld.nl")
            embedded_store.write([changes])
            if number % 10 == 5:
                for engine in host_of(embedded_store).children():
                    engine.kill()
    assert embedded_store.read(COUNT) == [{"n": 30}]


def test_a_question_that_never_ends_disturbs_nobody_for_long(embedded_store: Store) -> None:
    write(embedded_store, "a")
    with open_store(embedded_store.location) as second:
        stopped: list[QueryStopped] = []

        def ask() -> None:
            try:
                second.ask(ENDLESS, seconds=1)
            except QueryStopped as problem:
                stopped.append(problem)

        thread = threading.Thread(target=ask)
        thread.start()
        while thread.is_alive():
            assert embedded_store.read(COUNT) == [{"n": 1}]
        thread.join()
    assert len(stopped) == 1
    assert embedded_store.ask(COUNT).rows == [{"n": 1}]


def test_a_question_that_takes_too_much_memory_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(host.MEMORY, "400")
    greedy = "RETURN size(reduce(s = 'abcdefgh', i IN range(1, 28) | s + s)) AS n"
    with open_store(tmp_path / "store") as store:
        store.ensure_schema()
        with pytest.raises(StoreError):
            store.ask(greedy, seconds=20)
        assert store.read(COUNT) == [{"n": 0}]


def test_readers_connect_with_what_the_store_gives_and_cannot_write(embedded_store: Store) -> None:
    write(embedded_store, "a")
    access = embedded_store.reader_access()
    assert access is not None and access.url.startswith("bolt://127.0.0.1:")
    with GraphDatabase.driver(access.url, auth=(access.user, access.password)) as driver:
        assert driver.execute_query(COUNT).records[0]["n"] == 1
        for query in (
            "CREATE (:Site {id: 'x'})",
            "MATCH (s:Site) SET s.id = 'x'",
            "MATCH (n) DETACH DELETE n",
        ):
            with pytest.raises(ClientError):
                driver.execute_query(query)
    assert embedded_store.read("MATCH (s:Site) RETURN s.id AS id") == [{"id": "a"}]


def test_passwords_are_for_the_owner_alone_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "store" / folder.CREDENTIALS
    with open_store(tmp_path / "store") as store:
        process = host_of(store)
        words = path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert gone(process)
    with open_store(tmp_path / "store"):
        assert path.read_text() == words


@pytest.mark.parametrize("text", ["", "{}", '{"root": "a", "reader": "b"}', '{"root": 1, "reader": 2}'])
def test_passwords_that_cannot_be_right_are_damaged(tmp_path: Path, text: str) -> None:
    (tmp_path / folder.CREDENTIALS).write_text(text)
    with pytest.raises(StoreError, match="is damaged"):
        folder.read_credentials(tmp_path)


def test_damaged_passwords_are_told_and_can_be_deleted(tmp_path: Path) -> None:
    path = tmp_path / "store" / folder.CREDENTIALS
    with open_store(tmp_path / "store") as store:
        store.ensure_schema()
        write(store, "a")
        process = host_of(store)
    assert gone(process)
    path.write_text("nonsense")
    with pytest.raises(StoreError, match=r"is damaged. Delete it: new passwords are then made"):
        open_store(tmp_path / "store")
    path.unlink()
    with open_store(tmp_path / "store") as again:
        assert again.read(COUNT) == [{"n": 1}]
        assert again.ask(COUNT).rows == [{"n": 1}]
        assert json.loads(path.read_text()).keys() == {"root", "reader"}


def test_an_engine_that_does_not_start_is_told_with_where_to_look(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        process = host_of(store)
    assert gone(process)
    databases = tmp_path / "store" / folder.ENGINE / "databases"
    for path in sorted(databases.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    databases.rmdir()
    databases.write_text("a file where a folder should be")
    with pytest.raises(StoreError, match=r"did not start. The file .*host\.log says why"):
        open_store(tmp_path / "store")


def test_a_path_that_is_a_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "bestand"
    path.write_text("tekst")
    for create in (True, False):
        with pytest.raises(BadLocation, match=f"{path} is a file"):
            open_store(path, create=create)
    with pytest.raises(BadLocation, match="cannot be made"):
        open_store(path / "store")
    assert path.read_text() == "tekst"


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "vakantie.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(BadLocation, match="holds other files and is not a store"):
        open_store(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["vakantie.jpg"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(BadLocation, match="cannot be"):
        open_store(tmp_path / "store")
    tmp_path.chmod(0o700)


def test_only_looking_makes_no_store(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(BadLocation, match="There is no store at"):
            open_store(path, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_is_there_can_be_looked_at(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.ensure_schema()
    with open_store(tmp_path / "store", create=False) as again:
        again.check_schema()
