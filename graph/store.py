"""A store: where the graph is kept, on whichever engine, and what may be done with it.

`open_store` takes a folder (the embedded engine) or the address of a Neo4j. What is written fits the model
of `schema/graph.toml`, goes in as whole transactions, and only by the one who holds the lease.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Protocol

from neo4j import ManagedTransaction

from graph import cypher, model, queries
from graph.connection import Connection, rows
from graph.engines import Access, Engine, folder
from graph.errors import BadLocation, Busy, LeaseLost, SchemaMismatch, Unfinished
from graph.lease import Lease
from graph.model import Changes, ModelError
from graph.originals import Originals
from graph.question import Answer, ask

__all__ = ["Access", "Answer", "Read", "Store", "open_store"]

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_BOLT = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?", re.IGNORECASE)

# Seconds to wait for somebody else to finish writing: a large ingest takes minutes.
WAIT = 600.0


class Read(Protocol):
    """A query with its parameters, to the rows it returns as plain Python values."""

    def __call__(self, query: str, /, **params: Any) -> list[dict[str, Any]]:
        """Return the rows of `query`."""


def open_store(location: str | Path, login: tuple[str, str] | None = None, *, create: bool = True) -> Store:
    """Open the store at `location`: the path of a folder, or the address of a Neo4j with its `login`.

    A folder that does not exist is made, unless `create` is False: BadLocation then. Raises the errors
    of `graph.errors`.
    """
    address = _ADDRESS.match(str(location))
    if address is None:
        path = Path(location)
        if not create and not folder.is_store(path.expanduser()):
            raise BadLocation("store_absent", location=location)
        from graph.engines.arcadedb import ArcadeDB

        return Store(ArcadeDB(path))
    if not _BOLT.fullmatch(address[1]):
        raise BadLocation("address_unknown", location=location)
    from graph.engines.neo4j import Neo4j

    return Store(Neo4j(str(location), login))


class Store:
    """An open store. A context manager; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._connection = Connection(engine)
        self._lease: Lease | None = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def location(self) -> str:
        """The path or address it was opened with."""
        return self.engine.location

    @cached_property
    def originals(self) -> Originals:
        """The originals of its articles. SchemaMismatch if the store has not been set up."""
        self.check_schema(unfinished=True)
        return Originals(self.engine.originals(self._meta()["database_id"]))

    def ensure_schema(self, *, unfinished: bool = False) -> None:
        """Set the store up if it is new. SchemaMismatch if it was made for another version of the model.

        Unfinished if a dump was not wholly restored into it, unless that is allowed here.
        """
        if not self._has_schema(unfinished):
            for statement in cypher.schema():
                self._run(statement)
            for label, name in cypher.fulltext():
                self.engine.create_fulltext(label, name)
            facts = {"schema_version": model.load().version, "database_id": uuid.uuid4().hex}
            # Last, so that a store that says it has been set up has been.
            self._run(queries.text("store/create_meta"), **facts)

    def _run(self, statement: str, **params: Any) -> None:
        self._connection.transact(lambda transaction: rows(transaction, statement, params))

    def check_schema(self, *, unfinished: bool = False) -> None:
        """Raise SchemaMismatch unless the store was set up for this version of the model.

        Unfinished if a dump was not wholly restored into it, unless that is allowed here.
        """
        if not self._has_schema(unfinished):
            raise SchemaMismatch("schema_missing", location=self.location)

    def _has_schema(self, unfinished: bool) -> bool:
        meta = self._meta()
        if meta.get("restoring") and not unfinished:
            raise Unfinished("restore_unfinished", location=self.location, since=meta["restoring"])
        found, expected = meta.get("schema_version"), model.load().version
        if found is not None and found != expected:
            code = "schema_newer" if found > expected else "schema_older"
            raise SchemaMismatch(code, location=self.location, found=found, expected=expected)
        return found is not None

    def _meta(self) -> dict[str, Any]:
        found = self._connection.read(queries.text("store/meta"), {})
        return found[0] if found else {}

    @contextmanager
    def lease(
        self, purpose: str, wait: float = WAIT, waiting: Callable[[Busy], object] | None = None
    ) -> Iterator[None]:
        """Hold the right to write, for `purpose`, which others who wait are told.

        Busy is raised if somebody else still holds it after `wait` seconds; `waiting` is called with that
        error as soon as there is somebody to wait for. Within a lease of the same thread this does nothing.
        """
        if self._lease and self._lease.is_mine():
            yield
            return
        with Lease(self._connection, purpose, wait, waiting) as lease:
            self._lease = lease
            try:
                yield
            finally:
                self._lease = None

    def write(self, batches: Iterable[Changes]) -> None:
        """Write each of `batches` in a transaction of its own, which succeeds whole or not at all.

        LeaseLost if the lease is not held; ModelError if a row does not fit the model.
        """
        for changes in batches:
            model.check(changes)
            self._held().transact(partial(_carry_out, changes))

    def publish(self, changes: Changes, then: Callable[[Read], Changes]) -> None:
        """Write `changes` and what `then` makes of the store as it is with them, in one transaction.

        `then` may be called again, when the transaction has to be.
        """
        model.check(changes)

        def work(transaction: ManagedTransaction) -> None:
            _carry_out(changes, transaction)
            more = then(lambda query, /, **params: rows(transaction, query, params))
            model.check(more)
            _carry_out(more, transaction)

        self._held().transact(work)

    def _held(self) -> Lease:
        if self._lease is None:
            raise LeaseLost("lease_not_held")
        return self._lease

    def read(self, query: str, /, **params: Any) -> list[dict[str, Any]]:
        """Return the rows of a query of our own that only reads, as plain Python values."""
        return self._connection.read(query, params)

    def ask(
        self,
        query: str,
        params: Mapping[str, Any] | None = None,
        *,
        seconds: float = 30.0,
        limit: int = 10_000,
    ) -> Answer:
        """Return the answer to an outsider's query, at most `limit` rows.

        QueryRefused if it is wrong or would do more than read; QueryStopped if it takes longer than
        `seconds`, or more memory than the engine may use.
        """
        return ask(self.engine, query, params or {}, seconds, limit)

    def reader_access(self) -> Access | None:
        """Return how any Bolt client can read this store and do nothing else, None on an external Neo4j."""
        return self.engine.access()

    def close(self) -> None:
        """Close the connections; the embedded engine ends when nobody uses it any more."""
        self.engine.close()


def _carry_out(changes: Changes, transaction: ManagedTransaction) -> None:
    for query, params in cypher.statements(changes):
        written = rows(transaction, query, params)
        if written and written[0]["written"] != len(params["rows"]):
            missing = len(params["rows"]) - written[0]["written"]
            raise ModelError(f"{missing} relationships lack a node they run between: {query}")
