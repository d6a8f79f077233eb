"""What shows that a Dutch text promotes an organisation: `lexicon/promotion.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import resources

from ingest.institution_names import key
from ingest.languages.nl import organisation_words

_LEXICON = tomllib.loads(
    resources.files(__package__).joinpath("lexicon", "promotion.toml").read_text(encoding="utf-8")
)

# What each kind of cue counts for.
WEIGHTS: dict[str, int] = {kind: table["weight"] for kind, table in _LEXICON["cues"].items()}

_NEEDED: tuple[str, ...] = tuple(_LEXICON["needed"]["words"].split())

# So many characters before and after a name are looked at: more than news sentences have. A damaged text may
# be one sentence, and to look through all of it for each name would take time with the square of its length.
_REACH = 400


def _patterns(where: str, form: str) -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(form.format("|".join(table[where])), re.IGNORECASE)
        for kind, table in _LEXICON["cues"].items()
        if where in table
    }


_BEFORE = _patterns("before", r"(?:{}) " + _LEXICON["between"]["words"] + "$")
_SENTENCE = _patterns("sentence", "(?:{})")


def may_promote(text: str) -> bool:
    """Whether a text holds a word without which no cue is found in it: this is quick."""
    lowered = text.lower()
    return any(word in lowered for word in _NEEDED)


def may_be_promoted(name: str, kind: str | None) -> bool:
    """Whether an organisation of this name, and of this kind on an authority list, may sell something."""
    return kind in (None, "company") and key(name) not in organisation_words.unsold()


def cues(text: str, sentence: tuple[int, int], name: tuple[int, int]) -> Iterator[tuple[str, int, int]]:
    """Yield what promotes the name at `name` in its sentence: kind, start and end in `text`."""
    start, end = max(sentence[0], name[0] - _REACH), min(sentence[1], name[1] + _REACH)
    for kind, pattern in _BEFORE.items():
        if found := pattern.search(text[start : name[0]]):
            yield kind, start + found.start(), name[1]
    for kind, pattern in _SENTENCE.items():
        if found := pattern.search(text[start:end]):
            yield kind, start + found.start(), start + found.end()
