"""Finds every phrase that stands for a source: `doc._.referents`.

Names with what stands around them, pronouns, roles, groups and institutions. A pronoun or a role is led to
whoever was mentioned last and fits it; a spokesperson without a name to the institution spoken for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc

from ingest import languages
from ingest.document import Quote, Referent
from ingest.extraction import Article, Institution, Person, Span
from ingest.naming import Phrase
from ingest.stretches import Stretches
from ingest.tokens import Tokens, tokens

# How far back a pronoun and a role may refer, in paragraphs. Beyond that news names the person again.
_PRONOUN_REACH = 3
_ROLE_REACH = 20
# A description that nobody is presented by ("de Fransman") is of somebody in the paragraph before, or nearer.
_DESCRIPTION_REACH = 2
# "Het bedrijf" is one named in the paragraph before, or nearer; a heading may stand between.
_FIRM_REACH = 2
# No more mentions than these are looked at: a paragraph of news has some five.
_MENTIONS_BACK = 200
_PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mention of somebody whom a pronoun or role may stand for.

    `role` and `affiliation` are how the person is presented, `kind` which kind of person that makes.
    """

    start: int
    referent: Referent
    gender: str
    role: str
    affiliation: str
    kind: str
    sentence: int
    paragraph: int
    quoted: bool


@Language.factory("zegsman_coreference")
def create(nlp: Language, name: str) -> ReferentFinder:
    """Return the component for the language of `nlp`."""
    return ReferentFinder(nlp.lang or "")


class ReferentFinder:
    """Sets `doc._.referents`, ordered by where they stand."""

    def __init__(self, language: str) -> None:
        self.people = languages.part(language, "people")
        self.language = languages.part(language, "referring")

    def __call__(self, doc: Doc) -> Doc:
        """Find the referents of one document."""
        doc._.referents = self.find(
            doc._.article, doc._.people or (), doc._.institutions or (), doc._.quotes or ()
        )
        return doc

    def find(
        self,
        article: Article,
        people: Sequence[Person],
        institutions: Sequence[Institution] = (),
        quotes: Sequence[Quote] = (),
    ) -> list[Referent]:
        """Return every phrase of `article` that stands for one of its people, institutions or a group."""
        words = tokens(article.text)
        where = _Positions(words, quotes)
        named: list[tuple[Referent, Person]] = list(self._names(words, people))
        found = [referent for referent, _ in named]
        found += (
            Referent("institution", one.id, one.name, span, "institution")
            for one in institutions
            for span in one.mentions
        )
        taken = Stretches([(referent.span.start, referent.span.end) for referent, _ in named])
        discourse = _Discourse(self.language, where)
        # "Lotte's broer": the sentence is about the brother.
        heard = [(one, person) for one, person in named if not one.span.text.endswith(("'s", "’s"))]
        waiting = [self._mention(referent, person, where) for referent, person in heard]
        waiting.sort(key=lambda mention: mention.start, reverse=True)
        for phrase in self.language.phrases(words):
            span = _span(words, phrase.first, phrase.stop)
            while waiting and waiting[-1].start < span.start:
                discourse.hear(waiting.pop())
            if where.quoted(span.start) or taken.meets(span.start, span.end):
                continue
            referent = self._stands_for(phrase, span, discourse, institutions, where)
            if referent is not None:
                found.append(referent)
                if phrase.form in ("spokesperson", "group", "somebody"):
                    discourse.hear(_unnamed(referent, phrase, where))
                elif phrase.form == "pronoun":
                    discourse.hear_again(referent)
        found.sort(key=lambda referent: (referent.span.start, -referent.span.end))
        return found

    def _names(self, words: Tokens, people: Sequence[Person]) -> Iterator[tuple[Referent, Person]]:
        """Give the mentions of people, each with the role, place and employer around it."""
        for person in people:
            for mention in person.mentions:
                first, stop = words.at(mention.start), words.at(mention.end)
                around = self.people.introduction(words, first, stop)
                span = _span(words, around.first, around.stop)
                yield Referent("person", person.id, person.name, span, _form(person, mention.text)), person

    def _mention(self, referent: Referent, person: Person, where: _Positions) -> _Mention:
        role, affiliation = person.role or "", person.affiliation or ""
        gender = self._gender(person)
        start = referent.span.start
        return _Mention(start, referent, gender, role, affiliation, person.kind, *where.of(start))

    def _gender(self, person: Person) -> str:
        title = self.people.gender_of_title(person.honorific or "")
        role = person.role.split()[0].lower() if person.role else ""
        return title or self.people.gender(person.name_parts.given) or self.language.gender_of_role(role)

    def _stands_for(
        self,
        phrase: Phrase,
        span: Span,
        discourse: _Discourse,
        institutions: Sequence[Institution],
        where: _Positions,
    ) -> Referent | None:
        if phrase.form == "spokesperson":
            spoken_for = _institution_in(phrase, span, institutions)
            if spoken_for is not None:
                return Referent("institution", spoken_for.id, spoken_for.name, span, "institution")
        if phrase.form == "body":
            called = _called(phrase, span, institutions) or self._firm(phrase, span, institutions, where)
            if called is not None:
                return Referent("institution", called.id, called.name, span, "institution")
        if phrase.form in ("pronoun", "role", "spokesperson"):
            meant = (
                discourse.pronoun(phrase, span.start)
                if phrase.form == "pronoun"
                else discourse.role(phrase, span.start)
            )
            if meant is not None:
                form = "pronoun" if phrase.form == "pronoun" else "role"
                return Referent(meant.kind, meant.ref, meant.name, span, form)
            if phrase.form != "spokesperson":
                return None
        form = phrase.form if phrase.form in ("group", "body") else "role"
        return Referent("unnamed", None, span.text, span, form)

    def _firm(
        self, phrase: Phrase, span: Span, institutions: Sequence[Institution], where: _Positions
    ) -> Institution | None:
        """Return which firm or club "het bedrijf" is: the first in the nearest sentence that names any."""
        if not phrase.head.endswith(self.language.FIRMS):
            return None
        _, paragraph, _ = where.of(span.start)
        named = [
            (-sentence, mention.start, one)
            for one in institutions
            for mention in one.mentions
            if mention.end <= span.start and mention.text.lower() not in self.language.MEDIA
            for sentence, other, quoted in (where.of(mention.start),)
            if not quoted and paragraph - other <= _FIRM_REACH
        ]
        return min(named, key=lambda found: found[:2])[2] if named else None


class _Positions:
    """In which sentence and paragraph a position of the text stands, and whether in a quotation."""

    def __init__(self, words: Tokens, quotes: Sequence[Quote]) -> None:
        ends = [i for i, word in enumerate(words.words) if word in "\n\r\u2028\u2029"]
        self._paragraphs = [words.starts[i] for i in ends if i and words.words[i - 1] not in "\n\r"]
        self._sentences = [words.starts[i] for i, word in enumerate(words.words) if word in ".!?\n\r"]
        self._quotes = sorted((quote.outer_start, quote.outer_end) for quote in quotes)

    def of(self, start: int) -> tuple[int, int, bool]:
        """Return sentence, paragraph (both counted) and whether `start` is quoted."""
        sentence = bisect_right(self._sentences, start)
        return sentence, bisect_right(self._paragraphs, start), self.quoted(start)

    def quoted(self, start: int) -> bool:
        """Whether the character at `start` stands in a quotation."""
        position = bisect_right(self._quotes, (start, 1 << 60)) - 1
        return position >= 0 and self._quotes[position][1] > start


class _Discourse:
    """Who has been mentioned so far, and whom a pronoun or role then stands for."""

    def __init__(self, language: ModuleType, where: _Positions) -> None:
        self._language = language
        self._where = where
        self._mentions: list[_Mention] = []

    def hear(self, mention: _Mention) -> None:
        """Add a mention, which comes after all that were added."""
        self._mentions.append(mention)

    def hear_again(self, pronoun: Referent) -> None:
        """Add whoever a pronoun stands for as mentioned where the pronoun stands."""
        start = pronoun.span.start
        meant = next(one for one in reversed(self._mentions) if one.referent.name == pronoun.name)
        sentence, paragraph, quoted = self._where.of(start)
        again = replace(meant, start=start, sentence=sentence, paragraph=paragraph, quoted=quoted)
        self._mentions.append(again)

    def _back(self, start: int, reach: int) -> Iterator[_Mention]:
        """Give the mentions outside quotations, last first, so many paragraphs back."""
        _, paragraph, _ = self._where.of(start)
        for mention in islice(reversed(self._mentions), _MENTIONS_BACK):
            if paragraph - mention.paragraph > reach:
                return
            if not mention.quoted:
                yield mention

    def pronoun(self, phrase: Phrase, start: int) -> Referent | None:
        """Return whom a pronoun stands for: in the nearest sentence that names one who fits, the first.

        A demonstrative ("Die zegt") stands for the last.
        """
        if phrase.head in self._language.DEMONSTRATIVES:
            people = (m.referent for m in self._back(start, 1) if m.referent.kind == "person")
            return next(people, None)
        return self._first_of_nearest(phrase.gender, start, _PRONOUN_REACH)

    def _first_of_nearest(self, gender: str, start: int, reach: int) -> Referent | None:
        best: _Mention | None = None
        here, _, _ = self._where.of(start)
        for mention in self._back(start, reach):
            if best is not None and mention.sentence != best.sentence:
                break
            # "Een renner is volgens haar nooit klaar": she is somebody else.
            other = mention.referent.kind == "unnamed" and mention.sentence == here and gender != _PLURAL
            if _fits(gender, mention.gender) and not other:
                best = mention
        return best.referent if best else None

    def role(self, phrase: Phrase, start: int) -> Referent | None:
        """Return whom a role stands for: the last one presented in it, else whom it may describe."""
        if phrase.head:
            for mention in self._back(start, _ROLE_REACH):
                if self._language.is_called(phrase.head, mention.role, mention.affiliation):
                    return mention.referent
        if phrase.form == "spokesperson":
            return None
        alike = self._alike(phrase, start)
        if alike is not None:
            return alike
        for mention in self._back(start, _DESCRIPTION_REACH):
            if mention.referent.kind == "person" and _fits(phrase.gender, mention.gender):
                described = not phrase.head or not (mention.role or self._language.is_office(phrase.head))
                return self._first_of_nearest(phrase.gender, start, _DESCRIPTION_REACH) if described else None
        return None

    def _alike(self, phrase: Phrase, start: int) -> Referent | None:
        """Return the only one presented in a role like this one: "de raadsman" may be the "advocaat"."""
        found = {
            mention.referent.ref: mention.referent
            for mention in self._back(start, _ROLE_REACH)
            if mention.referent.kind == "person"
            and self._language.is_like(phrase.head, mention.role)
            and _fits(phrase.gender, mention.gender)
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _fits(gender: str, other: str) -> bool:
    """Whether a word of one gender may stand for somebody of the other; "" may be either."""
    if _PLURAL in (gender, other):
        return gender == other
    return not gender or not other or gender == other


def _institution_in(phrase: Phrase, span: Span, institutions: Sequence[Institution]) -> Institution | None:
    """Return the institution that a phrase names, whole or in the first part of "Bureau-woordvoerder"."""
    lead = phrase.head.rpartition("-")[0]
    for one in institutions:
        for mention in one.mentions:
            inside = span.start <= mention.start and mention.end <= span.end
            if inside or (lead and lead in mention.text.lower().split()):
                return one
    return None


def _called(phrase: Phrase, span: Span, institutions: Sequence[Institution]) -> Institution | None:
    """Return the only institution that is named, before here, with the word for what it is: "de gemeente"."""
    named = [
        one
        for one in institutions
        if phrase.head in one.name.lower() and any(mention.end <= span.start for mention in one.mentions)
    ]
    return named[0] if len(named) == 1 else None


def _unnamed(referent: Referent, phrase: Phrase, where: _Positions) -> _Mention:
    gender = _PLURAL if phrase.form == "group" else phrase.gender
    start = referent.span.start
    return _Mention(start, referent, gender, phrase.head, "", "", *where.of(start))


def _span(words: Tokens, first: int, stop: int) -> Span:
    return Span(words.starts[first], words.ends[stop - 1], words.between(first, stop))


def _form(person: Person, text: str) -> str:
    """Return which form of a person's name a mention is: `name`, `given` or `surname`."""
    given = person.name_parts.given.split()[0] if person.name_parts.given else ""
    if text == person.name or (given and " " in text and text.startswith(given)):
        return "name"
    return "given" if given and text.startswith(given) else "surname"
