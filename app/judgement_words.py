"""What people decided and looked up, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.messages import Messages

if TYPE_CHECKING:
    from graph.judgements.checks import Check
    from graph.judgements.decisions import Decision


def check_in_words(say: Messages, check: Check) -> str:
    """Return a check in a line: when, who, where, what came of it, and whether it was taken back."""
    told = f"{check.at[:10]} {check.by}: {check.register}, {say.text(f'check.{check.outcome}')}"
    told += f" ({check.note})" if check.note else ""
    if not check.stands:
        told += ", " + say.text("check.withdrawn", by=check.withdrawn_by, at=(check.withdrawn_at or "")[:10])
    return told


def decision_in_words(say: Messages, decision: Decision) -> str:
    """Return a decision in a line: when, who, what, why, and whether it was taken back."""
    told = f"{decision.at[:10]} {decision.by}: {decided(say, decision)}"
    told += f" ({decision.why})" if decision.why else ""
    if not decision.stands:
        by, at = decision.withdrawn_by, (decision.withdrawn_at or "")[:10]
        told += ", " + say.text("decided.withdrawn", by=by, at=at)
        told += f" ({decision.withdrawn_why})" if decision.withdrawn_why else ""
    return told


def decided(messages: Messages, one: Decision) -> str:
    """Return what was decided in a few words: "role is bakker"."""
    if one.kind != "correct":
        return messages.text(f"decided.{one.kind}")
    if one.field == "dismissed":
        return messages.text("decided.wrong")
    value = one.value or messages.text("report.none")
    return messages.text("decided.correct", field=one.field, value=value)
