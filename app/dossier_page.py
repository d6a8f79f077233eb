"""A dossier as one HTML file: to hand to an editor or a lawyer, to print on A4, to read without the internet.

It is made by `app.markup`, as the app's own pages are: whatever is put in is text and escaped, unless a
function made HTML of it. The file asks for nothing from anywhere, and its policy (CSP) lets no script run and
no resource load even if something were to slip through.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import metadata, resources

from app.contradictions import contradictions
from app.highlight import Mark, highlight
from app.judged import Judgement, remark, sentence, state
from app.lookup import called
from app.markup import Html, escape, join, link, outward, tag
from app.messages import Messages
from app.pair_reasons import reasons
from app.phrases import amount, described, facts_on, signal_in_words
from app.terminal import shown
from graph.context import introduction, sentence_at
from graph.lines import AppearanceLine, ArticleLine, ClaimLine, SignalLine, StatementLine
from graph.lines.evidence import Capture, Evidence, Source

# The numbers of the appearances told so far, by story: what a copy repeats is not told again.
Told = dict[str, list[int]]


def page(evidence: Evidence, made: str, messages: Messages | None = None) -> str:
    """Return the dossier as an HTML document; `made` is when, an instant in UTC."""
    say = messages or Messages()
    person = evidence.dossier.person
    style = _style()
    head = join(
        [
            Html('<meta charset="utf-8">'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{escape(_policy(style))}">'),
            Html('<meta name="viewport" content="width=device-width">'),
            Html('<meta name="referrer" content="no-referrer">'),
            tag("title", say.text("evidence.title", name=person.name)),
            Html(f"<style>{style}</style>"),
        ]
    )
    body = tag("body", tag("main", *_body(say, evidence, made)))
    html = tag("html", tag("head", head), body, lang=say.language)
    # What a browser would obey or leave out, such as an order to write on from right to left, is to show.
    return shown(f"<!DOCTYPE html>\n{html}\n")


@cache
def _style() -> str:
    return resources.files("app").joinpath("dossier.css").read_text("utf-8")


def _policy(style: str) -> str:
    """Return what a browser is to allow: this very style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _body(say: Messages, evidence: Evidence, made: str) -> Iterator[Html]:
    found, person = evidence.dossier, evidence.dossier.person
    numbers = {one.id: number for number, one in enumerate(found.appearances, start=1)}
    yield tag("h1", say.text("evidence.title", name=person.name))
    yield tag(
        "p",
        f"{say.code('kinds', person.kind)}, {amount(say, person)}",
        class_="under",
    )
    yield _first(say, evidence, made)
    yield _known(facts_on(say, person))
    yield from _contradictions(say, found.appearances, numbers)
    yield from _signals(say, evidence, numbers)
    yield tag("h2", say.text("evidence.timeline"))
    told: Told = {}
    for one in found.appearances:
        yield _appearance(say, evidence, one, numbers, told)
        told.setdefault(one.story or one.id, []).append(numbers[one.id])
    yield from _section(say, "report.shared", [_claim(say, one) for one in found.claims])
    yield from _namesakes(say, evidence)
    yield from _judgements(say, evidence)
    yield from _sources(say, evidence, numbers)


def _section(say: Messages, title: str, parts: Sequence[Html], note: str | None = None) -> Iterator[Html]:
    """Yield parts under a heading; nothing where there are none."""
    if parts:
        yield tag("h2", say.text(title))
        if note:
            yield tag("p", note, class_="note")
        yield from parts


def _list(items: Iterable[object], **attributes: object) -> Html:
    return tag("ul", *(tag("li", item) for item in items), **attributes)


def _known(facts: Iterable[tuple[str, object]]) -> Html:
    rows = (part for label, value in facts for part in (tag("dt", label), tag("dd", value)))
    return tag("dl", *rows)


# --- what has to be known first ---


def _first(say: Messages, evidence: Evidence, made: str) -> Html:
    """Return a box with what the collection covers, what nobody checked, and what none of it shows."""
    version = metadata.version("zegsman")
    return tag(
        "section",
        tag("h2", say.text("evidence.first")),
        _list(first_lines(say, evidence)),
        tag(
            "p",
            say.text("evidence.made", made=_instant(made), version=version, id=evidence.dossier.person.id),
            class_="note",
        ),
        class_="first",
    )


def first_lines(say: Messages, evidence: Evidence) -> list[str]:
    """Return what has to be known first, a paragraph each."""
    return [
        _covers(say, evidence),
        _unchecked(say, evidence),
        say.text("evidence.asked" if evidence.asked else "evidence.not_asked"),
        say.text("evidence.shows_nothing"),
        say.text("evidence.errs"),
    ]


def _covers(say: Messages, evidence: Evidence) -> str:
    """Return what the collection covers, in a sentence or two."""
    covered = evidence.coverage
    told = say.text(
        "evidence.covers",
        articles=say.count("report.articles", covered.articles),
        publishers=say.count("report.publishers", covered.publishers),
    )
    if covered.first:
        told += " " + say.text("evidence.covers_period", first=covered.first, last=covered.last)
    if covered.undated:
        told += " " + say.count("evidence.undated", covered.undated)
    return f"{told} {say.text('evidence.covers_no_more')}"


def _unchecked(say: Messages, evidence: Evidence) -> str:
    standing = [check for check in evidence.checks if check.stands]
    if not standing:
        return say.text("evidence.nobody_checked")
    told = say.count("evidence.checked", len(standing))
    if evidence.unchecked:
        told += " " + say.text(
            "evidence.unchecked", registers=say.listed(called(say, one) for one in evidence.unchecked)
        )
    return told


# --- what stands out ---


def _contradictions(
    say: Messages, appearances: Sequence[AppearanceLine], numbers: dict[str, int]
) -> Iterator[Html]:
    """Yield what articles say differently, each value with links to where it is said."""
    facts = [
        (
            say.text(f"report.{one.about}"),
            _list(
                join([value, " ", _links(numbers[said.id] for said in told)]) for value, told in one.values
            ),
        )
        for one in contradictions(appearances)
    ]
    yield from _section(say, "report.differently", [_known(facts)] if facts else [])


def _links(numbers: Iterable[int]) -> Html:
    return tag("span", join((link(f"#a{number}", number) for number in numbers), ", "), class_="see")


def _signals(say: Messages, evidence: Evidence, numbers: dict[str, int]) -> Iterator[Html]:
    for polarity in ("closer", "for"):
        lines = [
            _signal(say, evidence, signal, numbers)
            for signal in evidence.dossier.signals
            if signal.polarity == polarity
        ]
        yield tag("h2", say.text(f"report.signals_{polarity}"))
        if lines:
            yield _list(lines, class_=polarity)
        else:
            yield tag("p", say.text(f"report.signals_{polarity}_none"))
    yield tag("p", say.text("report.no_verdict"), class_="note")


def _signal(say: Messages, evidence: Evidence, signal: SignalLine, numbers: dict[str, int]) -> Html:
    """Return a signal with links to the appearances it rests on."""
    places = _places(evidence)
    rests_on = sorted({numbers[places[id]] for id in signal.evidence if id in places})
    if not rests_on:
        return escape(signal_in_words(say, signal))
    links = join((link(f"#a{number}", number) for number in rests_on), ", ")
    return join(
        [signal_in_words(say, signal), " ", tag("span", say.text("evidence.see"), " ", links, class_="see")]
    )


def _places(evidence: Evidence) -> dict[str, str]:
    """Return the appearance at which each thing that a signal rests on is told, by id."""
    found: dict[str, str] = {}
    for one in evidence.dossier.appearances:
        named = (mentioned.id for mentioned in _source(evidence, one).mentions)
        for id in (one.id, one.article.id, *(said.id for said in one.statements), *named):
            found.setdefault(id, one.id)
    return found


# --- the timeline ---


def _appearance(
    say: Messages, evidence: Evidence, one: AppearanceLine, numbers: dict[str, int], told: Told
) -> Html:
    number, article = numbers[one.id], one.article
    source = _source(evidence, one)
    before = told.get(one.story or one.id, [])
    stated = [
        say.text(f"report.{label}", value=value)
        for label, value in (("as", one.role), ("from", one.place), ("at", one.affiliation))
        if value
    ]
    facts: list[tuple[str, object]] = [
        (say.text("report.article"), _address(article)),
        (say.text("report.stated"), ", ".join(stated) or say.text("report.nothing_stated")),
    ]
    if source.disclaimers:
        about = say.listed(say.code("disclaimers", code) for code in source.disclaimers)
        facts.append((say.text("evidence.small_print"), about))
    if before:
        copied = link(f"#a{before[0]}", before[0])
        facts.append((say.text("report.copy"), join([say.text("evidence.copy_of"), " ", copied])))
    heard = {
        said.text
        for other in evidence.dossier.appearances
        if numbers[other.id] in before
        for said in other.statements
    }
    said = [statement for statement in one.statements if statement.text not in heard]
    return tag(
        "article",
        tag("h3", tag("span", number, class_="number"), " ", _headline(say, article)),
        _known(facts),
        *_told(say, source, one, said),
        id=f"a{number}",
    )


def _source(evidence: Evidence, one: AppearanceLine) -> Source:
    return next(source for source in evidence.sources if source.article.id == one.article.id)


def _headline(say: Messages, article: ArticleLine) -> Html:
    title = article.title or say.text("report.untitled")
    known = [
        part
        for part in (article.published or say.text("evidence.undated_article"), article.publisher)
        if part
    ]
    return join([tag("cite", title), tag("span", ", ".join(known), class_="under")], " ")


def _address(article: ArticleLine) -> Html:
    return outward(article.url, article.url) if article.url else tag("code", article.id)


def _told(
    say: Messages, source: Source, one: AppearanceLine, statements: Sequence[StatementLine]
) -> Iterator[Html]:
    """Yield the sentence that introduces the person, and each in which they say something, in order.

    So are those with an organisation that a signal rests on. The names, and just what is said, are marked;
    what stands in one sentence is shown once.
    """
    marks: dict[tuple[int, int], list[tuple[int, int, str]]] = defaultdict(list)
    kinds: dict[tuple[int, int], dict[str, None]] = defaultdict(dict)
    for said in statements:
        around = sentence_at(source.text, min(said.starts), max(said.ends))
        marks[around] += [(start, end, "said") for start, end in zip(said.starts, said.ends, strict=True)]
        kinds[around][say.text(f"report.{said.type}")] = None
    if one.starts:
        start, end = one.starts[0], one.ends[0]
        marks[_around(source.text, one.honorific, start, end, marks)].append((start, end, "name"))
    for mentioned in source.mentions:
        for start, end in zip(mentioned.starts, mentioned.ends, strict=True):
            marks[_around(source.text, None, start, end, marks)].append((start, end, "organisation"))
    for around in sorted(marks):
        yield _stretch(source.text, around, marks[around], _place(say, marks[around], kinds[around]))


def _around(
    text: str, honorific: str | None, start: int, end: int, shown: Iterable[tuple[int, int]]
) -> tuple[int, int]:
    """Return the stretch that is shown already around a name, else its sentence."""
    there = (stretch for stretch in shown if stretch[0] <= start and end <= stretch[1])
    return next(there, None) or introduction(text, honorific, start, end)


def _place(say: Messages, marks: Sequence[tuple[int, int, str]], kinds: Iterable[str]) -> Html | None:
    """Return how something is said and where; None where nothing is."""
    said = [(start, end) for start, end, kind in marks if kind == "said"]
    if not said:
        return None
    first, last = min(said)[0], max(end for _, end in said)
    place = say.text("report.at_characters", start=first, end=last)
    return tag("span", f"{', '.join(kinds)}, {place}", class_="place", lang=say.language)


def _stretch(
    text: str, around: tuple[int, int], marks: Iterable[tuple[int, int, str]], after: Html | None = None
) -> Html:
    """Return a stretch of a text as it stands there, with what is at `marks` (start, end, kind) marked."""
    first, last = around
    marked = highlight(text[first:last], (Mark(s - first, e - first, kind) for s, e, kind in marks))
    return tag("blockquote", tag("p", tag("span", marked, class_="text"), " ", after), lang="nl")


# --- what stands elsewhere ---


def _claim(say: Messages, claim: ClaimLine) -> Html:
    places = (
        join([f"{one.source_name}: ", _headline(say, one.article), " ", _address(one.article)])
        for one in claim.sentences
    )
    in_all = say.text("report.claimed", stories=say.count("report.stories", claim.stories))
    quoted = tag("blockquote", tag("p", claim.text), lang="nl")
    return tag("article", quoted, tag("p", in_all), _list(places))


def _namesakes(say: Messages, evidence: Evidence) -> Iterator[Html]:
    found = evidence.dossier
    told = [
        join(
            [
                described(say, compared.other),
                _list([reason.text for reason in reasons(say, compared) if reason.weight <= 0]),
            ]
        )
        for compared in found.apart
    ]
    if told:
        yield tag("h2", say.text("report.namesakes_title", name=found.person.name))
        yield _list(told)


def _judgements(say: Messages, evidence: Evidence) -> Iterator[Html]:
    lines = [_judged(say, check) for check in evidence.checks]
    yield tag("h2", say.text("evidence.checks"))
    yield _list(lines) if lines else tag("p", say.text("check.not_checked"))
    if evidence.decisions:
        yield tag("h2", say.text("evidence.decisions"))
        yield _list(_judged(say, decision) for decision in evidence.decisions)


def _judged(say: Messages, one: Judgement) -> str:
    """Return what somebody decided or looked up in a line, and whether it was taken back."""
    told = f"{one.at[:10]} {one.by}: {sentence(say, one)}"
    told += f" ({remark(one)})" if remark(one) else ""
    return told if one.stands and len(one.attached) == len(one.targets) else f"{told}, {state(say, one)}"


def _sources(say: Messages, evidence: Evidence, numbers: dict[str, int]) -> Iterator[Html]:
    """Yield where each text came from, for whoever wants to see it as it came in."""
    of_article: dict[str, list[int]] = {}
    for one in evidence.dossier.appearances:
        of_article.setdefault(one.article.id, []).append(numbers[one.id])
    yield tag("h2", say.text("evidence.sources"))
    yield tag("p", say.text("evidence.sources_note"), class_="note")
    for source in evidence.sources:
        told = join((link(f"#a{number}", number) for number in of_article[source.article.id]), ", ")
        facts: list[tuple[str, object]] = [
            (say.text("report.article"), _address(source.article)),
            (say.text("evidence.text_sha"), tag("code", hashlib.sha256(source.text.encode()).hexdigest())),
            (say.text("evidence.reading"), tag("code", f"{source.reader} / {source.fingerprint}")),
        ]
        for capture in source.captures:
            facts.append((say.text("evidence.original"), _capture(say, capture)))
        yield tag(
            "article", tag("h3", told, " ", _headline(say, source.article)), _known(facts), class_="source"
        )


def _capture(say: Messages, capture: Capture) -> Html:
    where = [capture.name, capture.asked, capture.reached if capture.reached != capture.asked else None]
    size = say.number(capture.size)
    parts: list[object] = [
        tag("code", capture.sha256),
        say.text("evidence.came_in", type=capture.media_type, size=size, at=_instant(capture.added)),
        *(one for one in where if one),
    ]
    for code in ("dropped", "lost"):
        if getattr(capture, code):
            parts.append(say.text(f"evidence.{code}"))
    return join(parts, ", ")


def _instant(at: str) -> str:
    """Return an instant as people read it, to the second."""
    return at[:19].replace("T", " ")
