"""The stories of an invented newsroom before they are worded: who is in them, as what, saying what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from random import Random
from typing import Any

from bench.press import names
from bench.press.claims import Claims, Said
from bench.press.people import WORDINGS, Cast, Deck, Person, Post
from bench.press.tables import NAMES, Field, fields

# Of 250 expert articles 27 quoted somebody untraceable (a British trade paper, 2025).
INVENTED = 27 / 250
# Stories with one expert and with two, an official, a case person. Of news articles one in nine has an
# expert; stories with experts are what the program is for, so that all of these have.
EXPERTS, OFFICIAL, CASE = (0.6, 0.4), 0.35, 0.5
# Stories that other titles take over, and that are made anew from an earlier one's template.
COPIED, TWINNED = 0.04, 0.015
# Claims of which one is said again, and how: verbatim, edited, in other words.
AGAIN, HOW = 0.04, {"verbatim": 0.4, "edited": 0.3, "reworded": 0.3}
# Statements in 1,200 news articles: 61 % of 6,534 direct.
FORMS = {"main": 0.61, "dat": 0.25, "inverted": 0.14}
# How experts are introduced: of 138 in the news 62 % with role before the name and nothing else, 33 % with
# their employer, 6 % with the role after the name, 1.4 % with a town. Invented experts of the founding cases
# come as role, name and town, all of them.
EMPLOYED_FORMS = {
    "role+name": 0.43,
    "role+name+affiliation": 0.21,
    "name+role+affiliation": 0.14,
    "role+affiliation+name": 0.04,
    "name+role": 0.07,
    "name+affiliation": 0.04,
    "name": 0.04,
    "role+name+place": 0.02,
    "name+role+place": 0.01,
}
FREE_FORMS = {
    "role+name": 0.83,
    "name+role": 0.10,
    "name": 0.04,
    "role+name+place": 0.02,
    "name+role+place": 0.01,
}
INVENTED_FORMS = {"role+name+place": 0.6, "name+role+place": 0.2, "role+name": 0.2}
CASE_FORMS = {"name+age+place": 0.5, "name+age": 0.3, "name+place": 0.2}
# Tussenvoegsels in capitals after a given name: 28 of 547 in 1,200 news articles.
CAPITALLED = 28 / 547
# Of people with two spellings or two offices so many appearances are the second.
SECOND = 0.35
# A wandering expert's town changes so often; other invented experts keep to one owner's titles so often.
MOVES, ONE_OWNER = 0.7, 0.8


@dataclass(frozen=True, slots=True)
class Shown:
    """A person as one story shows them; what it does not state is None."""

    person: Person
    name: names.Name
    written: str
    form: str
    role: str | None = None
    employer: str | None = None
    place: str | None = None
    says: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """What one article is written from. Two stories of one `skeleton` are twins.

    `copies` are the titles that take it over, `twin` the story it was made from.
    """

    id: str
    field: Field
    publisher: str
    day: int
    town: str
    experts: tuple[Shown, ...]
    officials: tuple[Shown, ...]
    cases: tuple[Shown, ...]
    skeleton: str
    copies: tuple[str, ...] = ()
    twin: str | None = None


@dataclass(slots=True)
class _Outline:
    """How many of whom a story needs, before anybody has a name."""

    invented: bool
    experts: int
    officials: int
    cases: int
    copies: int
    twin: int | None
    lead: Person | None = None
    field: str = ""


class Newsroom:
    """Makes the stories for `articles` articles; equal arguments make equal stories."""

    def __init__(self, articles: int, seed: str, frames: dict[str, Any]) -> None:
        self._rng = Random(seed)
        self._seed = seed
        self._fields = {field.name: field for field in fields()}
        self._cast = Cast(self._rng, tuple(self._fields.values()))
        self._claims = Claims(self._rng, frames)
        self._said: dict[str, list[Said]] = {name: [] for name in self._fields}
        self._owners: dict[str, str] = {}
        self._articles = articles

    @property
    def people(self) -> list[Person]:
        """All who may appear."""
        return self._cast.people

    def stories(self) -> Iterator[Story]:
        """Yield the stories in the order of their ids."""
        outlines = self._outlines()
        self._lead(outlines)
        decks = self._decks(outlines)
        made: list[Story] = []
        for outline in outlines:
            if outline.twin is None:
                story = self._story(len(made), outline, decks)
            else:
                story = self._twin(len(made), made[outline.twin], outline, decks)
            made.append(story)
            yield story

    def _outlines(self) -> list[_Outline]:
        rng, left = self._rng, self._articles
        outlines: list[_Outline] = []
        while left > 0:
            twin = rng.randrange(len(outlines)) if outlines and rng.random() < TWINNED else None
            if twin is not None and (outlines[twin].twin is not None or outlines[twin].copies):
                twin = None
            copies = min(left - 1, rng.randint(1, 3)) if twin is None and rng.random() < COPIED else 0
            outline = _Outline(
                invented=rng.random() < INVENTED,
                experts=1 + rng.choices((0, 1), EXPERTS)[0],
                officials=int(rng.random() < OFFICIAL),
                cases=int(rng.random() < CASE),
                copies=copies,
                twin=twin,
                field=rng.choice(sorted(self._fields)),
            )
            outlines.append(outline)
            left -= 1 + copies
        return outlines

    def _lead(self, outlines: list[_Outline]) -> None:
        """Give the stories led by an invented expert theirs, and so their field; twins take over both."""
        led = [outline for outline in outlines if outline.invented]
        most = max(3, len(led) // 3)
        deck = Deck(_enough(len(led), lambda: self._cast.invented(most)), self._rng)
        for outline in led:
            lead = outline.lead = deck.deal([])
            if lead is not None and lead.post is not None and not lead.wandering:
                outline.field = lead.post.field
        for outline in outlines:
            if outline.twin is not None:
                model = outlines[outline.twin]
                outline.field, outline.experts = model.field, model.experts
                outline.officials, outline.cases = model.officials, model.cases
                if outline.lead is not None and outline.lead.post is not None:
                    outline.lead = outline.lead if outline.lead.wandering else None
                outline.invented = outline.lead is not None

    def _decks(self, outlines: list[_Outline]) -> dict[tuple[str, str], Deck]:
        slots: Counter[tuple[str, str]] = Counter()
        for outline in outlines:
            slots["expert", outline.field] += outline.experts - (outline.lead is not None)
            slots["official", outline.field] += outline.officials
        decks = {}
        for (kind, field), count in sorted(slots.items()):
            make = partial(self._one_of, kind, field, max(1, count // 3))
            decks[kind, field] = Deck(_enough(count, make), self._rng)
        return decks

    def _one_of(self, kind: str, field: str, most: int) -> Person:
        person = self._cast.expert(field) if kind == "expert" else self._cast.official(field)
        person.stories = min(person.stories, most)
        return person

    def _story(self, number: int, outline: _Outline, decks: dict[tuple[str, str], Deck]) -> Story:
        rng, field = self._rng, self._fields[outline.field]
        people = self._dealt(outline, decks, [])
        publisher = self._publisher(outline.lead)
        return Story(
            id=f"s{number + 1}",
            field=field,
            publisher=publisher,
            day=rng.randrange(9 * 365),
            town=rng.choice(_towns()),
            experts=tuple(self._shown(p, field, self._sayings(field)) for p in people if p.kind == "expert"),
            officials=tuple(self._shown(p, field) for p in people if p.kind == "official"),
            cases=tuple(self._case(self._cast.case()) for _ in range(outline.cases)),
            skeleton=f"{self._seed}:{number}",
            copies=tuple(self._elsewhere(publisher, outline.copies)),
        )

    def _twin(
        self, number: int, model: Story, outline: _Outline, decks: dict[tuple[str, str], Deck]
    ) -> Story:
        """Return the story made from another's template: other people, another town, other numbers."""
        rng, field = self._rng, model.field
        there = [shown.person for shown in (*model.experts, *model.officials)]
        people = self._dealt(outline, decks, there)
        experts = [p for p in people if p.kind == "expert"]
        sayings = [tuple(self._renumbered(said) for said in shown.says) for shown in model.experts]
        return replace(
            model,
            id=f"s{number + 1}",
            publisher=self._publisher(outline.lead),
            day=rng.randrange(9 * 365),
            town=rng.choice([town for town in _towns() if town != model.town]),
            experts=tuple(self._shown(p, field, says) for p, says in zip(experts, sayings, strict=False)),
            officials=tuple(self._shown(p, field) for p in people if p.kind == "official"),
            cases=tuple(self._case(self._cast.case()) for _ in model.cases),
            copies=(),
            twin=model.id,
        )

    def _dealt(
        self, outline: _Outline, decks: dict[tuple[str, str], Deck], there: list[Person]
    ) -> list[Person]:
        people = [] if outline.lead is None else [outline.lead]
        for kind, count in (("expert", outline.experts), ("official", outline.officials)):
            for _ in range(count - (kind == "expert" and outline.lead is not None)):
                person = decks[kind, outline.field].deal(there + people)
                people.append(person or self._one_of(kind, outline.field, most=1))
        return people

    def _sayings(self, field: Field) -> tuple[Said, ...]:
        return tuple(self._saying(field) for _ in range(self._rng.randint(2, 5)))

    def _saying(self, field: Field) -> Said:
        rng, before = self._rng, self._said[field.name]
        if before and rng.random() < AGAIN:
            how = rng.choices(list(HOW), list(HOW.values()))[0]
            form = "main" if how != "reworded" else rng.choices(list(FORMS), list(FORMS.values()))[0]
            return replace(rng.choice(before), how=how, form=form, variant=rng.randrange(6))
        form = rng.choices(list(FORMS), list(FORMS.values()))[0]
        said = Said(self._claims.new(field), form=form)
        if form == "main":
            before.append(said)
        return said

    def _renumbered(self, said: Said) -> Said:
        return replace(said, claim=self._claims.renumbered(said.claim))

    def _shown(self, person: Person, field: Field, says: tuple[Said, ...] = ()) -> Shown:
        rng, town = self._rng, person.town
        post = self._post(person, field)
        if person.invented:
            forms = INVENTED_FORMS
            if person.wandering and rng.random() < MOVES:
                town = rng.choice(_towns())
        else:
            forms = EMPLOYED_FORMS if post.employer else FREE_FORMS
        form = rng.choices(list(forms), list(forms.values()))[0]
        weights = WORDINGS[: len(post.wordings)]
        role = rng.choices(post.wordings, weights)[0]
        name = self._written(person)
        return Shown(
            person,
            name,
            name.full,
            form,
            role if "role" in form else None,
            post.employer if "affiliation" in form else None,
            town if "place" in form else None,
            says,
        )

    def _post(self, person: Person, field: Field) -> Post:
        if person.wandering and field.name not in person.posts:
            person.posts[field.name] = replace(self._cast.post(field.name), employer=None)
        if person.wandering:
            return person.posts[field.name]
        assert person.post is not None
        return person.second if person.second and self._rng.random() < SECOND else person.post

    def _written(self, person: Person) -> names.Name:
        name = person.other if person.other and self._rng.random() < SECOND else person.name
        prefixed = name.surname[0].islower()
        return names.capitalled(name) if prefixed and self._rng.random() < CAPITALLED else name

    def _case(self, person: Person) -> Shown:
        form = self._rng.choices(list(CASE_FORMS), list(CASE_FORMS.values()))[0]
        written = person.name.full if person.full else person.name.given
        place = person.town if "place" in form else None
        return Shown(person, person.name, written, form, place=place)

    def _publisher(self, lead: Person | None) -> str:
        """Return a title; of an invented lead's owner as a rule."""
        publishers = NAMES["publishers"]
        sizes = [len(titles) for titles in publishers.values()]
        owner = self._rng.choices(list(publishers), sizes)[0]
        if lead is not None:
            own = self._owners.setdefault(lead.id, owner)
            owner = own if self._rng.random() < ONE_OWNER else owner
        return self._rng.choice(publishers[owner])

    def _elsewhere(self, publisher: str, count: int) -> list[str]:
        """Return titles that take a story over: of the same owner first."""
        titles = {title: owner for owner, owned in NAMES["publishers"].items() for title in owned}
        others = [title for title in titles if title != publisher]
        self._rng.shuffle(others)
        others.sort(key=lambda title: titles[title] != titles[publisher])
        return others[:count]


def _enough(count: int, make: Callable[[], Person]) -> list[Person]:
    """Return people who appear `count` times together, or a few times more."""
    people: list[Person] = []
    while count > 0:
        people.append(make())
        count -= people[-1].stories
    return people


def _towns() -> list[str]:
    return NAMES["places"]["towns"].split()
