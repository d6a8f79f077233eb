"""The one address of an article: `canonical(url)`.

One article is reached under many addresses: with and without `www.`, on the mobile site, as an AMP page,
from a mail with tracking parameters, in an archive. The canonical address is the same for all of them. The
names it goes by (parameters, host labels, archives) stand in `addresses.toml`.

It is an identity before it is something to open, which settles the doubtful cases: the scheme is always
https and `www.` always goes, because no publisher shows another article without them; parameters not known
to be tracking stay, because many sites number their articles there. The generic cleaners of URLs were tried
and left out: they drop parameters such as `cid` and bare ones such as `?12345`, and two articles become one.
"""

from __future__ import annotations

import re
import string
import tomllib
from contextlib import suppress
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit, urlunsplit

_WEB = ("http", "https")
_SCHEMELESS = re.compile(r"(?://|www\.)(?=\w)", re.IGNORECASE)
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})?")
_UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")
# The characters RFC 3986 lets stand in a path, a query and a fragment, and the escapes already made.
_SAFE = "%/:@!$&'()*+,;=?-._~"
_EMBEDDED = re.compile(r"https?(?::|%3a)(?:/|%2f){1,2}", re.IGNORECASE)


def is_web(url: str) -> bool:
    """Whether this is an http(s) address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in _WEB and re.fullmatch(r"\S+", parts.hostname or "") is not None
    except ValueError:
        return False


def canonical(url: str) -> str:
    """Return the canonical form of an http(s) address; anything else comes back stripped of blanks.

    `canonical(canonical(url)) == canonical(url)`.
    """
    url = url.strip()
    if _SCHEMELESS.match(url):
        url = "https://" + url.removeprefix("//")
    # What is unwrapped or taken away can uncover more of it. After the first round nothing grows.
    while is_web(url) and (again := _once(urlsplit(url))) != url:
        url = again
    return url


def _once(parts: SplitResult) -> str:
    rules = _rules()
    host = _host(parts.hostname or "", rules)
    inner = _unwrapped(host, parts, rules)
    if inner:
        return inner
    path = _path(parts.path, rules)
    query = _query(parts.query, rules)
    if query and not path:
        path = "/"
    return urlunsplit(("https", host + _port(parts), path, query, _fragment(parts.fragment, rules)))


def _host(name: str, rules: dict[str, Any]) -> str:
    """Return a host name in lower case and ASCII, without the labels of mobile and AMP sites."""
    name = name.strip(".").lower()
    with suppress(UnicodeError):  # a label that is empty or too long: no such host, left as it is
        name = name.encode("idna").decode("ascii").lower()
    labels = name.split(".")
    while len(labels) > 2 and labels[0] in rules["labels"]:
        del labels[0]
    name = ".".join(labels)
    return f"[{name}]" if ":" in name else name


def _port(parts: SplitResult) -> str:
    try:
        port = parts.port
    except ValueError:
        return ""
    return f":{port}" if port not in (None, 80, 443) else ""


def _unwrapped(host: str, parts: SplitResult, rules: dict[str, Any]) -> str | None:
    """Return the address that an archive, a cache or a redirector's address holds, None for any other."""
    for wrapper in rules["wrapper"]:
        if not re.fullmatch(wrapper["host"], host):
            continue
        if "parameter" in wrapper:
            for value in parse_qs(parts.query).get(wrapper["parameter"], []):
                found = _EMBEDDED.search(value)
                if found:
                    return _repaired(value[found.start() :])
        else:
            rest = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
            lead = re.match(wrapper["path"], rest)
            if lead and len(rest) > lead.end():
                return _repaired(rest[lead.end() :])
    return None


def _repaired(inner: str) -> str:
    """Return an embedded address with its scheme as it should be: archives collapse `//` or leave it out."""
    lead = _EMBEDDED.match(inner)
    if not lead:
        return "https://" + inner.lstrip("/")
    if "%" in lead.group():
        inner = unquote(inner)
    return "https://" + re.sub(r"^https?:/*", "", inner, flags=re.IGNORECASE)


def _path(path: str, rules: dict[str, Any]) -> str:
    segments = [_escaped(segment) for segment in path.split("/") if segment not in ("", ".")]
    for end in (-1, 0):
        while len(segments) > 1 and segments[end].lower() in rules["segments"]:
            del segments[end]
    if segments:
        segments[-1] = re.sub(r"(?<=.)\.amp(?=\.html?$|$)", "", segments[-1])
    return "".join("/" + segment for segment in segments)


def _query(query: str, rules: dict[str, Any]) -> str:
    """Return a query without tracking, ordered by name; parameters of one name keep their order."""
    kept = [_escaped(pair) for pair in query.split("&") if pair and not _tracks(pair, rules)]
    return "&".join(sorted(kept, key=lambda pair: pair.partition("=")[0]))


def _tracks(pair: str, rules: dict[str, Any]) -> bool:
    name, _, value = unquote(pair).lower().partition("=")
    return (
        name in rules["tracking"]
        or name.startswith(tuple(rules["tracking_prefixes"]))
        or value in rules["renderings"].get(name, ())
    )


def _fragment(fragment: str, rules: dict[str, Any]) -> str:
    """Return a fragment that tells articles apart (`#!/12`, `#/12`, `#id=12`); others are places in one."""
    name, _, value = fragment.partition("=")
    if fragment.startswith(("!", "/")) or (value and name.lower() in rules["identifying_fragments"]):
        return _escaped(fragment)
    return ""


def _escaped(part: str) -> str:
    """Return a part with percent-encoding as RFC 3986 normalises it: only where needed, in capitals."""

    def normal(match: re.Match[str]) -> str:
        if match[1] is None:
            return "%25"
        character = chr(int(match[1], 16))
        return character if character in _UNRESERVED else match[0].upper()

    return quote(_PERCENT.sub(normal, part), safe=_SAFE, errors="replace")


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(resources.files("ingest").joinpath("addresses.toml").read_text("utf-8"))
