"""The command as a user runs it: a process of its own, or, quicker, within this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from app.cli import zegsman

# What a user's machine may say, and a test must not depend on.
_UNSET = ("ZEGSMAN_STORE", "ZEGSMAN_AUTHORITY", "NEO4J_USERNAME", "NEO4J_PASSWORD", "COLUMNS")


def run(*words: str | Path, language: str = "en", input: str | bytes | None = None, **env: str) -> Result:
    """Run `zegsman WORDS` within this process."""
    settings = dict.fromkeys(_UNSET) | {"ZEGSMAN_LANGUAGE": language} | env
    result = CliRunner().invoke(zegsman, [str(word) for word in words], input=input, env=settings)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def environment(**env: str) -> dict[str, str]:
    """Return what a process of the command is to find in its environment."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    return kept | {"ZEGSMAN_LANGUAGE": "en", "PYTHONUNBUFFERED": "1"} | env


def process(*words: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `zegsman WORDS` in a process of its own, without a terminal."""
    command = [sys.executable, "-m", "app.cli", *map(str, words)]
    return subprocess.run(
        command, env=environment(**env), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120
    )
