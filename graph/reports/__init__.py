"""What people ask of a store, as lines of plain values (`graph.lines`); a subject a file."""

from graph.errors import NotFound
from graph.lines import (
    AppearanceLine,
    ArticleLine,
    ArticleView,
    ClaimLine,
    Comparison,
    Dossier,
    Doubt,
    Edge,
    FeatureLine,
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
from graph.network import neighbourhood
from graph.reports.dossiers import dossier
from graph.reports.pair import doubts
from graph.reports.person import articles_of_persons, find_person, people, persons, seen_before
from graph.reports.reused import reuse
from graph.reports.text import article, articles
from graph.reports.total import totals
from graph.saved import saved_queries

__all__ = [
    "AppearanceLine",
    "ArticleLine",
    "ArticleView",
    "ClaimLine",
    "Comparison",
    "Dossier",
    "Doubt",
    "Edge",
    "FeatureLine",
    "MentionLine",
    "Network",
    "Node",
    "NotFound",
    "PartLine",
    "PersonLine",
    "Reused",
    "SavedQuery",
    "Seen",
    "SentenceLine",
    "SignalLine",
    "StatementLine",
    "Totals",
    "article",
    "articles",
    "articles_of_persons",
    "dossier",
    "doubts",
    "find_person",
    "neighbourhood",
    "people",
    "persons",
    "reuse",
    "saved_queries",
    "seen_before",
    "totals",
]
