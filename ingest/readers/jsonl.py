"""Reads a line of JSON Lines: one object, one article."""

from __future__ import annotations

import json
from typing import Any

from ingest.errors import Refused
from ingest.extraction import Article
from ingest.readers import fields
from ingest.readers import text as plain


def read(source: str, line: str) -> Article:
    """Return the article of one line. Raises `Refused` where it is no object with a text."""
    record = load(line, source)
    if not isinstance(record, dict):
        raise Refused(source, "not_object")
    text = fields.text(record, source).removeprefix("\ufeff")
    return plain.article(source, text, fields.metadata(record, source))


def load(line: str, source: str) -> Any:
    """Return the JSON value of a line, whatever stands in it. Raises `Refused` where it is no JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refused(source, "broken", reason=str(error)) from None
