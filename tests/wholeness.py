"""What holds for every extraction, whatever its text: spans, and references to what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.extraction import Extraction, to_json


def flaws(found: Extraction) -> list[str]:
    """Return what is wrong in an extraction, in words; nothing, if its spans and references hold."""
    text = found.article.text
    wrong = [
        f"{span} is not what stands there: {text[span['start'] : span['end']]!r}"
        for span in spans(to_json(found))
        if not 0 <= span["start"] < span["end"] or text[span["start"] : span["end"]] != span["text"]
    ]
    wrong += [f"{part}" for part in found.article.parts if not 0 <= part.start <= part.end <= len(text)]
    wrong += [f"{link}" for link in found.article.links if not text.startswith(link.text, link.start)]
    return wrong + _loose_ends(found)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Give everything in an extraction's JSON that says it is a stretch of text."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def _loose_ends(found: Extraction) -> list[str]:
    """Return the references that lead nowhere, and the ids that two things have."""
    people = {person.id for person in found.people}
    institutions = {institution.id for institution in found.institutions}
    known = {"person": people, "institution": institutions, "unnamed": {None}}
    wrong = [
        f"{said.source} of {said.id} leads nowhere"
        for said in found.attributions
        if said.source.ref not in known[said.source.kind] or not set(said.cites) <= institutions
    ]
    for things in (found.people, found.institutions, found.attributions):
        ids = [thing.id for thing in things]  # type: ignore[attr-defined]
        wrong += [f"{id_} is the id of two" for id_ in {id_ for id_ in ids if ids.count(id_) > 1}]
    return wrong
