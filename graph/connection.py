"""Managed transactions over one engine, tried again where trying again is right.

What runs here may run twice: when a commit's answer is lost with the connection, nobody knows whether it
was done. Our writes merge by id and set what they mean, so doing them again changes nothing.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

from neo4j import GraphDatabase, ManagedTransaction
from neo4j.exceptions import ConstraintError, DriverError

from graph.driver import LOST, plain, translated
from graph.engines import Engine

T = TypeVar("T")
Rows = list[dict[str, Any]]

# Two clients that merge the same new node collide, and one more try nearly always settles it. A restart
# of the embedded engine ends every connection at once, and a second one may follow on it.
_ATTEMPTS = 5


class Connection:
    """The program's own way into a store: transactions that succeed whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._bookmarks = GraphDatabase.bookmark_manager()  # a read sees what this program wrote before

    def read(self, query: str, params: dict[str, Any]) -> Rows:
        """Return the rows of a query that only reads, as plain Python values."""
        return self._managed("execute_read", lambda transaction: rows(transaction, query, params))

    def transact(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Do `work` in one transaction and return what it returns; when it raises, nothing is written."""
        return self._managed("execute_write", work)

    def _managed(self, mode: str, work: Callable[[ManagedTransaction], T]) -> T:
        with translated(self.engine.location):
            for _ in range(_ATTEMPTS - 1):
                driver = self.engine.writer
                try:
                    return self._once(mode, work)
                except ConstraintError:
                    time.sleep(random.uniform(0.01, 0.1))
                except LOST:
                    self.engine.restore(driver)
                except DriverError:
                    if driver is self.engine.writer:  # else it was closed because another thread restored it
                        raise
            return self._once(mode, work)

    def _once(self, mode: str, work: Callable[[ManagedTransaction], T]) -> T:
        engine = self.engine
        with engine.writer.session(database=engine.database, bookmark_manager=self._bookmarks) as session:
            result: T = getattr(session, mode)(work)
            return result


def rows(transaction: ManagedTransaction, query: str, params: dict[str, Any]) -> Rows:
    """Return the rows of a query run in `transaction`, as plain Python values."""
    return [plain(dict(record.items())) for record in transaction.run(query, params)]
