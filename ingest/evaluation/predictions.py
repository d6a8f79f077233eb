"""What `zegsman extract` wrote, read again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePath

from ingest.errors import Refused
from ingest.evaluation.decoding import Misfit, decode
from ingest.extraction import Extraction


def read(path: Path) -> Iterator[Extraction | Refused]:
    """Yield the extraction of each line of a file, and a `Refused` for each line that holds none.

    Raises `Refused` where the file cannot be read.
    """
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise Refused(str(path), "unreadable", reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise Refused(str(path), "binary") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _extraction(line, f"{path}:{number}")
            except Refused as refused:
                yield refused


def document(extraction: Extraction) -> str:
    """Return the name of the document an extraction is of: `03` for `nieuws/03.txt`."""
    return PurePath(extraction.article.source).stem


def _extraction(line: str, source: str) -> Extraction:
    try:
        return decode(Extraction, json.loads(line))
    except Misfit as misfit:
        raise Refused(source, "prediction_field", field=misfit.field or "{}") from misfit
    except (ValueError, RecursionError) as error:
        raise Refused(source, "broken", reason=str(error)) from error
