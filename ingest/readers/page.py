"""A page as blocks: its lines of text in order, with the links in them and what the markup calls them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from lxml import etree

from ingest import language, languages
from ingest.references import is_entry

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# No address: a place in this page, a program, a person.
_NO_ADDRESS = re.compile(r"\s*(?:#|javascript:|mailto:|tel:|whatsapp:|data:)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_WHOLE = frozenset(("html", "body", "main", "article"))
_SECTIONING = frozenset(("body", "main", "article", "section", "aside", "header", "footer"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# A heading such as "Wetenschappelijke bronnen en verder lezen"; a longer line is text.
_OPENING_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Anchor:
    """The text of an `<a>`: `block.text[start:end]`. `address` is None where it has none that leads away."""

    start: int
    end: int
    address: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page, blanks collapsed.

    `tag` is the block element it stands in, `section` the number of the innermost sectioning element, `kind`
    the part of the article that the markup or the wording makes it (see `ingest.extraction.Part`), if any.
    `elsewhere` says that it stands where other articles are announced.
    """

    text: str
    tag: str
    section: int
    kind: str | None
    elsewhere: bool
    anchors: tuple[Anchor, ...] = ()

    @property
    def is_link(self) -> bool:
        """Whether it is nothing but links, as menus are."""
        linked = sum(anchor.end - anchor.start for anchor in self.anchors)
        return bool(self.anchors) and linked + 2 * len(self.anchors) >= len(self.text)


def blocks(root: Any) -> list[Block]:
    """Return the blocks of a page in order, with the parts that markup or wording makes them."""
    return list(_worded(_Walk(root).blocks()))


@cache
def rules() -> dict[str, Any]:
    """Return `page.toml`."""
    return tomllib.loads(resources.files("ingest.readers").joinpath("page.toml").read_text("utf-8"))


# --- by markup ---


@dataclass(frozen=True)
class _Kind:
    name: str
    tags: frozenset[str]
    names: re.Pattern[str]
    itemprops: frozenset[str]
    roles: frozenset[str]
    longest: int
    inline: bool

    def marks(self, element: Any, name: str) -> bool:
        """Whether the markup of an element, whose classes and id are `name`, makes it this kind of part."""
        return (
            element.tag in self.tags
            or element.get("itemprop") in self.itemprops
            or element.get("role") in self.roles
            or self.names.search(name) is not None
        )


@dataclass(frozen=True)
class _Markup:
    """`page.toml`, ready for use."""

    block_tags: frozenset[str]
    skipped_tags: frozenset[str]
    skipped: re.Pattern[str]
    empty: re.Pattern[str]
    elsewhere_tags: frozenset[str]
    elsewhere: re.Pattern[str]
    kinds: tuple[_Kind, ...]


@cache
def _markup() -> _Markup:
    table = rules()
    return _Markup(
        block_tags=frozenset(table["blocks"]["tags"]),
        skipped_tags=frozenset(table["skipped"]["tags"]),
        skipped=_words(table["skipped"]["names"]),
        empty=re.compile("|".join(table["skipped"]["prefixes"])),
        elsewhere_tags=frozenset(table["elsewhere"]["tags"]),
        elsewhere=_words(table["elsewhere"]["names"]),
        kinds=tuple(
            _Kind(
                kind["name"],
                frozenset(kind["tags"]),
                _words(kind["names"]),
                frozenset(kind["itemprops"]),
                frozenset(kind["roles"]),
                kind["longest"],
                kind["inline"],
            )
            for kind in table["kind"]
        ),
    )


def _words(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?:^|-)(?:" + "|".join(names) + ")", re.MULTILINE)


def name_of(element: Any) -> str:
    """Return an element's classes and id, one to a line: `AuthorBox_root` is `author-box-root`."""
    classes, identity = element.get("class"), element.get("id")
    if not classes and not identity:
        return ""
    words = f"{classes or ''} {identity or ''}".split()
    plain = (re.sub(r"[_-]+", "-", _CAMEL.sub("-", word)).lower() for word in words)
    return "\n".join(word for word in plain if not _markup().empty.match(word))


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for everything inside an element."""

    tag: str
    section: int = 0
    kind: str | None = None
    elsewhere: bool = False


class _Walk:
    """Goes through a page once, without recursion: a page can be nested as deeply as it likes."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.markup = _markup()
        self.sections = 0
        self.line: list[str] = []
        self.length = 0
        self.anchors: list[Anchor] = []
        self.open: list[tuple[int, str | None]] = []
        # A mark on more than half of the page is a theme's, not a part's.
        self.half = sum(map(len, root.xpath("//text()[not(parent::script or parent::style)]"))) / 2

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of the page in order, with the kinds that markup gives them."""
        contexts: list[_Context] = [_Context("body")]
        skipped: Any = None
        for event, element in etree.iterwalk(self.root, events=("start", "end", "comment", "pi")):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._add(element.tail)
            elif event == "start":
                name = name_of(element)
                if self._skips(element, name):
                    skipped = element
                    continue
                inner = self._context(element, name, contexts[-1])
                if element.tag in self.markup.block_tags or inner.kind != contexts[-1].kind:
                    yield from self._flush(contexts[-1])
                contexts.append(inner)
                if element.tag == "a":
                    self.open.append((self.length, _address(element)))
                self._add(element.text)
            elif event == "end":
                inner = contexts.pop()
                if element.tag == "a":
                    self._close(*self.open.pop())
                if element.tag in self.markup.block_tags or inner.kind != contexts[-1].kind:
                    yield from self._flush(inner)
                self._add(element.tail)
            else:
                self._add(element.tail)
        yield from self._flush(contexts[-1])

    def _skips(self, element: Any, name: str) -> bool:
        if element.tag in _WHOLE:
            return False
        return (
            element.tag in self.markup.skipped_tags
            or element.get("hidden") is not None
            or self.markup.skipped.search(name) is not None
        )

    def _context(self, element: Any, name: str, outer: _Context) -> _Context:
        tag = element.tag if element.tag in self.markup.block_tags else outer.tag
        if element.tag in _SECTIONING:
            self.sections += 1
        section = self.sections if element.tag in _SECTIONING else outer.section
        if element.tag in _WHOLE:
            return _Context(tag, section, outer.kind, outer.elsewhere)
        elsewhere = (
            outer.elsewhere
            or element.tag in self.markup.elsewhere_tags
            or self.markup.elsewhere.search(name) is not None
        )
        return _Context(tag, section, outer.kind or self._kind(element, name), elsewhere)

    def _kind(self, element: Any, name: str) -> str | None:
        for kind in self.markup.kinds:
            if (kind.inline or element.tag in self.markup.block_tags) and kind.marks(element, name):
                length = sum(map(len, element.itertext()))
                return kind.name if length <= min(kind.longest, self.half) else None
        return None

    def _add(self, text: str | None) -> None:
        """Add text to the line, blanks collapsed."""
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        if text[0] == " " and (not self.line or self.line[-1][-1] == " "):
            text = text[1:]
        if text:
            self.line.append(text)
            self.length += len(text)

    def _close(self, start: int, address: str | None) -> None:
        """End a link that began at `start` in the line."""
        if start < self.length:
            linked = "".join(self.line)[start:]
            start += len(linked) - len(linked.lstrip())
            if linked.strip():
                self.anchors.append(Anchor(start, start + len(linked.strip()), address))

    def _flush(self, context: _Context) -> Iterator[Block]:
        """Yield the line read so far; a link that runs on goes on in the next line."""
        for start, address in self.open:
            self._close(start, address)
        self.open = [(0, address) for _, address in self.open]
        text = "".join(self.line).rstrip()
        if text:
            yield Block(
                text, context.tag, context.section, context.kind, context.elsewhere, tuple(self.anchors)
            )
        self.line, self.length, self.anchors = [], 0, []


def _address(anchor: Any) -> str | None:
    href = (anchor.get("href") or "").strip()
    return href if href and not _NO_ADDRESS.match(href) else None


# --- by wording ---


def _worded(found: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with the kinds that their wording gives those whose markup says nothing.

    A line such as "Bronnen" opens a list of references, a phrase such as "namen zijn gewijzigd" makes its
    line a disclaimer, wherever on the page it stands.
    """
    lexicons = [languages.part(code, "parts") for code in sorted(language.supported())]
    running: str | None = None  # the part that a line above opened, and in which section
    section = 0
    first: Block | None = None  # the first block after that line
    for block in found:
        if block.kind:
            running = None
            yield block
        elif opened := _opened(block, lexicons):
            running, section, first = opened, block.section, None
            yield replace(block, kind=opened)
        elif running and block.section == section and _continues(running, block, first):
            first = first or block
            yield replace(block, kind=running)
        else:
            running = None
            yield replace(block, kind="disclaimer") if _disclaims(block, lexicons) else block


def _opened(block: Block, lexicons: list[Any]) -> str | None:
    if len(block.text) > _OPENING_CHARACTERS or block.is_link:
        return None
    for lexicon in lexicons:
        for kind, opening in lexicon.OPENINGS.items():
            if opening.match(block.text):
                return str(kind)
    return None


def _continues(kind: str, block: Block, first: Block | None) -> bool:
    """Whether a block belongs to the part that a line above opened: its list, or else its paragraph."""
    if block.tag in HEADINGS or block.text.startswith("©"):
        return False
    if first is None:
        return block.tag == "li" or kind != "references" or is_entry(block.text)
    return block.tag == first.tag and (block.tag == "li" or (kind == "references" and is_entry(block.text)))


def _disclaims(block: Block, lexicons: list[Any]) -> bool:
    if block.is_link:
        return False
    return any(lexicon.is_disclaimer(block.text) for lexicon in lexicons)
