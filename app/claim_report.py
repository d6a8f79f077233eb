"""The report on claims as text to read: which sentences stand in several stories, and who says them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from app.messages import Messages
from app.phrases import entry, in_a_line, where_to_find
from app.terminal import labelled
from graph.lines import ClaimLine, SentenceLine

COLUMNS = (
    "claim", "mouths", "stories", "owners", "name", "role", "sentence", "published", "publisher", "title",
    "address", "article", "story", "person", "start", "end",
)  # fmt: skip


def claims(found: Sequence[ClaimLine], messages: Messages | None = None) -> Iterator[RenderableType]:
    """Yield the report on claims, those in several mouths first."""
    say = messages or Messages()
    yield Text(say.text("claims.title"), style="bold")
    if not found:
        yield Text(say.text("claims.none"))
        return
    number = 0
    for part, some in (
        ("several", [claim for claim in found if claim.mouths > 1]),
        ("one", [claim for claim in found if claim.mouths < 2]),
    ):
        if not some:
            continue
        yield Text("\n" + say.text(f"claims.{part}"), style="bold")
        for claim in some:
            number += 1
            counts = [
                say.count("claims.mouths", claim.mouths),
                say.count("report.stories", claim.stories),
                say.count("claims.owners", claim.owners),
            ]
            yield entry(number, f"“{in_a_line(claim.text)}”", ", ".join(counts))
            facts = (fact for sentences in _told(claim) for fact in _sentence(say, claim, *sentences))
            yield Padding(labelled(facts), (0, 0, 0, 3))
    yield Text("\n" + say.text("claims.note"))


def rows(found: Sequence[ClaimLine]) -> Iterator[dict[str, Any]]:
    """Yield a row for each sentence, with the names of `COLUMNS`."""
    for claim in found:
        for one in claim.sentences:
            article = one.article
            yield {
                "claim": claim.id, "mouths": claim.mouths, "stories": claim.stories, "owners": claim.owners,
                "name": one.source_name, "role": one.role, "sentence": in_a_line(one.text),
                "published": article.published, "publisher": article.publisher, "title": article.title,
                "address": article.url, "article": article.id, "story": article.story,
                "person": one.person, "start": one.start, "end": one.end,
            }  # fmt: skip


def _told(claim: ClaimLine) -> list[list[SentenceLine]]:
    """Return the sentences by date; those of one person in copies of one story together."""
    told: dict[tuple[str, str], list[SentenceLine]] = {}
    for sentence in claim.sentences:
        who = sentence.person or sentence.source_name
        told.setdefault((who, sentence.article.story or sentence.article.id), []).append(sentence)
    return list(told.values())


def _sentence(
    say: Messages, claim: ClaimLine, first: SentenceLine, *copies: SentenceLine
) -> Iterator[tuple[str, str]]:
    """Yield who says it where, and in which words if they are not those that the claim is told in."""
    names = {person.id: person.name for person in claim.persons}
    name = names[first.person] if first.person else first.source_name
    yield "–", ", ".join(filter(None, [name, first.role]))
    if _bare(first.text) != _bare(claim.text):
        yield "", f"“{in_a_line(first.text)}”"
    yield "", where_to_find(say, first.article)
    for copy in copies:
        if copy.article.id != first.article.id:
            yield "", say.text("claims.copy", where=where_to_find(say, copy.article))


def _bare(text: str) -> str:
    """Return a sentence without what its place in the text gives it: a capital, a full stop."""
    return in_a_line(text).casefold().rstrip(".")
