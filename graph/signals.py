"""Signals: reasons to look closer at a person, and what speaks for them, each with its evidence.

A signal is a file `schema/signals/NAME.cypher` and a message `signals.NAME`: no code. The query is given
`$persons`, ids of persons of whom some article made an expert, and returns at most one row for each:
`person`; `polarity`, `closer` or `for`; `params`, name and value in turn, all strings; and `evidence`, ids
of appearances, statements, articles and mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from graph.model import Changes, Row
from graph.resolve.observed import Observed
from graph.store import Read
from ingest.extraction import content_id

# Persons in one query: enough that its preparation costs nothing, few enough for any engine's memory.
_PERSONS = 1_000


@cache
def texts() -> Mapping[str, str]:
    """Return the Cypher of every signal, by name."""
    folder = resources.files("schema").joinpath("signals")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".cypher")), key=lambda f: f.name)
    return {file.name.removesuffix(".cypher"): file.read_text("utf-8") for file in files}


def evidence_labels(observed: Observed) -> dict[str, str]:
    """Return the label of everything that can be evidence, by id."""
    return {
        **{article.id: "Article" for article in observed.articles},
        **{appearance.id: "Appearance" for appearance in observed.appearances},
        **{mention.id: "Mention" for mention in observed.mentions},
    }


def conclude(read: Read, persons: Sequence[Row], labels: Mapping[str, str]) -> Changes:
    """Return the signals about `persons`, rows of properties, as the store that `read` asks shows them.

    `labels` gives the label of evidence; what it does not know is a statement.
    """
    wanted = Changes()
    experts = sorted(person["id"] for person in persons if "expert" in person["kinds"])
    for type, query in texts().items():
        for row in _rows(read, query, experts):
            id = content_id("signal", row["person"], type)
            wanted.node("Signal", id=id, type=type, polarity=row["polarity"], params=row["params"])
            wanted.relate("ABOUT", ("Signal", id), ("Person", row["person"]))
            for evidence in sorted(set(row["evidence"])):
                label = labels.get(evidence, "Statement")
                wanted.relate("EVIDENCE", ("Signal", id), (label, evidence))
    return wanted


def _rows(read: Read, query: str, persons: list[str]) -> Iterator[Row]:
    for start in range(0, len(persons), _PERSONS):
        yield from read(query, persons=persons[start : start + _PERSONS])
