"""Who and what is not to come back: keyed hashes of what was forgotten, and nothing readable.

A person is known by the key of the name together with the family of role, or with the publisher: a
namesake of another profession in another paper is somebody else. An article is known by its address and
by its text. The hash is HMAC-SHA-256 with a key of the store, so that a list of names cannot simply be
tried on a copy of the hashes alone.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph import publishers, queries
from graph.model import Changes, Row
from graph.store import Read


@dataclass(frozen=True)
class Bans:
    """The hashes of everything that was forgotten, and the key that makes them."""

    key: str
    hashes: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.hashes)

    @cached_property
    def _secret(self) -> bytes:
        return bytes.fromhex(self.key)

    def hashed(self, *fields: str) -> str:
        """Return the hash of `fields` under this key: 64 hexadecimal digits."""
        parts = (field.encode() for field in fields)
        return hmac.digest(
            self._secret, b"".join(len(part).to_bytes(8, "big") + part for part in parts), "sha256"
        ).hex()

    def of_person(self, appearance: Row, article: Row) -> Iterator[str]:
        """Yield the hashes by which somebody is known whom `article` presents so."""
        name = appearance["name_key"]
        published = publishers.ids(article.get("url"), article.get("publisher"))
        family = appearance.get("role_family")
        if family:
            yield self.hashed("family", name, family)
        for publisher in sorted(published):  # as one list of publishers has it, and as others do
            yield self.hashed("publisher", name, publisher)
        if not family and not published:
            yield self.hashed("name", name)

    def of_article(self, url: str | None, text: str) -> Iterator[str]:
        """Yield the hashes by which an article is known."""
        if url:
            yield self.hashed("address", url)
        yield self.hashed("text", text)

    def bars_article(self, url: str | None, text: str) -> bool:
        """Whether an article at this address, or with this text, was forgotten."""
        return bool(self.hashes) and not self.hashes.isdisjoint(self.of_article(url, text))

    def barred(self, changes: Changes) -> dict[str, list[str]]:
        """Return the appearances in the rows of whole articles that were forgotten, by article."""
        found: dict[str, list[str]] = {}
        if not self.hashes:
            return found
        articles = {row["id"]: row for row in changes.nodes.get("Article", ())}
        appearances = {row["id"]: row for row in changes.nodes.get("Appearance", ())}
        for link in changes.relationships.get(("APPEARS_IN", "Appearance", "Article"), ()):
            known = self.of_person(appearances[link["from"]], articles[link["to"]])
            if not self.hashes.isdisjoint(known):
                found.setdefault(link["to"], []).append(link["from"])
        return found


def read(read: Read) -> Bans:
    """Return the bans of the store that `read` asks; where it has no key yet, one is made, not yet kept."""
    key = read(queries.text("store/meta"))[0]["ban_key"] or secrets.token_hex(32)
    rows = read(queries.text("judgements/forgotten"))
    return Bans(key, frozenset(hash for row in rows for hash in row["forgotten"]["hashes"]))
