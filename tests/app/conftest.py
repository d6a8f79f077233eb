"""Stores that the pages look at."""

from pathlib import Path

import pytest
from demo_store import demo
from opened import pages
from stories import fill

__all__ = ["demo", "pages"]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the stories in it."""
    folder = tmp_path_factory.mktemp("pages") / "store"
    fill(folder)
    return folder
