"""The demo, run once for all tests that look at what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from app_command import run
from click.testing import Result

from graph.store import open_store


@dataclass(frozen=True)
class Demo:
    """What `zegsman demo` printed, and the store it made."""

    shown: Result
    store: Path

    def run(self, *words: str | Path, **settings: str) -> Result:
        """Run a command on the store."""
        return partial(run, ZEGSMAN_STORE=str(self.store))(*words, **settings)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    store = tmp_path_factory.mktemp("demo") / "store"
    shown = run("demo", "--store", store)
    with open_store(store):  # keeps its engine running between commands
        yield Demo(shown, store)
