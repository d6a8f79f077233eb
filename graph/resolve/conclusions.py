"""From all observations to all conclusions, as rows of the graph: the same for the same observations."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict

from graph.model import Changes
from graph.resolve.claims import Scorer, claims
from graph.resolve.institutions import institutions
from graph.resolve.likeness import Told
from graph.resolve.observed import Observed
from graph.resolve.persons import Persons, persons
from graph.resolve.portraits import portrait
from graph.resolve.stories import revisions, stories


def conclude(observed: Observed, scorer: Scorer | None = None) -> Changes:
    """Return the nodes and relationships that conclude from `observed`, signals not included.

    `scorer` judges the sentences of which words alike leave open whether they say the same.
    """
    wanted = Changes()
    told = _add_stories(wanted, observed)
    articles = {article.id: Told.of(article, told[article.id]) for article in observed.articles}
    found = persons(observed.appearances, articles, observed.decided)
    person_of = {id: person for person, members in found.members.items() for id in members}
    _add_persons(wanted, observed, found, told)
    _add_claims(wanted, observed, told, person_of, scorer)
    _add_institutions(wanted, observed, told)
    return wanted


def _add_stories(wanted: Changes, observed: Observed) -> dict[str, str]:
    """Add the stories; return the story of each article."""
    told: dict[str, str] = {}
    people: dict[str, set[str]] = defaultdict(set)
    for appearance in observed.appearances:
        people[appearance.article].add(appearance.name)
    found = stories(observed.articles, {article: frozenset(names) for article, names in people.items()})
    for story in found.stories:
        count = len(story.articles)
        row = asdict(story) | {"articles": count, "publishers": list(story.publishers)}
        wanted.node("Story", **row)
        for article in story.articles:
            told[article] = story.id
            wanted.relate("TELLS", ("Article", article), ("Story", story.id))
    for twin in found.twins:
        wanted.relate(
            "TWIN_OF",
            ("Story", twin.one),
            ("Story", twin.other),
            score=twin.score,
            swapped=[text for pair in twin.swapped for text in pair],
        )
    for later, earlier in revisions(observed.articles):
        wanted.relate("REVISES", ("Article", later), ("Article", earlier))
    return told


def _add_persons(wanted: Changes, observed: Observed, found: Persons, told: dict[str, str]) -> None:
    articles = {article.id: article for article in observed.articles}
    appearances = {appearance.id: appearance for appearance in observed.appearances}
    statements = observed.statements
    for person, ids in found.members.items():
        members = [appearances[id] for id in ids]
        wanted.node("Person", **portrait(members, articles, told, statements))
        said: dict[str, int] = defaultdict(int)
        for member in members:
            wanted.relate("REFERS_TO", ("Appearance", member.id), ("Person", person))
            said[member.article] += statements.get(member.id, 0)
        for article, count in said.items():
            wanted.relate(
                "QUOTED_IN", ("Person", person), ("Article", article), statements=count, story=told[article]
            )
    for type, label, likenesses in (
        ("CANDIDATE", "Appearance", found.candidates),
        ("NAMESAKE_OF", "Person", found.namesakes),
    ):
        for likeness in likenesses:
            wanted.relate(
                type,
                (label, likeness.one),
                (label, likeness.other),
                score=round(likeness.score, 2),
                features=[text for f in likeness.features for text in (f.name, f"{f.weight:.2f}")],
            )


def _add_claims(
    wanted: Changes,
    observed: Observed,
    told: dict[str, str],
    person_of: dict[str, str],
    scorer: Scorer | None,
) -> None:
    for claim in claims(observed.sentences, told, person_of, scorer):
        wanted.node(
            "Claim",
            id=claim.id,
            text=claim.text,
            sentences=len(claim.sentences),
            articles=len(claim.articles),
            stories=len(claim.stories),
            persons=len(claim.persons),
        )
        for sentence, score in claim.sentences:
            wanted.relate("EXPRESSES", ("Sentence", sentence), ("Claim", claim.id), score=score)
        for person in claim.persons:
            wanted.relate("ASSERTS", ("Person", person), ("Claim", claim.id))


def _add_institutions(wanted: Changes, observed: Observed, told: dict[str, str]) -> None:
    for institution in institutions(observed.mentions, told):
        row = asdict(institution) | {"names": list(institution.names)}
        for mention, match in row.pop("mentions"):
            wanted.relate("IDENTIFIED_AS", ("Mention", mention), ("Institution", institution.id), match=match)
        wanted.node("Institution", **row)
