"""One person of an article, from what each of their mentions says: role, place, employer, titles, kind."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from types import ModuleType

from ingest import names
from ingest.extraction import Article, Attribution, Institution, NameParts, Person, Span, person_id
from ingest.naming import Introduction, Name

# The family of roles that say what somebody is in life, or to somebody else.
_RELATIONS = "people"
# Characters between an organisation and who is said to lead it, without its name: some three sentences.
_NEAR = 400
# Mentions, at least, of what an article is about.
_OFTEN = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, and what is said around it."""

    start: int
    end: int
    name: Name
    introduction: Introduction


@dataclass(slots=True)
class Found:
    """A person while their mentions are being gathered."""

    name: str
    parts: NameParts
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Introduction] = field(default_factory=list)
    start: int = sys.maxsize
    has_role: bool = False

    def add(self, mention: Mention) -> None:
        """Add a mention; `start` is where the first known so far stands."""
        self.mentions.append(mention)
        self.start = min(self.start, mention.start)
        self.has_role = self.has_role or mention.introduction.role is not None


def presented(
    article: Article, found: Found, language: ModuleType, sport: bool, named: Collection[str]
) -> Person:
    """Return what an article says of a person; `named` are the keys of the names of all its people."""
    mentions = sorted(found.mentions, key=lambda mention: mention.start)
    said = [*(mention.introduction for mention in mentions), *found.descriptions]

    def is_person(employer: str) -> bool:
        return any(names.key(form) in named for form in language.forms(employer))

    told = _told(said, introducing(mentions), is_person)
    if told.role is not None:
        told.kind = language.in_context(told.kind, told.role, sport)
    keys = (
        language.name_keys(found.name, found.parts)
        if not found.parts.given or found.parts.surname
        else (names.key(found.name),)
    )
    return Person(
        id=person_id(article.id, keys[0]),
        name=found.name,
        name_parts=found.parts,
        name_keys=keys,
        kind=language.kind(told, not (found.parts.surname or found.parts.initials), sport),
        role=told.role,
        role_family=told.kind.family if told.kind else None,
        place=told.place,
        honorific=told.honorific,
        affiliation=told.affiliation,
        introduction=told.form,
        mentions=tuple(Span(m.start, m.end, article.text[m.start : m.end]) for m in mentions),
        rarity=language.rarity(found.parts),
        nation=told.nation,
    )


def _told(
    introductions: Sequence[Introduction], introducing: Introduction, is_person: Callable[[str], bool]
) -> Introduction:
    """Return what all mentions of a person say: the one that introduces first, then the others in order.

    No employer is a person that the article names: "de trainer van Kolthof", "Kolthofs trainer".
    """
    told = replace(introducing)
    if told.affiliation is not None and is_person(told.affiliation):
        told.affiliation = None
    for one in introductions:
        if one.role is not None and (told.role is None or gives_way(told, one)):
            told.role, told.kind = one.role, one.kind
        told.place = told.place or one.place
        if one.affiliation is not None and not is_person(one.affiliation):
            told.affiliation = told.affiliation or one.affiliation
        told.nation = told.nation or one.nation
        told.honorific = told.honorific or one.honorific
        told.age = told.age or one.age
    return told


def gives_way(told: Introduction, later: Introduction) -> bool:
    """Whether a role is what somebody is to another, "haar collega Kolthof", and a later one what they do."""
    if told.kind is None or later.kind is None or told.role is None:
        return False
    return (
        told.kind.family == _RELATIONS and " " not in told.role and later.kind.kind in ("expert", "official")
    )


def introducing(mentions: Sequence[Mention]) -> Introduction:
    """Return the introduction that presents a person: the first by the full name that says something."""
    saying = [mention for mention in mentions if mention.introduction.form != "name"]
    return next((one for one in saying if one.name.full), saying[0] if saying else mentions[0]).introduction


def with_employers(
    text: str, people: Sequence[Person], institutions: Sequence[Institution], language: ModuleType
) -> tuple[list[Person], list[Institution]]:
    """Return people and institutions, with employers that stand before those who work there.

    "Zeewind is boos. Het plan is slecht, zegt directeur Mirjam Kolthof": a role such as "directeur" is one
    somewhere, and where that is not said with the name it is that which the sentences before are about, or
    the article. So it was said before where somebody is "van die organisatie". In 180 articles the nearest
    mention alone gave seven employers, four of them wrong; what sentences are about gives four, all right.
    """
    mentions = sorted(
        ((span.start, span.end, one.name) for one in institutions for span in one.mentions),
        key=lambda mention: mention[0],
    )
    counts = [*Counter(name for _, _, name in mentions).most_common(2), (None, 0), (None, 0)]
    (most, count), (_, second) = counts[:2]
    most = most if count >= _OFTEN else None

    def employer(one: Person) -> str | None:
        start = one.mentions[0].start
        before = [mention for mention in mentions if start - _NEAR <= mention[0] < start]
        if any(language.is_of_body(text, span.end) for span in one.mentions):
            return before[-1][2] if before else None
        if one.role is None:
            return None
        role = one.role
        fitting = list(dict.fromkeys(name for _, _, name in before if language.works_at(role, name)))
        if len(fitting) == 1:
            return fitting[0]
        if not language.leads(role):
            return None
        subjects = [name for first, end, name in before if language.is_subject(text, first, end)]
        if subjects:
            return subjects[-1]
        # What an article is about is named most often, twice as often as anything else or last before.
        return most if count >= 2 * second or (before and before[-1][2] == most) else None

    told = [one if one.affiliation else replace(one, affiliation=employer(one)) for one in people]
    employing = {one.affiliation for one in told}
    return told, [
        replace(one, used_as=("affiliation", *(use for use in one.used_as if use != "mention")))
        if one.name in employing and "affiliation" not in one.used_as
        else one
        for one in institutions
    ]


def as_heard(people: Sequence[Person], attributions: Sequence[Attribution]) -> list[Person]:
    """Return people with their kind as it is once it is known who speaks.

    An expert is asked for what they know. Whoever has such a profession, is presented with no employer or
    title and says nothing is only told of: of the 29 experts in 36 annotated articles all speak, and of 21
    silent ones in 500 of a broadcaster's one was presented for what he knew.
    """
    speaking = {attribution.source.ref for attribution in attributions}
    return [
        replace(one, kind="other")
        if one.kind == "expert" and not (one.affiliation or one.honorific or one.id in speaking)
        else one
        for one in people
    ]
