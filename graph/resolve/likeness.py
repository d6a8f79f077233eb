"""What is known of two persons, compared: features, whose weights stand in `schema/pair_features.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.keys import key
from graph.resolve.observed import Appearance, Article

# Families of roles that people combine or change between: whoever leads, teaches or writes also is something.
_COMBINED = frozenset({"science", "organisation", "media", "education"})
# Anybody is somebody's father, a victim or a neighbour: it speaks neither for nor against a profession.
_ANYBODY = frozenset({"people"})
# Of 8 people in sport who would also be of science, were families independent of each other, none is.
_FAR = frozenset({"sport", "science"})
_CLOSE = (
    frozenset({"psychology", "medicine", "care", "nutrition"}),
    frozenset({"politics", "law", "police"}),
    frozenset({"sport", "psychology"}),
)
# In the news for themselves, and for what they know or lead. The kind `other` says neither.
_SUBJECT, _AUTHORITY = "subject", frozenset({"expert", "official"})

# Letters by which two words of roles are alike. With these 2 % of two people with different names and roles
# have roles that are alike, of two appearances of one name with different roles a quarter.
_BEGINNING, _ENDING = 5, 4

# Years between two articles from which on it speaks against one person that none lies between.
_YEARS_APART = 10


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells: which story, on what subject, published by whom, in which year, of whom.

    `people` are the keys of the full names in it, `bodies` those of its organisations.
    """

    story: str
    subject: str | None = None
    publisher: str | None = None
    owner: str | None = None
    year: int | None = None
    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()

    @classmethod
    def of(cls, article: Article, story: str) -> Told:
        """Return what an article of this story tells."""
        year = int(article.published[:4]) if article.published else None
        named = frozenset(article.people), frozenset(article.bodies)
        return cls(story, article.subject, article.publisher, article.owner, year, *named)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of one person, or of appearances that are surely one."""

    kinds: frozenset[str]
    families: frozenset[str]
    roles: frozenset[frozenset[str]]
    employers: frozenset[frozenset[str]]
    nations: frozenset[str]
    places: frozenset[str]
    company: frozenset[str]
    bodies: frozenset[str]
    subjects: frozenset[str]
    stories: frozenset[str]
    publishers: frozenset[str]
    owners: frozenset[str]
    years: frozenset[int]

    @classmethod
    def of(cls, appearance: Appearance, told: Told) -> Facts:
        """Return the facts of one appearance in an article of which `told` is known."""
        return cls(
            kinds=_set(appearance.kind),
            families=_set(appearance.role_family),
            roles=_words(appearance.role),
            employers=_words(appearance.employer, appearance.affiliation),
            nations=_set(appearance.nation),
            places=_set(key(appearance.place)),
            company=told.people - {appearance.name_keys[0]},
            bodies=told.bodies - {key(appearance.affiliation)},
            subjects=_set(told.subject),
            stories=_set(told.story),
            publishers=_set(told.publisher),
            owners=_set(told.owner),
            years=frozenset() if told.year is None else frozenset({told.year}),
        )

    @classmethod
    def together(cls, facts: Iterable[Facts]) -> Facts:
        """Return the facts of several that are one person."""
        several = list(facts)
        if len(several) == 1:
            return several[0]
        return cls(*(frozenset().union(*(getattr(f, name) for f in several)) for name in cls.__slots__))

    def own(self) -> Facts:
        """Return what is said of the person alone, without what is known of the articles."""
        none = frozenset[str]()
        return replace(
            self,
            company=none,
            bodies=none,
            subjects=none,
            stories=none,
            publishers=none,
            owners=none,
            years=frozenset[int](),
        )


def _set(*values: str | None) -> frozenset[str]:
    return frozenset(value for value in values if value)


def _words(*names: str | None) -> frozenset[frozenset[str]]:
    return frozenset(words for name in names if name and (words := _words_of(name)))


@lru_cache(1 << 16)
def _words_of(name: str) -> frozenset[str]:
    """Return the words of a role or an employer, of which a newsroom has few and repeats them."""
    return frozenset(key(name).split())


def compare(one: Facts, other: Facts) -> tuple[str, ...]:
    """Return the features of two persons; how their names agree is not among them.

    Of each field there is one at most, and a second where one word for a role stands for two families.
    """
    features = [*_role(one, other)]
    if _other_kind(one, other):
        features.append("other_kind")
    if one.stories & other.stories:
        features.append("same_story")
    if one.employers and other.employers:
        features.append("same_employer" if _fit(one.employers, other.employers) else "other_employer")
    if one.nations and other.nations:
        features.append("same_nation" if one.nations & other.nations else "other_nation")
    features += _company(one, other)
    if one.places and other.places:
        features.append("same_place" if one.places & other.places else "other_place")
    features += _form(one, other)
    if one.subjects and other.subjects:
        features.append("same_subject" if one.subjects & other.subjects else "other_subject")
    if one.publishers & other.publishers:
        features.append("same_publisher")
    elif one.owners & other.owners:
        features.append("same_owner")
    if one.years and other.years and _apart(one.years, other.years) >= _YEARS_APART:
        features.append("years_apart")
    return tuple(features)


def _role(one: Facts, other: Facts) -> Iterable[str]:
    called_alike = _fit(one.roles, other.roles)
    if called_alike:
        yield "same_role"
    elif _alike(one.roles, other.roles):
        yield "like_role"
        return
    ours, theirs = one.families - _ANYBODY, other.families - _ANYBODY
    if ours & theirs:
        if not called_alike:
            yield "same_family"
    elif ours and theirs:
        close = any(related(a, b) for a in ours for b in theirs)
        yield "related_family" if close else "other_family"


def _fit(one: frozenset[frozenset[str]], other: frozenset[frozenset[str]]) -> bool:
    """Whether a name of one is one of the other, or part of it ("Universiteit Leiden, ...")."""
    return bool(one & other) or any(a <= b or b <= a for a in one for b in other)


def _alike(one: frozenset[frozenset[str]], other: frozenset[frozenset[str]]) -> bool:
    """Whether two roles have words that are alike: "sleep coach", "sleeping expert".

    A word that both have says nothing, for each has another beside it: "professor of law", "of physics".
    """
    return any(_akin(a, b) for ours in one for theirs in other for a in ours - theirs for b in theirs - ours)


def _akin(one: str, other: str) -> bool:
    """Whether two words begin alike, or the one ends in the other."""
    if one[:_BEGINNING] == other[:_BEGINNING] and min(len(one), len(other)) > _BEGINNING:
        return True
    return min(len(one), len(other)) >= _ENDING and (one.endswith(other) or other.endswith(one))


def related(one: str, other: str) -> bool:
    """Whether people often are of both families of roles, at once or in turn."""
    if {one, other} == _FAR:
        return False
    if one == other or one in _COMBINED or other in _COMBINED:
        return True
    return any(one in close and other in close for close in _CLOSE)


def _other_kind(one: Facts, other: Facts) -> bool:
    """Whether one is in the news for themselves only, and the other for what they know or lead."""
    return any(
        _SUBJECT in a.kinds and not a.kinds & _AUTHORITY and bool(b.kinds & _AUTHORITY)
        for a, b in ((one, other), (other, one))
    )


def _company(one: Facts, other: Facts) -> Iterable[str]:
    """Compare whom and what articles name beside them."""
    if not one.company.isdisjoint(other.company):
        yield "same_company"
    elif not one.bodies.isdisjoint(other.bodies):
        yield "same_bodies"


def _form(one: Facts, other: Facts) -> Iterable[str]:
    """Compare whether they are presented by town alone, or have an employer."""
    by_town = [bool(facts.places and not facts.employers) for facts in (one, other)]
    if all(by_town):
        yield "same_form"
    elif any(by_town) and (one.employers or other.employers):
        yield "other_form"


def _apart(one: frozenset[int], other: frozenset[int]) -> int:
    """Return the years between the two nearest of two sets of years."""
    return min(abs(a - b) for a in one for b in other)
