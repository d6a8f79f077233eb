"""Looking for many names at once: who of a list occurs where, and who is called nearly so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph import queries, reports
from graph.lines import ArticleLine, PersonLine
from graph.store import Store

SAME_NAME = "same_name"
_INITIALS, _OF_A_GIVEN_NAME = "initials", "other_prefix:"


@dataclass(frozen=True, slots=True)
class Hit:
    """A person who may be meant by a name.

    `how` is `same_name`, or how the names are nearly alike, as in `schema/pair_features.toml`. `articles` are
    those that present the person, by date.
    """

    how: str
    person: PersonLine
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A name of a list, and who may be meant by it, those of just this name first; empty: nobody."""

    name: str
    hits: tuple[Hit, ...]


def find(store: Store, wanted: Mapping[str, Sequence[str]]) -> tuple[Asked, ...]:
    """Return for each name who may be meant; `wanted` gives the keys of each, as an Appearance has them."""
    bearers = _bearers(store, {key for keys in wanted.values() for key in keys})
    found = {name: _how(keys, bearers) for name, keys in wanted.items()}
    persons = sorted({person for hits in found.values() for person in hits})
    lines = {line.id: line for line in reports.persons(store, persons)}
    articles = reports.articles_of_persons(store, persons)
    return tuple(
        Asked(
            name,
            tuple(
                Hit(how, lines[person], articles[person])
                for person, how in sorted(
                    hits.items(), key=lambda hit: (hit[1] != SAME_NAME, -lines[hit[0]].stories, hit[0])
                )
            ),
        )
        for name, hits in found.items()
    )


def _bearers(store: Store, keys: set[str]) -> dict[str, set[tuple[str, bool]]]:
    """Return the persons of whom some appearance has one of these keys, by key; and if by a given name."""
    found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    # One pass over all names costs less than a look-up for each key: no engine indexes what is in a list.
    for row in store.read(queries.text("reports/name_keys")):
        for key in keys.intersection(row["keys"]):
            found[key].add((row["person"], _is_called(row["keys"])))
    return found


def _how(keys: Sequence[str], bearers: Mapping[str, set[tuple[str, bool]]]) -> dict[str, str]:
    """Return the persons who share a key, each with how the names are alike by the first key they share.

    Initials are for those of whom no given name is known: "M. de Wit" may be Mats, and Marleen is not.
    """
    found: dict[str, str] = {}
    for place, key in enumerate(keys):
        how = key.partition(":")[0] if place else SAME_NAME
        for person, called in bearers.get(key, ()):
            if not (how == _INITIALS and called and _is_called(keys)):
                found.setdefault(person, how)
    return found


def _is_called(keys: Iterable[str]) -> bool:
    """Whether the name with these keys has a given name: only such a one may have another tussenvoegsel."""
    return any(key.startswith(_OF_A_GIVEN_NAME) for key in keys)
