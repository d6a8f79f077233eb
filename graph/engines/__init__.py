"""What differs between graph engines: one file each, and nothing of it anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from neo4j import Driver


@dataclass(frozen=True)
class Access:
    """How a Bolt client reaches a store: address, user name and password."""

    url: str
    user: str
    password: str


class Engine(Protocol):
    """One engine, opened on one store.

    `location` is the path or address it was opened with, `database` the name to give to a session
    (None means the server's own default), `megabytes` the memory it may use (None: its own affair).
    """

    location: str
    database: str | None
    megabytes: int | None

    @property
    def writer(self) -> Driver:
        """The connection of the program itself, which may write."""

    @property
    def reader(self) -> Driver:
        """The connection for questions of outsiders; on an engine that knows roles it cannot write."""

    def originals(self, database_id: str) -> Path:
        """Return the folder in which the originals of the store with this id are kept."""

    def create_fulltext(self, label: str, name: str) -> None:
        """Make the full-text index `Label[name]`, if it is not there yet."""

    def check(self, query: str, params: dict[str, object]) -> None:
        """Raise QueryRefused if an outsider's query would do more than read and `reader` would let it."""

    def end_query(self) -> None:
        """End a question that ran out of time, where the engine does not do so itself."""

    def restore(self, failed: Driver) -> None:
        """Make the connections anew after `failed` lost its own; Unreachable if that cannot be done."""

    def access(self) -> Access | None:
        """Return how any Bolt client can read here and do nothing else; None where we cannot promise that."""

    def close(self) -> None:
        """Close both connections and let go of the engine."""
