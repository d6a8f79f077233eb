"""The people of an invented newsroom: who they are, how often they appear, and as what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from bench.press import names
from bench.press.names import Name
from bench.press.tables import NAMES, Field

# In how many articles a person is, as parts of 2,505 people with a full name in 1,200 news articles; of more
# than ten, and of more than fifteen, one number each stands for all.
ARTICLES = {1: 2022, 2: 283, 3: 73, 4: 39, 5: 22, 6: 15, 7: 10, 8: 10, 9: 5, 10: 6, 13: 12, 24: 8}
# An invented expert is in 3 to 30 stories: a British trade paper (2025) counted some fifty of them in over a
# thousand articles.
INVENTED_STORIES = (3, 30)
# Of invented experts so many change town and profession from story to story.
WANDERING = 0.35
# The wordings of one profession. Consecutive articles word somebody's role otherwise in 55 of 100 cases (17
# of 31 of known recurring people, 105 of 188 people with a role in two of 1,200 news articles). With these,
# and with offices that have one or two wordings only, it is every second time here.
WORDINGS = (0.45, 0.30, 0.25)
# Of officials in the news one in ten (9 of 87) is next shown with a role of another kind, of experts none in
# seven; of those who recur so many take another office.
OTHER_OFFICE = {"official": 0.10, "expert": 0.05}
# Experts with an employer at all. With .44 of introductions naming it, a third of experts in news articles
# (.33 of 138) are shown with one.
EMPLOYED = 0.75
# People in several articles who are spelled in two ways, 22 of 483; and written with initials, 4 of 3,747
# appearances in the news, but at every turn in more formal papers: one in a hundred people here.
RESPELLED, INITIALLED = 22 / 483, 0.01
# At least so many have the full name of somebody else, however small the newsroom: from the frequencies of
# names alone two people of one name come once in a million pairs, 200 among 20,000 people.
NAMESAKES = 0.01


@dataclass(frozen=True, slots=True)
class Post:
    """As what a person appears: the wordings of a profession, and an employer with its preposition."""

    field: str
    wordings: tuple[str, ...]
    employer: str | None = None


@dataclass(slots=True)
class Person:
    """One person: an expert, an official or a subject. `other` is how a few of their articles write them."""

    id: str
    kind: str
    name: Name
    post: Post | None
    town: str
    stories: int = 1
    invented: bool = False
    wandering: bool = False
    second: Post | None = None
    other: Name | None = None
    age: int = 0
    full: bool = True
    posts: dict[str, Post] = field(default_factory=dict)


class Cast:
    """Makes the people of one newsroom, and remembers their names for namesakes."""

    def __init__(self, rng: Random, fields: tuple[Field, ...]) -> None:
        self._rng = rng
        self._fields = {field.name: field for field in fields}
        self.people: list[Person] = []

    def expert(self, field: str) -> Person:
        """Make an expert in a field, with a stable profession."""
        return self._professional("expert", self.post(field))

    def official(self, field: str) -> Person:
        """Make somebody who speaks for an organisation of a field, or for a town."""
        offices = NAMES["officials"]
        if self._rng.random() < 0.6:
            employer = self._rng.choice(self._fields[field].employers)
            post = Post(field, tuple(self._rng.choice(offices["employed"])), employer)
        else:
            post = Post(field, tuple(self._rng.choice(offices["elected"])))
        return self._professional("official", post)

    def invented(self, most: int) -> Person:
        """Make an expert who is used again in up to `most` stories, of no employer."""
        least, limit = INVENTED_STORIES
        person = self._person("expert", replace(self.post(self._any_field()), employer=None))
        person.invented = True
        person.wandering = self._rng.random() < WANDERING
        person.stories = max(least, min(most, round(self._rng.triangular(least, limit, least))))
        return person

    def case(self) -> Person:
        """Make a case person, half of whom are known by a given name only, in one story."""
        person = self._person("subject", None)
        person.age = self._rng.randint(19, 78)
        person.full = self._rng.random() < 0.5
        return person

    def post(self, field: str) -> Post:
        """Return a profession in a field, with its wordings in the order this person's articles prefer."""
        table = self._fields[field]
        wordings = list(self._rng.choice(table.professions))
        if self._rng.random() < 0.3:
            self._rng.shuffle(wordings)
        employed = self._rng.random() < EMPLOYED
        return Post(field, tuple(wordings), self._rng.choice(table.employers) if employed else None)

    def _professional(self, kind: str, post: Post) -> Person:
        person = self._person(kind, post)
        person.stories = self._rng.choices(list(ARTICLES), list(ARTICLES.values()))[0]
        if person.stories > 1:
            if self._rng.random() < OTHER_OFFICE[kind]:
                employer = self._rng.choice(self._fields[post.field].employers)
                person.second = Post(
                    post.field, tuple(self._rng.choice(NAMES["officials"]["employed"])), employer
                )
            chance = self._rng.random()
            if chance < RESPELLED:
                person.other = names.respelled(person.name, self._rng)
            elif chance < RESPELLED + INITIALLED:
                person.other = names.initialled(person.name)
        return person

    def _person(self, kind: str, post: Post | None) -> Person:
        name = names.draw(self._rng)
        if self.people and self._rng.random() < NAMESAKES:
            name = self._rng.choice(self.people).name
        town = self._rng.choice(NAMES["places"]["towns"].split())
        person = Person(f"p{len(self.people) + 1}", kind, name, post, town)
        self.people.append(person)
        return person

    def _any_field(self) -> str:
        return self._rng.choice(sorted(self._fields))


class Deck:
    """People dealt one by one, each as often as they are to appear, in no order."""

    def __init__(self, people: list[Person], rng: Random) -> None:
        self._cards = [person for person in people for _ in range(person.stories)]
        rng.shuffle(self._cards)

    def deal(self, beside: list[Person]) -> Person | None:
        """Return the next person who is not among those already there; None if there is none."""
        for i in range(len(self._cards) - 1, max(-1, len(self._cards) - 50), -1):
            if all(self._cards[i].id != other.id for other in beside):
                return self._cards.pop(i)
        return None
