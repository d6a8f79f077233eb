from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import psutil
import pytest
from app_command import environment, process
from demo_store import Demo
from neo4j.exceptions import ClientError


@contextmanager
def started(*words: str | Path, **env: str) -> Iterator[subprocess.Popen[str]]:
    """Run the command until the test is done with it."""
    command = [sys.executable, "-m", "app.cli", *map(str, words)]
    with subprocess.Popen(
        command, env=environment(**env), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            yield running
        finally:
            if running.poll() is None:
                running.terminate()


def stopped(running: subprocess.Popen[str], how: signal.Signals) -> int:
    """Stop the command, and return its exit status once all it started has ended too."""
    children = psutil.Process(running.pid).children(recursive=True)
    running.send_signal(how)
    status = running.wait(60)
    _, alive = psutil.wait_procs(children, 30)
    assert not [child for child in alive if "streamlit" in " ".join(child.cmdline())]
    return status


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_serve_gives_a_login_that_reads_and_cannot_write(demo: Demo, how: signal.Signals) -> None:
    with started("serve", ZEGSMAN_STORE=str(demo.store)) as running:
        assert running.stdout
        url, user, password = (running.stdout.readline().split()[-1] for _ in range(3))
        assert url.startswith("bolt://127.0.0.1:")
        with neo4j.GraphDatabase.driver(url, auth=(user, password)) as driver, driver.session() as session:
            (row,) = session.run("MATCH (a:Article) RETURN count(*) AS n")
            assert row["n"] == 33
            with pytest.raises(ClientError):
                session.run("CREATE (n:Person {id: 'x'})").consume()
        assert stopped(running, how) == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_app_answers_on_this_machine_alone_until_it_is_stopped(
    demo: Demo,
    free_port: int,
    how: signal.Signals,
) -> None:
    with started("app", "--port", str(free_port), ZEGSMAN_STORE=str(demo.store)) as running:
        assert running.stdout
        url = re.search(r"http://\S+", running.stdout.readline())
        assert url and url[0] == f"http://127.0.0.1:{free_port}"
        with urllib.request.urlopen(f"{url[0]}/_stcore/health") as answer:
            assert answer.status == 200
        listening = {
            connection.laddr.ip
            for child in psutil.Process(running.pid).children(recursive=True)
            for connection in child.net_connections("inet")
            if connection.status == psutil.CONN_LISTEN
        }
        assert listening <= {"127.0.0.1"}
        assert stopped(running, how) == 0


def test_a_port_in_use_is_told_in_one_sentence(demo: Demo) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = process("app", "--port", str(port), ZEGSMAN_STORE=str(demo.store))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Port {port} is in use")
