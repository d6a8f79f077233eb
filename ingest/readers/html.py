"""Reads `.html`: the main text by trafilatura, and what trafilatura loses from the page itself.

The page's captions, small print, references and the like are appended as paragraphs where the main text does
not hold them already, and marked as parts; links get their position in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from ingest import language, languages
from ingest.errors import Refused
from ingest.extraction import Article, Link, Original, Part, Reference, article_id
from ingest.readers import page_metadata
from ingest.readers.decoding import LONGEST, clean, decode
from ingest.readers.fields import Metadata
from ingest.readers.located import Located, letters
from ingest.readers.page import HEADINGS, Block, blocks
from ingest.references import reference, unbulleted

# The encoding a page declares stands in its first 1,024 bytes (HTML Living Standard).
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 1024

# Parts that belong to the article wherever they stand; the others only where the article stands.
_ANYWHERE = frozenset(("disclaimer", "references", "author_box"))
_APPENDED = _ANYWHERE | {"caption", "key_points"}


def read(original: Original, about: Metadata) -> tuple[Article, str]:
    """Return the article of a page and the encoding it was read in; `about` outranks what the page states.

    Raises `NotText` for binary data, `Refused` where there is no text in the page.
    """
    declared = _CHARSET.search(original.data[:_DECLARED_WITHIN])
    page, encoding = decode(original.data, declared[1].decode("ascii", "replace") if declared else None)
    # One form of every letter: trafilatura writes NFC, and what it wrote is sought in the page.
    root = _parsed(unicodedata.normalize("NFC", page))
    if root is None:
        raise Refused(original.name, "no_text")
    about = about.over(page_metadata.of(root, original.asked, original.reached))
    found = blocks(root)
    # Trafilatura's time grows with the square of the longest line: 4 s at this length, 2 minutes at five.
    if sum(len(block.text) for block in found) > LONGEST:
        raise Refused(original.name, "long", limit=LONGEST)
    text = _text(root, found)
    if not text.strip():
        raise Refused(original.name, "no_text")
    return _article(original.name, text, found, about), encoding


def _parsed(page: str) -> Any:
    """Return the page's root element, None where there is none."""
    from lxml import html

    try:
        parser = html.HTMLParser(encoding="utf-8")
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (html.etree.ParserError, ValueError):
        return None


def _article(source: str, text: str, found: list[Block], about: Metadata) -> Article:
    located = Located(text)
    placed = [(block, place) for block in found if (place := located.find(block.text)) is not None]
    return Article(
        source=source,
        id=article_id(about.url, text),
        text=text,
        title=about.title,
        subtitle=about.subtitle,
        url=about.url,
        publisher=about.publisher,
        published=about.published,
        byline=about.byline,
        section=about.section,
        keywords=about.keywords,
        parts=tuple(_parts(located, placed)),
        links=tuple(_links(located, placed, about.url)),
        references=tuple(_references(placed, about.url)),
    )


# --- text ---


def _text(root: Any, found: list[Block]) -> str:
    """Return the main text, and after it the parts of the article that are not in it."""
    paragraphs = _main_text(root) or [block.text for block in found if not (block.kind or block.is_link)]
    main = Located("\n\n".join(paragraphs))
    known = set(map(letters, paragraphs))
    for block in found:
        key = letters(block.text)
        if _is_appended(block) and key and key not in known and main.find(block.text) is None:
            known.add(key)
            paragraphs.append(block.text)
    return clean("\n\n".join(paragraphs))


def _main_text(root: Any) -> list[str]:
    """Return the paragraphs that trafilatura finds, none where it finds no text or fails."""
    import trafilatura  # 0.5 s to load, and only pages need it

    try:
        document = trafilatura.bare_extraction(root, include_comments=False, include_tables=True)
    except Exception:  # of a hostile page any exception can come; the page's own lines are read then
        return []
    text = (getattr(document, "text", None) or "") if document else ""
    return [paragraph for line in text.splitlines() if (paragraph := line.strip())]


def _is_appended(block: Block) -> bool:
    if block.kind not in _APPENDED or (block.elsewhere and block.kind not in _ANYWHERE):
        return False
    return block.kind == "references" or not block.is_link


# --- parts, links, references ---


def _parts(located: Located, placed: Iterable[tuple[Block, int]]) -> list[Part]:
    """Return the parts of the text, ordered; lines of one kind that follow one another are one part."""
    parts: list[Part] = []
    for part in sorted(_part_lines(located, placed), key=lambda part: (part.start, part.end, part.kind)):
        last = next((other for other in reversed(parts) if other.kind == part.kind), None)
        if last and part.start <= last.end:
            continue
        if last and part.kind != "heading" and not located.text[last.end : part.start].strip(" \n-"):
            parts[parts.index(last)] = Part(part.kind, last.start, part.end)
        else:
            parts.append(part)
    return parts


def _part_lines(located: Located, placed: Iterable[tuple[Block, int]]) -> Iterator[Part]:
    for block, place in placed:
        kind = block.kind or ("heading" if block.tag in HEADINGS else None)
        span = located.span(place, block.text) if kind else None
        if kind and span:
            yield Part(kind, *located.widened(*span))


def _links(located: Located, placed: Iterable[tuple[Block, int]], base: str | None) -> list[Link]:
    """Return the links that stand in the text, ordered, and the marks that promise one and have none."""
    links: dict[int, Link] = {}
    for block, place in placed:
        for anchor in block.anchors:
            span = located.span(place, block.text, anchor.start, anchor.end)
            if span:
                address = _absolute(anchor.address, base)
                text = located.text[span[0] : span[1]]
                links.setdefault(span[0], Link(text, span[0], address, "present" if address else "none"))
    taken = {
        position for link in links.values() for position in range(link.start, link.start + len(link.text))
    }
    for code in sorted(language.supported()):
        for mark in languages.part(code, "parts").LINK_MARK.finditer(located.text):
            if taken.isdisjoint(range(*mark.span())):
                links[mark.start()] = Link(mark.group(), mark.start(), None, "none")
    return [links[start] for start in sorted(links)]


def _references(placed: Iterable[tuple[Block, int]], base: str | None) -> Iterator[Reference]:
    """Yield the entries of the page's lists of references, with the addresses they link to."""
    for block, _ in placed:
        entry = unbulleted(block.text)
        if block.kind == "references" and block.tag not in HEADINGS and " " in entry:
            found = reference(entry)
            linked = next((anchor.address for anchor in block.anchors if anchor.address), None)
            yield replace(found, address=found.address or _absolute(linked, base))


def _absolute(address: str | None, base: str | None) -> str | None:
    """Return an address as a page of the address `base` means it."""
    if not address:
        return None
    try:
        return clean(urljoin(base or "", address))
    except ValueError:  # brackets that are no IPv6 address
        return clean(address)
