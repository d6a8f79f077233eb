"""What can go wrong with a store, as one small tree.

    ZegsmanGraphError
    └── StoreError          the store cannot be used, or not in this way
        ├── BadLocation     the path or address is not one of a store
        ├── Unreachable     nobody answers, or no longer
        ├── BadLogin        the database refuses the user name or password
        ├── SchemaMismatch  the store was made for another version of the graph model
        ├── Unfinished      a dump was not wholly restored into the store
        ├── NotEmpty        a dump cannot be restored into a store that holds something
        ├── BadDump         a file is no dump, or not one that can be restored
        ├── BadPublishers   a user's list of publishers cannot be read
        ├── BadPack         a file is no evidence pack, or not as it was made
        ├── Busy            somebody else is writing
        ├── LeaseLost       the right to write went to somebody else, or was never held
        ├── QueryRefused    a query is wrong, or would do more than read
        ├── QueryStopped    a query took too much time or memory
        ├── OriginalLost    the original of an article is missing or damaged
        ├── NotFound        the store holds no such thing
        ├── DecisionRefused a decision cannot be made so
        └── Contradicted    a decision says the opposite of others together

Errors of drivers, sockets and files are wrapped into these once, where they arise. The sentences
stand in `schema/messages/`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


class ZegsmanGraphError(Exception):
    """Any failure that `graph` foresees."""


class StoreError(ZegsmanGraphError):
    """The store cannot be used, or not in this way.

    `code` names the sentence and `params` what stands in it, so that a caller can show it in the
    user's language; `str` gives it in English.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def message(self, language: str = "en") -> str:
        """Return the sentence that says what happened and what to do, in `language` (`en` or `nl`)."""
        return _sentences(language)[self.code].format_map(self.params)

    def __str__(self) -> str:
        return self.message()


class BadLocation(StoreError):
    """The path or address is not one where a store is or can be."""


class Unreachable(StoreError):
    """Nobody answers at the store's address, or no longer."""


class BadLogin(StoreError):
    """The database refuses the user name or password."""


class SchemaMismatch(StoreError):
    """The store was made for another version of the graph model, or for none yet."""


class Unfinished(StoreError):
    """A dump is being restored into the store, or that was stopped before its end."""


class NotEmpty(StoreError):
    """A dump cannot be restored into this store, which holds something already."""


class BadDump(StoreError):
    """A file is no dump, is damaged, or was made by a version whose dumps are not read."""


class BadPack(StoreError):
    """A file is no evidence pack, or something in it was changed, is missing or was added."""


class BadPublishers(StoreError):
    """A user's own list of publishers is not there, or says something that means nothing."""


class Busy(StoreError):
    """Somebody else is writing, and did not finish while we waited."""


class LeaseLost(StoreError):
    """The right to write went to somebody else, or was never held."""


class QueryRefused(StoreError):
    """A query is wrong, or would do more than read."""


class QueryStopped(StoreError):
    """A query took too much time or memory."""


class OriginalLost(StoreError):
    """The original of an article is missing or damaged."""


class NotFound(StoreError):
    """The store holds no person, article or other thing by this id."""


class DecisionRefused(StoreError):
    """A decision cannot be made so: nothing of the kind can be corrected, or it was withdrawn already."""


class Contradicted(DecisionRefused):
    """A decision says the opposite of what others come to; `params["chain"]` are these, in order."""


@cache
def _sentences(language: str) -> dict[str, str]:
    text = resources.files("schema").joinpath("messages").joinpath(f"{language}.toml").read_text("utf-8")
    return tomllib.loads(text)["errors"]
