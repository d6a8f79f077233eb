"""Finds who says what: `doc._.attributions`.

The sentences that hold a quotation or a reporting word are taken apart and put before the rules of the
language. What the rules find is weighed (contents do not overlap), its sources are looked up, and what is
said is divided into the sentences that are compared.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from ingest import comparison, languages, sentences
from ingest.components.parts import SILENT, PartIndex
from ingest.document import Quote, Referent
from ingest.extraction import (
    Article,
    Attribution,
    Sentence,
    Source,
    Span,
    attribution_id,
    sentence_id,
)
from ingest.passage import Finding, Origin, Passage, Passages, Speaker

# The kind a sentence counts as that stands in several parts: the first of these.
_PARTS = (*sorted(SILENT), "key_points", "caption", "heading")
# A rule may take the sentence before for its content; further back than this many findings none reaches.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class _Accepted:
    finding: Finding
    rule: str
    study: tuple[int, int] | None = None


@Language.factory("zegsman_attribution")
def create(nlp: Language, name: str) -> Attributer:
    """Return the component for the language of `nlp`."""
    return Attributer(nlp.lang or "")


class Attributer:
    """Sets `doc._.attributions`, ordered by content."""

    def __init__(self, language: str) -> None:
        self.rules = languages.part(language, "attribution")
        self.words = languages.part(language, "comparing")
        self.abbreviations = languages.part(language, "punctuation").ABBREVIATIONS

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of one document."""
        parts = PartIndex(doc._.parts or ())

        def part_at(offset: int) -> str | None:
            kinds = parts.kinds_at(offset)
            return next((kind for kind in _PARTS if kind in kinds), None)

        passages = Passages(
            doc._.article.text, doc._.quotes or (), doc._.referents or (), self.abbreviations, part_at
        )
        accepted = self._findings(passages)
        doc._.attributions = [self._attribution(doc._.article, one, doc._.quotes or ()) for one in accepted]
        return doc

    def _findings(self, passages: Passages) -> list[_Accepted]:
        """Return what the rules find, ordered by content, without overlaps."""
        accepted: list[_Accepted] = []
        last: Speaker | None = None
        heard = self.rules.answers(passages)
        for index in range(len(passages)):
            if passages.part(index) in SILENT:
                continue
            if index not in heard and not self.rules.may_report(passages.masked_sentence(index)):
                continue
            passage = passages[index]
            passage.last = last
            found = self._weigh(passage, accepted[-_NEAR:])
            found.sort(key=lambda one: one.finding.content)
            if found:
                final = found[-1].finding
                last = Speaker(final.source, final.cue, passage.paragraph, index)
            accepted += found
        accepted.sort(key=lambda one: one.finding.content)
        return accepted

    def _weigh(self, passage: Passage, earlier: Sequence[_Accepted]) -> list[_Accepted]:
        """Return what the rules find in one sentence: no content twice, no cue for two sources."""
        found: list[_Accepted] = []
        for rule in self.rules.RULES:
            for finding in rule.find(passage):
                clash = any(_overlap(finding, other.finding) for other in (*found, *earlier)) or any(
                    finding.cue == other.finding.cue and not (finding.continued or other.finding.continued)
                    for other in found
                    if finding.cue
                )
                if not clash:
                    found.append(_Accepted(finding, rule.name, self.rules.study(passage, finding)))
        return found

    def _attribution(self, article: Article, accepted: _Accepted, quotes: Sequence[Quote]) -> Attribution:
        finding = accepted.finding
        text = article.text
        source = _source(text, finding.source)
        content = tuple(_span(text, *span) for span in finding.content)
        key = source.ref or f"{source.kind}:{comparison.normalise(source.name)}"
        identity = attribution_id(article.id, key, content)
        return Attribution(
            id=identity,
            source=source,
            cue=_span(text, *finding.cue) if finding.cue else None,
            content=content,
            type=_type(finding, quotes),
            rule=accepted.rule,
            continuation=finding.continued,
            sentences=tuple(
                s for span in content for s in self._sentences(identity, text, span, finding.denied)
            ),
            cites=tuple(r.ref for r in finding.cites if r.ref),
            study=_span(text, *accepted.study) if accepted.study else None,
        )

    def _sentences(self, attribution: str, text: str, span: Span, denied: bool) -> Sequence[Sentence]:
        found = []
        for start, end in sentences.split(text, span.start, span.end, self.abbreviations):
            said = text[start:end]
            compared = comparison.compare(said, self.words)
            found.append(
                Sentence(
                    sentence_id(attribution, start, end),
                    start,
                    end,
                    said,
                    compared.words,
                    compared.numbers,
                    compared.negated != denied,
                    compared.terms,
                    compared.bits,
                    compared.names,
                )
            )
        return found


def _type(finding: Finding, quotes: Sequence[Quote]) -> str:
    """Return `direct` for what stands between quotation marks, `mixed` for what holds a quotation."""
    if finding.direct:
        return "direct"
    start, end = finding.content[0][0], finding.content[-1][1]
    position = bisect_right(quotes, start, key=lambda quote: quote.end)
    if position == len(quotes) or quotes[position].outer_start >= end:
        return "indirect"
    quote = quotes[position]
    return "direct" if quote.start <= start and end <= quote.end else "mixed"


def _overlap(one: Finding, other: Finding) -> bool:
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _source(text: str, origin: Origin) -> Source:
    if isinstance(origin, Referent):
        return Source(origin.kind, origin.ref, origin.name, origin.span)
    return Source("unnamed", None, text[origin[0] : origin[1]], _span(text, *origin))
