"""An external Neo4j, version 5 or later, at an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import platformdirs
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import ConfigurationError, CypherSyntaxError

from graph.driver import first_line, translated
from graph.engines import Access
from graph.errors import BadLocation, QueryRefused, StoreError, Unreachable

# What a server says it is: `Neo4j/5.26.30`. Others that speak its protocol add that they are compatible.
_NEO4J = re.compile(r"Neo4j/(\d+)\.(?!.*compatible)")
_OLDEST = 5
# Seconds for a connection to be made and greeted. Whoever speaks another protocol lets the greeting wait.
_GREETING = 15

_PLAN = "EXPLAIN "
_POSITION = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")

# What outsiders may call. Many other procedures count as reading too: some fetch files or addresses.
_PROCEDURE = re.compile(
    r"db\.(labels|relationshipTypes|propertyKeys|schema\.\w+|index\.(fulltext|vector)\.query\w+)\("
)
# Steps of a plan that read no graph but files, addresses, or what the server is doing.
_FORBIDDEN = re.compile(r"(LoadCSV|Show|Terminate|AdministrationCommand)")


class Neo4j:
    """A Neo4j at `address`; see `graph.engines.Engine`.

    Its community edition knows no users who only read, so a question is planned before it is run, and its
    plan looked through. What changes the graph the server refuses itself, in a session that says it reads.
    """

    database: str | None = None
    megabytes: int | None = None

    def __init__(self, address: str, login: tuple[str, str] | None) -> None:
        self.location = address
        try:
            self.writer: Driver = GraphDatabase.driver(
                address,
                auth=login,
                connection_timeout=10,
                connection_acquisition_timeout=_GREETING,
                notifications_min_severity="OFF",
            )
        except (ConfigurationError, ValueError) as error:
            raise BadLocation("address_unknown", location=address) from error
        self.reader: Driver = self.writer
        try:
            self._greet()
        except BaseException:
            self.writer.close()
            raise

    def _greet(self) -> None:
        try:
            with translated(self.location):
                self.writer.verify_connectivity()
                agent = self.writer.get_server_info().agent
        except Unreachable as error:
            raise Unreachable("unreachable", location=self.location) from error
        version = _NEO4J.match(agent)
        if version is None or int(version[1]) < _OLDEST:
            raise StoreError("engine_unsupported", location=self.location, found=agent)

    def originals(self, database_id: str) -> Path:
        """Return the folder for the originals: the user's own, since a database keeps no files."""
        return platformdirs.user_data_path("zegsman", appauthor=False) / "originals" / database_id

    def create_fulltext(self, label: str, name: str) -> None:
        """Make the full-text index `Label[name]`, if it is not there yet."""
        query = f"CREATE FULLTEXT INDEX `{label}[{name}]` IF NOT EXISTS FOR (n:{label}) ON EACH [n.{name}]"
        with translated(self.location), self.writer.session() as session:
            session.execute_write(lambda transaction: transaction.run(query).consume())

    def check(self, query: str, params: dict[str, object]) -> None:
        """Raise QueryRefused if `query` would do more than read the graph."""
        for step, details in _steps(self._plan(query, params)):
            if _FORBIDDEN.match(step):
                raise QueryRefused("query_forbidden", what=step)
            if step == "ProcedureCall" and not _PROCEDURE.match(details):
                raise QueryRefused("query_forbidden", what=details.partition("(")[0])

    def _plan(self, query: str, params: dict[str, object]) -> Any:
        with (
            self.reader.session(default_access_mode=neo4j.READ_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            try:
                return transaction.run(f"{_PLAN}{query}", params).consume().plan
            except CypherSyntaxError as error:
                raise QueryRefused("query_wrong", reason=_moved(first_line(error.message))) from error

    def end_query(self) -> None:
        """Leave it to the server, which ends a transaction when its time is over."""

    def restore(self, failed: Driver) -> None:
        """See that the server is there again; its driver makes the connections itself."""
        with translated(self.location):
            failed.verify_connectivity()

    def access(self) -> Access | None:
        """Return None: a login of theirs is the owner's to give."""
        return None

    def close(self) -> None:
        """Close the connection."""
        self.writer.close()


def _moved(reason: str) -> str:
    """Return what is wrong with a query, where it stands without the word that asks for a plan."""

    def back(match: re.Match[str]) -> str:
        line, column, offset = (int(number) for number in match.groups())
        shift = len(_PLAN)
        return f"(line {line}, column {column - shift if line == 1 else column} (offset: {offset - shift}))"

    return _POSITION.sub(back, reason)


def _steps(plan: Any) -> Iterator[tuple[str, str]]:
    """Yield the name and details of every step of a plan."""
    yield plan["operatorType"].partition("@")[0], plan["args"].get("Details") or ""
    for child in plan.get("children", ()):
        yield from _steps(child)
