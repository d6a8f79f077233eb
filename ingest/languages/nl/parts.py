"""What in the text itself shows the parts of a Dutch article: `lexicon/parts.toml`."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

_LEXICON = tomllib.loads(
    resources.files(__package__).joinpath("lexicon", "parts.toml").read_text(encoding="utf-8")
)


def _any(patterns: list[str], form: str) -> re.Pattern[str]:
    return re.compile(form.format("|".join(f"(?:{pattern})" for pattern in patterns)), re.IGNORECASE)


# A line that opens a part, whole; a phrase anywhere in a line; a line of one kind, from its start.
OPENINGS = {kind: _any(patterns, r"[^\w\n]*(?:{})\s*:?\s*$") for kind, patterns in _LEXICON["openings"].items()}
PHRASES = {kind: _any(patterns, r"(?<!\w)(?:{})") for kind, patterns in _LEXICON["phrases"].items()}
# The capital that a byline asks for must be one: these patterns mind case, and list both spellings.
LINES = {kind: _any(patterns, r"[^\w\n©🔔👉]*(?:{})") for kind, patterns in _LEXICON["lines"].items()}
LINK_MARK = _any(_LEXICON["links"]["marks"], r"\((?:{})\)")
