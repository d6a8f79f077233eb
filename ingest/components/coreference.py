"""Finds every phrase that stands for a source: `doc._.referents`.

Names with what stands around them, pronouns, roles, groups and institutions. A pronoun or a role is led to
the person mentioned last to whom it fits; a spokesperson without a name to the institution spoken for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from ingest import languages
from ingest.document import Quote, Referent
from ingest.extraction import Article, Institution, Person, Span
from ingest.naming import Phrase
from ingest.tokens import Tokens, tokens

# How far back a pronoun and a role may refer, in paragraphs. Beyond that news names the person again.
_PRONOUN_REACH = 2
_ROLE_REACH = 40


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mention of a person: where it stands, in which sentence and paragraph, whether inside a quotation."""

    start: int
    person: Person
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
        mentions = sorted(
            (
                _Mention(span.start, person, *where.of(span.start))
                for person in people
                for span in person.mentions
            ),
            key=lambda mention: mention.start,
        )
        found = list(self._names(words, people))
        found += (
            _referent("institution", one.id, one.name, span, "institution")
            for one in institutions
            for span in one.mentions
        )
        covered = _Covered([(r.span.start, r.span.end) for r in found if r.kind == "person"])
        genders = {person.id: self._gender(person) for person in people}
        resolver = _Resolver(mentions, genders, where)
        for phrase in self.language.phrases(words):
            span = _span(words, phrase.first, phrase.stop)
            if where.quoted(span.start) or covered.meets(span.start, span.end):
                continue
            found += self._unnamed(phrase, span, resolver, institutions)
        found.sort(key=lambda referent: (referent.span.start, -referent.span.end))
        return found

    def _names(self, tokens: Tokens, people: Sequence[Person]) -> Iterator[Referent]:
        """Give the mentions of people, each with the role, place and employer around it."""
        for person in people:
            for mention in person.mentions:
                first, stop = tokens.at(mention.start), tokens.at(mention.end)
                around = self.people.introduction(tokens, first, stop)
                span = _span(tokens, around.first, around.stop)
                yield _referent("person", person.id, person.name, span, _form(person, mention.text))

    def _gender(self, person: Person) -> str:
        parts = person.name_parts
        title = self.people.gender_of_title(person.honorific or "")
        last = person.role.split()[0].lower() if person.role else ""
        return title or self.people.gender(parts.given) or self.language.gender_of_role(last)

    def _unnamed(
        self, phrase: Phrase, span: Span, resolver: _Resolver, institutions: Sequence[Institution]
    ) -> Iterator[Referent]:
        if phrase.form in ("pronoun", "role"):
            person = (
                resolver.pronoun(phrase, span.start)
                if phrase.form == "pronoun"
                else resolver.role(phrase, span.start)
            )
            if person:
                yield _referent("person", person.id, person.name, span, phrase.form)
        elif phrase.form == "spokesperson":
            speaks_for = next(
                (
                    one
                    for one in institutions
                    for m in one.mentions
                    if span.start <= m.start and m.end <= span.end
                ),
                None,
            )
            if speaks_for:
                yield _referent("institution", speaks_for.id, speaks_for.name, span, "institution")
            else:
                yield Referent("unnamed", None, span.text, span, "role")
        else:
            yield Referent("unnamed", None, span.text, span, phrase.form)


class _Positions:
    """In which sentence and paragraph a position of the text stands, and whether in a quotation."""

    def __init__(self, tokens: Tokens, quotes: Sequence[Quote]) -> None:
        self._paragraphs = [tokens.starts[i] for i, word in enumerate(tokens.words) if word in "\n\r"]
        self._sentences = [tokens.starts[i] for i, word in enumerate(tokens.words) if word in ".!?\n\r"]
        self._quotes = sorted((quote.outer_start, quote.outer_end) for quote in quotes)

    def of(self, start: int) -> tuple[int, int, bool]:
        """Return sentence, paragraph (both counted) and whether `start` is quoted."""
        return bisect_right(self._sentences, start), bisect_right(self._paragraphs, start), self.quoted(start)

    def quoted(self, start: int) -> bool:
        """Whether the character at `start` stands in a quotation."""
        position = bisect_right(self._quotes, (start, 1 << 60)) - 1
        return position >= 0 and self._quotes[position][1] > start


class _Resolver:
    """Leads pronouns and roles to people."""

    def __init__(self, mentions: Sequence[_Mention], genders: dict[str, str], where: _Positions) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._genders = genders
        self._where = where

    def _before(self, start: int) -> Sequence[_Mention]:
        return self._mentions[: bisect_right(self._starts, start)]

    def pronoun(self, phrase: Phrase, start: int) -> Person | None:
        """Return whom a pronoun stands for: in the nearest sentence that names one who fits, the first."""
        _, paragraph, _ = self._where.of(start)
        best: _Mention | None = None
        for mention in reversed(self._before(start)):
            if paragraph - mention.paragraph > _PRONOUN_REACH or (best and mention.sentence != best.sentence):
                break
            if not mention.quoted and self._genders[mention.person.id] in (phrase.gender, ""):
                best = mention
        return best.person if best else None

    def role(self, phrase: Phrase, start: int) -> Person | None:
        """Return whom a role stands for: the last one mentioned who is presented in it."""
        _, paragraph, _ = self._where.of(start)
        for mention in reversed(self._before(start)):
            if paragraph - mention.paragraph > _ROLE_REACH:
                break
            if mention.person.role and _is_in(phrase.head, mention.person.role.lower()):
                return mention.person
        return None


def _is_in(head: str, role: str) -> bool:
    """Whether a role is called by `head`: "de psycholoog" for a "jeugdpsycholoog"."""
    return any(word == head or word.endswith(head) for word in role.replace("-", " ").split())


class _Covered:
    """Stretches of text, asked whether they meet another one."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def meets(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with `start:end`."""
        position = bisect_right(self._starts, end - 1) - 1
        return position >= 0 and self._spans[position][1] > start


def _span(tokens: Tokens, first: int, stop: int) -> Span:
    return Span(tokens.starts[first], tokens.ends[stop - 1], tokens.between(first, stop))


def _referent(kind: str, ref: str, name: str, span: Span, form: str) -> Referent:
    return Referent(kind, ref, name, span, form)


def _form(person: Person, text: str) -> str:
    if " " in text and person.name_parts.given and text.startswith(person.name_parts.given.split()[0]):
        return "name"
    if text == person.name:
        return "name"
    return "given" if person.name_parts.given and text.startswith(person.name_parts.given) else "surname"
