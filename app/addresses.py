"""The addresses of the app's pages. All that a page shows is in its address, so that it can be shared."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses, relative to the app's own; `language` is kept in them where one was chosen."""

    language: str | None = None

    def overview(self, search: str | None = None, kind: str | None = None, start: int = 0) -> str:
        """Return the address of the overview: whom it lists, from which place on the list."""
        return self._of("./", search=search, kind=kind, **{"from": start or None})

    def articles(self, search: str | None = None, start: int = 0) -> str:
        """Return the address of the list of articles, from which place on the list."""
        return self._of("article", search=search, **{"from": start or None})

    def person(self, id: str) -> str:
        """Return the address of a person's page."""
        return self._of("expert", person=id)

    def article(self, id: str, start: int | None = None, end: int | None = None) -> str:
        """Return the address of an article, at what stands from `start` to `end` of it."""
        return self._of("article", article=id, at=start, to=end)

    def on_record(self, start: int = 0) -> str:
        """Return the address of all that is on record, from which place on the list."""
        return self._of("record", **{"from": start or None})

    def drawing(self, about: str, open: str | None = None) -> str:
        """Return the address of the drawing around a node, with a node or an edge of it opened."""
        return self._of("drawing", about=about, open=open)

    def _of(self, page: str, **params: object) -> str:
        stated = {name: value for name, value in params.items() if value not in (None, "")}
        if self.language:
            stated["lang"] = self.language
        return f"{page}?{urlencode(stated)}" if stated else page
