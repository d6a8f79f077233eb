"""The rows of one article: what an extraction says, as nodes and relationships of the graph."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from graph import publishers
from graph.model import Changes
from ingest.extraction import (
    Article,
    Attribution,
    Extraction,
    Institution,
    Original,
    Person,
    Reading,
    Reference,
    Span,
    content_id,
)

# Relationships that a new reading of an article may lack: taken away before the new ones are written.
_REPLACED = (
    ("PUBLISHED_BY", "Article"),
    ("LISTS", "Article"),
    ("LINKS_TO", "Article"),
    ("AFFILIATED_WITH", "Appearance"),
    ("SAID_BY", "Statement"),
    ("CITES", "Statement"),
)


def instant() -> str:
    """Return this moment (UTC), fine enough to tell one load from the next."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def capture_id(original: Original) -> str:
    """Return the id of an original: the SHA-256 of its bytes."""
    return hashlib.sha256(original.data).hexdigest()


def add_capture(
    changes: Changes, article: str, original: Original, dropped: bool = False, added: str | None = None
) -> None:
    """Add the original and its relationship to the article; `dropped` if its bytes are not kept.

    `added` is when it came (UTC), now if not stated. What a file that is not kept was called, and what stood
    beside it, is not kept either: it may name somebody.
    """
    capture = capture_id(original)
    changes.node(
        "Capture",
        id=capture,
        media_type=original.media_type,
        size=len(original.data),
        added=added or instant(),
        dropped=dropped or None,
    )
    changes.relate(
        "CAPTURED_AS",
        ("Article", article),
        ("Capture", capture),
        name=None if dropped else original.name,
        sidecar=None if dropped else original.sidecar,
        asked=original.asked,
        reached=original.reached,
    )


def add_extraction(changes: Changes, extraction: Extraction, reading: Reading) -> None:
    """Add all that one reading found in one article. The article node comes with its fingerprint."""
    article = extraction.article
    _add_article(changes, article, reading.reader)
    institutions = {found.id for found in extraction.institutions}
    for institution in extraction.institutions:
        _add_mention(changes, article.id, institution)
    by_name = {found.name: found.id for found in reversed(extraction.institutions)}
    for person in extraction.people:
        _add_appearance(changes, article.id, person, by_name)
    people = {person.id for person in extraction.people}
    for attribution in extraction.attributions:
        _add_statement(changes, article.id, attribution, people, institutions)


def retire(changes: Changes, article: str, old: Mapping[str, list[str]], new: Changes) -> None:
    """Take away what an `old` reading of an article has (ids by label) and its `new` one has not.

    What both have stays and keeps what others attached to it: a conclusion, a decision.
    """
    if old:
        kept = {label: {row["id"] for row in rows} for label, rows in new.nodes.items()}
        for label, ids in old.items():
            gone = [id for id in ids if id not in kept.get(label, ())]
            changes.remove.setdefault(label, []).extend(gone)
        for type, label in _REPLACED:
            changes.unrelate.setdefault((type, label), []).extend(old.get(label, []))


def _add_article(changes: Changes, article: Article, reader: str) -> None:
    changes.node(
        "Article",
        id=article.id,
        source=article.source,
        url=article.url,
        title=article.title,
        subtitle=article.subtitle,
        publisher=article.publisher,
        published=article.published,
        byline=article.byline,
        agency=publishers.agency(article.byline, article.text, _captions(article)),
        section=article.section,
        keywords=list(article.keywords),
        language=article.language,
        subject=article.subject,
        subject_words=list(article.subject_words),
        text=article.text,
        part_kinds=[part.kind for part in article.parts],
        part_starts=[part.start for part in article.parts],
        part_ends=[part.end for part in article.parts],
        disclaimers=sorted({about for part in article.parts for about in part.about}),
        shingles=list(article.shingles),
        reader=reader,
        fingerprint=article.fingerprint,
    )
    here = ("Article", article.id)
    publisher = publishers.of(article.url, article.publisher)
    if publisher:
        changes.node("Publisher", **vars(publisher))
        changes.relate("PUBLISHED_BY", here, ("Publisher", publisher.id))
    for reference in article.references:
        changes.relate("LISTS", here, ("Reference", _add_reference(changes, reference)))
    for link in article.links:
        domain = (urlsplit(link.address).hostname or "").removeprefix("www.") if link.address else ""
        if domain:
            site = content_id("site", domain)
            changes.node("Site", id=site, domain=domain)
            changes.relate(
                "LINKS_TO", here, ("Site", site), start=link.start, text=link.text, address=link.address
            )


def _captions(article: Article) -> list[tuple[int, int]]:
    """Return where the captions of an article stand."""
    return [(part.start, part.end) for part in article.parts if part.kind == "caption"]


def _add_reference(changes: Changes, reference: Reference) -> str:
    stated = (reference.text, reference.author, reference.title, reference.year, reference.address)
    id = content_id("reference", *(value or "" for value in stated))
    changes.node(
        "Reference",
        id=id,
        text=reference.text,
        author=reference.author,
        title=reference.title,
        year=reference.year,
        address=reference.address,
    )
    return id


def _add_mention(changes: Changes, article: str, institution: Institution) -> None:
    authority = institution.authority
    changes.node(
        "Mention",
        id=institution.id,
        name=institution.name,
        key=institution.key,
        used_as=list(institution.used_as),
        match=institution.match,
        authority=authority and authority.id,
        authority_name=authority and authority.name,
        authority_kind=authority and authority.kind,
        country=authority and authority.country,
        ror=authority and authority.ror,
        wikidata=authority and authority.wikidata,
        promotion_kinds=[shown.kind for shown in institution.promotion],
        promotion_starts=[shown.start for shown in institution.promotion],
        promotion_ends=[shown.end for shown in institution.promotion],
        **_offsets(institution.mentions),
    )
    changes.relate("MENTIONED_IN", ("Mention", institution.id), ("Article", article))


def _add_appearance(changes: Changes, article: str, person: Person, institutions: dict[str, str]) -> None:
    changes.node(
        "Appearance",
        id=person.id,
        name=person.name,
        name_key=person.name_keys[0],
        name_keys=list(person.name_keys),
        given_bits=person.rarity.given,
        surname_bits=person.rarity.surname,
        given=person.name_parts.given or None,
        initials=person.name_parts.initials or None,
        prefix=person.name_parts.prefix or None,
        surname=person.name_parts.surname or None,
        suffix=person.name_parts.suffix or None,
        nation=person.nation,
        kind=person.kind,
        role=person.role,
        role_family=person.role_family,
        place=person.place,
        honorific=person.honorific,
        affiliation=person.affiliation,
        introduction=person.introduction,
        **_offsets(person.mentions),
    )
    here = ("Appearance", person.id)
    changes.relate("APPEARS_IN", here, ("Article", article))
    if person.affiliation in institutions:
        changes.relate("AFFILIATED_WITH", here, ("Mention", institutions[person.affiliation]))


def _add_statement(
    changes: Changes, article: str, attribution: Attribution, people: set[str], institutions: set[str]
) -> None:
    cue = attribution.cue
    changes.node(
        "Statement",
        id=attribution.id,
        type=attribution.type,
        text=" ".join(span.text for span in attribution.content),
        cue=cue and cue.text,
        cue_start=cue and cue.start,
        cue_end=cue and cue.end,
        source_kind=attribution.source.kind,
        source_name=attribution.source.name,
        rule=attribution.rule,
        continuation=attribution.continuation,
        study=attribution.study and attribution.study.text,
        **_offsets(attribution.content),
    )
    here = ("Statement", attribution.id)
    changes.relate("STATED_IN", here, ("Article", article))
    source = attribution.source.ref
    if source in people:
        changes.relate("SAID_BY", here, ("Appearance", source))
    elif source in institutions:
        changes.relate("SAID_BY", here, ("Mention", source))
    for cited in attribution.cites:
        changes.relate("CITES", here, ("Mention", cited))
    for sentence in attribution.sentences:
        changes.node(
            "Sentence",
            id=sentence.id,
            text=sentence.text,
            start=sentence.start,
            end=sentence.end,
            words=list(sentence.words),
            numbers=list(sentence.numbers),
            negated=sentence.negated,
            terms=list(sentence.terms),
            bits=list(sentence.bits),
            names=list(sentence.names),
        )
        changes.relate("PART_OF", ("Sentence", sentence.id), here)


def _offsets(spans: tuple[Span, ...]) -> dict[str, list[int]]:
    return {"starts": [span.start for span in spans], "ends": [span.end for span in spans]}
