"""The files of an evidence pack, and what its manifest says of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from app import appearance_rows, dossier_page
from app.messages import Messages
from app.terminal import csv_text
from graph import pack
from graph.lines.evidence import Capture, Evidence, Source
from graph.pack import Pack
from ingest.extraction import to_json

# So that an original opens with the program for its kind.
_SUFFIXES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/json": ".json",
}


def write(
    file: BinaryIO,
    evidence: Evidence,
    made: str,
    original: Callable[[str], bytes],
    messages: Messages | None = None,
) -> Pack:
    """Write the pack to `file`, from its start on; `original` gives the bytes with a SHA-256.

    The command and a page do it alike, the page into memory:

        found = evidence(store, person_id)
        packed = evidence_files.write(file, found, now, store.originals.get, messages)
    """
    return pack.write(file, facts(evidence, made), files(evidence, made, original, messages))


def files(
    evidence: Evidence, made: str, original: Callable[[str], bytes], messages: Messages | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the pack, in order of name.

    `made` is when, an instant in UTC; `original` gives the bytes with a SHA-256.
    """
    say, dossier = messages or Messages(), evidence.dossier
    rows = appearance_rows.rows(dossier.person.id, dossier.appearances)
    yield "README.txt", _readme(say, evidence).encode()
    yield "appearances.csv", _bytes(csv_text(appearance_rows.COLUMNS, rows))
    yield "dossier.html", _bytes(dossier_page.page(evidence, made, say))
    yield "dossier.json", _json(dossier)
    yield "judgements.json", _json({"checks": evidence.checks, "decisions": evidence.decisions})
    captures = {_original(capture): capture for source in evidence.sources for capture in source.captures}
    for name, capture in sorted(captures.items()):
        if not (capture.dropped or capture.lost):
            yield name, original(capture.sha256)
    for source in sorted(evidence.sources, key=_text):
        yield _text(source), source.text.encode()


def facts(evidence: Evidence, made: str) -> dict[str, Any]:
    """Return what the manifest says beside its list of files: who, when, and where each text comes from."""
    person = evidence.dossier.person
    return {
        "made": made,
        "person": {"id": person.id, "name": person.name, "kind": person.kind},
        "coverage": to_json(evidence.coverage),
        "articles": [_article(source) for source in evidence.sources],
    }


def _article(source: Source) -> dict[str, Any]:
    line = source.article
    return {
        "id": line.id,
        "url": line.url,
        "title": line.title,
        "publisher": line.publisher,
        "published": line.published,
        "byline": source.byline,
        "text": _text(source),
        "reader": source.reader,
        "fingerprint": source.fingerprint,
        "originals": [
            {"file": None if capture.dropped or capture.lost else _original(capture), **to_json(capture)}
            for capture in source.captures
        ],
    }


def _original(capture: Capture) -> str:
    return f"originals/{capture.sha256}{_SUFFIXES.get(capture.media_type, '')}"


def _text(source: Source) -> str:
    return f"texts/{source.article.id}.txt"


def _readme(say: Messages, evidence: Evidence) -> str:
    """Return what is in the pack and how to check it, for somebody who has never heard of the program."""
    lines = [
        say.text("evidence.title", name=evidence.dossier.person.name),
        *dossier_page.first_lines(say, evidence),
        say.text("evidence.readme"),
    ]
    return "\n\n".join(lines) + "\n"


def _json(thing: Any) -> bytes:
    if isinstance(thing, dict):
        thing = {name: to_json(value) for name, value in thing.items()}
    return _bytes(json.dumps(to_json(thing), ensure_ascii=False, indent=2) + "\n")


def _bytes(text: str) -> bytes:
    # Half of a surrogate pair, as in the name of a damaged file, has no bytes in UTF-8.
    return text.encode("utf-8", "backslashreplace")
