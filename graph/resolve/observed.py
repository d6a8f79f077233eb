"""What conclusions are drawn from: the observations of a whole store, as plain rows in order of id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph import queries
from graph.store import Read

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Article:
    """An article; `publisher` is the title of the publication, `owner` who owns it.

    `people` are the keys of the full names in it, `bodies` those of its organisations.
    """

    id: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    subject: str | None = None
    shingles: tuple[int, ...] = ()
    publisher: str | None = None
    owner: str | None = None
    text: str = ""
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person as one article presents them; `employer` is what the affiliation was identified as.

    `name_keys[0]` is the key of the full name. `given_bits` and `surname_bits` say how rare it is; as they
    stand here, that of names on no list of common ones. `suffix` is the code of what tells relatives of one
    name apart (`sr`), `nation` that of a country.
    """

    id: str
    article: str
    name: str
    name_keys: tuple[str, ...]
    given: str | None = None
    initials: str | None = None
    surname: str | None = None
    kind: str = "other"
    role: str | None = None
    role_family: str | None = None
    place: str | None = None
    affiliation: str | None = None
    employer: str | None = None
    introduction: str | None = None
    given_bits: float = 13.0
    surname_bits: float = 15.0
    suffix: str | None = None
    nation: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation as one article writes it; `authority` is what it is, or resembles as a near-miss."""

    id: str
    article: str
    name: str
    key: str
    match: str
    authority: str | None = None
    authority_name: str | None = None
    kind: str | None = None
    country: str | None = None
    ror: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of what was said, in which article, and by which appearance (None: by no person).

    `terms` are what is compared of its words, `bits` how rare each of these is.
    """

    id: str
    article: str
    text: str
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    negated: bool = False
    appearance: str | None = None
    terms: tuple[str, ...] = ()
    bits: tuple[float, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """One of the appearances that a decision is about. `kind` is `same` or `different`.

    Appearances with `side` 0 and 1 are different persons; those of one side are not compared.
    """

    decision: str
    kind: str
    appearance: str
    side: int = 0


@dataclass(frozen=True, slots=True)
class Observed:
    """All observations that conclusions are drawn from; `statements` counts them by appearance."""

    articles: tuple[Article, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    decided: tuple[Decided, ...] = ()
    statements: dict[str, int] = field(default_factory=dict)


def read(read: Read) -> Observed:
    """Return the observations of the store that `read` asks."""

    def rows(name: str, make: Callable[..., T]) -> tuple[T, ...]:
        return tuple(make(**_present(row)) for row in read(queries.text(f"resolve/{name}")))

    counts = read(queries.text("resolve/statements"))
    return Observed(
        articles=_in_order(rows("articles", Article)),
        appearances=_in_order(rows("appearances", Appearance)),
        mentions=_in_order(rows("mentions", Mention)),
        sentences=_in_order(rows("sentences", Sentence)),
        decided=tuple(sorted(rows("decisions", Decided), key=lambda d: (d.decision, d.side, d.appearance))),
        statements={row["appearance"]: row["statements"] for row in counts},
    )


def _present(row: dict[str, Any]) -> dict[str, Any]:
    """Return what the row states, lists as tuples; what it does not state takes its default."""
    stated = {name: value for name, value in row.items() if value is not None}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in stated.items()}


def _in_order(rows: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(rows, key=lambda row: row.id))  # type: ignore[attr-defined]
