from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest
from app_command import environment, process, run

from app.cli import zegsman

HEAVY = ("spacy", "streamlit", "rdflib", "neo4j", "arcadedb", "trafilatura", "rich", "pyvis")
_PROBE = """
import json, sys
from app.cli import main
try:
    main()
finally:
    loaded = {name.split(".")[0] for name in sys.modules}
    print(json.dumps(sorted(loaded)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        *([name, "--help"] for name in zegsman.commands),
        ["nonsense"],
        ["ingest"],
        ["query"],
        ["reuse", "--json", "--csv"],
        ["export", "x", "--format", "nonsense"],
    ],
    ids=" ".join,
)
def test_help_and_mistakes_in_typing_load_nothing_large(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *words], capture_output=True, text=True, env=environment()
    )
    assert done.returncode == (0 if words[-1] in ("--help", "--version") else 2)
    assert "Traceback" not in done.stderr
    assert not set(HEAVY) & set(json.loads(done.stderr.splitlines()[-1]))


def test_every_command_says_in_help_what_it_is_for() -> None:
    listed = run("--help").stdout
    for name, command in zegsman.commands.items():
        assert name in listed
        assert command.get_short_help_str() in listed
        for parameter in command.params:
            assert isinstance(parameter, click.Argument) or parameter.help, f"{name} {parameter.name}"


def test_a_mistake_in_typing_ends_with_status_2_and_says_how_it_is_done() -> None:
    done = process("reuse", "--least", "many")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: zegsman reuse" in done.stderr
