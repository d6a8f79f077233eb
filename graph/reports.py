"""What people ask of a store, as lines of plain values (`graph.lines`)."""

from __future__ import annotations

from graph.lines import (
    AppearanceLine,
    ArticleLine,
    ArticleView,
    ClaimLine,
    Dossier,
    Edge,
    MentionLine,
    Network,
    Node,
    PartLine,
    PersonLine,
    Reused,
    SavedQuery,
    Seen,
    SentenceLine,
    SignalLine,
    StatementLine,
    Totals,
)

__all__ = [
    "AppearanceLine",
    "ArticleLine",
    "ArticleView",
    "ClaimLine",
    "Dossier",
    "Edge",
    "MentionLine",
    "Network",
    "Node",
    "PartLine",
    "PersonLine",
    "Reused",
    "SavedQuery",
    "Seen",
    "SentenceLine",
    "SignalLine",
    "StatementLine",
    "Totals",
]
