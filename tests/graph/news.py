"""Articles of our own taken into a store as a loader does it, and all that can then be read of them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph import canonical, rdf
from graph.load import Loaded, Loader
from graph.resolve import resolve
from graph.store import Store
from ingest.extraction import Extraction, Original, Reading


@dataclass
class News:
    """A store whose lease is held, and how articles get into it.

    The files they come in, and what stands beside these, are called as their `title` is.
    """

    store: Store

    def load(
        self,
        *extractions: Extraction,
        fingerprint: str = "by hand",
        bytes_: str = "",
        collection: str | None = None,
    ) -> list[Loaded]:
        found = {one.article.id: one for one in extractions}

        def extract(articles: Sequence[object]) -> Iterator[Extraction]:
            for one in articles:
                extraction = found[one.id]  # type: ignore[attr-defined]
                yield replace(extraction, article=replace(extraction.article, fingerprint=fingerprint))

        loader = Loader(self.store, extract, fingerprint, lambda original: None, collection)
        readings = (
            Reading(
                one.article,
                Original(
                    (one.article.text + bytes_).encode(),
                    "text/plain",
                    "_".join(person.name for person in one.people),
                    sidecar=f'{{"title": "{one.article.title}", "about": "{one.people[0].name}"}}',
                ),
                "1",
            )
            for one in extractions
        )
        loaded = list(loader.load(readings))
        resolve(self.store)
        return loaded

    def everything(self) -> str:
        """Return all that can be read of the store: every row, every export, every original."""
        exported = io.BytesIO()
        rdf.export(self.store, "turtle", exported)
        layers = (*canonical.LAYERS, "internal")
        kept = [path.read_text("utf-8") for path in self.store.originals.folder.rglob("*") if path.is_file()]
        return "\n".join([*canonical.lines(self.store, layers), exported.getvalue().decode(), *kept])
