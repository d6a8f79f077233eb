"""What a dossier rests on: texts, originals, checks and decisions, for somebody else to check."""

from __future__ import annotations

from collections import defaultdict

from graph import registers
from graph.errors import OriginalLost
from graph.judgements import checks, decisions
from graph.judgements.checks import Check
from graph.judgements.decisions import Decision
from graph.keys import key
from graph.lines import Dossier
from graph.lines.evidence import Capture, Coverage, Evidence, Mentioned, Source
from graph.reports.dossiers import dossier
from graph.reports.rows import Row, ask
from graph.reports.total import totals
from graph.store import Store

# Putting it to those concerned is a check of its own kind.
_ASKED = "request-for-comment"


def evidence(store: Store, person_id: str) -> Evidence:
    """Return the dossier of the person whose id this is, or was, with what it rests on.

    NotFound if there is none.
    """
    found = dossier(store, person_id)
    made = _checks(store, found)
    stand = {check.register for check in made if check.stands}
    fitting = registers.for_person(found.person.roles, found.person.role_families)
    return Evidence(
        dossier=found,
        coverage=coverage(store),
        sources=_sources(store, found),
        checks=made,
        decisions=_decisions(store, found),
        unchecked=tuple(one.name for one in fitting if one.name not in stand and one.name != _ASKED),
        asked=_ASKED in stand,
    )


def coverage(store: Store) -> Coverage:
    """Return what the store covers."""
    counts, (row,) = totals(store), ask(store, "coverage")
    return Coverage(**row, stories=counts.stories, publishers=counts.publishers)


def _articles(found: Dossier) -> list[str]:
    return list(dict.fromkeys(one.article.id for one in found.appearances))


def _sources(store: Store, found: Dossier) -> tuple[Source, ...]:
    ids = _articles(found)
    lines = {one.article.id: one.article for one in found.appearances}
    captures: dict[str, list[Capture]] = defaultdict(list)
    for row in ask(store, "captures_of_articles", articles=ids):
        captures[row.pop("article")].append(_capture(store, row))
    mentions: dict[str, list[Mentioned]] = defaultdict(list)
    for row in ask(store, "mentions", ids=sorted({id for signal in found.signals for id in signal.evidence})):
        starts, ends = tuple(row["starts"]), tuple(row["ends"])
        mentions[row["article"]].append(Mentioned(row["id"], row["name"], starts, ends))
    texts = {row["id"]: row for row in ask(store, "texts_read", articles=ids)}
    return tuple(
        Source(
            article=lines[id],
            text=row["text"],
            byline=row["byline"],
            disclaimers=tuple(row["disclaimers"] or ()),
            reader=row["reader"],
            fingerprint=row["fingerprint"],
            captures=tuple(captures[id]),
            mentions=tuple(mentions[id]),
        )
        for id in ids
        for row in (texts[id],)
    )


def _capture(store: Store, row: Row) -> Capture:
    dropped, lost = bool(row.pop("dropped")), False
    if not dropped:
        try:
            store.originals.get(row["sha256"])
        except OriginalLost:
            lost = True
    return Capture(**row, dropped=dropped, lost=lost)


def _checks(store: Store, found: Dossier) -> tuple[Check, ...]:
    things = _things(found)
    return tuple(
        one for one in checks.read(store.read, _articles(found)) if things.intersection(one.attached)
    )


def _decisions(store: Store, found: Dossier) -> tuple[Decision, ...]:
    """Return the decisions about the person, what they say and the articles, orphaned ones too."""
    things = _things(found)
    named = {(one.article.id, key(one.name)) for one in found.appearances}
    return tuple(
        one
        for one in decisions.read(store.read, _articles(found))
        if things.intersection(one.attached)
        or any((target.article, target.name_key) in named for target in one.targets)
    )


def _things(found: Dossier) -> set[str]:
    """Return the ids of all that a judgement can be about: appearances, statements, articles."""
    return {
        id
        for one in found.appearances
        for id in (one.id, one.article.id, *(said.id for said in one.statements))
    }
