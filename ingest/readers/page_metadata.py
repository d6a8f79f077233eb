"""What a page states about its article: in JSON-LD, in its head, in marked elements."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

from ingest.readers import dates
from ingest.readers.decoding import one_line
from ingest.readers.fields import Metadata, web_address, written_by
from ingest.readers.page import name_of, rules

T = TypeVar("T")

_LONGEST_NAME = 150
_LEAD = re.compile(r"^(?:door|by|auteur|author|tekst|van)\s*:?\s+", re.IGNORECASE)
# Browsers note in a page that they save where it came from.
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")


def of(root: Any, asked: str | None = None, reached: str | None = None) -> Metadata:
    """Return what the page states; `asked` and `reached` are the addresses it was fetched from, if it was."""
    stated = _Stated(root)
    publisher = _first(stated.values("publisher", "publisher"), one_line)
    return Metadata(
        title=_first(stated.values("title", "headline"), lambda title: _title(title, publisher)),
        subtitle=_first(stated.values("subtitle", "alternativeHeadline"), one_line),
        url=_url(stated, asked, reached),
        publisher=publisher,
        published=_first(stated.values("published", "datePublished"), dates.stated),
        byline=_byline(stated),
        section=_first(stated.values("section", "articleSection"), one_line),
        keywords=_keywords(stated),
    )


class _Stated:
    """The statements of a page, by field."""

    def __init__(self, root: Any) -> None:
        self.root = root
        table = rules()["metadata"]
        self.names, self.paths, self.classes = table["meta"], table["xpath"], table["class"]
        self.article = _json_ld(root, frozenset(table["types"]))
        self.meta: dict[str, list[str]] = {}
        for element in root.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            if element.get("content"):
                self.meta.setdefault(name.lower(), []).append(element.get("content"))

    def values(self, field: str, key: str) -> Iterator[str]:
        """Yield the values a page states for a field, most trusted first; `key` is its name in JSON-LD."""
        yield from _strings(self.article.get(key))
        for name in self.names.get(field, ()):
            yield from self.meta.get(name, ())
        yield from self.marked(field)
        if field == "title":
            yield from (title.text_content() for title in self.root.xpath("//head/title"))

    def marked(self, field: str) -> Iterator[str]:
        """Yield what elements in the page's body state."""
        for path in self.paths.get(field, ()):
            for element in self.root.xpath(path):
                yield element.get("content") or element.get("datetime") or element.text_content()
        classes = frozenset(self.classes.get(field, ()))
        if classes:
            for element in self.root.iter("p", "div", "span", "h2", "h3", "a", "address"):
                if classes.intersection(name_of(element).split("\n")):
                    yield element.text_content()


def _first(values: Iterable[str], read: Callable[[str], T | None]) -> T | None:
    """Return the first value that can be read."""
    return next((found for value in values if (found := read(value)) is not None), None)


def _title(value: str, publisher: str | None) -> str | None:
    """Return a headline without the publisher's name, which pages add for search engines."""
    title = one_line(value)
    if title and publisher:
        title = re.sub(rf"\s+[-–—|·:]\s+{re.escape(publisher)}$", "", title, flags=re.IGNORECASE)
    return title


def _byline(stated: _Stated) -> str | None:
    """Return who wrote it: all names of the first place that states any."""
    places = (
        _strings(stated.article.get("author")),
        *(stated.meta.get(name, []) for name in stated.names["byline"]),
    )
    for place in places:
        names = [name for value in place if (name := _person(value))]
        if names:
            return ", ".join(dict.fromkeys(names))
    return _first(stated.marked("byline"), _person)


def _person(value: str) -> str | None:
    name = written_by(one_line(value))
    if not name or len(name) > _LONGEST_NAME or re.match(r"https?:|@|www\.", name):
        return None
    return _LEAD.sub("", name) or None


def _keywords(stated: _Stated) -> tuple[str, ...]:
    values = (word for value in stated.values("keywords", "keywords") for word in value.split(","))
    return tuple(dict.fromkeys(word for value in values if (word := one_line(value))))


def _url(stated: _Stated, asked: str | None, reached: str | None) -> str | None:
    """Return the article's address.

    A page of a known address is believed about it only as far as its own site goes, and a canonical link to
    another site less than `og:url`: a copy often names the original as canonical, and is not that article.
    """
    known = web_address(reached or asked)
    base = known or ""
    links = stated.root.xpath("//link[@rel='canonical']/@href")
    comments = (
        _SAVED_FROM.search(comment.text or "") for comment in stated.root.getroottree().xpath("//comment()")
    )
    canonical = _first((urljoin(base, link) for link in links), web_address)
    own = _first((urljoin(base, url) for url in stated.meta.get("og:url", ())), web_address)
    if canonical and own and _host(canonical) != _host(own):
        canonical = None
    own_pages = _strings(stated.article.get("mainEntityOfPage")), _strings(stated.article.get("url"))
    saved = (match[1] for match in comments if match)
    candidates = (
        canonical,
        own,
        *(web_address(url) for urls in own_pages for url in urls),
        _first(saved, web_address),
    )
    for address in candidates:
        if address and urlsplit(address).path and (known is None or _host(address) == _host(known)):
            return address
    return known


def _host(url: str) -> str:
    return urlsplit(url).netloc


# --- JSON-LD ---


def _json_ld(root: Any, types: frozenset[str]) -> dict[str, Any]:
    """Return the page's first object of an article's type, references to other objects filled in."""
    objects = [
        item for script in root.iter("script") if _is_json_ld(script) for item in _objects(script.text)
    ]
    by_id = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and len(item) > 1}
    for item in objects:
        if types.intersection(_strings(item.get("@type"))):
            return {key: _resolved(value, by_id) for key, value in item.items()}
    return {}


def _is_json_ld(script: Any) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _objects(text: str | None) -> Iterator[dict[str, Any]]:
    """Yield the objects at the top of a script, through lists and graphs; nothing where it is no JSON."""
    try:
        waiting = [json.loads((text or "").strip(), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            waiting.append(item.get("@graph"))


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _strings(value: Any) -> list[str]:
    """Return the strings that a JSON-LD value stands for: its own, an object's name, those of a list."""
    waiting, found = [value], []
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            waiting.append(item.get("name") or item.get("@id"))
    return found
