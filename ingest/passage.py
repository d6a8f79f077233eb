"""A sentence as the attribution rules see it: words, quotations as one word each, and who is referred to.

Language-neutral: what the words mean is for the rules of a language to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ingest import sentences
from ingest.document import Quote, Referent

# A quotation is masked by one opening, any number of filling and one closing character, so that offsets
# stay as they are. Articles hold none of these: control characters are replaced when a text is cleaned.
OPENING, FILLING, CLOSING, CLOSING_SENTENCE = "\x02", "\x01", "\x03", "\x04"
QUOTE = OPENING
_TERMINAL = frozenset(".!?…")
_TOKEN = re.compile(rf"{OPENING}{FILLING}*[{CLOSING}{CLOSING_SENTENCE}]|\w+(?:[-'’.&/]\w+|,\d+)*|[^\w\s]")
# A sentence is read up to this many words, a quotation counted as one. The longest of 1,200 news articles
# has 102; beyond that a text is damaged, and rules that look from each word at all others would be slow.
_WORDS = 250
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")

# Who says something: a referent, or the span of a phrase that names nobody known.
Origin = Referent | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something said, as a rule found it, before it is weighed against other findings.

    `content` spans are in order. `continued` says that it goes on with what the source was saying, `direct`
    that it is in the source's own words though no quotation marks stand around it, `denied` that the
    source holds the opposite ("denkt niet dat"). `cites` are institutions named as the origin of it.
    """

    source: Origin
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    continued: bool = False
    direct: bool = False
    denied: bool = False
    cites: tuple[Referent, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """The source something was last attributed to, with which cue, in which paragraph and sentence."""

    source: Origin
    cue: tuple[int, int] | None
    paragraph: int
    sentence: int


@dataclass(slots=True, eq=False)
class Passage:
    """One sentence of an article, `text[start:end]`.

    `words[i]`, in lower case, stands at `starts[i]:ends[i]`; a quotation is the one word `QUOTE` and is
    found in `quotes[i]`. `referents[i]` is the referent that begins at word `i`. `part` is the kind of
    part of the page the sentence stands in, None for running text. `last` is the last speaker before it.
    """

    text: str
    start: int
    end: int
    paragraph: int
    paragraph_end: int
    index: int
    part: str | None
    passages: Passages
    last: Speaker | None = None
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, Quote] = field(default_factory=dict)
    referents: dict[int, Referent] = field(default_factory=dict)

    @property
    def previous(self) -> Passage | None:
        """The sentence before this one, a heading left out."""
        return self.passages.neighbour(self.index, -1)

    @property
    def following(self) -> Passage | None:
        """The sentence after this one, a heading left out."""
        return self.passages.neighbour(self.index, +1)

    def word_at(self, offset: int) -> int:
        """Return the index of the first word that begins at or after `offset`."""
        return bisect_left(self.starts, offset)

    def after(self, referent: Referent) -> int:
        """Return the index of the first word after `referent`."""
        return self.word_at(referent.span.end)

    def capitalised(self, i: int) -> bool:
        """Whether word `i` is written with a capital."""
        return self.text[self.starts[i]].isupper()


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    paragraph: int
    paragraph_end: int
    part: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the index of its first sentence, its text with quotations masked, its kind of part."""

    first: int
    masked: str
    part: str | None


class Passages:
    """The sentences of one article, in order, each taken apart when it is first asked for."""

    def __init__(
        self,
        text: str,
        quotes: Sequence[Quote],
        referents: Sequence[Referent],
        abbreviations: Collection[str],
        part_at: Callable[[int], str | None],
    ) -> None:
        self.text = text
        self.masked = mask(text, quotes)
        self._quotes = {quote.outer_start: quote for quote in quotes}
        self.referents = sorted(referents, key=lambda r: (r.span.start, -r.span.end))
        self._referent_starts = [referent.span.start for referent in self.referents]
        self._made: dict[int, Passage] = {}
        self._spans: list[_Sentence] = []
        for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
            start, stop = paragraph.span()
            part = part_at(start)
            found = sentences.split(self.masked, start, stop, abbreviations)
            self._spans += (_Sentence(begin, end, number, found[-1][1], part) for begin, end in found)

    def __len__(self) -> int:
        return len(self._spans)

    def masked_sentence(self, index: int) -> str:
        """Return the text of one sentence with its quotations masked."""
        return self.masked[self._spans[index].start : self._spans[index].end]

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs of the article."""
        found: list[Paragraph] = []
        number = -1
        for index, sentence in enumerate(self._spans):
            if sentence.paragraph != number:
                number = sentence.paragraph
                masked = self.masked[sentence.start : sentence.paragraph_end]
                found.append(Paragraph(index, masked, sentence.part))
        return found

    def part(self, index: int) -> str | None:
        """Return the kind of part of the page that a sentence stands in."""
        return self._spans[index].part

    def __getitem__(self, index: int) -> Passage:
        if index not in self._made:
            self._made[index] = self._take_apart(index)
        return self._made[index]

    def neighbour(self, index: int, step: int) -> Passage | None:
        """Return the sentence before (`step` -1) or after (+1) a sentence, past a heading between them."""
        # A text has one heading between two paragraphs; a run of them is a list, and not looked through.
        for position in (index + step, index + 2 * step):
            if 0 <= position < len(self._spans) and self._spans[position].part != "heading":
                return self[position]
        return None

    def _take_apart(self, index: int) -> Passage:
        found = self._spans[index]
        tokens = list(islice(_TOKEN.finditer(self.masked, found.start, found.end), _WORDS))
        words = [token.group().lower() for token in tokens]
        quotes = {
            i: self._quotes[tokens[i].start()]
            for i, word in enumerate(words)
            if word[0] == OPENING and tokens[i].start() in self._quotes
        }
        for i in quotes:
            words[i] = QUOTE
        passage = Passage(
            text=self.text,
            start=found.start,
            end=found.end,
            paragraph=found.paragraph,
            paragraph_end=found.paragraph_end,
            index=index,
            part=found.part,
            passages=self,
            words=words,
            starts=[token.start() for token in tokens],
            ends=[token.end() for token in tokens],
            quotes=quotes,
        )
        for referent in self._referents_of(passage):
            i = passage.word_at(referent.span.start)
            if i < len(tokens) and passage.starts[i] < referent.span.end:
                passage.referents.setdefault(i, referent)
        return passage

    def _referents_of(self, passage: Passage) -> Iterator[Referent]:
        for position in range(bisect_left(self._referent_starts, passage.start), len(self.referents)):
            referent = self.referents[position]
            if referent.span.start >= passage.end:
                return
            if self.masked[referent.span.start] != FILLING:
                yield referent


def mask(text: str, quotes: Sequence[Quote]) -> str:
    """Return `text` with every quotation replaced by control characters, one for one.

    The last character says whether the quotation ended a sentence: it did if it was closed right after a
    full stop, question mark or exclamation mark.
    """
    pieces: list[str] = []
    position = 0
    for quote in quotes:
        length = quote.outer_end - quote.outer_start
        if length < 2 or quote.outer_start < position:
            continue
        ends = text[quote.end - 1] in _TERMINAL
        pieces += (text[position : quote.outer_start], OPENING, FILLING * (length - 2))
        pieces.append(CLOSING_SENTENCE if ends else CLOSING)
        position = quote.outer_end
    pieces.append(text[position:])
    return "".join(pieces)
