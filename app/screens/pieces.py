"""Pieces that several pages show: names, sources, quotes, notices."""

from __future__ import annotations

from collections.abc import Iterable

from app.markup import Html, escape, join, link, outward, tag
from app.screens.view import View, heading
from graph.lines import ArticleLine, PersonLine, StatementLine

# How many of a person's towns, roles and so on a table shows before it says how many more there are.
SHOWN = 3


def title(text: str, *below: object) -> Html:
    """Return the title of a page, and a line below it."""
    return tag("header", tag("h1", text), tag("p", *below) if below else None, class_="zg zg-title")


def section(text: str, *content: object, note: str | None = None) -> Html:
    """Return a section of a page with its heading."""
    explained = tag("p", note, class_="zg-note") if note else None
    return tag("section", tag("h2", text), explained, *content, class_="zg")


def notice(text: object, *more: object, kind: str = "info") -> Html:
    """Return a notice that stands out: `info` or `error`."""
    role = "alert" if kind == "error" else "status"
    return tag("div", tag("p", text), *more, class_=f"zg zg-notice zg-{kind}", role=role)


def facts(pairs: Iterable[tuple[object, object]]) -> Html:
    """Return names and values in a row."""
    return tag("dl", *(tag("div", tag("dt", n), tag("dd", v)) for n, v in pairs), class_="zg zg-facts")


def person(view: View, line: PersonLine) -> Html:
    """Return a person's name, leading to their page."""
    return link(view.to.person(line.id), line.name, class_="zg-name")


def few(words: Iterable[str], shown: int = SHOWN) -> Html:
    """Return the first of `words`, how many more there are, and all of them for who points there."""
    words = tuple(words)
    if not words:
        return tag("span", "–", class_="zg-nothing")
    if len(words) <= shown:
        return join(words, ", ")
    more = tag("span", f"+{len(words) - shown}", class_="zg-more", title=", ".join(words[shown:]))
    return join([join(words[:shown], ", "), " ", more])


def turn(view: View, before: str | None, after: str | None, label: str) -> Html:
    """Return links to what comes before and after in a list; None where nothing does."""
    ways = ((before, "before"), (after, "after"))
    return tag(
        "nav", *(link(to, view.say(way)) for to, way in ways if to), class_="zg zg-turn", aria_label=label
    )


def badge(text: str, kind: str = "plain") -> Html:
    """Return a word in a box."""
    return tag("span", text, class_=f"zg-badge zg-badge-{kind}")


def source(view: View, article: ArticleLine) -> Html:
    """Return where something stands: publisher, date, and the title leading to the article."""
    publisher = article.credited or view.say("no_publisher")
    named = link(view.to.article(article.id), article.title or view.say("no_title"))
    return heading(tag("strong", publisher), view.date(article.published), named)


def original(view: View, article: ArticleLine) -> Html | None:
    """Return a link to the article where it was published, None where no address on the web is known."""
    words = escape(view.say("original"))
    linked = outward(article.url, words)
    return linked if linked != words else None


def quote(view: View, statement: StatementLine) -> Html:
    """Return what was said, leading to the place in the article where it is said."""
    start, end = statement.starts[0], statement.ends[-1]
    there = link(view.to.article(statement.article, start, end), view.say("read_there"))
    way = badge(view.say(f"type_{statement.type}"), statement.type)
    marks = ("“", "”") if statement.type == "direct" else ("", "")
    said = tag("p", marks[0], statement.text, marks[1])
    return tag("blockquote", said, tag("footer", way, " ", there), class_=f"zg-quote-{statement.type}")


def short(text: str, most: int = 120) -> str:
    """Return the beginning of `text`, at most `most` characters and cut between words."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(None, 1)[0] + " …"
