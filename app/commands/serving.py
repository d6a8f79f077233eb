"""What stays until Ctrl-C: `serve` for other programs, `app` for a browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import resources

import click

from app.failures import fail
from app.messages import Messages
from app.options import default_store, login, open_store, store_option

LOOPBACK = "127.0.0.1"

# Streamlit's own port, where people look for it; the next free one is taken when it is in use.
_PORT = 8501
_PORTS = 100

# Seconds the pages may take to open and to end: they open in 3 s here.
_OPENS = 60.0
_ENDS = 10.0

# Pages on this machine only, without a browser of Streamlit's own choice, and nothing sent to anybody.
_STREAMLIT = {
    "server.headless": "true",
    "server.address": LOOPBACK,
    "server.fileWatcherType": "none",
    "server.showEmailPrompt": "false",
    "logger.level": "warning",
    "browser.gatherUsageStats": "false",
    "browser.serverAddress": LOOPBACK,
    # No menu for developers, and the colour that links have (screens/style.css) for what is chosen.
    "client.toolbarMode": "viewer",
    "theme.light.primaryColor": "#0b57a4",
    "theme.dark.primaryColor": "#7db8f5",
}


@click.command(short_help="Let other programs read the graph over Bolt.")
@store_option
def serve(location: str | None) -> None:
    """Print the address of the store and a login that can only read, and serve until Ctrl-C.

    Any Bolt client can then ask questions in Cypher, also while articles are taken in.
    """
    say = Messages().text
    with closing(open_store(location)) as store, _until_stopped():
        access = store.reader_access()
        if access is None:
            click.echo(say("cli.serve_external", location=store.location))
            return
        click.echo(say("cli.serve", url=access.url, user=access.user, password=access.password))
        threading.Event().wait()


@click.command(short_help="Open the graph in a browser.")
@store_option
@click.option(
    "--port", type=click.IntRange(1, 65535), help=f"Port of the pages; otherwise {_PORT} or the next free."
)
def app(location: str | None, port: int | None) -> None:
    """Show the pages at an address of this machine, which no other can reach, until Ctrl-C."""
    where = location or default_store()
    show_pages(where, login(where), port)


def show_pages(location: str, access: tuple[str, str] | None, port: int | None = None) -> None:
    """Run the pages on the store at `location`, and return when they are stopped."""
    if port is None:
        port = next((number for number in range(_PORT, _PORT + _PORTS) if _is_free(number)), _PORT)
    if not _is_free(port):
        raise fail("port_taken", port=port)
    environment = {**os.environ, "ZEGSMAN_STORE": location}
    if access:
        environment["NEO4J_USERNAME"], environment["NEO4J_PASSWORD"] = access
    options = [f"--{name}={value}" for name, value in {**_STREAMLIT, "server.port": port}.items()]
    page = str(resources.files("app").joinpath("main.py"))
    command = [sys.executable, "-m", "streamlit", "run", page, *options]
    url = f"http://{LOOPBACK}:{port}"
    with _until_stopped(), _running(command, environment) as process:
        if not _opens(url, process):
            raise fail("app_failed", status=process.poll())
        click.echo(Messages().text("cli.app", url=url))
        if _has_screen():
            webbrowser.open(url)
        process.wait()


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process, and end it, by its number, on leaving."""
    # In a session of its own, so that Ctrl-C reaches it from here and once.
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_ENDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _opens(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Wait until the pages answer; False if their process ends before, or they take too long."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback needs no proxy
    deadline = time.monotonic() + _OPENS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with direct.open(f"{url}/_stcore/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


def _has_screen() -> bool:
    """Whether somebody sits at a terminal with a screen beside it, on which a browser can open."""
    drawn = (
        sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return sys.stdout.isatty() and bool(drawn)


def _is_free(port: int) -> bool:
    with socket.socket() as knock:
        if sys.platform != "win32":  # there it would let two share a port
            knock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            knock.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


@contextmanager
def _until_stopped() -> Iterator[None]:
    """Run until Ctrl-C or a request to end, which is how this is meant to end and no failure."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        click.echo(err=True)
    finally:
        signal.signal(signal.SIGTERM, before)
