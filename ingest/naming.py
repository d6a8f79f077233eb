"""Names and what is said around them, as a language's rules hand them to the people component."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """A role in one word: its family, and what a person in it is in an article (`kind`)."""

    family: str
    kind: str


@dataclass(frozen=True, slots=True)
class Name:
    """What may be a person's name: tokens `first:stop`, and how sure it is that it is one (0 to 3).

    `full` says that it has a given name or initials; a surname alone has not. `given` says that it is
    one word, and a known given name; `modelled` that a statistical model takes it for a person's too.
    """

    first: int
    stop: int
    text: str
    sure: int
    full: bool
    given: bool
    modelled: bool = False


@dataclass(slots=True)
class Introduction:
    """What the words around a name say of the person; None is what they do not say.

    Tokens `first:stop` are the phrase without appositions. `form` names what is said in the order in which
    it stands, `role+name+place`; `direct` that the role is the word before the name or its titles,
    `stated` that a verb says it ("Kolthof is hoogleraar"). `nation` is the country of the people that
    the name or the role is preceded by, as an ISO 3166 code in small letters.
    """

    first: int
    stop: int
    role: str | None = None
    kind: Role | None = None
    place: str | None = None
    affiliation: str | None = None
    honorific: str | None = None
    nation: str | None = None
    age: bool = False
    form: str = "name"
    direct: bool = False
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase without a name that may stand for a source: tokens `first:stop`.

    `form` is `pronoun`, `role` ("de psycholoog"), `somebody` ("een psycholoog"), `group` or `spokesperson`.
    `head` is the word for the role, "" where it is only a description; `gender` is `f`, `m`, `plural`, or ""
    where it says nothing.
    """

    first: int
    stop: int
    form: str
    head: str = ""
    gender: str = ""
