"""The report on one text alone: what a fact-checker would start working from.

What stands out comes first, then what a store knows, then each person and organisation with where to look
them up, and last how to read what is found there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from app.lookup import called
from app.messages import Messages
from app.person_report import Typed
from app.phrases import described, point, signal_in_words, where
from app.terminal import ID_DIGITS, labelled, shown
from graph.lines.look import (
    Alike,
    Bearer,
    Credited,
    Listed,
    Look,
    Place,
    Quoted,
    Recognised,
    Repeated,
    Said,
)
from graph.registers import registers

# Sentences that are shown of an organisation or of somebody unnamed; --json shows all.
_SAID = 3
# The form in which articles introduce experts of whom nothing can be checked.
_BARE = "role+name+place"


def report(
    look: Look, known: Recognised | None, location: str, typed: Typed, messages: Messages | None = None
) -> Iterator[RenderableType]:
    """Yield the report on one text.

    `known` is what the store at `location` knows of it, None if there is no store there; `typed` makes the
    command to type of its words.
    """
    say = messages or Messages()
    article = look.article
    yield Text(shown(article.title or article.source), style="bold")
    yield labelled(_stated(say, look))
    yield Text(say.text("look.kept_nothing"))
    yield from _section(say, "look.stands_out", map(point, _stands_out(say, look, known)))
    if known is None:
        yield Text("\n" + say.text("look.no_store", location=location))
    elif known.names or known.sentences or known.texts:
        yield from _known(say, known, typed)
    for number, person in enumerate(_order(look.people), start=1):
        if number == 1:
            yield Text("\n" + say.text("look.people"), style="bold")
        yield from _person(say, number, person)
    named = [person.name for person in look.people if person not in _order(look.people)]
    yield from _section(say, "look.also_named", [point(shown("; ".join(named)))] if named else [])
    for found in (False, True):
        some = [one for one in look.credited if one.can_be_found == found]
        title = "look.credited_found" if found else "look.credited_nothing"
        yield from _section(say, title, (line for one in some for line in _credited(say, one)))
    yield from _section(
        say,
        "look.unnamed",
        (line for one in look.unnamed for line in _with_said(say, one.name, one.said)),
    )
    yield from _section(
        say, "look.references", (line for one in look.references for line in _listed(say, one))
    )
    yield from _section(say, "look.small_print", _small_print(say, look))
    yield from _section(say, "look.promoted", _promoted(say, look))
    yield from _section(say, "look.links", _links(say, look))
    yield from _section(say, "look.how_to_read", _how_to_read(say, look))
    yield Text("\n" + say.text("look.no_verdict"))


def _section(say: Messages, title: str, lines: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """Yield lines under their title, nothing if there are none."""
    for number, line in enumerate(lines):
        if not number:
            yield Text("\n" + say.text(title), style="bold")
        yield line


def _stated(say: Messages, look: Look) -> Iterator[tuple[str, str]]:
    article, none = look.article, say.text("look.not_stated")
    yield say.text("look.address"), article.url or none
    yield (
        say.text("look.published"),
        ", ".join(w for w in (article.publisher, article.published) if w) or none,
    )
    yield say.text("look.byline"), article.byline or none
    if article.subject:
        yield say.text("look.subject"), say.code("subjects", article.subject)


# --- what stands out ---


def _stands_out(say: Messages, look: Look, known: Recognised | None) -> Iterator[str]:
    """Yield what a fact-checker would see at a glance, each in a sentence."""
    experts = [person for person in look.people if person.kind == "expert"]
    if experts:
        alone = sum(not person.affiliation for person in experts)
        yield say.text("look.experts", experts=say.count("report.experts", len(experts)), alone=alone)
        if unknown := {f"{one.affiliation} ({one.name})" for one in experts if one.employer == "none"}:
            yield say.text("look.employers_unknown", names=shown("; ".join(sorted(unknown))))
        if bare := sum(person.introduction == _BARE for person in experts):
            yield say.text("look.introduced_bare", bare=bare)
    else:
        yield say.text("look.no_experts")
    if look.credited:
        nothing = sum(not one.can_be_found for one in look.credited)
        organisations = say.count("look.organisations", len(look.credited))
        yield say.text("look.credited_in_all", organisations=organisations, nothing=nothing)
    for one in look.credited:
        if one.match == "near-miss":
            yield say.text("look.near_miss", name=shown(one.name), known=shown(one.authority))
    if look.promised:
        yield say.count("look.promised", len(look.promised))
    if about := sorted({code for small in look.small_print for code in small.about}):
        yield say.text(
            "look.small_print_says", about=say.listed(say.code("disclaimers", code) for code in about)
        )
    if look.promoted:
        yield say.text("look.promotes", names=shown(say.listed(one.name for one in look.promoted)))
    if known and known.articles:
        yield from _stands_out_in_store(say, known)


def _stands_out_in_store(say: Messages, known: Recognised) -> Iterator[str]:
    for name in known.names:
        most = name.bearers[0]
        if most.how == "same_name":
            stories = sum(bearer.stories for bearer in name.bearers if bearer.how == "same_name")
            yield say.text(
                "look.name_known", name=shown(name.name), stories=say.count("report.stories", stories)
            )
    others = {one.sentence for one in known.sentences if not one.same_source}
    if others:
        yield say.count("look.said_by_others", len(others))
    if not (known.names or known.sentences or known.texts):
        yield say.text("look.nothing_known", articles=say.count("report.articles", known.articles))


# --- what a store knows ---


def _known(say: Messages, known: Recognised, typed: Typed) -> Iterator[RenderableType]:
    lines = (
        *(point(_alike(say, one)) for one in known.texts),
        *(
            line
            for name in known.names
            for bearer in name.bearers
            for line in _bearer(say, name.name, bearer, typed)
        ),
        *(
            line
            for one in sorted(known.sentences, key=lambda one: one.same_source)
            for line in _repeated(say, one)
        ),
    )
    articles = say.count("report.articles", known.articles)
    yield Text("\n" + say.text("look.in_store", articles=articles), style="bold")
    yield from lines


def _alike(say: Messages, one: Alike) -> str:
    told = say.text(f"look.{one.how}", article=where(say, one.article))
    if one.how == "twin":
        swapped = "; ".join(f"{here} / {there}" for here, there in one.swapped)
        told += " " + say.text("look.twin_shares", share=round(100 * (one.score or 0)), swapped=swapped)
    return shown(told)


def _bearer(say: Messages, name: str, bearer: Bearer, typed: Typed) -> Iterator[RenderableType]:
    stories = say.count("report.stories", bearer.stories)
    how = "look.this_name" if bearer.how == "same_name" else "look.near_name"
    agreement = say.code("agreement", bearer.how)
    yield point(say.text(how, name=shown(name), stories=stories, how=agreement))
    yield point(described(say, bearer.person), indent=4)
    for signal in bearer.signals:
        label = say.text("report.closer" if signal.polarity == "closer" else "report.for")
        yield point(f"{label}: {signal_in_words(say, signal)}", indent=4)
    yield from (point(where(say, article), indent=4) for article in bearer.articles)
    yield from _unbroken(say.text("report.more"), [typed("dossier", bearer.person.id[:ID_DIGITS])], indent=4)


def _repeated(say: Messages, one: Repeated) -> Iterator[RenderableType]:
    key = "look.said_there_too" if one.same_source else "look.said_by_another"
    yield point(say.text(key, source=shown(one.source), there=shown(one.source_there)))
    yield point(f"“{_flat(one.sentence.text)}”", indent=4)
    there = where(say, one.article)
    yield point(there if one.there == one.sentence.text else f"“{_flat(one.there)}” ({there})", indent=4)


# --- who and what the text quotes ---


def _order(people: Sequence[Quoted]) -> list[Quoted]:
    """Return who says something or is presented as an expert, experts first."""
    quoted = [person for person in people if person.said or person.kind == "expert"]
    return sorted(quoted, key=lambda person: person.kind != "expert")


def _person(say: Messages, number: int, person: Quoted) -> Iterator[RenderableType]:
    name = " ".join(word for word in (person.honorific, person.name) if word)
    yield Text(f"\n{number}. {shown(name)} ({say.code('kinds', person.kind)})", style="bold")
    stated = [
        say.text(f"report.{label}", value=value)
        for label, value in (("as", person.role), ("from", person.place), ("at", person.affiliation))
        if value
    ]
    form = " + ".join(say.code("introductions", code) for code in person.introduction.split("+"))
    facts = [
        (say.text("report.stated"), f"{', '.join(stated) or say.text('report.nothing_stated')} ({form})"),
        (say.text("report.sentence"), _flat(person.sentence.text)),
    ]
    facts += _labelled(say.text("look.says"), [_quote(say, one) for one in person.said])
    if person.kind == "expert" or any(place.for_title for place in person.places):
        facts.append((say.text("look.title"), _title(say, person)))
    yield Padding(labelled(facts), (0, 0, 0, 3))
    yield from _unbroken(
        say.text("look.look_up"), [line for one in person.places for line in _place(say, one)]
    )
    yield from _unbroken(
        say.text("look.search_quote"), [address for one in person.said for address in one.searches]
    )


def _labelled(label: str, values: Sequence[str]) -> list[tuple[str, str]]:
    return [(label if not number else "", value) for number, value in enumerate(values)]


def _quote(say: Messages, one: Said) -> str:
    text = _flat(one.text)
    text = f"“{text}”" if one.type == "direct" else text
    return f"{text} ({say.text(f'report.{one.type}')})"


def _unbroken(label: str, lines: Sequence[str], indent: int = 3) -> Iterator[RenderableType]:
    """Yield lines under a label, none of them broken: an address in two pieces is none."""
    if lines:
        yield Text(f"{' ' * indent}{label}", style="dim")
    for line in lines:
        yield Text(f"{' ' * (indent + 2)}{shown(line)}", no_wrap=True)


def _title(say: Messages, person: Quoted) -> str:
    """Return where the law protects the stated title and where not, as far as the list of registers says."""
    if not person.role:
        return say.text("look.no_title")
    of_title = [one for one in person.places if one.for_title]
    protected = [one for one in of_title if one.protected]
    elsewhere = sorted({one.country for one in of_title} - {one.country for one in protected})
    if not protected:
        return say.text("look.unprotected", role=person.role)
    bearers = say.listed(f"{one.register} ({one.country})" for one in protected)
    told = say.text("look.protected", role=person.role, registers=bearers)
    if elsewhere:
        told += " " + say.text("look.not_protected_in", countries=say.listed(elsewhere))
    return told


def _place(say: Messages, place: Place) -> list[str]:
    """Return a register with its pages; of one for a title whether all who bear it are in."""
    if not place.addresses:
        return []
    first, *more = place.addresses
    complete = say.text("check.complete" if place.complete else "check.voluntary")
    known = called(say, place.register)
    name = f"{known}, {complete}" if place.for_title else known
    return [f"{name}: {first}", *(f"{' ' * len(name)}  {address}" for address in more)]


def _credited(say: Messages, one: Credited) -> Iterator[RenderableType]:
    yield from _with_said(say, one.name, one.said)
    if one.match == "near-miss":
        yield point(say.text("look.resembles", known=shown(one.authority)), indent=4)
    yield from (point(say.text("look.mark", mark=_flat(mark.text)), indent=4) for mark in one.promised)
    yield from (point(_flat(reference.text), indent=4) for reference in one.references)
    asked = [line for place in one.places if place.register == "press-office" for line in _place(say, place)]
    yield from _unbroken(say.text("look.look_up"), [*one.addresses, *asked], indent=4)


def _with_said(say: Messages, name: str, said: Sequence[Said]) -> Iterator[RenderableType]:
    """Yield a source with the sentences in which something is credited to it."""
    yield point(shown(name))
    sentences = list(dict.fromkeys(_flat(one.sentence.text) for one in said))
    yield from (point(sentence, indent=4) for sentence in sentences[:_SAID])
    if (more := len(sentences) - _SAID) > 0:
        yield point(say.count("cli.more", more), indent=4)


def _listed(say: Messages, one: Listed) -> Iterator[RenderableType]:
    yield point(_flat(one.reference.text))
    yield from _unbroken(
        say.text("look.look_up"), [line for place in one.places for line in _place(say, place)], indent=4
    )


def _small_print(say: Messages, look: Look) -> Iterator[RenderableType]:
    for small in look.small_print:
        about = say.listed(say.code("disclaimers", code) for code in small.about)
        yield point(f"{about}: “{_flat(small.text.text)}”" if about else f"“{_flat(small.text.text)}”")


def _promoted(say: Messages, look: Look) -> Iterator[RenderableType]:
    for one in look.promoted:
        yield point(shown(one.name))
        for shows in one.shown:
            yield point(f"{say.code('promotions', shows.kind)}: “{_flat(shows.text)}”", indent=4)


def _links(say: Messages, look: Look) -> Iterator[RenderableType]:
    for one in look.links:
        promoted = say.text("look.link_promoted", name=shown(one.promoted)) if one.promoted else ""
        yield point(shown(f"{one.domain}{promoted}: {'; '.join(one.addresses)}"))


def _how_to_read(say: Messages, look: Look) -> Iterator[RenderableType]:
    """Yield of each register that was named how to read an answer, and what a miss means."""
    looked_up = [one.places for one in look.people] + [one.places for one in look.references]
    named = {place.register for places in looked_up for place in places}
    for register in registers().values():
        if register.name in named:
            reads, misses = register.reads[say.language], register.misses[say.language]
            yield point(f"{called(say, register.name)}: {reads} {say.text('look.miss', meaning=misses)}")


def _flat(text: str) -> str:
    return shown(" ".join(text.split()))
