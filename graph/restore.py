"""A dump back into a store: read through and found whole first, then written, and shown when all is there.

What is restored into says so of itself (`Meta.restoring`) from before the first row until after the
conclusions are drawn anew, and nothing opens it meanwhile. A restore that was killed is run again: it
begins by emptying the store, of which it knows that nothing else was in it.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from graph import cypher, dump, model, paging, queries
from graph.dump import Manifest, Member, Relation
from graph.errors import BadDump, NotEmpty
from graph.model import Changes, ModelError, Row
from graph.resolve import Build, resolve
from graph.store import Store

# Bytes of lines, and rows, that go into one transaction.
_BYTES = 4_000_000

# What the zip format begins with; a file that does and cannot be read is a damaged one.
_ZIP = b"PK\x03\x04"
_UNREADABLE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
)


@dataclass(frozen=True)
class Dump:
    """A dump that was found whole: `manifest` says what is in it."""

    name: str
    manifest: Manifest
    archive: ZipFile

    def changes(self) -> Iterator[Changes]:
        """Yield all rows, in batches that each fit into one transaction; nodes before relationships."""
        for name, held in dump.members().items():
            for rows in self._batches(name):
                yield _changes(held, rows)

    def originals(self) -> Iterator[bytes]:
        """Yield the bytes of the originals."""
        for capture in self._kept():
            yield self.archive.read(dump.original_member(capture))

    def check(self) -> None:
        """Raise BadDump unless every member is there, and is what the manifest says."""
        expected_members = dump.members()
        with _whole(self.name, dump.MANIFEST):
            if self.manifest.members.keys() != expected_members.keys():
                raise BadZipFile("it lists other members than a dump has")
        for name, held in expected_members.items():
            self._check_member(name, held)
        listed = {*expected_members, dump.MANIFEST}
        found = (name for name in self.archive.namelist() if name not in listed)
        for capture, name in zip_longest(self._kept(), found):
            expected = dump.original_member(capture) if capture else None
            with _whole(self.name, str(expected or name)):
                if name != expected or capture is None:
                    raise BadZipFile("a member more or less than there should be")
                if hashlib.sha256(self.archive.read(name)).hexdigest() != capture["id"]:
                    raise BadZipFile("other bytes than its name says")

    def _check_member(self, name: str, held: str | Relation) -> None:
        digest, count = hashlib.sha256(), 0
        with _whole(self.name, name):
            for rows in self._batches(name, digest.update):
                model.check(_changes(held, rows))
                count += len(rows)
            if Member(count, digest.hexdigest()) != self.manifest.members[name]:
                raise BadZipFile("other bytes than the manifest says")

    def _kept(self) -> Iterator[Row]:
        """Yield the captures whose bytes are in the dump."""
        lost = set(self.manifest.lost)
        for rows in self._batches(dump.node_member("Capture")):
            yield from (row for row in rows if not row.get("dropped") and row["id"] not in lost)

    def _batches(self, name: str, seen: Callable[[bytes], object] = lambda _: None) -> Iterator[list[Row]]:
        with _whole(self.name, name), self.archive.open(name) as member:
            batch, size = list[Row](), 0
            for line in member:
                seen(line)
                batch.append(json.loads(line))
                size += len(line)
                if len(batch) == cypher.ROWS or size > _BYTES:
                    yield batch
                    batch, size = [], 0
            if batch:
                yield batch


def read_through(file: BinaryIO, name: str) -> Dump:
    """Return the dump in `file`, which people know by `name`, once all of it was read and found whole.

    BadDump if it is none, is damaged or cut short, or was made by a version whose dumps are not read.
    """
    start = file.read(len(_ZIP))
    file.seek(0)
    if start != _ZIP:
        raise BadDump("dump_none", file=name)
    with _whole(name, dump.MANIFEST):
        archive = ZipFile(file)
    found = Dump(name, _manifest(archive, name), archive)
    found.check()
    return found


def restore(store: Store, found: Dump) -> Build:
    """Write what was `found` into `store`, whose lease the caller holds, and draw the conclusions.

    NotEmpty if the store holds anything that an unfinished restore did not bring.
    """
    meta = store.read(queries.text("store/meta"))[0]
    if meta["restoring"]:
        _empty(store)
    elif held := _held(store):
        what = ", ".join(f"{label} {number}" for label, number in held.items())
        raise NotEmpty("store_not_empty", location=store.location, what=what)
    since = datetime.now(UTC).isoformat(timespec="seconds")
    _write_meta(store, restoring=since)
    for data in found.originals():
        store.originals.put(data)
    for changes in found.changes():
        for row in changes.nodes.pop("Meta", ()):
            _write_meta(store, ban_key=row.get("ban_key"), publishers=row.get("publishers"))
        store.write([changes])
    build = resolve(store)
    _write_meta(store, restoring=None)
    return build


def _write_meta(store: Store, **facts: Any) -> None:
    meta = store.read(queries.text("store/meta"))[0]
    changes = Changes()
    changes.node("Meta", id="store", **meta | facts)
    store.write([changes])


# What people put into a store; all else comes with these.
_TOLD = ("Article", "Decision", "Check", "Triage", "Forgotten")


def _content() -> list[str]:
    """Return the types of node that a store has only if something was put into it."""
    return [label for label in model.load().nodes if label not in ("Meta", "Lease")]


def _held(store: Store) -> dict[str, int]:
    """Return how many nodes of each type the store has; of articles not also what was read in them."""
    counts = {label: store.read(cypher.count(label))[0]["number"] for label in _content()}
    held = {label: number for label, number in counts.items() if number}
    return {label: held[label] for label in _TOLD if label in held} or held


def _empty(store: Store) -> None:
    for label in _content():
        store.write(Changes(remove={label: ids}) for ids in paging.ids(store, label))
    store.originals.clear()


def _manifest(archive: ZipFile, name: str) -> Manifest:
    with _whole(name, dump.MANIFEST):
        said = json.loads(archive.read(dump.MANIFEST))
        form, version, schema = said.pop("format"), said.pop("version"), said["schema_version"]
        if form != dump.FORMAT:
            raise BadDump("dump_none", file=name)
        expected = model.load().version
        for is_bad, code in (
            (version > dump.VERSION or schema > expected, "dump_newer"),
            (version < dump.VERSION or schema < expected, "dump_older"),
        ):
            if is_bad:
                raise BadDump(code, file=name, found=schema, expected=expected, program=said["program"])
        said["members"] = {key: Member(**member) for key, member in said["members"].items()}
        said["lost"] = tuple(said["lost"])
        return Manifest(**said)


def _changes(held: str | Relation, rows: list[Row]) -> Changes:
    if isinstance(held, str):
        return Changes(nodes={held: rows})
    return Changes(relationships={held: rows})


@contextmanager
def _whole(file: str, member: str) -> Iterator[None]:
    """Raise what goes wrong in reading `member` as BadDump, once and here."""
    try:
        yield
    except (*_UNREADABLE, ModelError) as error:
        raise BadDump("dump_damaged", file=file, member=member, reason=str(error)) from error
