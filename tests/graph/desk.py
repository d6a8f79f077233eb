"""A reader and a pipeline small enough to see through, to load articles with.

An original is JSON: url, title, publisher, text. A line of text such as `Wiebe Terpstra, bakker van Stichting
Zuurdesem: Brood rijst vanzelf.` is somebody saying something; `Bron: ...` a reference; `Zie: ...` a link.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.extraction import (
    Article,
    Attribution,
    Extraction,
    Institution,
    Link,
    NameParts,
    Original,
    Person,
    Reading,
    Reference,
    Sentence,
    Source,
    Span,
    article_id,
    attribution_id,
    institution_id,
    person_id,
    sentence_id,
)

_SAYING = re.compile(
    r"^(?P<name>[A-Z]\w+ [A-Z]\w+)(, (?P<role>\w+))?( van (?P<body>[\w ]+))?: (?P<said>.+)$", re.M
)
_REFERENCE = re.compile(r"^Bron: (.+)$", re.M)
_LINK = re.compile(r"^Zie: (\S+)$", re.M)


@dataclass(frozen=True)
class Desk:
    """Today's reader (`reader`), which leaves out lines that start with one of `boilerplate`, and today's
    pipeline, which knows people by the `roles` of its lexicon and passes over everybody else."""

    reader: str = "reader 1"
    boilerplate: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset({"bakker", "arts", "docent"})

    @property
    def fingerprint(self) -> str:
        return f"roles {' '.join(sorted(self.roles))}"

    def reading(self, original: Original) -> Reading:
        """Return the article of an original."""
        record = json.loads(original.data)
        lines = [
            line for line in record["text"].split("\n") if not line.startswith(self.boilerplate or ("\0",))
        ]
        text = "\n".join(lines)
        article = Article(
            source=original.name,
            id=article_id(record.get("url"), text),
            text=text,
            title=record.get("title"),
            url=record.get("url"),
            publisher=record.get("publisher"),
            language="nl",
            links=tuple(Link(m[1], m.start(1), m[1], "present") for m in _LINK.finditer(text)),
            references=tuple(Reference(m[1], None, m[1], None, None) for m in _REFERENCE.finditer(text)),
        )
        return Reading(article, original, self.reader)

    def extract(self, articles: Sequence[Article]) -> Iterator[Extraction]:
        """Yield what is found in each article."""
        return map(self._extraction, articles)

    def _extraction(self, article: Article) -> Extraction:
        people: dict[str, Person] = {}
        bodies: dict[str, Institution] = {}
        said: list[Attribution] = []
        for match in _SAYING.finditer(article.text):
            if match["role"] not in self.roles:
                continue
            person = _person(article, match)
            people.setdefault(person.id, person)
            if match["body"]:
                body = _body(article, match)
                bodies.setdefault(body.id, body)
            said.append(_statement(article, match, person))
        read = replace(article, fingerprint=self.fingerprint)
        return Extraction(read, tuple(people.values()), tuple(bodies.values()), tuple(said))


def original(text: str, name: str = "bericht.json", **fields: str) -> Original:
    """Return an original that states these fields and this text."""
    data = json.dumps({"text": text, **fields}, ensure_ascii=False, sort_keys=True)
    return Original(data.encode(), "application/json", name)


def _person(article: Article, match: re.Match[str]) -> Person:
    key = match["name"].casefold()
    given, surname = match["name"].split()
    return Person(
        id=person_id(article.id, key),
        name=match["name"],
        name_parts=NameParts(given=given, surname=surname),
        name_keys=(key,),
        kind="expert",
        role=match["role"],
        role_family=None,
        place=None,
        honorific=None,
        affiliation=match["body"],
        introduction="name+role",
        mentions=(_span(match, "name"),),
    )


def _body(article: Article, match: re.Match[str]) -> Institution:
    key = match["body"].casefold()
    span = _span(match, "body")
    return Institution(
        institution_id(article.id, key), match["body"], key, "none", None, ("affiliation",), (span,)
    )


def _statement(article: Article, match: re.Match[str], person: Person) -> Attribution:
    content = _span(match, "said")
    id = attribution_id(article.id, person.id, [content])
    words = tuple(content.text.casefold().rstrip(".").split())
    sentence = Sentence(
        sentence_id(id, content.start, content.end),
        content.start,
        content.end,
        content.text,
        words,
        (),
        False,
        words,
        (10.0,) * len(words),
    )
    return Attribution(
        id, Source("person", person.id, person.name), None, (content,), "direct", "line", False, (sentence,)
    )


def _span(match: re.Match[str], group: str) -> Span:
    return Span(match.start(group), match.end(group), match[group])
