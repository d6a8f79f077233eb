"""The Cypher that stands in `schema/queries/`, by name."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def text(name: str) -> str:
    """Return the text of the query `name`, such as `reuse` or `store/meta`. KeyError if there is none."""
    file = resources.files("schema").joinpath("queries").joinpath(f"{name}.cypher")
    if not file.is_file():
        raise KeyError(name)
    return file.read_text("utf-8")
