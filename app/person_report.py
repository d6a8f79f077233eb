"""The reports on people as text to read: who is used again, and all there is on one person.

A report says what stands in the articles and never what to think of it: reasons to look closer are
called that, and every report says that they are no verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from app.contradictions import contradictions
from app.lookup import called
from app.messages import Messages
from app.pair_reasons import reasons
from app.phrases import (
    amount,
    described,
    facts_on,
    how_to_find,
    in_a_line,
    listed,
    point,
    said_in_words,
    signal_in_words,
    where,
)
from app.terminal import ID_DIGITS, labelled, shown
from graph.lines import (
    AppearanceLine,
    ArticleLine,
    CheckLine,
    ClaimLine,
    Dossier,
    Reused,
    SentenceLine,
    SignalLine,
    Totals,
)

# Makes the command to type of its words, such as `zegsman dossier 'Bas Lommers'`.
Typed = Callable[..., str]

# Other places where a claim stands that are shown; the app and --json show all.
_PLACES = 5


def reuse(
    totals: Totals,
    found: Sequence[Reused],
    kind: str,
    least: int,
    typed: Typed,
    messages: Messages | None = None,
) -> Iterator[RenderableType]:
    """Yield the report on persons in several stories, who is most worth a look first."""
    say = messages or Messages()
    yield Text(say.text(f"report.reuse_{kind}", least=least), style="bold")
    yield Text(_totals(say, totals))
    if not found:
        yield Text("\n" + say.text("report.reuse_nobody"))
        return
    for number, one in enumerate(found, start=1):
        yield Text.assemble((f"\n{number}. {shown(one.person.name)}", "bold"), f": {amount(say, one.person)}")
        facts = [*_selected(say, one), *facts_on(say, one.person), *_signals(say, one.signals)]
        facts += [
            (say.text("report.namesakes") if not i else "", described(say, other))
            for i, other in enumerate(one.namesakes)
        ]
        facts.append((say.text("report.more"), _dossier_of(one, typed)))
        yield Padding(labelled(facts), (0, 0, 0, 3))
    yield Text("\n" + say.text("report.no_verdict"))


def dossier(found: Dossier, typed: Typed, messages: Messages | None = None) -> Iterator[RenderableType]:
    """Yield all there is on one person: who, what stands out, how presented where and saying what."""
    say, person = messages or Messages(), found.person
    yield Text(f"{shown(person.name)}, {say.code('kinds', person.kind)}", style="bold")
    yield Text(amount(say, person))
    yield labelled(facts_on(say, person))
    yield from _contradictions(say, found)
    for polarity in ("closer", "for"):
        yield Text("\n" + say.text(f"report.signals_{polarity}"), style="bold")
        lines = [signal_in_words(say, signal) for signal in found.signals if signal.polarity == polarity]
        yield from map(point, lines or [say.text(f"report.signals_{polarity}_none")])
    yield Text(say.text("report.no_verdict"))
    if found.formerly:
        yield Text("\n" + say.text("report.formerly_title"), style="bold")
        for other in found.formerly:
            yield point(f"{described(say, other)}: {typed('dossier', other.id[:ID_DIGITS])}")
    if found.namesakes:
        yield Text("\n" + say.text("report.namesakes_title", name=shown(person.name)), style="bold")
        for compared in found.apart:
            other = compared.other
            yield point(f"{described(say, other)}: {typed('dossier', other.id[:ID_DIGITS])}")
            against = [shown(reason.text) for reason in reasons(say, compared) if reason.weight <= 0]
            yield from (point(text, indent=4) for text in against)
    yield Text("\n" + say.text("report.presented"), style="bold")
    if found.left_out:
        yield point(say.count("report.left_out", found.left_out))
    told: dict[str, list[AppearanceLine]] = {}
    for appearance in found.appearances:
        copied = told.setdefault(appearance.story or appearance.id, [])
        yield from _appearance(say, appearance, copied)
        copied.append(appearance)
    if found.claims:
        yield Text("\n" + say.text("report.shared"), style="bold")
        for claim in found.claims:
            yield from _claim(say, claim, person.id)
    if found.appearances:
        yield from _source_text(say, found.appearances[0].article, typed)


def _contradictions(say: Messages, found: Dossier) -> Iterator[RenderableType]:
    """Yield what articles say differently, each value with where it is said."""
    differing = list(contradictions(found.appearances))
    if not differing:
        return
    yield Text("\n" + say.text("report.differently"), style="bold")
    facts = (
        fact
        for one in differing
        for fact in listed(say.text(f"report.{one.about}"), (_value(*told) for told in one.values))
    )
    yield Padding(labelled(facts), (0, 0, 0, 2))


def _value(value: str, said: Sequence[AppearanceLine]) -> str:
    """Return a value and where it is said: "Goes (2024-05-13, De Schorrebode)"."""
    places = (
        ", ".join(filter(None, [one.article.published, one.article.publisher])) for one in said[:_PLACES]
    )
    more = " …" if len(said) > _PLACES else ""
    return f"{value} ({'; '.join(filter(None, places))}{more})"


def _source_text(say: Messages, article: ArticleLine, typed: Typed) -> Iterator[RenderableType]:
    """Yield how to see the texts themselves, one of which is this article."""
    query = typed("query", "article_text", "-p", f"article={how_to_find(article)}")
    yield Text("\n" + say.text("report.source_text"), style="bold")
    yield point(say.text("report.in_app", command=typed("app")))
    yield point(say.text("report.in_query", command=query))


def _totals(say: Messages, totals: Totals) -> str:
    counted = ("articles", "stories", "publishers", "experts")
    return ", ".join(say.count(f"report.{name}", getattr(totals, name)) for name in counted)


def _selected(say: Messages, one: Reused) -> Iterator[tuple[str, str]]:
    """Yield in how many of their stories a person is what the report was asked for."""
    if one.selected is not None:
        of = say.count("report.stories", one.person.stories)
        yield say.text("report.selected"), say.text("report.selected_of", n=say.number(one.selected), of=of)


def _signals(say: Messages, signals: Sequence[SignalLine]) -> Iterator[tuple[str, str]]:
    for polarity in ("closer", "for"):
        label = say.text(f"report.{polarity}")
        for signal in signals:
            if signal.polarity == polarity:
                yield label, signal_in_words(say, signal)
                label = ""


def _dossier_of(one: Reused, typed: Typed) -> str:
    """Return the command that shows a person's dossier: by name, where one person has it."""
    return typed("dossier", one.person.id[:ID_DIGITS] if one.namesakes else shown(one.person.name))


def _appearance(
    say: Messages, one: AppearanceLine, before: Sequence[AppearanceLine]
) -> Iterator[RenderableType]:
    """Yield how one article presents the person; `before` are those in copies of it, told already."""
    yield Text("\n" + where(say, one.article), style="italic")
    stated = [
        say.text(f"report.{label}", value=value)
        for label, value in (("as", one.role), ("from", one.place), ("at", one.affiliation))
        if value
    ]
    facts = [(say.text("report.article"), how_to_find(one.article))]
    if before:
        facts.append((say.text("report.copy"), say.text("report.copy_of", of=where(say, before[0].article))))
    facts += listed(say.text("report.checked"), (_check(say, check) for check in one.checks))
    facts.append((say.text("report.stated"), ", ".join(stated) or say.text("report.nothing_stated")))
    if one.context:
        facts.append((say.text("report.sentence"), in_a_line(one.context)))
    yield Padding(labelled(facts), (0, 0, 0, 2))
    heard = {statement.text for other in before for statement in other.statements}
    for statement in one.statements:
        if statement.text in heard:
            continue  # it stands with the article that this one is a copy of
        yield point(said_in_words(say, statement), indent=4)


def _claim(say: Messages, claim: ClaimLine, person: str) -> Iterator[RenderableType]:
    yield Text(f"\n“{shown(in_a_line(claim.text))}”", style="italic")
    yield Text("  " + say.text("report.claimed", stories=say.count("report.stories", claim.stories)))
    for sentence in claim.sentences[:_PLACES]:
        yield point(_said_where(say, sentence))
    if (more := len(claim.sentences) - _PLACES) > 0:
        yield point(say.count("report.more_places", more))


def _said_where(say: Messages, sentence: SentenceLine) -> str:
    return f"{sentence.source_name}: {where(say, sentence.article)}"


def _check(say: Messages, check: CheckLine) -> str:
    """Return what was looked up: "BIG: found (2025-03-01, Mina), entry 12"."""
    told = (
        f"{called(say, check.register)}: {say.text(f'check.{check.outcome}')} ({check.at[:10]}, {check.by})"
    )
    return f"{told}, {check.note}" if check.note else told
