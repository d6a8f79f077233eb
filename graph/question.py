"""An outsider's query: it can only read, ends in time, and returns no more than was asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from neo4j import READ_ACCESS

from graph.driver import plain, translated
from graph.engines import Engine
from graph.errors import QueryRefused, QueryStopped, Unreachable

# Seconds by which the watchdog outside the engine waits longer than the engine's own limit.
_GRACE = 1.0


@dataclass(frozen=True)
class Answer:
    """The answer to a question: column names, rows by column name, and whether rows were left out.

    The embedded engine does not say what the columns of no rows are: `columns` is then empty.
    """

    columns: list[str]
    rows: list[dict[str, Any]]
    truncated: bool


def ask(engine: Engine, query: str, params: Mapping[str, Any], seconds: float, limit: int) -> Answer:
    """Return the answer to `query`, at most `limit` rows.

    QueryRefused if it is wrong or would do more than read; QueryStopped if it took longer than `seconds`,
    or more memory than the engine may use.
    """
    for _ in range(2):
        driver, watch = engine.reader, _Watchdog(engine, seconds)
        try:
            with watch, translated(engine.location, outsider=True):
                engine.check(query, dict(params))
                return _run(engine, query, params, seconds, limit)
        except (ValueError, TypeError, OverflowError) as error:  # a value that cannot be sent
            raise QueryRefused("query_wrong", reason=str(error)) from error
        except QueryStopped as error:
            raise QueryStopped("query_stopped", seconds=f"{seconds:g}") from error
        except Unreachable as error:
            if watch.ended:
                raise QueryStopped("query_stopped", seconds=f"{seconds:g}") from error
            # The engine went down under this question or under somebody else's. A second time tells.
            engine.restore(driver)
    raise QueryStopped("query_too_large", megabytes=engine.megabytes)


def _run(engine: Engine, query: str, params: Mapping[str, Any], seconds: float, limit: int) -> Answer:
    with (
        engine.reader.session(database=engine.database, default_access_mode=READ_ACCESS) as session,
        session.begin_transaction(timeout=seconds) as transaction,
    ):
        result = transaction.run(query, dict(params))
        columns = list(result.keys())
        rows = [plain(dict(record.items())) for record in islice(result, limit)]
        return Answer(columns, rows, truncated=result.peek() is not None)


class _Watchdog:
    """Has the engine end a question that runs for longer than `seconds`, while it is open."""

    def __init__(self, engine: Engine, seconds: float) -> None:
        self.ended = False
        self._engine = engine
        self._timer = threading.Timer(seconds + _GRACE, self._end)
        self._timer.daemon = True

    def _end(self) -> None:
        self.ended = True
        self._engine.end_query()

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
