"""The right to write: one holder at a time, in all processes and on all machines that use the store.

The holder gives a sign of life every few seconds. It loses the right when its process has died on this
machine, or when no sign came for `PATIENCE` seconds. Every transaction that writes asks first whether the
right is still there, inside itself, so that two writers never mix, whatever their clocks say.
"""

from __future__ import annotations

import contextlib
import secrets
import socket
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

import psutil
from neo4j import ManagedTransaction

from graph import queries
from graph.connection import Connection, rows
from graph.errors import Busy, LeaseLost, StoreError

# Seconds without a sign of life after which a holder elsewhere counts as dead. A large build is published
# in one transaction, during which no sign can be seen: a million rows take about a minute.
PATIENCE = 120.0
BEAT = 10.0
_POLL = 0.25

# Two starts of a process further apart than this are two processes with one number.
_SAME_START = 2.0


class Lease:
    """The right to write, as a context manager: taken on entering, kept alive, let go on leaving.

    `wait` is how many seconds to wait for another holder; `Busy` is raised after that. `waiting` is told
    of each holder waited for, once.
    """

    def __init__(
        self,
        connection: Connection,
        purpose: str,
        wait: float,
        waiting: Callable[[Busy], object] | None = None,
    ) -> None:
        self._thread = threading.get_ident()
        self._connection = connection
        self._purpose = purpose
        self._wait = wait
        self._waiting = waiting
        self._holder = secrets.token_hex(16)
        self._over = threading.Event()
        self._writing = threading.Lock()
        self._pulse = threading.Thread(target=self._beat, daemon=True, name="zegsman lease")

    def __enter__(self) -> Lease:
        deadline = time.monotonic() + self._wait
        told = None
        while not self._take():
            found = self._other()
            if found is None:
                continue
            holder, busy = found
            if time.monotonic() >= deadline:
                raise busy
            if self._waiting and holder != told:
                self._waiting(busy)
                told = holder
            time.sleep(_POLL)
        self._pulse.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._pulse.join()
        # What went wrong before is what the caller has to hear; a lease not let go of ends with its process.
        with contextlib.suppress(StoreError) if error else contextlib.nullcontext():
            self._run("store/leave_lease", holder=self._holder)

    def is_mine(self) -> bool:
        """Return whether the thread that asks is the one that took the lease."""
        return self._thread == threading.get_ident()

    def transact(self, work: Callable[[ManagedTransaction], Any]) -> None:
        """Do `work` in one transaction that fails with LeaseLost if the right to write has gone."""

        def guarded(transaction: ManagedTransaction) -> None:
            self._keep(transaction)
            work(transaction)
            self._keep(transaction)  # so that a long transaction ends with a fresh sign of life

        with self._writing:  # the two of us would otherwise collide on the lease itself
            self._connection.transact(guarded)

    def _keep(self, transaction: ManagedTransaction) -> None:
        if not rows(transaction, queries.text("store/keep_lease"), {"holder": self._holder}):
            raise LeaseLost("lease_lost", location=self._connection.engine.location, seconds=int(PATIENCE))

    def _beat(self) -> None:
        while not self._over.wait(BEAT):
            # Whoever writes next hears of it if the store cannot be reached, or the lease is gone.
            with self._writing, contextlib.suppress(StoreError):
                self._connection.transact(self._keep)

    def _take(self) -> bool:
        """Return whether the right to write is ours now."""
        found = self._connection.read(queries.text("store/lease_holder"), {"patience": PATIENCE})
        dead = found[0]["holder"] if found and (found[0]["silent"] or _has_died(found[0])) else None
        if found and dead is None:
            return False  # only looked at: writing to it would disturb the holder's own transaction
        process = psutil.Process()
        taken = self._run(
            "store/take_lease",
            holder=self._holder,
            dead=dead,
            host=socket.gethostname(),
            pid=process.pid,
            started=process.create_time(),
            purpose=self._purpose,
            since=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        return bool(taken)

    def _other(self) -> tuple[str, Busy] | None:
        """Return who holds the lease and the error that says so, None if nobody does any more."""
        found = self._connection.read(queries.text("store/lease_holder"), {"patience": PATIENCE})
        if not found:
            return None
        said = {name: found[0][name] for name in ("purpose", "pid", "host", "since")}
        return found[0]["holder"], Busy("busy", location=self._connection.engine.location, **said)

    def _run(self, name: str, **params: Any) -> list[dict[str, Any]]:
        return self._connection.transact(lambda transaction: rows(transaction, queries.text(name), params))


def _has_died(row: dict[str, Any]) -> bool:
    """Return whether a holder was a process of this machine that is no more."""
    if row["host"] != socket.gethostname():
        return False
    try:
        started = psutil.Process(row["pid"]).create_time()
    except psutil.NoSuchProcess:
        return True
    return abs(started - row["started"]) > _SAME_START
