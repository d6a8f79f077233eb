"""Articles of our own making, as a pipeline would read them: for tests of what is concluded from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.model import Changes
from graph.observations import add_capture, add_extraction
from ingest import comparison, names
from ingest.extraction import (
    Article,
    Attribution,
    Authority,
    Extraction,
    Institution,
    NameParts,
    Original,
    Person,
    Reading,
    Sentence,
    Source,
    Span,
    article_id,
    attribution_id,
    institution_id,
    person_id,
    sentence_id,
)
from ingest.languages.nl import comparing, name_keys, name_rarity


@dataclass(frozen=True)
class Quoted:
    """Somebody in an article: how presented, and what they say, one sentence each."""

    name: str
    role: str | None = None
    family: str | None = None
    place: str | None = None
    affiliation: str | None = None
    kind: str = "expert"
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named:
    """An organisation in an article, and what it is known as."""

    name: str
    match: str = "none"
    authority: Authority | None = None


def article(
    title: str,
    *people: Quoted,
    organisations: Iterable[Named] = (),
    body: str = "",
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    subject: str | None = None,
) -> Extraction:
    """Return what reading an article finds in which these people say what they say, in that order."""
    text, spans = title + ".", list[tuple[Quoted, list[tuple[int, int]]]]()
    naming = list[tuple[int, int]]()
    for person in people:
        text += "\n\n"
        text += "Aan het woord is "
        naming.append((len(text), len(text) + len(person.name)))
        text += f"{person.name}."
        said = list[tuple[int, int]]()
        for sentence in person.says:
            said.append((len(text) + 2, len(text) + 2 + len(sentence)))
            text += f" ‘{sentence}’"
        spans.append((person, said))
    for named in organisations:
        text += f"\n\nGenoemd wordt {named.name}."
    text += f"\n\n{body}" if body else ""
    this = article_id(url, text)
    found = [_organisation(this, text, named) for named in organisations]
    known = {institution.name for institution in found}
    found += [
        _organisation(this, text, Named(p.affiliation))
        for p in people
        if p.affiliation and p.affiliation not in known
    ]
    return Extraction(
        article=Article(
            source=title,
            id=this,
            text=text,
            title=title,
            url=url,
            publisher=publisher,
            published=published,
            subject=subject,
            language="nl",
            shingles=comparison.shingles(text),
            fingerprint="by hand",
        ),
        people=tuple(
            _person(this, text, person, span) for (person, _), span in zip(spans, naming, strict=True)
        ),
        institutions=tuple(found),
        attributions=tuple(_statement(this, text, person, span) for person, said in spans for span in said),
    )


def _person(article: str, text: str, quoted: Quoted, span: tuple[int, int]) -> Person:
    parts = names.parts(quoted.name, ("van", "de", "van der", "van den"))
    if " " not in quoted.name:
        parts = NameParts(given=quoted.name)
    keys = name_keys.keys(quoted.name, parts)
    form = {
        "role": quoted.role,
        "name": quoted.name,
        "affiliation": quoted.affiliation,
        "place": quoted.place,
    }
    return Person(
        id=person_id(article, keys[0]),
        name=quoted.name,
        name_parts=parts,
        name_keys=keys,
        kind=quoted.kind,
        role=quoted.role,
        role_family=quoted.family,
        place=quoted.place,
        honorific=None,
        affiliation=quoted.affiliation,
        introduction="+".join(name for name, value in form.items() if value),
        mentions=(Span(*span, text[slice(*span)]),),
        rarity=name_rarity.rarity(parts),
    )


def _organisation(article: str, text: str, named: Named) -> Institution:
    key, start = names.key(named.name), text.find(named.name)
    spans = (Span(start, start + len(named.name), named.name),) if start >= 0 else ()
    return Institution(
        institution_id(article, key), named.name, key, named.match, named.authority, ("mention",), spans
    )


def _statement(article: str, text: str, quoted: Quoted, span: tuple[int, int]) -> Attribution:
    content = Span(*span, text[slice(*span)])
    who = person_id(article, names.key(quoted.name))
    id = attribution_id(article, who, [content])
    compared = comparison.compare(content.text, comparing)
    sentence = Sentence(
        sentence_id(id, *span),
        *span,
        content.text,
        compared.words,
        compared.numbers,
        compared.negated,
        compared.terms,
        compared.bits,
        compared.names,
    )
    return Attribution(
        id=id,
        source=Source("person", who, quoted.name),
        cue=None,
        content=(content,),
        type="direct",
        rule="by hand",
        continuation=False,
        sentences=(sentence,),
    )


def observations(*extractions: Extraction) -> Changes:
    """Return the rows of these articles, as loading them writes them."""
    changes = Changes()
    for extraction in extractions:
        original = Original(extraction.article.text.encode(), "text/plain", extraction.article.source)
        add_capture(changes, extraction.article.id, original)
        add_extraction(changes, extraction, Reading(extraction.article, original, "by hand"))
    return changes


def copied(extraction: Extraction, url: str, publisher: str) -> Extraction:
    """Return the article as another publisher would take it over, word for word."""
    people = [
        Quoted(
            p.name,
            p.role,
            p.role_family,
            p.place,
            p.affiliation,
            p.kind,
            tuple(s.content[0].text for s in extraction.attributions if s.source.name == p.name),
        )
        for p in extraction.people
    ]
    old = extraction.article
    body = old.text.split("\n\n")[-1]
    return article(
        old.title or "",
        *people,
        body=body if len(old.text.split("\n\n")) > len(people) + 1 else "",
        url=url,
        publisher=publisher,
        published=old.published,
        subject=old.subject,
    )


__all__ = ["Named", "Quoted", "article", "copied", "observations", "replace"]


# A story, its copy, and another with the same expert as something else and one sentence in another mouth.

SLEEP = "Wie elke avond een vast ritueel volgt, slaapt gemiddeld veertig minuten langer door."
GUILD = Authority("gz", "Gilde van Zeepmakers", "association", "NL", "https://ror.example/1", "Q1")

SLEEPING = article(
    "Slapen kun je leren",
    Quoted("Ilse Brandsmeer", "slaaptherapeut", "psychology", "Breda", says=(SLEEP, "Begin er vandaag mee.")),
    Quoted("Anna", kind="subject", says=("Ik sliep nooit.",)),
    organisations=(Named("Gilde van Zeepmakers", "exact", GUILD),),
    body="De slaapkamer hoort koel, donker en opgeruimd te zijn, en een telefoon ligt er beter niet bij.",
    url="https://een.example/slapen",
    publisher="Een",
    published="2024-01-05",
    subject="mind",
)
COPY = copied(SLEEPING, "https://drie.example/slapen", "Drie")
SAVING = article(
    "Geld en rust",
    Quoted("Ilse Brandsmeer", "budgetcoach", "finance", "Zwolle", says=("Sparen begint met een lijstje.",)),
    Quoted("Joop Kater", "coach", "psychology", says=(SLEEP,)),
    organisations=(Named("Zeepmakersgilde", "near-miss", GUILD),),
    body="Wie zijn vaste lasten kent, weet wat er overblijft voor de rest van de maand, en wie dat weet, "
    "slaapt beter. Begin dus met de huur, het licht en de zorg, en zet daarna pas opzij wat niet vast staat.",
    url="https://twee.example/sparen",
    publisher="Twee",
    published="2024-02",
    subject="money",
)
