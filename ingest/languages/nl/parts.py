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
# A phrase anywhere in a line of small print, by what it is about.
_DISCLAIMERS: dict[str, re.Pattern[str]] = {
    about: _any(patterns, r"(?<!\w)(?:{})") for about, patterns in _LEXICON["disclaimers"].items()
}
# What small print is about where none of these phrases tells.
_ABOUT_ELSE = "general"
# The start of a line of one kind.
LINES = {kind: _any(patterns, r"[^\w\n©🔔👉]*(?:{})") for kind, patterns in _LEXICON["lines"].items()}
# The name in a line of the kind `byline`, group 1; other such lines say when it was published.
BYLINE = _any(_LEXICON["byline"]["leads"], r"(?:{}) ?:? ?(\S.*)")
LINK_MARK = _any(_LEXICON["links"]["marks"], r"\((?:{})\)")


def is_disclaimer(line: str) -> bool:
    """Whether a line is small print by its wording."""
    return bool(_told(line))


def about(disclaimer: str) -> tuple[str, ...]:
    """Return what small print is about, ordered: the names of tables in `[disclaimers]`."""
    return _told(disclaimer) or (_ABOUT_ELSE,)


def _told(text: str) -> tuple[str, ...]:
    # Most lines hold none of the words without which no phrase matches, and this is quick to see.
    lowered = text.lower()
    if not any(map(lowered.__contains__, _NEEDED)):
        return ()
    return tuple(sorted(kind for kind, phrase in _DISCLAIMERS.items() if phrase.search(text)))
