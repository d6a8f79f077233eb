"""The host of an embedded store: `python -m graph.engines.host STORE_DIR`.

Only one process can have the engine's files open. So whoever opens a store first starts this
supervisor, and everybody talks to the engine it keeps as its child. It imports no engine itself, and
restarts its child when that dies, needs too much memory, or has to be stopped in the middle of a query.

A client keeps one connection to the control port open for as long as it uses the store. It sends the
token of `endpoint.json` and hears `ready` once the engine runs; later it may ask `ready` and hear it again.
On `restart` the engine is replaced, to which there is no answer. The connection's end is the client's, even
when it is killed. The host goes when all clients have.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import sys
from dataclasses import asdict
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from graph.engines import folder as store

# Seconds the host waits for another client: commands run one after another then share one engine.
GRACE = 2.0
# Provisional: 270 MB were in use after merging 10,000 rows, and one greedy query reached 1.6 GB. What a
# large load needs has not been measured.
DEFAULT_MEGABYTES = 2048
MEMORY = "ZEGSMAN_HOST_MEMORY"
_TICK = 0.2
_ATTEMPTS = 3  # a child of a host that was killed may need a moment to let go of the files
_STOP = 10.0


def memory_cap() -> int:
    """Return how many megabytes the engine may use."""
    return int(os.environ.get(MEMORY) or DEFAULT_MEGABYTES)


class Host:
    """One running host: the engine, its clients, and when to go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.token = secrets.token_urlsafe(24)
        self.bolt, self.http = _free_ports(2)
        self.clients = 0
        self.empty_since = 0.0
        self.ready = asyncio.Event()
        self.ended = asyncio.Event()
        self.engine: asyncio.subprocess.Process | None = None

    async def run(self) -> None:
        """Serve until the last client has gone; the folder's lock is held by the caller."""
        server = await asyncio.start_server(self._client, "127.0.0.1", 0)
        control = server.sockets[0].getsockname()[1]
        self.endpoint = store.Endpoint(self.bolt, self.http, control, os.getpid(), self.token)
        self.empty_since = asyncio.get_running_loop().time() + 10  # the one who started us is on the way
        with contextlib.suppress(NotImplementedError):  # Windows has no such signals
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.ended.set)
        tasks = [asyncio.create_task(work()) for work in (self._keep_engine, self._watch)]
        ended = asyncio.create_task(self.ended.wait())
        done, _ = await asyncio.wait([*tasks, ended], return_when=asyncio.FIRST_COMPLETED)
        (self.folder / store.ENDPOINT).unlink(missing_ok=True)
        server.close()
        for task in (*tasks, ended):
            task.cancel()
        await self._stop_engine()
        for task in done:
            task.result()

    async def _keep_engine(self) -> None:
        failures = 0
        while failures < _ATTEMPTS:
            self.engine = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "graph.engines.embedded", str(self.folder)),
                *(str(number) for number in (self.bolt, self.http, memory_cap())),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            assert self.engine.stdout is not None
            if (await self.engine.stdout.readline()).strip() == b"ready":
                failures = 0
                self.ready.set()
            else:
                failures += 1
                await asyncio.sleep(_TICK)
            await self.engine.wait()
            self.ready.clear()
        raise RuntimeError("the engine does not start")

    async def _watch(self) -> None:
        clock = asyncio.get_running_loop().time
        while self.clients or clock() - self.empty_since < GRACE:
            if store.read_endpoint(self.folder) != self.endpoint:  # deleted, or left by one who was killed
                store.write_private(self.folder / store.ENDPOINT, asdict(self.endpoint))
            if self._resident() > memory_cap() * 1_000_000:
                print("the engine needs too much memory: restarted", file=sys.stderr, flush=True)
                self._kill_engine()
            await asyncio.sleep(_TICK)

    def _resident(self) -> int:
        try:
            return int(psutil.Process(self.engine.pid).memory_info().rss) if self.engine else 0
        except psutil.Error:
            return 0

    def _kill_engine(self) -> None:
        self.ready.clear()
        if self.engine is not None:
            with contextlib.suppress(ProcessLookupError):
                self.engine.kill()

    async def _stop_engine(self) -> None:
        if self.engine is None or self.engine.stdin is None:
            return
        with contextlib.suppress(OSError):
            self.engine.stdin.write(b"stop\n")
            self.engine.stdin.close()
        try:
            await asyncio.wait_for(self.engine.wait(), _STOP)
        except TimeoutError:
            self._kill_engine()
            await self.engine.wait()

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, ValueError, TimeoutError), contextlib.closing(writer):
            word = (await asyncio.wait_for(reader.readline(), 5)).decode("utf-8", "replace").strip()
            if not secrets.compare_digest(word.encode(), self.token.encode()):
                return
            self.clients += 1
            try:
                await self._serve(reader, writer)
            finally:
                self.clients -= 1
                self.empty_since = asyncio.get_running_loop().time()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = b"join"
        while line:
            if line.strip() == b"restart":
                self._kill_engine()
            else:
                await self.ready.wait()
                writer.write(b"ready\n")
                await writer.drain()
            line = await reader.readline()


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]


async def _run(folder: Path) -> None:
    await Host(folder).run()


def main(folder: Path) -> int:
    """Host the store; return 0 when done or when another host has it, and 1 when the engine failed."""
    try:
        with FileLock(folder / store.LOCK, timeout=GRACE):
            (folder / store.LOG).open("w").close()  # of this host alone: a log that only grows helps nobody
            store.make_credentials(folder)
            asyncio.run(_run(folder))
    except Timeout:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
