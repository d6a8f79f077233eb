"""What is found in one article: the data classes that `ingest` hands to `graph`.

The JSON form of an `Extraction` is described by `schema/extraction.schema.json`. Nothing here knows
spaCy, files or a database, so that `graph` can import this module and no other of `ingest`.

Offsets are Unicode code points into `Article.text`, end exclusive, and for every span
`article.text[span.start:span.end] == span.text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


def content_id(tag: str, *fields: str) -> str:
    """Return the id of a thing made of `fields`: 32 hexadecimal digits.

    SHA-256 over the tag and the fields, each preceded by its length in bytes, so that no two
    different lists of fields are the same bytes. The first 128 bits are kept: with a thousand
    million things the chance that any two share an id is below 10**-20.
    """
    digest = hashlib.sha256()
    for part in (tag, *fields):
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:32]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the article's text: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page that is not running text.

    `kind` is one of `heading`, `key_points`, `caption`, `disclaimer`, `references`, `author_box`,
    `byline`, `promotion`. `about` says of a disclaimer what it is about, ordered: `advertorial`, `ai` (made
    with it), `fiction`, `general` (no advice, no liability), `names-changed`; others have none.
    """

    kind: str
    start: int
    end: int
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink, or a mark such as "(bron)" that promises one.

    `address` is the address linked to. When there is none, `state` says whether the page really had
    none (`none`, known only when a page was read) or whether the format could not show it
    (`unknown`). `state` is `present` when there is an address.
    """

    text: str
    start: int
    address: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the article's reference list; what it does not state is None."""

    text: str
    author: str | None
    title: str | None
    year: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """One text as published.

    A reader fills everything up to `references`; the pipeline adds `language`, `subject`,
    `subject_words`, `shingles` and `fingerprint`. `published` has stated precision (`2024`,
    `2024-05`, `2024-05-01`). `shingles` is a sample of hashed word 5-grams as 63-bit integers:
    near-duplicate texts share most of them.
    """

    source: str
    id: str
    text: str
    title: str | None = None
    subtitle: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    byline: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    references: tuple[Reference, ...] = ()
    language: str | None = None
    subject: str | None = None
    subject_words: tuple[str, ...] = ()
    shingles: tuple[int, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A personal name taken apart; parts may be empty.

    `prefix` is the tussenvoegsel ("van der"); `suffix` the code of what tells relatives of one name apart:
    `sr`, `jr`, `ii`.
    """

    given: str = ""
    initials: str = ""
    prefix: str = ""
    surname: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare a personal name is, in bits: the given name or initials, and the surname.

    One in 2**bits people bears it. As it stands here it is that of names on no list of common ones.
    """

    given: float = 13.0
    surname: float = 15.0


@dataclass(frozen=True, slots=True)
class Person:
    """One person as one article presents them (in the graph: an Appearance).

    `kind` is `expert`, `subject`, `official` or `other`. `name_keys[0]` is the key of the full name
    (NFKD, no diacritics, case-folded, single spaces); each further key is that of other names that may be
    the same person's, after the code for how they are alike (`sounds_alike:`, `initials:`). `introduction`
    names the form in which the article introduces the person, such as `role+name+place`. `nation` is the
    country of the people that the person is said to be of, as an ISO 3166 code in small letters.
    """

    id: str
    name: str
    name_parts: NameParts
    name_keys: tuple[str, ...]
    kind: str
    role: str | None
    role_family: str | None
    place: str | None
    honorific: str | None
    affiliation: str | None
    introduction: str
    mentions: tuple[Span, ...]
    rarity: Rarity = Rarity()
    nation: str | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """An institution of an authority list that a mention was identified as, or resembles."""

    id: str
    name: str
    kind: str | None = None
    country: str | None = None
    ror: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Promotion:
    """A stretch of the text that promotes an organisation.

    `kind` is `advertorial` (small print that names it says the article is paid for), `call` (to buy there),
    `discount`, `link` (to the domain of its name, or that domain written out), `paid` (small print that does
    not name it), `praise`, `sale` (it can be bought there), `shop` (it is called one) or `speaker` (an expert
    who speaks for it).
    """

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Institution:
    """An organisation as one article writes it (in the graph: a Mention).

    `match` is `exact`, `alias`, `near-miss` or `none`. `authority` is the institution identified
    (exact, alias) or resembled (near-miss). `used_as` holds `affiliation`, `source`, `mention` and
    `promoted`; `promotion` is what shows the last.
    """

    id: str
    name: str
    key: str
    match: str
    authority: Authority | None
    used_as: tuple[str, ...]
    mentions: tuple[Span, ...]
    promotion: tuple[Promotion, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: `kind` is `person`, `institution` or `unnamed`.

    `ref` is the id of the Person or Institution (None when unnamed), `name` its name or the phrase
    ("onderzoekers"), `text` the words that stand for the source here, None when none do.
    """

    kind: str
    ref: str | None
    name: str
    text: Span | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of what was said, with what is compared to find the same claim elsewhere.

    `words` are the content words, normalised, in order; `numbers` the numbers in digits. `terms` are what
    is compared of the words (no inflection, compounds taken apart), `bits` how rare each of these is, and
    `names` the words that a capital marks as a name.
    """

    id: str
    start: int
    end: int
    text: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    negated: bool
    terms: tuple[str, ...] = ()
    bits: tuple[float, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said (in the graph: a Statement): who, with which cue, what, found by which rule.

    `type` is `direct`, `indirect` or `mixed`. `cites` are ids of Institutions named as the origin of
    what is said ("blijkt uit onderzoek van het RIVM"), and `study` is the word for the study, survey or
    figures that it is credited to.
    """

    id: str
    source: Source
    cue: Span | None
    content: tuple[Span, ...]
    type: str
    rule: str
    continuation: bool
    sentences: tuple[Sentence, ...]
    cites: tuple[str, ...] = ()
    study: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one reading of one article found."""

    article: Article
    people: tuple[Person, ...] = field(default=())
    institutions: tuple[Institution, ...] = field(default=())
    attributions: tuple[Attribution, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes an article was read from, as received.

    `name` is the file, line or address they came from; `sidecar` the JSON text of `NAME.meta.json`
    beside a text file; `asked` and `reached` the addresses asked for and, after redirection, reached.
    """

    data: bytes
    media_type: str
    name: str
    sidecar: str | None = None
    asked: str | None = None
    reached: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as a reader made it from an original, and the version of that reader."""

    article: Article
    original: Original
    reader: str


def article_id(url: str | None, text: str) -> str:
    """Return an article's id: from canonical address and text, or from the text where there is no address."""
    return content_id("article", url or "", text)


def person_id(article: str, name_key: str) -> str:
    """Return the id of the person with this name key in this article (an Appearance)."""
    return content_id("appearance", article, name_key)


def institution_id(article: str, key: str) -> str:
    """Return the id of the organisation with this name key in this article (a Mention)."""
    return content_id("mention", article, key)


def attribution_id(article: str, source_key: str, content: Iterable[Span]) -> str:
    """Return the id of a statement: article, who says it, and which spans."""
    return content_id("statement", article, source_key, *(f"{s.start}-{s.end}" for s in content))


def sentence_id(attribution: str, start: int, end: int) -> str:
    """Return the id of a sentence: its statement and its span."""
    return content_id("sentence", attribution, f"{start}-{end}")


def to_json(thing: Any) -> Any:
    """Return an extraction, or any part of one, as JSON values: dictionaries, lists, scalars and None."""
    if hasattr(thing, "__dataclass_fields__"):
        return {name: to_json(getattr(thing, name)) for name in thing.__dataclass_fields__}
    if isinstance(thing, tuple | list):
        return [to_json(item) for item in thing]
    return thing
