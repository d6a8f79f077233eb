"""Finds the people an article names: `doc._.people`.

Names that are sure to be a person's come first; surnames and given names that stand alone are then led
back to them. What each mention says of the person (role, place, employer, titles) is gathered into one
`Person`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc

from ingest import languages, names
from ingest.candidates import with_candidates
from ingest.components.parts import SILENT, PartIndex
from ingest.components.presentation import Found, Mention, introducing, presented
from ingest.extraction import Article, NameParts, Part, Person
from ingest.models import Candidate
from ingest.naming import Introduction, Name
from ingest.tokens import Tokens, tokens

# Tokens between two names of one enumeration: "A, B en C".
_BETWEEN = frozenset([",", "en", "and", "&"])


@Language.factory("zegsman_people")
def create(nlp: Language, name: str) -> PeopleFinder:
    """Return the component for the language of `nlp`."""
    return PeopleFinder(nlp.lang or "")


class PeopleFinder:
    """Sets `doc._.people`, ordered by first mention."""

    def __init__(self, language: str) -> None:
        self.language = languages.part(language, "people")

    def __call__(self, doc: Doc) -> Doc:
        """Find the people of one document."""
        doc._.people = self.find(doc._.article, doc._.parts or (), doc._.candidates or ())
        return doc

    def find(
        self, article: Article, parts: Sequence[Part] = (), candidates: Sequence[Candidate] = ()
    ) -> list[Person]:
        """Return the people that `article` names, leaving out those parts of it that list writers.

        `candidates` are what a model takes for names.
        """
        words = tokens(article.text)
        index = PartIndex(parts)
        named = [
            name
            for name in with_candidates(self.language.names(words), candidates, words, self.language)
            if name.sure
            and not index.kinds_at(words.starts[name.first]) & SILENT
            and not self.language.is_credit(words, name)
        ]
        gathering = _Gathering(words, self.language, named)
        found = sorted(gathering.found, key=lambda one: one.start)
        sport = self.language.is_about_sport(words.lower)
        people = gathering.names_of_people()
        return [presented(article, one, self.language, sport, people) for one in found]


class _Gathering:
    """The people of one text, and the mentions of each."""

    def __init__(self, tokens: Tokens, language: ModuleType, named: Sequence[Name]) -> None:
        self.tokens = tokens
        self.language = language
        self.found: list[Found] = []
        self._by_surname: dict[str, list[Found]] = {}
        self._by_given: dict[str, list[Found]] = {}
        self._introductions: dict[tuple[int, int], Introduction] = {}
        alone = [name for name in named if not name.full]
        self._alone = {names.key(form) for name in alone for form in language.forms(name.text)}
        full, surnames = self._cut(self._full(named))
        for name in full:
            self._add_full(name)
        alone = sorted([*alone, *surnames], key=lambda name: name.first)
        sharing = self._sharing(alone)
        unknown = [name for name in alone if name.first not in sharing and not self._add_alone(name)]
        # A surname may stand alone before the mention that shows that it is one.
        unknown = [name for name in unknown if not self._add_alone(name)]
        self._add_joined(unknown)
        self._describe()

    def names_of_people(self) -> set[str]:
        """Return the keys of the full names, and of the surnames with and without tussenvoegsel."""
        return {names.key(one.name) for one in self.found} | self._by_surname.keys()

    def _parts(self, name: Name) -> NameParts:
        return names.parts(name.text, self.language.PREFIXES, self.language.SUFFIXES)

    # --- full names ---

    def _full(self, named: Sequence[Name]) -> list[Name]:
        """Return the full names that are a person's: sure ones, and those that something else speaks for."""
        full = [name for name in named if name.full]
        accepted = [self._is_person(name) for name in full]
        families = {
            names.key(self._parts(name).surname)
            for name, is_person in zip(full, accepted, strict=True)
            if is_person
        }
        for i, name in enumerate(full):
            accepted[i] = accepted[i] or names.key(name.text.split()[-1]) in families
        for step in (1, -1):
            order = range(len(full))[::step]
            for i, j in zip(order, list(order)[1:], strict=False):
                if accepted[i] and not accepted[j] and self._enumerated(full[min(i, j)], full[max(i, j)]):
                    accepted[j] = True
        return [name for name, is_person in zip(full, accepted, strict=True) if is_person]

    def _cut(self, full: Sequence[Name]) -> tuple[list[Name], list[Name]]:
        """Return full names, and the surnames among them that only seemed to be more.

        Of "Dreiging Kolthof blijft" and "Onder Kolthof de Regels" only "Kolthof" is a name, where a Mirjam
        Kolthof is named.
        """
        surnames = {
            names.key(name.text.split()[-1])
            for name in full
            if name.text.split()[0] in self.language.GIVEN
            and name.text.split()[0] != name.text
            and not self._parts(name).suffix
        }
        whole, alone = [], []
        for name in full:
            if name.text.endswith(".") or self._parts(name).suffix:
                whole.append(name)
                continue
            first, last = name.first, name.stop - 1
            if self.tokens.words[first] not in self.language.GIVEN and not name.text[:2].endswith("."):
                opens = self.tokens.opens_sentence(first)
                if names.key(self.tokens.words[first]) in surnames:
                    last = first
                elif opens and last == first + 1 and names.key(self.tokens.words[last]) in surnames:
                    first = last
                elif all(names.key(self.tokens.words[k]) in surnames for k in (last - 1, last)):
                    last -= 1
            elif last - first > 1 and names.key(self.tokens.words[last - 1].removesuffix("s")) in surnames:
                # "Mirjam Kolthofs Zeejournaal"
                whole.append(
                    replace(name, stop=last, text=self.tokens.between(first, last).removesuffix("s"))
                )
                continue
            if first == name.first and last == name.stop - 1:
                whole.append(name)
            else:
                text = self.tokens.between(first, last + 1)
                alone.append(Name(first, last + 1, text, self.language.POSSIBLE, False, False))
        return whole, alone

    def _is_person(self, name: Name) -> bool:
        if name.sure >= self.language.LIKELY:
            return True
        surname = self._parts(name)
        return (
            names.key(f"{surname.prefix} {surname.surname}") in self._alone
            or names.key(surname.surname) in self._alone
            or self.language.is_presented(self._introduction(name))
            or self.language.speaks(self.tokens, name)
        )

    def _enumerated(self, one: Name, other: Name) -> bool:
        """Whether two names are joined: "A en B", "A (Trek), B (Sky)"."""
        start = one.stop
        if start < other.first and self.tokens.words[start] == "(":
            close = [k for k in range(start, other.first) if self.tokens.words[k] == ")"]
            start = close[0] + 1 if close else start
        between = self.tokens.lower[start : other.first]
        return 0 < len(between) <= 2 and all(word in _BETWEEN for word in between)

    def _introduction(self, name: Name) -> Introduction:
        where = name.first, name.stop
        if where not in self._introductions:
            self._introductions[where] = self.language.introduction(self.tokens, *where)
        return self._introductions[where]

    def _add_full(self, name: Name) -> None:
        taken_apart = self._parts(name)
        person = next(
            (one for one in self._with_surname(name.text, taken_apart) if _agree(one.parts, taken_apart)),
            None,
        )
        if person is None:
            person = Found(name.text, taken_apart)
            self._register(person)
        elif len(name.text) > len(person.name) and not self._is_genitive(name.text, person.name):
            person.name, person.parts = name.text, taken_apart
        self._mention(person, name)

    def _is_genitive(self, text: str, of: str) -> bool:
        return of in self.language.forms(text)

    def _with_surname(self, text: str, taken_apart: NameParts) -> list[Found]:
        for form in self.language.forms(taken_apart.surname):
            key = names.key(f"{taken_apart.prefix} {form}")
            if key in self._by_surname:
                return self._by_surname[key]
        return []

    def _register(self, person: Found) -> None:
        self.found.append(person)
        full = names.key(f"{person.parts.prefix} {person.parts.surname}")
        for key in dict.fromkeys((full, names.key(person.parts.surname))):
            self._by_surname.setdefault(key, []).append(person)
        if person.parts.given:
            self._by_given.setdefault(names.key(person.parts.given.split()[0]), []).append(person)

    def _describe(self) -> None:
        """Add what a sentence says of somebody named in it or in the one before, who has no role otherwise.

        A pronoun stands for the first named there, a description only for one who is named alone.
        """
        mentions = sorted(
            ((mention.start, person) for person in self.found for mention in person.mentions),
            key=lambda one: one[0],
        )
        starts = [start for start, _ in mentions]
        for said in self.language.later(self.tokens):
            opening = said.first
            while not self.tokens.opens_sentence(opening):
                opening -= 1
            place_only = said.role is None and said.affiliation is None
            begin = self.tokens.sentence_before(opening)
            first = bisect_left(starts, self.tokens.starts[begin])
            stop = bisect_left(starts, self.tokens.starts[said.first])
            if place_only:
                # "In haar praktijk in Breda ziet Kolthof": who is meant may follow in the same sentence.
                within = bisect_left(starts, self.tokens.starts[opening])
                end = bisect_left(starts, self.tokens.starts[self.tokens.sentence_end(said.first) - 1])
                first, stop = (within, end) if end > within else (first, stop)
            word = self.tokens.lower[said.first]
            people = [
                person
                for _, person in mentions[first:stop]
                if self.language.fits_pronoun(word, person.parts.given)
            ]
            if people and (said.stated or all(person is people[0] for person in people)):
                person = people[0]
                if (person.parts.surname or len(people) == stop - first) and (
                    place_only or not person.has_role
                ):
                    person.descriptions.append(said)

    # --- names that stand alone ---

    def _sharing(self, alone: Sequence[Name]) -> set[int]:
        """Add who shares the surname after "en": the first of "Okke en Sietske Terpstra"; return where."""
        following = {mention.name.first: one for one in self.found for mention in one.mentions}
        sharing: set[int] = set()
        for name in alone:
            other = following.get(name.stop + 1)
            joined = name.given and other and self.tokens.lower[name.stop] in _BETWEEN - {","}
            if other and joined and other.parts.given:
                text = f"{name.text} {other.parts.prefix} {other.parts.surname}".replace("  ", " ")
                self._add_full(replace(name, text=text))
                sharing.add(name.first)
        return sharing

    def _add_alone(self, name: Name) -> bool:
        """Add a name of one word to whom it stands for, if that is anybody."""
        person = self._referred_to(name)
        if person is None:
            if not self._is_somebody(name, self._introduction(name)):
                return False
            person = self._new(name)
        self._mention(person, name)
        return True

    def _new(self, name: Name) -> Found:
        """Return somebody new who is named with one word."""
        person = Found(name.text, self._parts(name))
        if name.given:
            person.parts = NameParts(given=name.text)
            self._by_given.setdefault(names.key(name.text), []).append(person)
            self.found.append(person)
        else:
            self._register(person)
        return person

    def _add_joined(self, unknown: Sequence[Name]) -> None:
        """Add given names that are joined to somebody's: that of Sonja in "zijn zus Astrid en Sonja"."""
        joining = _BETWEEN - {","}
        stops = {mention.name.stop for one in self.found for mention in one.mentions}
        firsts = {mention.name.first for one in self.found for mention in one.mentions}
        for name in unknown:
            before = name.first - 1 in stops and self.tokens.lower[name.first - 1] in joining
            after = name.stop + 1 in firsts and self.tokens.lower[name.stop] in joining
            if name.given and (before or after):
                self._mention(self._referred_to(name) or self._new(name), name)

    def _referred_to(self, name: Name) -> Found | None:
        """Return whom a surname or given name alone stands for: the last named one of that name."""
        start = self.tokens.starts[name.first]
        suffix = self.language.suffix(self.tokens, name)
        for form in self.language.forms(name.text):
            key = names.key(form)
            for known in (self._by_surname, self._by_given):
                people = [one for one in known.get(key, ()) if not self._is_other(name, one)]
                people = [one for one in people if suffix and one.parts.suffix == suffix] or people
                if people:
                    return _nearest(people, start)
        return None

    def _is_other(self, name: Name, person: Found) -> bool:
        """Whether a surname has a role before it, and who is named so later is in another role."""
        if person.start < self.tokens.starts[name.first]:
            return False
        here, there = self._introduction(name), introducing(person.mentions)
        return here.direct and there.kind is not None and here.kind != there.kind

    def _is_somebody(self, name: Name, introduced: Introduction) -> bool:
        """Whether a name of one word is a person's who is not named in full anywhere."""
        if name.modelled:
            return True
        if name.given:
            return (
                (introduced.kind is not None and not introduced.stated)
                or introduced.place is not None
                or introduced.age
                or self.language.speaks(self.tokens, name)
            )
        presented = introduced.direct or self.language.follows_member(self.tokens, name)
        return introduced.honorific is not None or (
            presented and self.language.may_be_surname(self.tokens, name)
        )

    def _mention(self, person: Found, name: Name) -> None:
        start, end = self.tokens.starts[name.first], self.tokens.ends[name.stop - 1]
        person.add(Mention(start, end, name, self._introduction(name)))


def _agree(one: NameParts, other: NameParts) -> bool:
    """Whether two names with one surname may be one person's: nothing else in them contradicts."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    a, b = one.given or one.initials, other.given or other.initials
    if not a or not b:
        return True
    if one.given and other.given:
        x, y = names.key(a).split(), names.key(b).split()
        return x[0] == y[0] or set(x) <= set(y) or set(y) <= set(x)
    return a[0].casefold() == b[0].casefold()


def _nearest(people: Sequence[Found], start: int) -> Found:
    """Return the person mentioned last before `start`, or else the one mentioned first."""
    if len(people) == 1:
        return people[0]

    def last(person: Found) -> int:
        return max((mention.start for mention in person.mentions if mention.start < start), default=-1)

    return max(people, key=last)
