"""What lies in the folder of an embedded store, and how its private files are written."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import BadLocation, StoreError

ENDPOINT = "endpoint.json"
CREDENTIALS = "credentials.json"
LOG = "host.log"
LOCK = "host.lock"
ENGINE = "arcadedb"
ORIGINALS = "originals"
DATABASE = "zegsman"

_MARKS = {ENDPOINT, CREDENTIALS, LOG, LOCK, ENGINE}


@dataclass(frozen=True)
class Endpoint:
    """Where a running host is reached: loopback ports, its process id, and the word that lets a client in."""

    bolt: int
    http: int
    control: int
    pid: int
    token: str


@dataclass(frozen=True)
class Credentials:
    """The passwords of the two users of the database: `root` writes, `reader` reads."""

    root: str
    reader: str


def is_store(folder: Path) -> bool:
    """Return whether a store has been made in this folder. BadLocation if it is a file."""
    if folder.exists() and not folder.is_dir():
        raise BadLocation("store_is_a_file", location=folder)
    return (folder / CREDENTIALS).exists() or (folder / ENGINE).exists()


def prepare(folder: Path) -> None:
    """Make the folder of a store, or see that it is one and can be written to; BadLocation if not."""
    if folder.exists() and not folder.is_dir():
        raise BadLocation("store_is_a_file", location=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadLocation("store_not_a_folder", location=folder, reason=error.strerror) from error
    try:
        found = {path.name for path in folder.iterdir()}
        if found and not found & _MARKS:
            raise BadLocation("store_not_ours", location=folder)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise BadLocation("store_not_writable", location=folder, reason=error.strerror) from error


def read_credentials(folder: Path) -> Credentials | None:
    """Return the passwords, or None if there are none yet. StoreError if the file is damaged."""
    path = folder / CREDENTIALS
    try:
        found = Credentials(**json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise StoreError("credentials_unreadable", path=path) from error
    # The engine takes no password shorter than 8 characters.
    if not all(isinstance(word, str) and len(word) >= 8 for word in (found.root, found.reader)):
        raise StoreError("credentials_unreadable", path=path)
    return found


def make_credentials(folder: Path) -> Credentials:
    """Return the passwords, made new if there are none; the engine's own list of users then goes."""
    if found := read_credentials(folder):
        return found
    # It knows only the passwords of its first start, and makes its users anew when the list is gone.
    (folder / ENGINE / "config" / "server-users.jsonl").unlink(missing_ok=True)
    made = Credentials(secrets.token_urlsafe(24), secrets.token_urlsafe(24))
    write_private(folder / CREDENTIALS, asdict(made))
    return made


def read_endpoint(folder: Path) -> Endpoint | None:
    """Return where the host says it is, or None if it says nothing that can be understood."""
    try:
        return Endpoint(**json.loads((folder / ENDPOINT).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write_private(path: Path, data: object) -> None:
    """Write `data` as JSON, whole or not at all, for the owner's eyes only (mkstemp makes files 0600)."""
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
