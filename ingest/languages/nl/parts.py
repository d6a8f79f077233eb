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


_NEEDED: tuple[str, ...] = tuple(_LEXICON["needed"]["phrases"])
# A line that opens a part: the whole line.
OPENINGS = {
    kind: _any(patterns, r"[^\w\n]*(?:{})\s*:?\s*$") for kind, patterns in _LEXICON["openings"].items()
}
# A phrase anywhere in a line.
PHRASES = {kind: _any(patterns, r"(?<!\w)(?:{})") for kind, patterns in _LEXICON["phrases"].items()}
# The start of a line of one kind.
LINES = {kind: _any(patterns, r"[^\w\n©🔔👉]*(?:{})") for kind, patterns in _LEXICON["lines"].items()}
LINK_MARK = _any(_LEXICON["links"]["marks"], r"\((?:{})\)")


def may_hold_phrase(line: str) -> bool:
    """Whether a line holds a word without which none of `PHRASES` matches: most do not, and this is quick."""
    lowered = line.lower()
    return any(word in lowered for word in _NEEDED)
