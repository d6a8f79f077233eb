"""An evidence pack: files in one zip that says of itself what is in it, so that anybody can see it is whole.

    dossier.html, texts/..., originals/...    the files
    manifest.json                             what this is, and of every other file its size and SHA-256
    manifest.sha256                           the SHA-256 of the manifest: the seal of the pack

Whoever has noted the seal can tell later that nothing in the pack was changed: every byte of it follows from
the files, in order of name, and the manifest. Files are stored as they are and not compressed, since
compressing gives other bytes with another version of a library, and what is stored cannot unpack to more than
it is.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import struct
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from typing import IO, Any, BinaryIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from graph.errors import BadPack

FORMAT = "zegsman evidence"
VERSION = 1
MANIFEST, SEAL = "manifest.json", "manifest.sha256"

# The earliest time the zip format knows: when a pack was made is told by its manifest alone.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o644 << 16
# Folders and names that cannot lead out of where somebody unpacks them.
_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_BLOCK = 1 << 20
# What reading a damaged zip raises.
_UNREADABLE = (
    BadZipFile,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that is whole: what its manifest says, how many files there are beside that, and its seal."""

    facts: Mapping[str, Any]
    files: int
    seal: str


def write(file: BinaryIO, facts: Mapping[str, Any], files: Iterable[tuple[str, bytes]]) -> Pack:
    """Write a pack of `files`, in order of name, to `file`; `facts` are said of them in the manifest.

    ValueError for a name that is not in order, or not one of letters, digits, `.`, `_` and `-` in folders.
    """
    listed: dict[str, dict[str, Any]] = {}
    # Into a pipe a zip is written otherwise than into a file: the same bytes go into both.
    with tempfile.TemporaryFile() as whole, ZipFile(whole, "w", ZIP_STORED) as archive:
        for name, data in files:
            if not _NAME.fullmatch(name) or (listed and name <= next(reversed(listed))):
                raise ValueError(f"{name!r} cannot be the name of the next file of a pack")
            archive.writestr(_info(name), data)
            listed[name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        said = {"format": FORMAT, "version": VERSION, "program": metadata.version("zegsman"), **facts}
        manifest = json.dumps(said | {"files": listed}, ensure_ascii=False, indent=2).encode()
        seal = hashlib.sha256(manifest).hexdigest()
        archive.writestr(_info(MANIFEST), manifest)
        archive.writestr(_info(SEAL), _sealed(seal))
        archive.close()
        whole.seek(0)
        shutil.copyfileobj(whole, file)
    return Pack(said, len(listed), seal)


def verify(file: BinaryIO, name: str) -> Pack:
    """Return the pack in `file`, which people know by `name`, once all of it was found as it was made.

    BadPack names the file in it that was changed, is missing or was added, or says what else is wrong.
    """
    with _damage(name), ZipFile(file) as archive:
        names = _names(archive, file.seek(0, 2), name)
        manifest = _manifest(archive, names, name)
        listed = _listed(manifest, name)
        _compare(archive, names, listed, name)
        with tempfile.TemporaryFile() as again:
            _copy(archive, [*listed, MANIFEST, SEAL], again)
            if not _same(file, again):
                raise BadPack("pack_between", file=name)
    seal = hashlib.sha256(manifest).hexdigest()
    return Pack(
        {key: value for key, value in json.loads(manifest).items() if key != "files"}, len(listed), seal
    )


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _NO_TIME)
    info.create_system, info.external_attr = _UNIX, _READABLE
    return info


def _names(archive: ZipFile, size: int, file: str) -> set[str]:
    """Return the names of the members, none of which leads elsewhere or unpacks to more than the file is."""
    names = set[str]()
    for member in archive.infolist():
        name, size = member.filename, size - member.file_size
        if name in names or not _NAME.fullmatch(name):
            raise BadPack("pack_name", file=file, member=name)
        if size < 0 or member.compress_type != ZIP_STORED:
            raise BadPack("pack_compressed", file=file, member=name)
        names.add(name)
    return names


def _sealed(seal: str) -> bytes:
    """Return the line that `sha256sum --check` reads."""
    return f"{seal}  {MANIFEST}\n".encode()


def _manifest(archive: ZipFile, names: set[str], file: str) -> bytes:
    """Return the manifest, once its seal was found to be its own."""
    if MANIFEST not in names:
        raise BadPack("pack_none", file=file)
    if SEAL not in names:
        raise BadPack("pack_missing", file=file, member=SEAL)
    manifest = _read(archive, MANIFEST, file)
    if _read(archive, SEAL, file) != _sealed(hashlib.sha256(manifest).hexdigest()):
        raise BadPack("pack_changed", file=file, member=MANIFEST)
    return manifest


def _listed(manifest: bytes, file: str) -> dict[str, dict[str, Any]]:
    """Return the files that the manifest lists, in order of name."""
    try:
        said = json.loads(manifest)
        form, version, listed = said["format"], said["version"], dict(said["files"])
        sums = {
            name: {"size": int(one["size"]), "sha256": str(one["sha256"])} for name, one in listed.items()
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadPack("pack_none", file=file) from None
    if form != FORMAT:
        raise BadPack("pack_none", file=file)
    if version != VERSION:
        raise BadPack("pack_version", file=file, program=said.get("program"))
    return sums


def _compare(archive: ZipFile, names: set[str], listed: Mapping[str, Mapping[str, Any]], file: str) -> None:
    """Raise BadPack unless there are just the files that are listed, and each is what the list says."""
    for member in sorted(names):
        if member not in listed and member not in (MANIFEST, SEAL):
            raise BadPack("pack_added", file=file, member=member)
    for member, stated in listed.items():
        if member not in names:
            raise BadPack("pack_missing", file=file, member=member)
        data = _read(archive, member, file)
        if stated != {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}:
            raise BadPack("pack_changed", file=file, member=member)


def _read(archive: ZipFile, member: str, file: str) -> bytes:
    try:
        return archive.read(member)
    except _UNREADABLE:
        raise BadPack("pack_changed", file=file, member=member) from None


def _copy(archive: ZipFile, names: Iterable[str], file: IO[bytes]) -> None:
    """Write these members as a pack has them: what the zip has beside and between them is not copied."""
    with ZipFile(file, "w", ZIP_STORED) as copy:
        for name in names:
            copy.writestr(_info(name), archive.read(name))


def _same(one: IO[bytes], other: IO[bytes]) -> bool:
    one.seek(0)
    other.seek(0)
    return all(a == b for a, b in zip(_blocks(one), _blocks(other), strict=True))


def _blocks(file: IO[bytes]) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block
    yield b""


@contextmanager
def _damage(file: str) -> Iterator[None]:
    """Raise what goes wrong in opening a zip as BadPack."""
    try:
        yield
    except _UNREADABLE as error:
        raise BadPack("pack_damaged", file=file, reason=str(error)) from error
