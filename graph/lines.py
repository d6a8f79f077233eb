"""What reports are made of: frozen lines of plain values, the same for a page, a table and JSON.

Ids are those of nodes. Offsets are Unicode code points into the text of the article, end exclusive.
Codes (kinds, families of roles, subjects, forms of introduction, types of signal) have their words in
`schema/messages/`. What is not stated or not known is None or empty. `ingest.extraction.to_json` makes JSON.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Totals:
    """How much is in a store; `build` is the number of the published build, 0 before the first."""

    articles: int
    stories: int
    persons: int
    experts: int
    statements: int
    claims: int
    institutions: int
    publishers: int
    build: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person and how articles present them; `stories`, `articles` and `statements` are counts.

    `first` and `last` are dates of publication of stated precision.
    """

    id: str
    name: str
    kind: str
    roles: tuple[str, ...]
    places: tuple[str, ...]
    affiliations: tuple[str, ...]
    role_families: tuple[str, ...]
    stories: int
    articles: int
    statements: int
    publishers: tuple[str, ...]
    owners: tuple[str, ...]
    subjects: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class SignalLine:
    """A reason to look closer (`polarity` `closer`) or one that speaks for a person (`for`).

    The message `signals.TYPE` says it, with `params`; `evidence` are ids of the nodes it rests on.
    """

    type: str
    polarity: str
    params: dict[str, str]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeatureLine:
    """Something that speaks for (above 0) or against two being one person, by so many bits.

    The message `pairs.NAME` says it.
    """

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two persons and what speaks for and against their being one; `score` is the sum of the weights.

    `sure` says that the score is enough for one person, so that something else keeps them apart: a decision,
    an article that has both, or a third person whom one of them fits as well.
    """

    one: PersonLine
    other: PersonLine
    score: float
    sure: bool
    features: tuple[FeatureLine, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two persons who may be one: how likely (`chance`, 0 to 1), and how many stories would come together.

    `value` is what an answer is worth: the stories, times how far the chance is from certain (0 to 1).
    """

    compared: Comparison
    chance: float
    stories: int
    value: float


@dataclass(frozen=True, slots=True)
class Reused:
    """A person of several stories, what is notable about them, and others of the same name."""

    person: PersonLine
    signals: tuple[SignalLine, ...]
    namesakes: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article; `publisher` is the title of the publication, `subject` a code, `story` its Story."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    subject: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Something said in an article, at `starts` to `ends`.

    `source_id` is the Person or Institution that says it, None where nobody known does. `claims` are ids
    of the claims its sentences express.
    """

    id: str
    article: str
    type: str
    text: str
    cue: str | None
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    source_kind: str
    source_name: str
    source_id: str | None
    rule: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppearanceLine:
    """A person as one article presents them, named at `starts` to `ends`.

    `context` is the sentence of the article in which the name first stands.
    """

    id: str
    article: ArticleLine
    story: str | None
    name: str
    role: str | None
    role_family: str | None
    place: str | None
    honorific: str | None
    affiliation: str | None
    introduction: str | None
    kind: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    context: str
    statements: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence that expresses a claim, at `start` to `end` of its article, and who says it there.

    `person` is the id of the Person, None where an institution or nobody known says it.
    """

    id: str
    text: str
    start: int
    end: int
    article: ArticleLine
    statement: str
    source_name: str
    person: str | None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """Sentences that say the same, in how many stories, and who says them."""

    id: str
    text: str
    stories: int
    persons: tuple[PersonLine, ...]
    sentences: tuple[SentenceLine, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is on one person; appearances by date of publication.

    `apart` compares the person with each of the namesakes, in their order. `formerly` are other persons whom
    the same id stood for once, before they were told apart.
    """

    person: PersonLine
    signals: tuple[SignalLine, ...]
    namesakes: tuple[PersonLine, ...]
    appearances: tuple[AppearanceLine, ...]
    claims: tuple[ClaimLine, ...]
    formerly: tuple[PersonLine, ...] = ()
    apart: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the page that is not running text: `heading`, `caption`, `disclaimer` and so on."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MentionLine:
    """An organisation as an article writes it.

    `id` is that of the Institution; `authority_name`, `ror` and `wikidata` are of what it is or
    resembles. `match` is `exact`, `alias`, `near-miss` or `none`; `used_as` holds `affiliation`, `source`,
    `mention` and `promoted`.
    """

    id: str
    name: str
    used_as: tuple[str, ...]
    match: str
    authority_name: str | None
    ror: str | None
    wikidata: str | None
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article whole: each appearance with the id of its person, and the other articles of its story."""

    line: ArticleLine
    text: str
    parts: tuple[PartLine, ...]
    people: tuple[tuple[AppearanceLine, str | None], ...]
    mentions: tuple[MentionLine, ...]
    statements: tuple[StatementLine, ...]
    copies: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a drawing: `label` is its type, `name` what stands under it, `detail` a line more.

    The `id` of a Story, which is that of an article too, begins with `story:`.
    """

    id: str
    label: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship of a drawing, from node `start` to node `end`, with the sentence behind it.

    `sentence` stands at `start_offset` to `end_offset` of `article`; all four are None where no single
    sentence is behind it.
    """

    id: str
    type: str
    start: str
    end: str
    article: str | None
    start_offset: int | None
    end_offset: int | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class Network:
    """A node and what is near it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A person of some articles who is in other stories too, and what these articles add."""

    person: PersonLine
    new_places: tuple[str, ...]
    new_roles: tuple[str, ...]
    new_publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question kept in `schema/queries/`: what it answers, and in which terms.

    `parameters` and `columns` map a name to its meaning. A parameter that is null means any, so that all
    may be left out when each is then given as null.
    """

    name: str
    title: str
    answers: str
    parameters: dict[str, str]
    columns: dict[str, str]
    cypher: str
