"""A store in one file: all that cannot be concluded again, to be restored into a store on either engine.

The file is a zip that anybody can look into:

    nodes/Article.jsonl                                 the nodes of a type: properties, a line each, by id
    relationships/Statement-SAID_BY-Appearance.jsonl    `from`, `to` (ids) and properties
    originals/HASH.html                                 an original as received, named by its SHA-256
    manifest.json                                       what this is, with the SHA-256 of every other member

It is written in one go, a page of nodes at a time, and the manifest comes last: without it, a file is not
whole. Only the manifest says when it was made; all else is the same for the same store, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib import metadata
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph import model, queries
from graph.errors import OriginalLost
from graph.model import Changes, Row
from graph.paging import pages, relationships
from graph.store import Store

# A type of relationship, and the labels of the nodes it starts and ends at.
Relation = tuple[str, str, str]

FORMAT = "zegsman dump"
VERSION = 1
MANIFEST = "manifest.json"

# Nodes beside those of these layers: where former ids lead, and of the store itself the key of its hashes.
LAYERS = ("observation", "judgement")
_OF_THE_STORE = ("id", "ban_key")

# So that an unpacked dump can be read, and taken in again, like any folder of articles.
_SUFFIXES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/json": ".jsonl",
}


@dataclass(frozen=True)
class Member:
    """A member with rows: how many, and the SHA-256 of its bytes."""

    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a dump says of itself: by which program, of which schema, when (UTC) and with what in it.

    `lost` are the SHA-256 of originals that were missing or damaged in the store itself.
    """

    program: str
    schema_version: int
    made: str
    members: dict[str, Member]
    originals: int
    lost: tuple[str, ...]

    def count(self, label: str) -> int:
        """Return the number of nodes with this label."""
        return self.members[node_member(label)].rows


def members() -> dict[str, str | Relation]:
    """Return, by name, what each member with rows holds: nodes of a type, or relationships; nodes first."""
    schema = model.load()
    found: dict[str, str | Relation] = {
        node_member(label): label for label in (*schema.labels(*LAYERS), "Formerly", "Meta")
    }
    for name, type in schema.relationships.items():
        if type.layer in LAYERS:
            for start, end in type.ends:
                found[f"relationships/{start}-{name}-{end}.jsonl"] = (name, start, end)
    return found


def node_member(label: str) -> str:
    """Return the name of the member with the nodes of this type."""
    return f"nodes/{label}.jsonl"


def original_member(capture: Row) -> str:
    """Return the name of the member with the bytes of an original."""
    return f"originals/{capture['id']}{_SUFFIXES.get(capture['media_type'], '')}"


def dump(store: Store, file: BinaryIO, lost: Callable[[OriginalLost], object]) -> Manifest:
    """Write `store`, whose lease the caller holds, to `file`, which need not know where it is.

    `lost` is told of each original that is not there or damaged; the dump is then of all but its bytes.
    LeaseLost if somebody else may have written meanwhile: the file is not whole then.
    """
    store.check_schema()
    written: dict[str, Member] = {}
    with ZipFile(_Stream(file), "w", ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, held in members().items():
            written[name] = _write(archive, name, _rows(store, held))
        originals, gone = _write_originals(archive, store, lost)
        store.write([Changes()])  # fails if the lease is no longer ours
        manifest = Manifest(
            program=metadata.version("zegsman"),
            schema_version=model.load().version,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            members=written,
            originals=originals,
            lost=tuple(gone),
        )
        said = {"format": FORMAT, "version": VERSION, **asdict(manifest)}
        archive.writestr(_info(MANIFEST), json.dumps(said, indent=2).encode())
    return manifest


class _Stream:
    """A file to write to from front to end: the bytes are then the same in a file and in a pipe."""

    def __init__(self, file: BinaryIO) -> None:
        self.write = file.write
        self.flush = file.flush


def _info(name: str) -> ZipInfo:
    """Return a member's header, without a time: when a dump was made is told by its manifest alone."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info


def _write(archive: ZipFile, name: str, found: Iterable[list[Row]]) -> Member:
    digest, count = hashlib.sha256(), 0
    # How large a member grows is not known when it is begun: it may be more than 2 GB.
    with archive.open(_info(name), "w", force_zip64=True) as member:
        for rows in found:
            text = "".join(f"{json.dumps(row, ensure_ascii=False, sort_keys=True)}\n" for row in rows)
            data = text.encode()
            digest.update(data)
            member.write(data)
            count += len(rows)
    return Member(count, digest.hexdigest())


def _rows(store: Store, held: str | Relation) -> Iterator[list[Row]]:
    if not isinstance(held, str):
        return map(_related, relationships(store, *held))
    if held != "Meta":
        return pages(store, held)
    meta = store.read(queries.text("store/meta"))[0]
    kept = {"id": "store", **meta}
    return iter([[{name: kept[name] for name in _OF_THE_STORE if kept[name] is not None}]])


def _related(rows: list[Row]) -> list[Row]:
    return [{"from": row["start"], "to": row["end"], **row["properties"]} for row in rows]


def _write_originals(
    archive: ZipFile, store: Store, tell: Callable[[OriginalLost], object]
) -> tuple[int, list[str]]:
    """Write the bytes of every original that is kept; return how many, and the SHA-256 of what is lost."""
    count, lost = 0, list[str]()
    for page in pages(store, "Capture"):
        for capture in page:
            if capture.get("dropped"):
                continue
            try:
                data = store.originals.get(capture["id"])
            except OriginalLost as error:
                tell(error)
                lost.append(capture["id"])
            else:
                archive.writestr(_info(original_member(capture)), data)
                count += 1
    return count, lost
