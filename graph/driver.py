"""The neo4j driver at its boundary: its errors in our words, its values as plain Python."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from neo4j import exceptions
from neo4j.graph import Node, Path, Relationship

from graph.errors import BadLogin, QueryRefused, QueryStopped, StoreError, Unreachable

# The connection has gone, with what was running on it.
LOST = (exceptions.ServiceUnavailable, exceptions.SessionExpired)

# What the servers say when they ended a query: both engines' codes, by what the codes contain.
_STOPPED = ("TransactionTimedOut", "Transaction.Terminated", "LockClientStopped", "MemoryPoolOutOfMemory")
_FORBIDDEN = ("Security.Forbidden", "AccessMode")


# Told to nobody unless a program asks for it: what matters becomes an error of ours.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@contextmanager
def translated(location: str, *, outsider: bool = False) -> Iterator[None]:
    """Raise errors of the driver as StoreError, once and here; of an `outsider`, the query is to blame."""
    try:
        yield
    except exceptions.AuthError as error:
        raise BadLogin("bad_login", location=location) from error
    except LOST as error:
        raise Unreachable("connection_lost", location=location) from error
    except exceptions.UnsupportedServerProduct as error:
        raise StoreError("engine_unsupported", location=location, found="another program") from error
    except exceptions.Neo4jError as error:
        raise _of_server(error, location, outsider) from error
    except exceptions.DriverError as error:
        raise StoreError("query_failed", reason=str(error)) from error


def _of_server(error: exceptions.Neo4jError, location: str, outsider: bool) -> StoreError:
    code, reason = error.code or "", first_line(error.message)
    if "Security.Auth" in code or "Security.Credentials" in code:
        return BadLogin("bad_login", location=location)
    if not outsider:
        return StoreError("query_failed", reason=reason)
    if any(name in code for name in _FORBIDDEN):
        return QueryRefused("query_writes", reason=reason)
    if any(name in code for name in _STOPPED):
        return QueryStopped("query_failed", reason=reason)
    return QueryRefused("query_wrong", reason=reason)


def first_line(message: str | None) -> str:
    """Return the first line of what a server says, which is the one that tells."""
    return (message or "no reason given").strip().split("\n")[0]


def plain(value: Any) -> Any:
    """Return a value of the driver as JSON knows values; nodes, relationships and paths as dictionaries."""
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        ends = [node.get("id") if node is not None else None for node in (value.start_node, value.end_node)]
        return {"type": value.type, "from": ends[0], "to": ends[1], "properties": plain(dict(value))}
    if isinstance(value, Path):
        return {"nodes": plain(list(value.nodes)), "relationships": plain(list(value.relationships))}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return value.iso_format() if hasattr(value, "iso_format") else str(value)
