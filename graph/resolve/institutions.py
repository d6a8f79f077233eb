"""Institutions: which mentions are one organisation, and which only resemble a known one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.resolve.observed import Mention
from graph.values import most_used
from ingest.extraction import content_id


@dataclass(frozen=True, slots=True)
class Institution:
    """Mentions of one organisation, each with how it fits; those that only resemble it are not counted."""

    id: str
    name: str
    names: tuple[str, ...]
    known: bool
    kind: str | None
    country: str | None
    ror: str | None
    wikidata: str | None
    mentions: tuple[tuple[str, str], ...]
    articles: int
    stories: int


def institutions(mentions: Iterable[Mention], stories: Mapping[str, str]) -> list[Institution]:
    """Return the organisations that `mentions` name; `stories` gives the story of an article.

    What stands on no authority list is told by the key of its name.
    """
    by_institution: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.id):
        by_institution[institution_of(mention)].append(mention)
    return [_institution(id, members, stories) for id, members in sorted(by_institution.items())]


def institution_of(mention: Mention) -> str:
    """Return the id of the institution a mention names or resembles."""
    return mention.authority or content_id("institution", mention.key)


def _institution(id: str, members: list[Mention], stories: Mapping[str, str]) -> Institution:
    named = [mention for mention in members if mention.match != "near-miss"]
    forms = most_used(mention.name for mention in named)
    own = members[0]
    articles = {mention.article for mention in named}
    return Institution(
        id=id,
        name=own.authority_name or (forms or most_used(m.name for m in members))[0],
        names=forms,
        known=own.authority is not None,
        kind=own.kind,
        country=own.country,
        ror=own.ror,
        wikidata=own.wikidata,
        mentions=tuple((mention.id, mention.match) for mention in members),
        articles=len(articles),
        stories=len({stories[article] for article in articles}),
    )
