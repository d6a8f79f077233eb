"""What can go wrong while reading, as three exceptions.

    IngestError
    ├── Refused             an input that cannot be read; what it is, and why
    └── ExtractionFailed    an article in which the program failed, or that ended the process reading it

`read` yields a `Refused` among the readings, so that one bad file does not end the rest.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, partial
from importlib import resources
from typing import Any


class IngestError(Exception):
    """Anything that went wrong in `ingest`."""


class Refused(IngestError):
    """An input that cannot be read.

    `source` names it as its user knows it (a path, `news.jsonl:17`, an address), `code` is the reason, a
    key of `[refused]` in `schema/messages`, and `params` what that sentence needs besides. As a string it
    is the English sentence.
    """

    def __init__(self, source: str, code: str, **params: Any) -> None:
        super().__init__(source, code, params)
        self.source = source
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[Any, ...]:
        """Let it be sent from one process to another, which calls for more than positional arguments."""
        return partial(Refused, self.source, self.code, **self.params), ()

    def __str__(self) -> str:
        params = dict(self.params)
        if "language" in params:
            params["language"] = _english()["languages"].get(params["language"], params["language"])
        return sentence("refused", self.code, {"source": self.source, **params})


class ExtractionFailed(IngestError):
    """The program failed in an article: a fault of the program, not of the article.

    `source` names the article, `reason` says what happened, `details` is the traceback where there is one.
    """

    def __init__(self, source: str, reason: str, details: str = "") -> None:
        super().__init__(source, reason, details)
        self.source = source
        self.reason = reason
        self.details = details

    def __str__(self) -> str:
        told = f"{self.source}: reading it failed ({self.reason})."
        return f"{told} This is a fault of the program; please report it."


def sentence(section: str, code: str, params: Mapping[str, Any]) -> str:
    """Return the English sentence for a code of `section` in `schema/messages`."""
    words: str = _english()[section][code]
    return words.format_map(params)


@cache
def _english() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("schema").joinpath("messages/en.toml").read_text("utf-8"))
