"""When two names, roles, sources, cues or stretches of text count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ingest.evaluation.gold import Extent, GoldAttribution
from ingest.extraction import Attribution, Span

_ARTICLE = re.compile(r"(?:de|het|een)\s+")
_WORD = re.compile(r"[a-z0-9]+")
_NAMED = frozenset(["person", "institution"])


def words(text: str | None) -> list[str]:
    """Return the words of a name or role as they are compared.

    They are without case, diacritics, punctuation, and an article at the start.
    """
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    plain = "".join(character for character in plain if not unicodedata.combining(character)).strip()
    if article := _ARTICLE.match(plain):
        plain = plain[article.end() :]
    return _WORD.findall(plain)


def shared_words(one: str | None, other: str | None) -> float:
    """Return the words two phrases share over all their words, from 0 to 1."""
    mine, theirs = set(words(one)), set(words(other))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def extent(span: Span) -> Extent:
    """Return where a span stands."""
    return span.start, span.end


def hull(spans: Sequence[Span]) -> Extent:
    """Return the stretch from the first of `spans` to the last."""
    return min(span.start for span in spans), max(span.end for span in spans)


def overlap(one: Extent, other: Extent) -> float:
    """Return the length two stretches share over the length they cover together, from 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def content_overlap(gold: GoldAttribution, found: Attribution) -> float:
    """Return how far what is said was found: as a whole, or in that part of it which fits best."""
    extents = [hull(found.content), *map(extent, found.content)]
    return max(overlap(gold.extent, one) for one in extents)


def is_named(attribution: GoldAttribution | Attribution) -> bool:
    """Whether the source is a person or an institution with a name."""
    return attribution.source.kind in _NAMED


def same_source(gold: GoldAttribution, found: Attribution) -> bool:
    """Whether two sources are the same.

    Names are the same that end in the same word, or of which one holds all words of the other. Two sources
    without a name always are: what words stand for them is not measured.
    """
    if not is_named(gold) and not is_named(found):
        return True
    wanted, given = words(gold.source.name), words(found.source.name)
    if not wanted or not given:
        return False
    return wanted[-1] == given[-1] or set(wanted) <= set(given) or set(given) <= set(wanted)


def same_cue(gold: GoldAttribution, found: Attribution) -> bool:
    """Whether the cues stand at the same place, or neither has one."""
    return gold.cue_extent == (extent(found.cue) if found.cue else None)
