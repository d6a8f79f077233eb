"""What is said of one text alone, before anything of it is kept, and what a store knows of it already."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lines.article import ArticleLine
from graph.lines.person import PersonLine, SignalLine
from ingest.extraction import Article, Promotion, Reference, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody or something can be looked up.

    `register` is a name in `schema/registers.toml`, which says how to read an answer and what a miss means
    (`graph.registers.registers`). `for_title` says that it is for the stated profession and not for anybody.
    `addresses` are pages to open; none where one asks or calls.
    """

    register: str
    country: str
    protected: bool
    complete: bool
    for_title: bool
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Something said, from `start` to `end` of the text, in the `sentence` around it.

    `type` is `direct`, `indirect` or `mixed`. `searches` are pages to open that look for a quotation's first
    words on the web.
    """

    id: str
    type: str
    text: str
    start: int
    end: int
    sentence: Span
    searches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A person as the text presents them, what they say, and where to look them up.

    The fields are those of `ingest.extraction.Person`; `sentence` is the one that introduces them, `employer`
    how the affiliation fits the lists of institutions: `exact`, `alias`, `near-miss` or `none`.
    """

    id: str
    name: str
    kind: str
    role: str | None
    role_family: str | None
    place: str | None
    honorific: str | None
    affiliation: str | None
    employer: str | None
    introduction: str
    sentence: Span
    said: tuple[Said, ...]
    places: tuple[Place, ...]

    @property
    def searches(self) -> tuple[str, ...]:
        """The pages to open that look for the exact name on the web."""
        return next((place.addresses for place in self.places if place.register == "web"), ())


@dataclass(frozen=True, slots=True)
class Credited:
    """An organisation that something is credited to, and what the text gives to find it by.

    `authority` is the name of the known organisation that it is (`match` `exact` or `alias`) or only
    resembles (`near-miss`). `addresses` are links in those sentences, `promised` marks there such as "(bron)"
    that lead nowhere, `references` the entries of the reference list that name it.
    """

    id: str
    name: str
    match: str
    authority: str | None
    ror: str | None
    wikidata: str | None
    said: tuple[Said, ...]
    addresses: tuple[str, ...]
    promised: tuple[Span, ...]
    references: tuple[Reference, ...]
    places: tuple[Place, ...]

    @property
    def can_be_found(self) -> bool:
        """Whether there is an address, or an entry of a list, to find what it is credited with by."""
        return bool(self.addresses or self.references)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody without a name who is credited with something: "onderzoekers", "een studie"."""

    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the reference list, and where to look it up."""

    reference: Reference
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """A disclaimer: what it is about, as codes of `disclaimers`, and its words."""

    about: tuple[str, ...]
    text: Span


@dataclass(frozen=True, slots=True)
class Promoted:
    """An organisation that the text promotes, and what shows it."""

    id: str
    name: str
    shown: tuple[Promotion, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A domain that the text links to, and the addresses; `promoted` is whom the text promotes there."""

    domain: str
    addresses: tuple[str, ...]
    promoted: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """All there is to say of one text alone. Everything stands in the order of the text.

    `article` is what was read, without its shingles; `links` leave out those within the article's own domain,
    `promised` are all marks such as "(bron)" without an address.
    """

    article: Article
    people: tuple[Quoted, ...]
    credited: tuple[Credited, ...]
    unnamed: tuple[Unnamed, ...]
    references: tuple[Listed, ...]
    small_print: tuple[SmallPrint, ...]
    promoted: tuple[Promoted, ...]
    links: tuple[Linked, ...]
    promised: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """An article of the store that is this very text (`how` is `same`), or a `copy` or `twin` of it.

    Of a twin `score` says how much of the words of both they share, 0 to 1, and `swapped` what stands in this
    text with what stands in its place there.
    """

    how: str
    article: ArticleLine
    score: float | None = None
    swapped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of the store who may be meant by a name, and the articles that present them, by date.

    `how` is `same_name`, or how the names are nearly alike, as in `schema/pair_features.toml`. This text and
    its copies are left out of `articles`, whose stories `stories` counts. `signals` are about all that the
    store has of the person.
    """

    how: str
    person: PersonLine
    articles: tuple[ArticleLine, ...]
    stories: int
    signals: tuple[SignalLine, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownName:
    """Somebody of the text (`id` is that of a Quoted), and who of the store may be meant."""

    id: str
    name: str
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A sentence of the text that an article of the store has too, in the same or nearly the same words.

    `sentence` stands in the text, said by `source`; `there` in the `article`, at `start`, said by
    `source_there`, whose Person is `person`. `same_source` says that both go by one name.
    """

    sentence: Span
    source: str
    there: str
    start: int
    article: ArticleLine
    source_there: str
    person: str | None
    same_source: bool


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a store knows of a text: the text itself, the names in it, and what is said in it.

    `articles` is how many the store has. Names of whom nobody is known are left out.
    """

    articles: int
    texts: tuple[Alike, ...]
    names: tuple[KnownName, ...]
    sentences: tuple[Repeated, ...]
