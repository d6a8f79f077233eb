"""What people decided, looked up and marked, in a few words: the same on a command line and on a page."""

from __future__ import annotations

from app.corrections import SECTIONS
from app.lookup import called
from app.messages import Messages
from graph.judgements.checks import Check
from graph.judgements.decisions import Decision
from graph.judgements.triage import Triage

Judgement = Decision | Check | Triage


def sentence(messages: Messages, one: Judgement) -> str:
    """Return what was decided, looked up or marked: "role: bakker", "BIG: not found", "starred"."""
    if isinstance(one, Triage):
        return messages.text(f"triage.{one.kind}", text=one.note or "")
    if isinstance(one, Check):
        return f"{called(messages, one.register)}: {messages.text(f'check.{one.outcome}')}"
    if one.kind != "correct":
        return messages.text(f"decided.{one.kind}")
    if one.field == "dismissed":
        return messages.text("decided.wrong")
    value = one.value or messages.text("report.none")
    if section := SECTIONS.get(one.field or ""):
        value = messages.code(section, value)
    return messages.text("decided.correct", field=messages.code("fields", one.field), value=value)


def state(messages: Messages, one: Judgement) -> str:
    """Return whether it stands, and on how much of what it is about; else who took it back and when."""
    if not one.stands:
        return messages.text("decided.withdrawn", by=one.withdrawn_by, at=(one.withdrawn_at or "")[:10])
    if (gone := len(one.targets) - len(one.attached)) > 0:
        return messages.text("decided.orphaned", n=gone)
    return messages.text("decided.stands")


def remark(one: Judgement) -> str:
    """Return why it was decided, or what was found; a note says it itself."""
    if isinstance(one, Decision):
        return one.why or ""
    return one.note or "" if isinstance(one, Check) else ""
