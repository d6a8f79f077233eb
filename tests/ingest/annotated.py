"""Texts made together with what is in them: the gold, and what a program that misses nothing finds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from ingest.evaluation.gold import Gold, GoldAttribution, GoldInstitution, GoldPerson, GoldSource
from ingest.evaluation.report import Document
from ingest.extraction import Article, Attribution, Extraction, Institution, NameParts, Person, Source, Span

# Measuring a set takes some ten milliseconds, a thousand resamples with it.
measuring = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = ("Aletta Bruinsma", "Bruno Dekselaar", "Cor van der Meerkoet", "Door Eekhoutte", "Ida Bruinsma")
HOUSES = ("Instituut Zevenhoek", "Stichting De Duiker", "Hogeschool Ruimzicht")
ROLES = ("hoogleraar slaapkunde", "huisarts", "arts en auteur", None)
KINDS = ("expert", "subject", "official", "other")
SAYINGS = (
    "Dat wordt een lange winter.",
    "Wie niet zaait, hoeft ook niet te maaien.",
    "Het is te vroeg voor een oordeel.",
    "Morgen weten we meer dan vandaag.",
)
MARKS = {"double": "“”", "single": "‘’", "low": "„”", "guillemet": "«»", "unmarked": ("", "")}


def person(name: str, mentions: tuple[Span, ...], kind: str = "expert", role: str | None = None) -> Person:
    return Person(name, name, NameParts(), (name,), kind, role, None, None, None, None, "name", mentions)


def institution(name: str, mentions: tuple[Span, ...]) -> Institution:
    return Institution(name, name, name.lower(), "none", None, ("mention",), mentions)


def attribution(
    source: Source, content: Span, cue: Span | None = None, type: str = "direct", rule: str = "quote"
) -> Attribution:
    return Attribution(content.text, source, cue, (content,), type, rule, False, ())


@dataclass
class Story:
    """A text that grows by sentences, with what is in it."""

    name: str
    text: str = ""
    gold: Gold = field(default_factory=Gold)
    found: Extraction = field(default_factory=lambda: Extraction(Article("", "", "")))

    def write(self, words: str) -> Span:
        """Add words to the text, and return where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text), words)

    def say(
        self, saying: str, name: str, kind: str = "expert", role: str | None = None, marks: str = "double",
        optional: bool = False,
    ) -> Story:  # fmt: skip
        """Add that `name` says it."""
        opening, closing = MARKS[marks]
        self.write(opening)
        content = self.write(saying)
        self.write(closing + " ")
        cue = self.write("zegt")
        self.write(f" {role} " if role else " ")
        mention = self.write(name)
        self.write(".\n")
        wanted = GoldAttribution(
            GoldSource("person", name), saying, content.start, content.end, "direct", "zegt", cue.start
        )
        given = attribution(Source("person", name, name, mention), content, cue)
        self._add("optional" if optional else "attributions", wanted)
        self._find("attributions", given)
        if name not in [one.name for one in self.gold.people]:
            self._add("people", GoldPerson(name, kind, (mention,), role))
            self._find("people", person(name, (mention,), kind, role))
        return self

    def mention(self, house: str, optional: bool = False) -> Story:
        """Add that the house gave no answer."""
        mention = self.write(house)
        self.write(" gaf geen antwoord.\n")
        self._add("institutions", GoldInstitution(house, (mention,), optional))
        self._find("institutions", institution(house, (mention,)))
        return self

    def document(self) -> Document:
        """Return the document, with all that is in it found."""
        article = Article(f"{self.name}.txt", self.name, self.text)
        return Document(self.name, self.text, self.gold, replace(self.found, article=article))

    def _add(self, where: str, thing: object) -> None:
        self.gold = replace(self.gold, **{where: (*getattr(self.gold, where), thing)})

    def _find(self, where: str, thing: object) -> None:
        self.found = replace(self.found, **{where: (*getattr(self.found, where), thing)})


@st.composite
def stories(draw: st.DrawFn, name: str = "01") -> Document:
    """Documents in which everything was found."""
    story = Story(name)
    people: dict[str, tuple[str, str | None]] = {}
    for _ in range(draw(st.integers(1, 5))):
        who = draw(st.sampled_from(NAMES))
        kind, role = people.setdefault(who, (draw(st.sampled_from(KINDS)), draw(st.sampled_from(ROLES))))
        saying, marks = draw(st.sampled_from(SAYINGS)), draw(st.sampled_from(sorted(MARKS)))
        story.say(saying, who, kind, role, marks, optional=draw(st.booleans()))
    for house in draw(st.lists(st.sampled_from(HOUSES), unique=True)):
        story.mention(house, optional=draw(st.booleans()))
    return story.document()


def sets(least: int = 1) -> st.SearchStrategy[list[Document]]:
    """Sets of documents with names of their own, in which everything was found."""
    numbers = st.integers(least, 4)
    return numbers.flatmap(lambda n: st.tuples(*(stories(f"{one:02}") for one in range(n))).map(list))


@st.composite
def damaged(draw: st.DrawFn, document: Document) -> Document:
    """Documents in which part was found, part wrongly, and something that is not there."""
    found, text = document.found, document.text
    people = [draw(_wrong_person(one)) for one in found.people if draw(_mostly)]
    houses = [one for one in found.institutions if draw(_mostly)]
    said = [draw(_wrong_attribution(one, text)) for one in found.attributions if draw(_mostly)]
    for _ in range(draw(st.integers(0, 2))):
        start = draw(st.integers(0, len(text) - 2))
        end = draw(st.integers(start + 1, len(text)))
        span = Span(start, end, text[start:end])
        people.append(person(draw(st.sampled_from(NAMES)), (span,), draw(st.sampled_from(KINDS))))
        houses.append(institution(draw(st.sampled_from(HOUSES)), (span,)))
        said.append(attribution(draw(_sources), span, rule="guess"))
    wrong = Extraction(found.article, tuple(draw(st.permutations(people))), tuple(houses), tuple(said))
    return replace(document, found=wrong)


_mostly = st.integers(0, 3).map(bool)
_sources = st.one_of(
    st.sampled_from(NAMES).map(lambda name: Source("person", name, name)),
    st.sampled_from([Source("unnamed", None, "onderzoekers"), Source("institution", "x", HOUSES[0])]),
)


@st.composite
def _wrong_person(draw: st.DrawFn, one: Person) -> Person:
    role = st.sampled_from([one.role, None, "hoogleraar", "de arts"])
    place = st.sampled_from([None, "Zwolle"])
    kind = st.sampled_from([one.kind, "expert"])
    return replace(one, role=draw(role), place=draw(place), kind=draw(kind))


@st.composite
def _wrong_attribution(draw: st.DrawFn, one: Attribution, text: str) -> Attribution:
    [content] = one.content
    start = draw(st.sampled_from([content.start, max(0, content.start - 9), content.start + 8]))
    end = draw(st.sampled_from([content.end, min(len(text), content.end + 30), content.end - 7]))
    source = draw(st.sampled_from([one.source, draw(_sources)]))
    cue = draw(st.sampled_from([one.cue, None]))
    parts = (Span(start, end, text[start:end]),)
    if draw(st.booleans()):
        middle = (start + end) // 2
        parts = (Span(start, middle, text[start:middle]), Span(middle, end, text[middle:end]))
    return replace(one, content=parts, source=source, cue=cue, rule=draw(st.sampled_from(["quote", "guess"])))
