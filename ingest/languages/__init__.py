"""Languages, each a folder: lexicons a linguist can edit, and rules that name themselves."""

from __future__ import annotations

import importlib
from types import ModuleType


def part(language: str, name: str) -> ModuleType:
    """Return one part of a language, such as its `punctuation`: the module of that name in its folder.

    Raises `ModuleNotFoundError` for a language that is not there.
    """
    return importlib.import_module(f"ingest.languages.{language}.{name}")
