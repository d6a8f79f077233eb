"""A load that is killed at any moment is finished by running it again, on both engines."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from emptying import wipe

from graph import canonical
from graph.engines import folder
from graph.store import Store

LOADING = Path(__file__).with_name("loading.py")
KILLS = 2


def articles(path: Path) -> Path:
    """Write many small articles of our own, of which some share an address or a text."""
    chance = random.Random(7)
    names = ["Wiebe Terpstra", "Hilde Wouters", "Joost Vermaat"]
    with path.open("w") as file:
        for number in range(300):
            body = f"Kliniek {number % 7}"
            lines = [
                f"{chance.choice(names)}, {chance.choice(['bakker', 'arts'])} van {body}: Zin {n}."
                for n in range(8)
            ]
            record = {
                "url": f"https://krant{number % 5}.example/{number // 2}",
                "publisher": f"Krant {number % 5}",
                "text": "\n".join([*lines, f"Bron: Over zin {number % 11}"]),
            }
            file.write(json.dumps(record) + "\n")
    return path


def start(store: Store, path: Path, login: tuple[str, str] | None) -> subprocess.Popen[str]:
    command = [sys.executable, str(LOADING), str(path), store.location, *(login or ())]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def test_a_killed_load_is_finished_by_running_it_again(
    store: Store, tmp_path: Path, own_folders: Path, request: pytest.FixtureRequest
) -> None:
    login = None if store.reader_access() else request.getfixturevalue("neo4j_server").login
    path = articles(tmp_path / "articles.jsonl")
    assert start(store, path, login).wait() == 0
    undisturbed = list(canonical.lines(store))
    assert len(undisturbed) > 5_000
    chance = random.Random(int.from_bytes(os.urandom(4)))
    for number in range(KILLS):
        wipe(store)
        store.ensure_schema()
        process = start(store, path, login)
        assert process.stdout is not None
        # It says so when an article is in. While it waits to be heard, it is amid one of the next batches.
        for _ in range(chance.randint(0, 250)):
            process.stdout.readline()
        process.kill()
        process.communicate()
        if login is None and number % 2 == 0:
            kill_engine(Path(store.location))
        finishing = start(store, path, login)
        finishing.communicate()
        assert finishing.returncode == 0
        assert list(canonical.lines(store)) == undisturbed


def kill_engine(location: Path) -> None:
    """Kill the embedded engine and its host, as when the power fails."""
    endpoint = folder.read_endpoint(location)
    assert endpoint is not None
    host = psutil.Process(endpoint.pid)
    for process in [*host.children(recursive=True), host]:
        process.kill()
