"""The embedded engine, ArcadeDB: joined through its host, spoken to over Bolt like any other."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
from pathlib import Path

import neo4j
from neo4j import Driver, GraphDatabase

from graph.engines import Access, embedded
from graph.engines import folder as store
from graph.engines.host import memory_cap
from graph.errors import QueryRefused, StoreError, Unreachable

# Seconds until a host that gives no sign is given up: it is ready in 1, and a slow disk may need many.
_START = 60.0
_PAUSE = 0.05

_FORBIDDEN = re.compile(r"(?:\s|//.*|/\*[\s\S]*?\*/)*(SHOW|TERMINATE|PROFILE|EXPLAIN)\b", re.IGNORECASE)


class ArcadeDB:
    """The embedded engine, opened on the store in `folder`; see `graph.engines.Engine`."""

    database: str | None = store.DATABASE

    def __init__(self, folder: Path) -> None:
        self._folder = folder.expanduser().resolve()
        self.location = str(folder)
        self.megabytes: int | None = memory_cap()
        store.prepare(self._folder)
        store.read_credentials(self._folder)  # damaged ones are told before anything starts
        self._lock = threading.Lock()
        self._connect()

    def _connect(self) -> None:
        self._control, self._endpoint = _join(self._folder)
        credentials = store.read_credentials(self._folder)
        if credentials is None:
            raise StoreError("credentials_unreadable", path=self._folder / store.CREDENTIALS)
        self._root = credentials.root
        self._access = Access(f"bolt://127.0.0.1:{self._endpoint.bolt}", "reader", credentials.reader)
        self.writer: Driver = _driver(self._access.url, ("root", credentials.root))
        self.reader: Driver = _driver(self._access.url, ("reader", credentials.reader))

    def originals(self, database_id: str) -> Path:
        """Return the folder in which the originals are kept: inside the store itself."""
        return self._folder / store.ORIGINALS

    def create_fulltext(self, label: str, name: str) -> None:
        """Make the full-text index `Label[name]`, which the engine's Cypher cannot, by its SQL."""
        for sql in (
            f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS",
            f"CREATE PROPERTY `{label}`.`{name}` IF NOT EXISTS STRING",
            f"CREATE INDEX IF NOT EXISTS ON `{label}` (`{name}`) FULL_TEXT",
        ):
            try:
                embedded.command(
                    self._endpoint.http, f"command/{self.database}", self._root, language="sql", command=sql
                )
            except urllib.error.HTTPError as error:
                reason = error.read().decode("utf-8", "replace")
                # The engine looks first and makes then: of several who set up one store, one makes it.
                if "already exists" not in reason:
                    raise StoreError("query_failed", reason=reason) from error
            except OSError as error:
                raise Unreachable("connection_lost", location=self.location) from error

    def check(self, query: str, params: dict[str, object]) -> None:
        """Leave most to the engine, whose user `reader` may neither write nor load files.

        What else may not be done stands at the start: to look at or end what others do, and to be shown a
        plan, with which the engine answers nothing where it should refuse.
        """
        if found := _FORBIDDEN.match(query):
            raise QueryRefused("query_forbidden", what=found[1].upper())

    def end_query(self) -> None:
        """End a question that ran out of time: the engine cannot, so its process is replaced."""
        with self._lock:
            self._control.sendall(b"restart\n")

    def restore(self, failed: Driver) -> None:
        """Wait until the engine runs again; where its host has gone too, join or start another."""
        with self._lock:
            if failed not in (self.writer, self.reader):
                return  # another thread was here before
            if not _is_ready(self._control):
                self._disconnect()
                self._connect()

    def access(self) -> Access:
        """Return the address and login with which any Bolt client can read and do nothing else."""
        return self._access

    def close(self) -> None:
        """Close both connections, and let the host go if nobody else uses it."""
        with self._lock:
            self._disconnect()

    def _disconnect(self) -> None:
        self.reader.close()
        self.writer.close()
        self._control.close()


def _driver(address: str, login: tuple[str, str]) -> Driver:
    return GraphDatabase.driver(
        address,
        auth=login,
        connection_timeout=10,
        # When the engine is gone its connections are made anew here, with what only we know: `restore`.
        max_transaction_retry_time=1,
        initial_retry_delay=0.05,
        liveness_check_timeout=0,  # the engine may have been restarted since a connection was used
        warn_notification_severity=neo4j.NotificationMinimumSeverity.OFF,
    )


def _join(folder: Path) -> tuple[socket.socket, store.Endpoint]:
    """Return the control connection of the store's host, started here if there is none."""
    started: subprocess.Popen[bytes] | None = None
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline:
        endpoint = store.read_endpoint(folder)
        if endpoint and (control := _knock(endpoint, deadline)):
            return control, endpoint
        if started is not None and started.poll():
            raise StoreError("host_failed", log=folder / store.LOG)
        if started is None or started.poll() == 0:  # 0: another host had the store, and has gone since
            started = _start(folder)
        time.sleep(_PAUSE)
    raise StoreError("host_slow", seconds=int(_START), log=folder / store.LOG)


def _knock(endpoint: store.Endpoint, deadline: float) -> socket.socket | None:
    """Return the connection once the host says it is ready; None if nobody, or somebody else, is there."""
    try:
        control = socket.create_connection(("127.0.0.1", endpoint.control), timeout=5)
    except OSError:
        return None
    with contextlib.suppress(OSError):
        control.sendall(f"{endpoint.token}\n".encode())
        control.settimeout(max(1.0, deadline - time.monotonic()))
        if control.recv(64) == b"ready\n":
            return control
    control.close()
    return None


def _is_ready(control: socket.socket) -> bool:
    """Return whether the host at the other end is alive, once its engine runs."""
    try:
        control.sendall(b"ready\n")
        return control.recv(64) == b"ready\n"
    except OSError:
        return False


def _start(folder: Path) -> subprocess.Popen[bytes]:
    """Start a host that a Ctrl-C in this terminal does not reach, and that may outlive us."""
    handle = os.open(folder / store.LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "graph.engines.host", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    threading.Thread(target=process.wait, daemon=True).start()  # leaves no zombie, however long we live
    return process
