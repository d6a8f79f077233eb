"""Signals: reasons to look closer at a person, and what speaks for them, each with its evidence.

A signal is a file `schema/signals/NAME.cypher` and a message `signals.NAME`: no code. The query is given
`$persons`, ids of persons of whom some article made an expert or tells a story, and returns at most one row
for each: `person`; `polarity`, `closer` or `for`; `weight`; `params`, name and value in turn, all strings;
and `evidence`, ids of appearances, statements, articles and mentions. Its header says of how many real people
it holds, and what it depends on beyond the articles of the person.

`weight` is for the order of the reuse report alone (`schema/queries/reports/reuse.cypher`): 1 where many real
experts have the signal too, 2 where few have, 3 where next to none has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from graph.model import Changes, Row
from graph.resolve.observed import Observed
from graph.store import Read
from ingest.extraction import content_id

# Persons in one query: enough that its preparation costs nothing, few enough for any engine's memory.
_PERSONS = 1_000

# Of whom there are signals: those who are asked as experts, and those whose own story is told.
_KINDS = {"expert", "subject"}

# Properties of a person that follow from the signals, and are known when these are.
NOTED = frozenset({"closer", "spoken_for"})


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
    asked = sorted(person["id"] for person in persons if _KINDS.intersection(person["kinds"]))
    for type, query in texts().items():
        for row in _rows(read, query, asked):
            id = content_id("signal", row["person"], type)
            stated = {name: row[name] for name in ("polarity", "weight", "params")}
            wanted.node("Signal", id=id, type=type, **stated)
            wanted.relate("ABOUT", ("Signal", id), ("Person", row["person"]))
            for evidence in sorted(set(row["evidence"])):
                label = labels.get(evidence, "Statement")
                wanted.relate("EVIDENCE", ("Signal", id), (label, evidence))
    return wanted


def noted(persons: Iterable[Row], found: Changes) -> list[Row]:
    """Return the rows of `persons` with what the signals `found` about them come to."""
    signals = {row["id"]: row for row in found.nodes.get("Signal", ())}
    closer, spoken_for = Counter[str](), set[str]()
    for row in found.relationships.get(("ABOUT", "Signal", "Person"), ()):
        signal = signals[row["from"]]
        if signal["polarity"] == "for":
            spoken_for.add(row["to"])
        else:
            closer[row["to"]] += signal["weight"]
    return [
        person
        | ({"closer": closer[person["id"]]} if person["id"] in closer else {})
        | ({"spoken_for": True} if person["id"] in spoken_for else {})
        for person in persons
    ]


def _rows(read: Read, query: str, persons: list[str]) -> Iterator[Row]:
    for start in range(0, len(persons), _PERSONS):
        yield from read(query, persons=persons[start : start + _PERSONS])
