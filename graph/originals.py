"""The originals of articles, kept once each under their SHA-256, as plain files."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from graph.errors import OriginalLost


class Originals:
    """A folder of originals: `ab/cdef...` holds the bytes whose SHA-256 is `abcdef...`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha: str) -> Path:
        """Return where the original with this SHA-256 (hexadecimal) is kept, whether or not it is there."""
        return self.folder / sha[:2] / sha[2:]

    def put(self, data: bytes) -> str:
        """Keep `data` and return its SHA-256.

        Once this returns, the bytes are on disk, whole: they are written beside their place and moved
        into it. What is there already is left alone.
        """
        sha = hashlib.sha256(data).hexdigest()
        path = self.path(sha)
        if path.exists():
            return sha
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".part-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(part).replace(path)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
        return sha

    def drop(self, sha: str) -> None:
        """Delete the original with this SHA-256, if it is there."""
        self.path(sha).unlink(missing_ok=True)

    def clear(self) -> None:
        """Delete every original."""
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def get(self, sha: str) -> bytes:
        """Return the bytes with this SHA-256. OriginalLost if they are not there, or no longer the same."""
        try:
            data = self.path(sha).read_bytes()
        except FileNotFoundError:
            raise OriginalLost("original_missing", sha=sha, folder=self.folder) from None
        if hashlib.sha256(data).hexdigest() != sha:
            raise OriginalLost("original_damaged", sha=sha, folder=self.folder)
        return data


def _sync_folder(folder: Path) -> None:
    """Put the names in `folder` on disk, where the system knows how (Windows does not)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
