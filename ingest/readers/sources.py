"""Finds the originals in what a user names: files, folders, standard input."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from ingest.errors import Refused
from ingest.extraction import Original

TEXT, MARKDOWN, HTML, JSON = "text/plain", "text/markdown", "text/html", "application/json"
MEDIA_TYPES = {
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": JSON,
    ".ndjson": JSON,
}
_SIDECAR = ".meta.json"
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
# The largest of 1,029 pages of a public test set for extraction is 4 MB; a novel as text is 1 MB.
_LARGEST_MB = 20
_LARGEST = _LARGEST_MB * 1_000_000
_LOOKS_LIKE_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)

OnPassOver = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Found:
    """An original, and what its user calls it: the path as given, with the line."""

    original: Original
    called: str


def find(path: str | Path, on_pass_over: OnPassOver) -> Iterator[Found | Refused]:
    """Yield the originals that a path names, one at a time: a folder's in order of name.

    `on_pass_over` is called with every file of a folder that is of no kind that is read.
    """
    called = str(path)
    if called == "-":
        yield from _standard_input(sys.stdin.buffer)
    elif _ADDRESS.match(called):
        yield Refused(called, "address")
    else:
        try:
            yield from _in_folder(Path(path), on_pass_over) if Path(path).is_dir() else _in_file(Path(path))
        except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
            yield _unopened(called, error)


def _in_folder(folder: Path, on_pass_over: OnPassOver) -> Iterator[Found | Refused]:
    empty = True
    refusals: list[Refused] = []

    def refuse(error: OSError) -> None:
        refusals.append(_unopened(error.filename or str(folder), error))

    for directory, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(directory, name) for name in sorted(files) if not name.startswith(".")):
            if path.suffix.lower() in MEDIA_TYPES and path.is_file():
                empty = False
                try:
                    yield from _in_file(path, path.relative_to(folder).as_posix())
                except OSError as error:
                    refuse(error)
            elif not _is_sidecar(path):
                on_pass_over(str(path))
    yield from refusals
    if empty and not refusals:
        yield Refused(str(folder), "nothing")


def _in_file(path: Path, name: str | None = None) -> Iterator[Found | Refused]:
    """Yield the originals in a file; `name` is what the graph will call it."""
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    name = name or path.name
    if _is_sidecar(path):
        return  # read with the file it stands beside
    with path.open("rb") as file:
        if media_type is None:
            yield Refused(str(path), "kind")
        elif media_type == JSON:
            yield from _lines(_bounded(file), name, str(path))
        else:
            yield _whole(file.read(_LARGEST + 1), media_type, name, str(path), _sidecar(path))


def _sidecar(path: Path) -> str | None:
    beside = path.with_name(path.stem + _SIDECAR)
    return beside.read_text("utf-8-sig", errors="replace") if beside.is_file() else None


def _is_sidecar(path: Path) -> bool:
    """Whether a file says something about the text beside it."""
    if not path.name.endswith(_SIDECAR):
        return False
    stem = path.name.removesuffix(_SIDECAR)
    return any(path.with_name(stem + suffix).exists() for suffix in MEDIA_TYPES)


def _whole(
    data: bytes, media_type: str, name: str, called: str, sidecar: str | None = None
) -> Found | Refused:
    if len(data) > _LARGEST:
        return Refused(called, "large", limit=_LARGEST_MB)
    return Found(Original(data, media_type, name, sidecar=sidecar), called)


def _lines(lines: Iterable[bytes | None], name: str, called: str) -> Iterator[Found | Refused]:
    """Yield each line that is not blank: its bytes are an original of their own."""
    empty = True
    for number, line in enumerate(lines, start=1):
        if line is not None and not line.strip():
            continue
        empty = False
        if line is None:
            yield Refused(f"{called}:{number}", "large", limit=_LARGEST_MB)
        else:
            yield Found(Original(line.strip(), JSON, f"{name}:{number}"), f"{called}:{number}")
    if empty:
        yield Refused(called, "empty")


def _bounded(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield a file's lines without a byte order mark; None for a line too large to hold."""
    mark = codecs.BOM_UTF8
    while line := file.readline(_LARGEST):
        if len(line) < _LARGEST or line.endswith(b"\n"):
            yield line.removeprefix(mark)
        else:
            while line and not line.endswith(b"\n"):
                line = file.readline(_LARGEST)
            yield None
        mark = b""


def _standard_input(file: BinaryIO) -> Iterator[Found | Refused]:
    """Yield what comes in: lines of JSON where the first is an object, else a page or a text."""
    name = "standard input"
    lines = _bounded(file)
    start: list[bytes] = []
    for line in lines:
        start.append(line or b"")
        if start[-1].strip():
            break
    if start and _is_object(start[-1]):
        yield from _lines(chain(start, lines), name, name)
    else:
        data = b"".join(start) + file.read(_LARGEST + 1)
        yield _whole(data, HTML if _LOOKS_LIKE_HTML.match(data[:4096]) else TEXT, name, name)


def _is_object(line: bytes) -> bool:
    """Whether a line is a JSON object, or a broken one: prose does not begin with a brace and a quote."""
    return re.match(rb"\s*\{\s*(?:\"|\})", line) is not None


def _unopened(called: str, error: Exception) -> Refused:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refused(called, "missing")
    if isinstance(error, PermissionError):
        return Refused(called, "forbidden")
    return Refused(called, "unreadable", reason=getattr(error, "strerror", None) or str(error))
