"""The process of the embedded engine: `python -m graph.engines.embedded STORE_DIR BOLT HTTP MEGABYTES`.

Started by `graph.engines.host`. It writes `ready` to its output, and ends when its input does: cleanly
if the host said `stop` before, and at once if the host died. What was committed is safe either way.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from graph.engines import folder as store

_READER = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}}
_ADMIN = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
}
_NOBODY = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}}
_GROUPS = {"databases": {"*": {"groups": {"admin": _ADMIN, "reader": _READER, "*": _NOBODY}}}, "version": 2}

# Settings of the database, which the server's own do not reach. The server's `production` mode would set
# the first two as well, but hide from a client what is wrong with a query.
_SETTINGS = {
    "arcadedb.txWalFlush": "1",  # a commit is on disk when it returns; about 0.3 ms each
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
}

# The heap's share of the memory cap; the rest is for pages of the database and the engine's own code.
_HEAP_SHARE = 0.75


def run(folder: Path, bolt: int, http: int, megabytes: int) -> None:
    """Serve the store in `folder` on these loopback ports until the input ends."""
    host = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the engine prints goes to the log, and only our word to the host
    credentials = store.read_credentials(folder)
    assert credentials is not None, "the host makes the credentials first"
    server = _start(folder / store.ENGINE, credentials.root, bolt, http, int(megabytes * _HEAP_SHARE))
    server.create_database(store.DATABASE)
    for name, value in _SETTINGS.items():
        sql = f"ALTER DATABASE `{name}` {value}"
        command(http, f"command/{store.DATABASE}", credentials.root, language="sql", command=sql)
    _create_reader(http, credentials)
    print("ready", file=host, flush=True)
    if sys.stdin.readline().strip() != "stop":
        os._exit(1)
    server.stop()


def _start(home: Path, password: str, bolt: int, http: int, heap: int) -> Any:
    config = home / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "server-groups.json").write_text(json.dumps(_GROUPS), "utf-8")
    os.environ["ARCADEDB_LOG_DIR"] = str(home / "log")
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = f"-Xmx{heap}m"
    import arcadedb  # reads both variables when imported

    settings = {
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": bolt,
        "http_port": http,
    }
    server = arcadedb.create_server(str(home), password, config=settings)
    server.start()
    return server


def _create_reader(http: int, credentials: store.Credentials) -> None:
    user = {"name": "reader", "password": credentials.reader, "databases": {store.DATABASE: ["reader"]}}
    try:
        command(http, "server", credentials.root, command=f"create user {json.dumps(user)}")
    except urllib.error.HTTPError as error:
        if "already exists" not in error.read().decode("utf-8", "replace"):
            raise


def command(http: int, path: str, password: str, **body: str) -> Any:
    """Send a command of the engine's own HTTP interface, as root; HTTPError if it is refused."""
    login = base64.b64encode(f"root:{password}".encode()).decode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{http}/api/v1/{path}",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Basic {login}"},
    )
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback needs no proxy
    with direct.open(request, timeout=60) as answer:
        return json.load(answer)


if __name__ == "__main__":
    run(Path(sys.argv[1]), *(int(word) for word in sys.argv[2:5]))
