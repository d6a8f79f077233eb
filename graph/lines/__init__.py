"""What reports are made of: frozen lines of plain values, the same for a page, a table and JSON.

Ids are those of nodes. Offsets are Unicode code points into the text of the article, end exclusive.
Codes (kinds, families of roles, subjects, forms of introduction, types of signal) have their words in
`schema/messages/`. What is not stated or not known is None or empty. `ingest.extraction.to_json` makes JSON.
"""

from graph.lines.article import (
    AppearanceLine,
    ArticleLine,
    ArticleView,
    CheckLine,
    MentionLine,
    PartLine,
    StatementLine,
)
from graph.lines.claim import ClaimLine, SentenceLine
from graph.lines.company import Beside, CompanyLine
from graph.lines.dossier import Dossier
from graph.lines.filters import Filters
from graph.lines.institution import CitedLine, Credit, Institutions, MisnamedLine, ReferenceLine, StudyLine
from graph.lines.network import Edge, Network, Node
from graph.lines.person import Comparison, Doubt, FeatureLine, PersonLine, Reused, Seen, SignalLine
from graph.lines.store import SavedQuery, Totals
from graph.lines.twin import StoryLine, Swap, TwinLine

__all__ = [
    "AppearanceLine",
    "ArticleLine",
    "ArticleView",
    "Beside",
    "CheckLine",
    "CitedLine",
    "ClaimLine",
    "CompanyLine",
    "Comparison",
    "Credit",
    "Dossier",
    "Doubt",
    "Edge",
    "FeatureLine",
    "Filters",
    "Institutions",
    "MentionLine",
    "MisnamedLine",
    "Network",
    "Node",
    "PartLine",
    "PersonLine",
    "ReferenceLine",
    "Reused",
    "SavedQuery",
    "Seen",
    "SentenceLine",
    "SignalLine",
    "StatementLine",
    "StoryLine",
    "StudyLine",
    "Swap",
    "Totals",
    "TwinLine",
]
