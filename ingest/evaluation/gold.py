"""What people found in a text: `Gold`, and the files it is kept in.

`NN.json` holds the gold of `NN.txt`. Positions are Unicode code points into that text as it stands.

    people        name, kind (expert, subject, official, other), role, place, affiliation, and mentions: the
                  forms of the name, without titles and roles
    institutions  name, mentions
    attributions  source (kind: person, institution, unnamed; name), cue and cue_start (null where nothing
                  reports), content with content_start and content_end, type (direct, indirect, mixed)
    optional      attributions that one may find or leave: they count neither way

A person or institution with `optional: true` counts neither way either. Content is what is said: without
quotation marks, without the comma before a closing one, and when indirect without "dat" and the full stop.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.errors import Refused
from ingest.evaluation.decoding import Misfit, decode
from ingest.extraction import Span

# Start and end of a stretch of text, in code points, end exclusive.
Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """Somebody whom the text names. An `optional` one counts neither way."""

    name: str
    kind: Literal["expert", "subject", "official", "other"]
    mentions: tuple[Span, ...]
    role: str | None = None
    place: str | None = None
    affiliation: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldInstitution:
    """An organisation that the text names. An `optional` one counts neither way."""

    name: str
    mentions: tuple[Span, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldSource:
    """Who says it; one that is `unnamed` has the phrase that stands for it as its name, or none."""

    kind: Literal["person", "institution", "unnamed"]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Something said: who, with which cue (None where nothing reports), what, and how."""

    source: GoldSource
    content: str
    content_start: int
    content_end: int
    type: Literal["direct", "indirect", "mixed"]
    cue: str | None = None
    cue_start: int | None = None

    @property
    def extent(self) -> Extent:
        """Where the content stands."""
        return self.content_start, self.content_end

    @property
    def cue_extent(self) -> Extent | None:
        """Where the cue stands."""
        if self.cue_start is None or self.cue is None:
            return None
        return self.cue_start, self.cue_start + len(self.cue)


@dataclass(frozen=True, slots=True)
class Gold:
    """All that people found in one text."""

    people: tuple[GoldPerson, ...] = ()
    institutions: tuple[GoldInstitution, ...] = ()
    attributions: tuple[GoldAttribution, ...] = ()
    optional: tuple[GoldAttribution, ...] = ()
    optional_institutions: tuple[GoldInstitution, ...] = ()

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield every stretch of text, with the name of the field it stands in."""
        for field in ("people", "institutions", "optional_institutions"):
            for place, named in enumerate(getattr(self, field)):
                for number, mention in enumerate(named.mentions):
                    yield f"{field}[{place}].mentions[{number}]", mention
        for field in ("attributions", "optional"):
            for place, said in enumerate(getattr(self, field)):
                yield f"{field}[{place}].content", _span(said.extent, said.content)
                if said.cue is not None and said.cue_extent is not None:
                    yield f"{field}[{place}].cue", _span(said.cue_extent, said.cue)


def files(folder: Path) -> list[Path]:
    """Return the files with gold in a folder, in order of name; what is known about a text is no gold."""
    return sorted(path for path in folder.glob("*.json") if not path.name.endswith(".meta.json"))


def read(path: Path) -> Gold:
    """Return the gold in a file. Raises `Refused` where it cannot be opened, is no JSON or misses a field."""
    try:
        record = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Refused(str(path), "unreadable", reason=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise Refused(str(path), "gold_broken", reason=str(error)) from error
    try:
        return decode(Gold, record)
    except Misfit as misfit:
        raise Refused(str(path), "gold_field", field=misfit.field or "{}") from misfit


def check(gold: Gold, text: str, source: str) -> None:
    """Raise `Refused`, naming `source`, where what gold says stands somewhere in `text` does not."""
    for field, span in gold.spans():
        stands = text[span.start : span.end] if 0 <= span.start < span.end else ""
        if stands != span.text or not stands:
            raise Refused(
                source,
                "gold_span",
                field=field,
                start=span.start,
                end=span.end,
                stands=stands,
                said=span.text,
            )


def _span(extent: Extent, text: str) -> Span:
    return Span(extent[0], extent[1], text)
