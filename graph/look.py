"""One text alone: who is quoted in it and how, on what authority, and where each can be looked up.

For an editor with a pitch or a press release on the desk. Nothing of it is kept, and nothing is fetched:
links are there for somebody to open. What a store already knows of such a text says `graph.recognition`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from graph import registers
from graph.context import introduction, sentence_at
from graph.lines.look import (
    Credited,
    Linked,
    Listed,
    Look,
    Place,
    Promoted,
    Quoted,
    Said,
    SmallPrint,
    Unnamed,
)
from ingest.extraction import Article, Attribution, Extraction, Institution, Person, Reference, Span

# Words of a quotation that are looked for on the web. The first 8 of 3,586 quotations in 1,200 news articles
# stood in another story 8 times, always as the same quotation; the first 5 stood there 69 times of 3,909, the
# first 4 315 times of 3,987: what is shorter is not looked for.
SEARCHED, LEAST_SEARCHED = 8, 5


def look(extraction: Extraction) -> Look:
    """Return what one text says, for somebody to check: a pure function of what was found in it.

    A page gets `extraction` as the command does:

        with app.reading.extractor(authority) as finder:
            for extraction in finder.extract(reading.article for reading in readings):
                seen = look(extraction)
                known = recognition.recognise(store, extraction)  # where there is a store
    """
    article, said = extraction.article, _by_source(extraction)
    return Look(
        article=replace(article, shingles=()),
        people=tuple(_quoted(extraction, person, said[person.id]) for person in extraction.people),
        credited=tuple(_credited(extraction, said)),
        unnamed=tuple(
            Unnamed(of.partition(":")[2], _said(article, some))
            for of, some in said.items()
            if of.startswith(_UNNAMED)
        ),
        references=tuple(Listed(one, _places_of(one)) for one in article.references),
        small_print=tuple(
            SmallPrint(part.about, _span(article.text, part.start, part.end))
            for part in article.parts
            if part.kind == "disclaimer"
        ),
        promoted=tuple(_promoted(extraction)),
        links=tuple(_linked(extraction)),
        promised=tuple(_promised(article, 0, len(article.text))),
    )


# The register for what can only be put to those concerned.
_ASK = "request-for-comment"
# Before the name of a source that has no id of its own.
_UNNAMED = "unnamed:"


def _by_source(extraction: Extraction) -> dict[str, list[Attribution]]:
    """Return what each says, by id; what somebody unnamed says by their name, whatever its capitals."""
    found: dict[str, list[Attribution]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in extraction.attributions:
        name = names.setdefault(one.source.name.casefold(), one.source.name)
        found[one.source.ref or f"{_UNNAMED}{name}"].append(one)
    return found


def _quoted(extraction: Extraction, person: Person, attributions: Iterable[Attribution]) -> Quoted:
    article, first = extraction.article, person.mentions[0]
    employers = {institution.name: institution.match for institution in extraction.institutions}
    start, end = introduction(article.text, person.honorific, first.start, first.end)
    return Quoted(
        id=person.id,
        name=person.name,
        kind=person.kind,
        role=person.role,
        role_family=person.role_family,
        place=person.place,
        honorific=person.honorific,
        affiliation=person.affiliation,
        employer=employers.get(person.affiliation, "none") if person.affiliation else None,
        introduction=person.introduction,
        sentence=_span(article.text, start, end),
        said=_said(article, attributions, named=True),
        places=tuple(_places_of_person(person)),
    )


def _places_of_person(person: Person) -> Iterator[Place]:
    """Yield where to look somebody up: professionals, that is, by their full name.

    Whose own story is told is no professional, and is not to be followed: the author can be asked.
    """
    if person.kind == "subject" or not is_full(person):
        yield from _places([registers.registers()[_ASK]], {})
        return
    parts = person.name_parts
    words = {
        "name": person.name,
        "text": person.name,
        "surname": f"{parts.prefix} {parts.surname}".strip(),
        "employer": person.affiliation,
        "role": person.role,
        "place": person.place,
    }
    roles = [person.role] if person.role else []
    families = [person.role_family] if person.role_family else []
    yield from _places(registers.for_person(roles, families), words)


def is_full(person: Person) -> bool:
    """Whether somebody is named by more than a given name, so that they can be told from others."""
    return bool(person.name_parts.surname and (person.name_parts.given or person.name_parts.initials))


def _places(found: Iterable[registers.Register], words: dict[str, str | None]) -> Iterator[Place]:
    """Yield the registers with the pages to open, those left out whose pages ask for what is not stated."""
    for register in found:
        addresses = register.addresses(**words)
        if addresses or not register.link:
            yield Place(
                register=register.name,
                country=register.country,
                protected=register.protected,
                complete=register.complete,
                for_title=bool(register.roles),
                addresses=addresses,
            )


def _places_of(reference: Reference) -> tuple[Place, ...]:
    text = reference.title or reference.text
    return tuple(_places(registers.about("reference"), {"text": text}))


def _said(article: Article, attributions: Iterable[Attribution], named: bool = False) -> tuple[Said, ...]:
    return tuple(_one_said(article, one, named) for one in attributions)


def _one_said(article: Article, one: Attribution, named: bool) -> Said:
    around = [*one.content, *(span for span in (one.cue, one.source.text) if span)]
    start, end = sentence_at(article.text, min(s.start for s in around), max(s.end for s in around))
    text = " ".join(span.text for span in one.content)
    words = one.content[0].text.split()[:SEARCHED]
    is_searched = named and one.type == "direct" and len(words) >= LEAST_SEARCHED
    return Said(
        id=one.id,
        type=one.type,
        text=text,
        start=one.content[0].start,
        end=one.content[-1].end,
        sentence=_span(article.text, start, end),
        searches=_web(" ".join(words).rstrip(".,:;!?")) if is_searched else (),
    )


def _web(text: str) -> tuple[str, ...]:
    return registers.registers()["web"].addresses(text=text)


def _credited(extraction: Extraction, said: dict[str, list[Attribution]]) -> Iterator[Credited]:
    """Yield the organisations that something is said by, cited for, or said by somebody of."""
    article = extraction.article
    for institution in extraction.institutions:
        of_it = [one for one in extraction.attributions if _credits(one, institution)]
        if not of_it:
            continue
        told, known = _said(article, of_it), institution.authority
        stretches = {(one.sentence.start, one.sentence.end) for one in told}
        yield Credited(
            id=institution.id,
            name=institution.name,
            match=institution.match,
            authority=known.name if known else None,
            ror=known.ror if known else None,
            wikidata=known.wikidata if known else None,
            said=told,
            addresses=tuple(dict.fromkeys(a for s in sorted(stretches) for a in _addresses(article, *s))),
            promised=tuple(mark for s in sorted(stretches) for mark in _promised(article, *s)),
            references=tuple(one for one in article.references if _names(one, institution)),
            places=tuple(
                _places(
                    registers.about("institution"), {"employer": institution.name, "text": institution.name}
                )
            ),
        )


def _credits(one: Attribution, institution: Institution) -> bool:
    source = one.source
    if institution.id in (source.ref, *one.cites):
        return True
    # "Onderzoekers van de Hogeschool X": nobody named, of somewhere that is.
    return source.kind == "unnamed" and any(
        source.text is not None and source.text.start <= mention.start < source.text.end
        for mention in institution.mentions
    )


def _names(reference: Reference, institution: Institution) -> bool:
    names = {institution.name, *(mention.text for mention in institution.mentions)}
    text = reference.text.casefold()
    return any(name.casefold() in text for name in names)


def _addresses(article: Article, start: int, end: int) -> Iterator[str]:
    for link in article.links:
        if link.address and start <= link.start < end:
            yield link.address


def _promised(article: Article, start: int, end: int) -> Iterator[Span]:
    for link in article.links:
        if not link.address and start <= link.start < end:
            yield _span(article.text, link.start, link.start + len(link.text))


def _promoted(extraction: Extraction) -> Iterator[Promoted]:
    for institution in extraction.institutions:
        if "promoted" in institution.used_as:
            yield Promoted(institution.id, institution.name, institution.promotion)


def _linked(extraction: Extraction) -> Iterator[Linked]:
    article = extraction.article
    places = {
        shown.start: institution.name
        for institution in extraction.institutions
        if "promoted" in institution.used_as
        for shown in institution.promotion
        if shown.kind == "link"
    }
    found: dict[str, dict[str, None]] = defaultdict(dict)
    promoted: dict[str, str] = {}
    own = _domain(article.url)
    for link in article.links:
        domain = _domain(link.address)
        if link.address and domain and domain != own:
            found[domain][link.address] = None
            if link.start in places:
                promoted[domain] = places[link.start]
    for domain, addresses in found.items():
        yield Linked(domain, tuple(addresses), promoted.get(domain))


def _domain(address: str | None) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])
