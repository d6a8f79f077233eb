"""Files that a command writes to or reads from, with `-` for the standard streams."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

import click

from app.failures import fail


@contextmanager
def whole(name: str) -> Iterator[BinaryIO]:
    """Yield a file to write to, which takes its name once all of it is written; `-` is standard output."""
    if name == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    try:
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise fail("not_writable", file=name, reason=error.strerror) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(part).chmod(0o666 & ~_umask())
        Path(part).replace(path)
    except OSError as error:
        raise fail("not_writable", file=name, reason=error.strerror) from error
    finally:
        Path(part).unlink(missing_ok=True)


@contextmanager
def readable(name: str) -> Iterator[BinaryIO]:
    """Yield a file to read from, wherever in it; what comes on standard input (`-`) is put on disk first."""
    if name == "-":
        with tempfile.TemporaryFile() as kept:
            shutil.copyfileobj(sys.stdin.buffer, kept)
            kept.seek(0)
            yield kept
        return
    try:
        file = os.fdopen(os.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0)), "rb")
    except OSError as error:
        raise fail("not_readable", file=name, reason=error.strerror) from error
    with file:
        yield file


def no_terminal(name: str, stream: TextIO) -> None:
    """Raise UsageError if what people cannot read would go to, or come from, their terminal."""
    if name == "-" and stream.isatty():
        raise click.UsageError("This is no text for a terminal: name a file, or a pipe for -.")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
