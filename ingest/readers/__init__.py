"""Articles from what a user names: `read(paths)`.

Each original (a file, a line of JSON Lines) is kept as its bytes, and `reread(original)` makes the same
article of them again: reading depends on nothing else. Nothing here knows spaCy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path

from ingest import language
from ingest.errors import Refused
from ingest.extraction import Article, Original, Reading
from ingest.readers import jsonl, sources
from ingest.readers import text as plain
from ingest.readers.decoding import LONGEST, NotText, decode
from ingest.readers.fields import Metadata
from ingest.readers.fields import metadata as stated

__all__ = ["Original", "Reading", "read", "reread", "version"]

# The code and data that decide what is read, under `ingest`; of a page, words and libraries decide too.
_FILES = ("readers/*", "address*", "references.py")
_PAGE_FILES = ("languages/*/parts.py", "languages/*/lexicon/parts.toml")
_PAGE_LIBRARIES = ("trafilatura", "lxml", "lxml_html_clean", "justext")


def read(
    paths: Iterable[str | Path],
    *,
    on_pass_over: Callable[[str], object] | None = None,
    on_guess: Callable[[str, str], object] | None = None,
) -> Iterator[Reading | Refused]:
    """Yield the articles that `paths` name, one at a time, and a `Refused` for each that cannot be read.

    A path is a file (`.txt`, `.md`, `.html`, `.jsonl`), a folder of these, or `-` for standard input. Every
    file of a folder that is of another kind is reported to `on_pass_over`; every original that is not UTF-8
    to `on_guess`, with its name and the encoding it was read in.
    """
    for path in paths:
        for found in sources.find(path, on_pass_over or _ignore):
            if isinstance(found, Refused):
                yield found
                continue
            try:
                reading, encoding = _reading(found.original)
            except Refused as refused:
                yield Refused(found.called, refused.code, **refused.params)
                continue
            if encoding != "utf-8" and on_guess:
                on_guess(found.called, encoding)
            yield reading


def reread(original: Original) -> Reading:
    """Return the article of an original that was kept. Raises `Refused` where today's reader reads none."""
    return _reading(original)[0]


@cache
def version(media_type: str) -> str:
    """Return sixteen hexadecimal digits that change when anything changes that decides what is read."""
    is_page = media_type == sources.HTML
    digest = hashlib.sha256(media_type.encode())
    package = Path(__file__).parent.parent
    for pattern in _FILES + (_PAGE_FILES if is_page else ()):
        for path in sorted(filter(Path.is_file, package.glob(pattern))):
            digest.update(f"\0{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes())
    for library in _PAGE_LIBRARIES if is_page else ():
        digest.update(f"\0{library} {metadata.version(library)}".encode())
    return digest.hexdigest()[:16]


def _reading(original: Original) -> tuple[Reading, str]:
    """Return the reading of an original and the encoding of its bytes."""
    if not original.data.strip():
        raise Refused(original.name, "empty")
    try:
        article, encoding = _article(original)
    except NotText:
        raise Refused(original.name, "binary") from None
    if not article.text.strip():
        raise Refused(original.name, "no_text")
    if len(article.text) > LONGEST:
        raise Refused(original.name, "long", limit=LONGEST)
    article = replace(article, language=_language(article.text, original.name))
    return Reading(article, original, version(original.media_type)), encoding


def _article(original: Original) -> tuple[Article, str]:
    if original.media_type == sources.HTML:
        from ingest.readers import html  # lxml and trafilatura, for pages only

        return html.read(original, _sidecar(original))
    text, encoding = decode(original.data)
    if original.media_type == sources.JSON:
        return jsonl.read(original.name, text), encoding
    return plain.article(original.name, text, _sidecar(original)), encoding


def _sidecar(original: Original) -> Metadata:
    """Return what stands beside a text file about it."""
    if original.sidecar is None:
        return Metadata()
    name = Path(original.name).stem + ".meta.json"
    try:
        record = jsonl.load(original.sidecar, original.name)
    except Refused:
        record = None
    if not isinstance(record, dict):
        raise Refused(original.name, "sidecar", name=name)
    return stated(record, original.name)


def _language(text: str, source: str) -> str:
    code = language.recognise(text)
    if code == language.UNDECIDED:
        raise Refused(source, "unknown_language")
    if code not in language.supported():
        raise Refused(source, "language", language=code)
    return code


def _ignore(*_: object) -> None:
    """Do nothing."""
