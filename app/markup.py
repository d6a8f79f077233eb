"""HTML that is safe by the way it is made: whatever is not `Html` already is text, and is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable
from urllib.parse import urlsplit


class Html(str):
    """Text that is HTML: made by the functions here, from text that they escaped."""

    __slots__ = ()


# The end of a line. An element without content has no closing tag: HTML takes one for a second break.
BREAK = Html("<br>")


def escape(value: object) -> Html:
    """Return `value` as HTML that shows it; what is Html already is left as it is.

    A carriage return is written as a reference, because HTML parsers turn a bare one into a newline.
    """
    if isinstance(value, Html):
        return value
    return Html(html.escape(str(value)).replace("\r", "&#13;"))


def join(parts: Iterable[object], between: object = "") -> Html:
    """Return `parts`, each escaped, with `between` between them."""
    return Html(escape(between).join(escape(part) for part in parts))


def opening(element: str, **attributes: object) -> Html:
    """Return the opening tag of `element`.

    An attribute that is None is left out; `_` in a name stands for `-`, and at its end for nothing
    (`class_`).
    """
    stated = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    written = "".join(f' {name}="{escape(value)}"' for name, value in stated.items() if value is not None)
    return Html(f"<{element}{written}>")


def tag(element: str, *content: object, **attributes: object) -> Html:
    """Return an element with `content`; content that is None is left out."""
    inner = join(part for part in content if part is not None)
    return Html(f"{opening(element, **attributes)}{inner}</{element}>")


def link(href: str, *content: object, **attributes: object) -> Html:
    """Return a link within the app."""
    return tag("a", *content, href=href, **attributes)


def outward(url: str | None, *content: object) -> Html:
    """Return a link to the web, or just its content where `url` is no web address."""
    if url and urlsplit(url).scheme in ("http", "https"):
        return tag("a", *content, href=url, rel="noreferrer noopener", class_="outward")
    return join(content)


def table(columns: Iterable[object], rows: Iterable[Iterable[object]], caption: object) -> Html:
    """Return a table; its first column heads the rows. `caption` is for those who cannot see it."""
    head = tag("tr", *(tag("th", column, scope="col") for column in columns))
    body = join(tag("tr", *(_cell(at, cell) for at, cell in enumerate(row))) for row in rows)
    whole = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", body))
    return tag("div", whole, class_="zg-table")


def _cell(at: int, content: object) -> Html:
    return tag("td", content) if at else tag("th", content, scope="row")
