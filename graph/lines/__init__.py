"""What reports are made of: frozen lines of plain values, the same for a page, a table and JSON.

Ids are those of nodes. Offsets are Unicode code points into the text of the article, end exclusive.
Codes (kinds, families of roles, subjects, forms of introduction, types of signal) have their words in
`schema/messages/`. What is not stated or not known is None or empty. `ingest.extraction.to_json` makes JSON.
"""

from graph.lines.article import AppearanceLine, ArticleLine, ArticleView, MentionLine, PartLine, StatementLine
from graph.lines.claim import ClaimLine, SentenceLine
from graph.lines.dossier import Dossier
from graph.lines.network import Edge, Network, Node
from graph.lines.person import Comparison, Doubt, FeatureLine, PersonLine, Reused, Seen, SignalLine
from graph.lines.store import SavedQuery, Totals

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
