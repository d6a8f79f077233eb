"""What tests share: stores on the embedded engine and on a real Neo4j, and a measure of work.

Nothing of a user's own is touched.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from emptying import wipe
from neo4j_server import Server, Unavailable, running

from graph.store import Store, open_store

Login = tuple[str, tuple[str, str]]


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """A running Neo4j; without Java or Maven its tests skip, unless ZEGSMAN_REQUIRE_NEO4J is set."""
    try:
        with running() as server:
            yield server
    except Unavailable as reason:
        if os.environ.get("ZEGSMAN_REQUIRE_NEO4J"):
            pytest.fail(f"the tests have to run on Neo4j too, and cannot: {reason}")
        pytest.skip(f"not run on Neo4j: {reason}")


@pytest.fixture
def neo4j_login(neo4j_server: Server, own_folders: Path) -> Login:
    """Address and login of an empty Neo4j that has never been a store."""
    with open_store(neo4j_server.address, neo4j_server.login) as store:
        wipe(store)
    return neo4j_server.address, neo4j_server.login


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for data, as a new and empty one."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[Store]:
    """A new store on the embedded engine, in a folder and with a host of its own."""
    with open_store(tmp_path / "store") as store:
        store.ensure_schema()
        yield store


@pytest.fixture(scope="session")
def _embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("embedded") / "store") as store:
        yield store


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store that has been set up, on each engine in turn."""
    if request.param == "neo4j":
        address, login = request.getfixturevalue("neo4j_login")
        with open_store(address, login) as opened:
            opened.ensure_schema()
            yield opened
    else:
        # One for the whole run, which takes the second that starting an engine costs once.
        opened = request.getfixturevalue("_embedded")
        wipe(opened)
        shutil.rmtree(Path(opened.location) / "originals", ignore_errors=True)
        opened.ensure_schema()
        yield opened


@pytest.fixture
def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def web_server() -> Iterator[int]:
    """The port of a server that speaks HTTP and nothing else."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.daemon_threads = True  # one that still waits for a request ends with the tests
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


_INGEST = str(Path(__file__).parents[1] / "ingest")


@pytest.fixture
def steps() -> Callable[[Callable[[], object]], int]:
    """Return what counts the lines of our own code that a call runs: its work, the same on every machine."""

    def count(call: Callable[[], object]) -> int:
        lines = 0

        def line(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal lines
            lines += event == "line"
            return line

        def called(frame: FrameType, event: str, _: Any) -> Any:
            return line if frame.f_code.co_filename.startswith(_INGEST) else None

        before = sys.gettrace()
        sys.settrace(called)
        try:
            call()
        finally:
            sys.settrace(before)
        return lines

    return count
