"""Evidence packs: whole, or refused with the name of what is not."""

from __future__ import annotations

import hashlib
import io
import json
import warnings
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadPack
from graph.pack import MANIFEST, SEAL, Pack, verify, write

FILES = [("README.txt", b"Lees mij."), ("leeg.txt", b""), ("originals/ab.html", "<p>één</p>".encode() * 3)]
FACTS = {"made": "2026-01-02T03:04:05+00:00", "person": "Ilse Brandsmeer"}


def packed(files: list[tuple[str, bytes]] = FILES) -> bytes:
    file = io.BytesIO()
    write(file, FACTS, files)
    return file.getvalue()


def verified(data: bytes) -> Pack:
    return verify(io.BytesIO(data), "pak.zip")


def refused(data: bytes) -> tuple[str, str | None]:
    """Return why a file is refused: the code and the member."""
    with pytest.raises(BadPack) as error:
        verified(data)
    for language in ("en", "nl"):
        assert "pak.zip" in error.value.message(language)
    return error.value.code, error.value.params.get("member")


def zipped(members: dict[str, bytes], compression: int = ZIP_STORED) -> bytes:
    """Return a zip as other programs make it."""
    file = io.BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_was_written_is_whole_and_says_what_it_was_told_to() -> None:
    file = io.BytesIO()
    made = write(file, FACTS, FILES)
    found = verified(file.getvalue())
    assert (found.files, found.seal, dict(found.facts)) == (3, made.seal, dict(made.facts))
    assert found.facts["person"] == "Ilse Brandsmeer"


def test_the_same_files_make_the_same_bytes() -> None:
    assert packed() == packed()


def test_into_a_pipe_go_the_same_bytes() -> None:
    class Pipe(io.RawIOBase):
        """What can be written to from front to end and in no other way."""

        held = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.held += bytes(data)
            return len(data)

    pipe = Pipe()
    write(pipe, FACTS, FILES)  # type: ignore[arg-type]
    assert pipe.held == packed()


def test_anybody_can_check_it_with_a_program_of_their_own() -> None:
    held = members(packed())
    stated, name = held[SEAL].decode().split()
    assert (hashlib.sha256(held[MANIFEST]).hexdigest(), MANIFEST) == (stated, name)
    for name, said in json.loads(held[MANIFEST])["files"].items():
        assert hashlib.sha256(held[name]).hexdigest() == said["sha256"]


def test_every_byte_counts() -> None:
    data = packed()
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 0b100
        refused(bytes(changed))


@given(st.data())
def test_any_change_is_refused(draw: st.DataObject) -> None:
    data = packed()
    start = draw.draw(st.integers(0, len(data)))
    end = draw.draw(st.integers(start, min(len(data), start + 40)))
    put = draw.draw(st.binary(max_size=40))
    changed = data[:start] + put + data[end:]
    if changed != data:
        refused(changed)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda held: held.update({"README.txt": b"Lees hem."}), ("pack_changed", "README.txt")),
        (lambda held: held.update({"leeg.txt": b"\n"}), ("pack_changed", "leeg.txt")),
        (lambda held: held.pop("originals/ab.html"), ("pack_missing", "originals/ab.html")),
        (lambda held: held.update({"originals/cd.html": b"x"}), ("pack_added", "originals/cd.html")),
        (lambda held: held.update({MANIFEST: held[MANIFEST][:-1] + b" }"}), ("pack_changed", MANIFEST)),
        (lambda held: held.pop(SEAL), ("pack_missing", SEAL)),
        (lambda held: held.pop(MANIFEST), ("pack_none", None)),
        (lambda held: None, ("pack_between", None)),
    ],
    ids=["changed", "no longer empty", "missing", "added", "manifest", "no seal", "no manifest", "other zip"],
)  # fmt: skip
def test_what_is_not_as_it_was_made_is_named(
    change: Callable[[dict[str, bytes]], object], expected: tuple[str, str | None]
) -> None:
    held = members(packed())
    change(held)
    assert refused(zipped(held)) == expected


def test_bytes_before_and_after_are_seen() -> None:
    assert refused(b"#!/bin/sh\n" + packed())[0] == refused(packed() + b"\0")[0] == "pack_between"


@pytest.mark.parametrize(
    "name", ["../weg.txt", "/etc/weg", "C:\\weg", "a/../../weg", "a//b", ".weg", "a\nb", "é.txt"]
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    assert refused(zipped(members(packed()) | {name: b"x"}))[0] == "pack_name"
    with pytest.raises(ValueError, match="cannot be the name"):
        packed([(name, b"x")])


def test_a_file_that_is_there_twice_is_refused() -> None:
    file = io.BytesIO(packed())
    with warnings.catch_warnings(), ZipFile(file, "a") as archive:
        warnings.simplefilter("ignore")  # zipfile warns of what it is told to do
        archive.writestr(ZipInfo("README.txt"), b"Lees mij.")
    assert refused(file.getvalue()) == ("pack_name", "README.txt")


def test_a_zip_that_unpacks_to_more_than_it_is_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"README.txt": b"\0" * 50_000_000}, ZIP_DEFLATED)
    assert refused(bomb) == ("pack_compressed", "README.txt")


def test_members_that_lie_over_one_another_are_refused() -> None:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("a", b"\0" * 1000)
        for number in range(5):  # further entries of the directory that lead to the same bytes
            archive.filelist.append(_entry(archive, f"b{number}"))
    assert refused(file.getvalue())[0] == "pack_compressed"


def _entry(archive: ZipFile, name: str) -> ZipInfo:
    first, entry = archive.getinfo("a"), ZipInfo(name)
    entry.header_offset, entry.CRC = first.header_offset, first.CRC
    entry.file_size = entry.compress_size = first.file_size
    return entry


@pytest.mark.parametrize("data", [b"", b"PK", b"geen zip", b"\0" * 1000, packed()[:-10], packed()[:100]])
def test_what_is_no_whole_zip_is_refused(data: bytes) -> None:
    assert refused(data)[0] == "pack_damaged"


@pytest.mark.parametrize(
    ("manifest", "code"),
    [
        (b"geen json", "pack_none"),
        (b"[]", "pack_none"),
        (b"[" * 100_000, "pack_none"),
        (b'{"format": "iets anders", "version": 1, "files": {}}', "pack_none"),
        (b'{"format": "zegsman evidence", "version": 1, "files": {"a": {"size": "x"}}}', "pack_none"),
        (b'{"format": "zegsman evidence", "version": 2, "files": {}}', "pack_version"),
    ],
)
def test_a_manifest_of_another_kind_is_refused(manifest: bytes, code: str) -> None:
    seal = f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST}\n".encode()
    assert refused(zipped({MANIFEST: manifest, SEAL: seal}))[0] == code


def test_files_are_written_in_order_of_name() -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        packed([("b", b""), ("a", b"")])
    with pytest.raises(ValueError, match="cannot be the name"):
        packed([("a", b""), ("a", b"")])
