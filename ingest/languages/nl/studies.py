"""Which study, survey or figures something said is credited to: "uit onderzoek van het Bureau blijkt"."""

from __future__ import annotations

import functools

from ingest.document import Referent
from ingest.languages.nl.words import STUDIES
from ingest.passage import Finding, Passage

# "Het onderzoek": one that the article tells of elsewhere, unless it goes on to say whose it is.
_KNOWN = frozenset(["het", "de", "dat", "dit", "die", "deze"])
# Between a study and whose it is: "onderzoek van", "een enquête uitgevoerd door".
_WHOSE = frozenset(["van", "door"])
# How many words before the source its preposition may stand ("van het grote Bureau"), and how many before
# that the study ("onderzoek uitgevoerd door").
_BEFORE_SOURCE = 3
_BEFORE_WHOSE = 2
# What ends a compound must be long enough not to be there by chance, as for documents.
_COMPOUNDED = tuple(word for word in STUDIES if len(word) >= 6)


@functools.lru_cache(maxsize=20_000)
def is_study(word: str) -> bool:
    """Whether a word in lower case is a study or who did one, or a compound of it: "slaaponderzoek"."""
    return word in STUDIES or word.endswith(_COMPOUNDED)


def study(p: Passage, finding: Finding) -> tuple[int, int] | None:
    """Return the characters of the word for the study that the source of a finding is, or whose it is.

    What a person with a name says is theirs. A source that stands in another sentence is not looked up there,
    and neither is "het onderzoek", which the article tells of elsewhere.
    """
    source = finding.source
    kind = source.kind if isinstance(source, Referent) else "unnamed"
    start, end = (source.span.start, source.span.end) if isinstance(source, Referent) else source
    if kind == "person" or not p.start <= start < p.end:
        return None
    first, stop = p.word_at(start), p.word_at(end)
    if first == len(p.words):
        return None  # in a sentence so long that it is not read to its end
    places = [*range(first, stop), *_before(p, first)]
    if kind == "unnamed" and p.words[first] in _KNOWN and _WHOSE.isdisjoint(p.words[first:stop]):
        return None
    return next(((p.starts[i], p.ends[i]) for i in places if is_study(p.words[i])), None)


def _before(p: Passage, first: int) -> range:
    """Return the words of which one may be a study that is said to be of the source at word `first`."""
    for i in range(first - 1, max(-1, first - 1 - _BEFORE_SOURCE), -1):
        if p.words[i] in _WHOSE:
            return range(i - 1, max(-1, i - 1 - _BEFORE_WHOSE), -1)
    return range(0)
