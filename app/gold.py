"""What people found in texts, with those texts and what the program found: the material to measure with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from app.failures import Failed, fail
from app.messages import Messages
from app.reading import Inputs
from app.terminal import shown
from ingest.errors import Refused

if TYPE_CHECKING:
    from ingest.evaluation.gold import Gold
    from ingest.evaluation.report import Document
    from ingest.extraction import Article, Extraction


class Material:
    """The gold of a folder with its texts; says on stderr what cannot be used, and counts it in `refused`.

    `gold` and `articles` are by name of the document, and have the same names in the same order.
    """

    def __init__(self, gold_dir: Path, texts: Path) -> None:
        self.refused = 0
        self.gold = dict(self._gold(gold_dir))
        if not self.gold and not self.refused:
            raise fail("no_gold", folder=gold_dir)
        self.articles = dict(self._articles(gold_dir, texts))
        self.gold = {name: self.gold[name] for name in self.articles}

    def _gold(self, gold_dir: Path) -> Iterator[tuple[str, Gold]]:
        from ingest.evaluation import gold

        for path in gold.files(gold_dir):
            try:
                yield path.stem, gold.read(path)
            except Refused as refused:
                self._refuse(refused)

    def _articles(self, gold_dir: Path, texts: Path) -> Iterator[tuple[str, Article]]:
        from ingest.evaluation import gold

        paths = []
        for name in self.gold:
            path = texts / f"{name}.txt"
            if path.is_file():
                paths.append(str(path))
            else:
                self._refuse(Refused(str(gold_dir / f"{name}.json"), "gold_text", text=path))
        inputs = Inputs(paths)
        for reading in inputs:
            name = PurePath(reading.article.source).stem
            try:
                gold.check(self.gold[name], reading.article.text, str(gold_dir / f"{name}.json"))
            except Refused as refused:
                self._refuse(refused)
            else:
                yield name, reading.article
        self.refused += inputs.refused

    def predicted(self, path: Path) -> dict[str, Extraction]:
        """Return what a file says was found, by name of the document; of two for one, the last."""
        from ingest.evaluation import predictions

        found = {}
        try:
            for one in predictions.read(path):
                if isinstance(one, Refused):
                    self._refuse(one)
                else:
                    found[predictions.document(one)] = one
        except Refused as refused:
            raise Failed(Messages().refused(refused)) from refused
        return found

    def with_found(self, found: dict[str, Extraction], source: Path | None = None) -> list[Document]:
        """Return the documents with what was found in them; `source` is the file that says so."""
        from ingest.evaluation.report import Document
        from ingest.extraction import Extraction

        documents = []
        for name, article in self.articles.items():
            if name not in found:
                self._refuse(Refused(str(source), "prediction_missing", document=name))
            elif found[name].article.text != article.text:
                text = article.source
                self._refuse(Refused(str(source), "prediction_text", document=name, text=text))
                continue
            one = found.get(name, Extraction(article))
            documents.append(Document(name, article.text, self.gold[name], one))
        return documents

    def _refuse(self, refused: Refused) -> None:
        self.refused += 1
        click.echo(shown(Messages().refused(refused)), err=True)
