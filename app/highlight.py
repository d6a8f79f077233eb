"""A text with stretches of it marked, as HTML: the text itself survives unchanged.

Marks may overlap in any way. Each becomes one element where that can be, and several where it
crosses another; the first of them carries its id.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from app.markup import Html, escape, opening

_Ordered = tuple[int, "Mark"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked, `start` to `end`: `kind` is its CSS class, `title` says what it is.

    With `href` it is a link. A `block` stands on its own, and other marks lie within it.
    """

    start: int
    end: int
    kind: str
    id: str | None = None
    href: str | None = None
    title: str | None = None
    block: bool = False


def lines(text: str) -> list[Mark]:
    """Return a mark for each line of `text` that is not blank: a paragraph."""
    return [Mark(found.start(), found.end(), "line", block=True) for found in _LINE.finditer(text)]


def highlight(text: str, marks: Iterable[Mark]) -> Html:
    """Return `text` as HTML with `marks`, those outside it or empty left out.

    Taking the tags away gives the text back, character for character.
    """
    starting: dict[int, list[_Ordered]] = defaultdict(list)
    borders = {0, len(text)}
    for order, mark in enumerate(marks):
        if 0 <= mark.start < mark.end <= len(text):
            starting[mark.start].append((order, mark))
            borders |= {mark.start, mark.end}
    out: list[str] = []
    opened: list[_Ordered] = []
    seen: set[int] = set()
    for at, until in zip(sorted(borders), [*sorted(borders)[1:], None], strict=True):
        active = sorted([one for one in opened if one[1].end > at] + starting[at], key=_depth)
        shared = _shared(opened, active)
        out += [f"</{element}>" for element in reversed(_elements(opened)[shared:])]
        for (order, mark), element in list(zip(active, _elements(active), strict=True))[shared:]:
            out.append(_open(element, mark, first=order not in seen))
            seen.add(order)
        opened = active
        out.append(escape(text[at:until]))
    return Html("".join(out))


def _depth(one: _Ordered) -> tuple[bool, int, int, int]:
    """Return what orders marks from the outermost in: blocks, then what starts earlier, then the longer."""
    order, mark = one
    return not mark.block, mark.start, -mark.end, order


def _shared(opened: list[_Ordered], active: list[_Ordered]) -> int:
    """Return how many of the outermost elements stay open."""
    pairs = zip(opened, active, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _elements(marks: list[_Ordered]) -> list[str]:
    """Return the names of the elements of `marks`, from the outermost in; HTML has no link within a link."""
    names: list[str] = []
    for _, mark in marks:
        names.append("p" if mark.block else "a" if mark.href and "a" not in names else "mark")
    return names


def _open(element: str, mark: Mark, first: bool) -> Html:
    return opening(
        element,
        class_=f"zg-{mark.kind}",
        id=mark.id if first else None,
        href=mark.href if element == "a" else None,
        title=mark.title,
    )
