"""Taking a person out of an article: what names and quotes them is masked, at equal length.

All that was found elsewhere in the article keeps its place, because the text stays as long as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from graph.keys import key
from graph.model import Changes, Row

MASK = "█"

# What an article says of itself, where a name can stand too.
_STATED = ("title", "subtitle", "byline", "section")
_ADDRESSES = ("address", "asked", "reached")
_CONTENT = re.compile(r"[^\n\r]")


def mask(changes: Changes, article: str, appearances: Iterable[str]) -> None:
    """Take these appearances out of the rows of one whole article: people, what they say, and the text of it.

    What goes is left out of `changes`; where it stood in the store it still has to be removed.
    """
    gone = set(appearances)
    (row,) = (row for row in changes.nodes["Article"] if row["id"] == article)
    people = [one for one in changes.nodes.get("Appearance", ()) if one["id"] in gone]
    said = {
        link["from"]
        for link in changes.relationships.get(("SAID_BY", "Statement", "Appearance"), ())
        if link["to"] in gone
    }
    statements = [one for one in changes.nodes.get("Statement", ()) if one["id"] in said]
    text = row["text"]
    names = {text[start:end] for one in people for start, end in _spans(one)}
    names |= {one[field] for one in people for field in ("name", "surname") if one.get(field)}
    for one in (*people, *statements):
        for start, end in _spans(one):
            text = text[:start] + _masked(text[start:end]) + text[end:]
    row["text"] = _without(text, names - _of_others(changes, gone))
    slug = _slug(names, _of_others(changes, gone))
    _mask_what_is_stated(row, names)
    row |= {"url": _without_slug(row["url"], slug)} if row.get("url") else {}
    _mask_what_others_say(changes, row, names)
    sentences = {
        link["from"]
        for link in changes.relationships.get(("PART_OF", "Sentence", "Statement"), ())
        if link["to"] in said
    }
    _leave_out(changes, "Appearance", gone)
    _leave_out(changes, "Statement", said)
    _leave_out(changes, "Sentence", sentences)
    _leave_out(changes, "Mention", _named_after(changes.nodes.get("Mention", ()), names))
    _leave_out(changes, "Reference", _named_after(changes.nodes.get("Reference", ()), names))
    _mask_links(changes, names, slug)


def _of_others(changes: Changes, gone: set[str]) -> set[str]:
    """Return the single words in the names of those who stay: a given name may be anybody's."""
    rows = changes.nodes.get("Appearance", ())
    return {word for row in rows if row["id"] not in gone for word in row["name"].split()}


def _spans(row: Row) -> Iterable[tuple[int, int]]:
    return zip(row["starts"], row["ends"], strict=True)


def _masked(text: str) -> str:
    return _CONTENT.sub(MASK, text)


def _without(text: str, names: Iterable[str]) -> str:
    """Return a text with every one of these names masked, the longest first.

    A name of several words in whatever case; of one, only as it is written: "Bakker" is no baker.
    """
    for name in sorted(names, key=lambda name: (-len(name), name)):
        case = re.IGNORECASE if " " in name else re.NOFLAG
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda m: _masked(m[0]), text, flags=case)
    return text


def _mask_what_is_stated(row: Row, names: Iterable[str]) -> None:
    for field in _STATED:
        if row.get(field):
            row[field] = _without(row[field], names)
    row["source"] = _masked(row["source"])  # in the name of a file a name is written in many ways
    row["keywords"] = [_without(word, names) for word in row.get("keywords") or []]
    if read := row.get("as_read"):
        row["as_read"] = [_without(word, names) for word in read]


def _mask_what_others_say(changes: Changes, article: Row, names: Iterable[str]) -> None:
    """Make anew the texts of statements and sentences, which are those of the article, and their words."""
    text = article["text"]
    words = {word for name in names for word in key(name).split()}
    for row in changes.nodes.get("Statement", ()):
        row["text"] = " ".join(text[start:end] for start, end in _spans(row))
        row["source_name"] = _without(row["source_name"], names)
        if "cue_start" in row:
            row["cue"] = text[row["cue_start"] : row["cue_end"]]
    for row in changes.nodes.get("Sentence", ()):
        old, row["text"] = row["text"], text[row["start"] : row["end"]]
        if row["text"] != old:
            row["words"] = [word for word in row["words"] if key(word) not in words]
            # What a language makes of the words cannot be told from a name's: it is compared no more.
            row["terms"] = row["bits"] = row["names"] = []


def _named_after(rows: Iterable[Row], names: Iterable[str]) -> set[str]:
    """Return the ids of the organisations and references that bear one of the names of several words."""
    full = [name for name in names if " " in name]
    stated = ("name", "text", "author")
    return {
        row["id"]
        for row in rows
        if any(row.get(field) and _without(row[field], full) != row[field] for field in stated)
    }


def _mask_links(changes: Changes, names: Iterable[str], slug: re.Pattern[str]) -> None:
    """Mask the texts and addresses of links, and leave out what the file was called and what stood beside it.

    A link to a site that is called as somebody goes: its domain says the name.
    """
    for (type, _, _), rows in changes.relationships.items():
        if type == "LINKS_TO":
            rows[:] = [row for row in rows if not slug.search(urlsplit(row["address"]).hostname or "")]
        for row in rows:
            for field in _ADDRESSES:
                if row.get(field):
                    row[field] = _without_slug(row[field], slug)
            if type == "LINKS_TO" and row.get("text"):
                row["text"] = _without(row["text"], names)
            if type == "CAPTURED_AS":
                row.pop("name", None)
                row.pop("sidecar", None)


def _slug(names: Iterable[str], others: Iterable[str]) -> re.Pattern[str]:
    """Return what finds these names as addresses write them: "bas-lommers", "lommers", "baslommers"."""
    kept = {key(word) for word in others}
    written = [key(name).split() for name in names]
    full = ["[^a-z0-9]*".join(map(re.escape, words)) for words in written if len(words) > 1]
    single = {words[0] for words in written if len(words) == 1 and len(words[0]) > 3} - kept
    alone = [rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])" for word in sorted(single)]
    return re.compile("|".join([*sorted(full), *alone]) or r"(?!)", re.IGNORECASE)


def _without_slug(address: str, slug: re.Pattern[str]) -> str:
    """Return an address with what names somebody in its path masked, at equal length."""
    host = len(address) - len(urlsplit(address)._replace(scheme="", netloc="").geturl())
    return address[:host] + slug.sub(lambda m: "x" * len(m[0]), address[host:])


def _leave_out(changes: Changes, label: str, ids: set[str]) -> None:
    """Leave nodes, and every relationship from or to them, out of `changes`."""
    if label in changes.nodes:
        changes.nodes[label] = [row for row in changes.nodes[label] if row["id"] not in ids]
    for (_, start, end), rows in changes.relationships.items():
        if start == label:
            rows[:] = [row for row in rows if row["from"] not in ids]
        if end == label:
            rows[:] = [row for row in rows if row["to"] not in ids]
