"""Which organisations an article promotes: `promoted(institutions, article, people)`.

Stories with invented experts often serve a shop, whose name, link or discount code stands beside the expert's
words. One cue is what any article may hold ("verkrijgbaar bij X"); an organisation is promoted where cues of
different kinds add up to `_ENOUGH`. Of 1,200 news articles of a broadcaster none promotes any then.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from types import ModuleType
from urllib.parse import urlsplit

from ingest import languages, sentences
from ingest.extraction import Article, Institution, Person, Promotion
from ingest.institution_names import key

PROMOTED = "promoted"
_ENOUGH = 2
# "Bakjes.nl": an address written as a name.
_DOMAIN = re.compile(r"\.(?:nl|be|com|eu|shop|store)\b")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def promoted(
    institutions: Sequence[Institution], article: Article, people: Iterable[Person], language: str
) -> list[Institution]:
    """Return `institutions`, those that `article` promotes used as `promoted` too, with what shows it."""
    return _Reading(article, people, language).told(institutions)


def sites(article: Article) -> dict[str, tuple[int, int]]:
    """Return the keys of the names of domains that `article` links to, with the first link's place.

    Of `https://www.bakjes-en-co.nl/la` these are "bakjesenco" and "bakjesenconl".
    """
    found: dict[str, tuple[int, int]] = {}
    for link in article.links:
        host = (urlsplit(link.address).hostname or "") if link.address else ""
        labels = host.removeprefix("www.").split(".")
        place = (link.start, link.start + len(link.text))
        for name in (labels[-2:-1], labels):
            if name and len(labels) > 1:
                found.setdefault(key(" ".join(name).replace("-", " ")), place)
    return found


class _Reading:
    """One article, while it is looked at for what it promotes."""

    def __init__(self, article: Article, people: Iterable[Person], language: str) -> None:
        self.rules: ModuleType = languages.part(language, "promotion")
        self.abbreviations: Collection[str] = languages.part(language, "punctuation").ABBREVIATIONS
        self.article = article
        self.sites = sites(article)
        self.worded: bool = self.rules.may_promote(article.text)
        self.paid = [part for part in article.parts if "advertorial" in part.about]
        self.experts = [person for person in people if person.kind == "expert" and person.affiliation]
        self._lines: dict[int, list[tuple[int, int]]] = {}

    def told(self, institutions: Sequence[Institution]) -> list[Institution]:
        if not (self.worded or self.sites or self.paid or self.experts):
            return list(institutions)
        return [self._told(one) for one in institutions]

    def _told(self, institution: Institution) -> Institution:
        kind = (
            institution.authority.kind if institution.authority and institution.match != "near-miss" else None
        )
        names = {mention.text for mention in institution.mentions}
        if not all(self.rules.may_be_promoted(name, kind) for name in names):
            return institution
        cues: dict[str, Promotion] = {}
        for found, start, end in self._cues(institution):
            cues.setdefault(found, Promotion(found, start, end, self.article.text[start:end]))
        if sum(self.rules.WEIGHTS[found] for found in cues) < _ENOUGH:
            return institution
        return replace(
            institution,
            used_as=(*institution.used_as, PROMOTED),
            promotion=tuple(sorted(cues.values(), key=lambda cue: (cue.start, cue.end, cue.kind))),
        )

    def _cues(self, institution: Institution) -> Iterator[tuple[str, int, int]]:
        """Yield kind, start and end of all that promotes an organisation."""
        keys = {key(mention.text) for mention in institution.mentions}
        keys |= {key(self.article.text[start:end]) for start, end in self._addresses(institution)}
        for name in sorted(keys & self.sites.keys()):
            yield "link", *self.sites[name]
        for start, end in self._addresses(institution):
            yield "link", start, end
        for person in self.experts:
            if key(person.affiliation or "") in keys:
                yield "speaker", person.mentions[0].start, person.mentions[0].end
        for mention in institution.mentions:
            for part in self.paid:
                inside = part.start <= mention.start < part.end
                yield ("advertorial" if inside else "paid"), part.start, part.end
            if self.worded:
                place = (mention.start, mention.end)
                yield from self.rules.cues(self.article.text, self._sentence(mention.start), place)

    def _addresses(self, institution: Institution) -> Iterator[tuple[int, int]]:
        """Yield where the organisation is called by its address: "Bakjes.nl"."""
        for mention in institution.mentions:
            if domain := _DOMAIN.match(self.article.text, mention.end):
                yield mention.start, domain.end()

    def _sentence(self, offset: int) -> tuple[int, int]:
        """Return the sentence at a position."""
        text = self.article.text
        start = text.rfind("\n", 0, offset) + 1
        line = _LINE.match(text, start)
        end = line.end() if line else len(text)
        found = self._lines.get(start)
        if found is None:
            found = self._lines[start] = sentences.split(text, start, end, self.abbreviations)
        position = bisect_right([begin for begin, _ in found], offset) - 1
        return found[max(position, 0)] if found else (start, end)
