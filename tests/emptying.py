"""Emptying a store between tests, past all that guards it."""

from graph.store import Store


def wipe(store: Store) -> None:
    """Delete every node and relationship; constraints and indexes stay."""
    with store.engine.writer.session(database=store.engine.database) as session:
        session.execute_write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
