"""What differs between graph engines: one file each, and nothing of it anywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from neo4j import Driver


class Engine(Protocol):
    """One engine, opened on one store.

    `location` is the path or address it was opened with, `database` the name to give to a session
    (None means the server's own default).
    """

    location: str
    database: str | None

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
        """Raise QueryRefused if an outsider's query would do more than read, as far as `reader` leaves that open."""

    def end_query(self) -> None:
        """End a question that ran out of time, where the engine does not do so itself."""

    def close(self) -> None:
        """Close both connections and let go of the engine."""
