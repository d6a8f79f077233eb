"""The pairs in doubt as text to read: who they are, what speaks for and against, and what to type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from app.messages import Messages
from app.pair_reasons import reasons
from app.person_report import Typed
from app.phrases import described
from app.terminal import ID_DIGITS, labelled, shown
from graph.lines import Doubt


def doubts(
    found: Sequence[Doubt], limit: int, typed: Typed, messages: Messages | None = None
) -> Iterator[RenderableType]:
    """Yield the first pairs in doubt, and how many more there are."""
    say = messages or Messages()
    if not found:
        yield Text(say.text("review.none"))
        return
    yield Text(say.text("review.title"), style="bold")
    for number, doubt in enumerate(found[:limit], start=1):
        yield from _doubt(say, number, doubt, typed)
    if len(found) > limit:
        yield Text("\n" + say.count("review.more", len(found) - limit))


def _doubt(say: Messages, number: int, doubt: Doubt, typed: Typed) -> Iterator[RenderableType]:
    compared = doubt.compared
    chance = say.text("review.chance", chance=round(100 * doubt.chance))
    stories = say.count("review.stories", doubt.stories)
    yield Text.assemble((f"\n{number}. {shown(compared.one.name)}", "bold"), f": {chance}, {stories}")
    found = list(reasons(say, compared))
    facts = [("a", described(say, compared.one)), ("b", described(say, compared.other))]
    for side, some in (
        ("for", [reason for reason in found if reason.weight > 0]),
        ("against", [reason for reason in found if reason.weight <= 0]),
    ):
        label = say.text(f"review.{side}")
        for reason in some:
            facts.append((label, reason.text))
            label = ""
        if not some:
            facts.append((label, say.text("review.nothing")))
    ids = compared.one.id[:ID_DIGITS], compared.other.id[:ID_DIGITS]
    facts.append((say.text("review.decide"), typed("decide", "same", *ids)))
    facts.append(("", typed("decide", "different", *ids)))
    yield Padding(labelled(facts), (0, 0, 0, 3))
