"""Documents with gold, and what is found in them now: our own, and those of the corpus beside the project."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from ingest import readers
from ingest.evaluation import gold
from ingest.evaluation.report import Document
from ingest.extraction import Reading
from ingest.pipeline import Pipeline

ROOT = Path(__file__).parents[2]
OWN = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"


@cache
def documents(part: str) -> tuple[Document, ...]:
    """Return the documents of `own`, or of a part of the corpus: `read` while building, or set `aside`."""
    if part == "own":
        return tuple(_document(path, OWN / f"{path.stem}.txt") for path in gold.files(OWN))
    names = json.loads((CORPUS / "split.json").read_text("utf-8"))[part]
    return tuple(
        _document(CORPUS / "gold" / f"{name}.json", CORPUS / "articles" / f"{name}.txt") for name in names
    )


@cache
def _pipeline() -> Pipeline:
    return Pipeline()


def _document(path: Path, text: Path) -> Document:
    [reading] = readers.read([text])
    assert isinstance(reading, Reading), reading
    wanted = gold.read(path)
    gold.check(wanted, reading.article.text, path.name)
    return Document(path.stem, reading.article.text, wanted, _pipeline().extract(reading.article))
