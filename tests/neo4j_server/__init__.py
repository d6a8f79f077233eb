"""A real Neo4j for the tests: its jars by Maven, its kernel in a Java process of its own, on loopback.

`python tests/neo4j_server/__init__.py` starts one and prints its address and login, until its input ends.
"""

from __future__ import annotations

import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock

HERE = Path(__file__).parent
JARS = platformdirs.user_cache_path("zegsman-tests", appauthor=False) / "neo4j-5.26.30"
HEAP = "-Xmx600m"
OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")


class Unavailable(Exception):
    """There is no Neo4j to be had here; the message says what is missing."""


@dataclass(frozen=True)
class Server:
    """A running Neo4j: its address, and the login that may do everything."""

    address: str
    login: tuple[str, str]
    process: subprocess.Popen[str]


@contextmanager
def running() -> Iterator[Server]:
    """A Neo4j for as long as the block lasts. Unavailable without Java, Maven, or what it fetches."""
    jars = _jars()
    password = secrets.token_hex(12)
    with tempfile.TemporaryDirectory(prefix="zegsman-neo4j-") as home:
        port = _free_port()
        opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENS]
        command = ["java", HEAP, *opens, "-cp", f"{jars}/*", str(HERE / "Server.java")]
        with (Path(home) / "log").open("w") as log:
            process = subprocess.Popen(
                [*command, home, str(port), password],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,  # a Ctrl-C ends the tests, and they end the server
            )
        try:
            while (line := process.stdout.readline()).strip() != "ready":
                if not line:
                    raise Unavailable((Path(home) / "log").read_text()[-2000:])
            yield Server(f"bolt://127.0.0.1:{port}", ("neo4j", password), process)
        finally:
            process.kill()  # nothing of it is kept
            process.wait()


def _jars() -> Path:
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            raise Unavailable(f"{program} is not installed")
    JARS.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{JARS}.lock"):
        if not JARS.exists():
            part = JARS.with_suffix(".part")
            command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies"]
            done = subprocess.run(
                [*command, "-DincludeScope=runtime", f"-DoutputDirectory={part}"],
                capture_output=True,
                text=True,
                timeout=900,
            )
            if done.returncode != 0:
                raise Unavailable(f"Maven could not fetch Neo4j: {(done.stdout + done.stderr)[-2000:]}")
            part.rename(JARS)
    return JARS


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    with running() as server:
        print(server.address, *server.login, flush=True)
        sys.stdin.read()
