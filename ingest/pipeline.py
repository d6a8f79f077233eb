"""From an article to what it says: the spaCy pipeline, and the fingerprint of a reading.

`Pipeline(language).extract(article)` is the whole of it: a blank spaCy language and this project's
components, each a registered factory (see `ingest.document` for what they tell one another).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from importlib import metadata, resources
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

import ingest.document  # noqa: F401  (registers the extensions the components use)
from ingest import comparison, languages, subject
from ingest.components.organisations import with_sources
from ingest.components.presentation import as_heard, with_employers
from ingest.extraction import Article, Extraction
from ingest.models import Model
from ingest.promotion import promoted

COMPONENTS = (
    "zegsman_parts",
    "zegsman_quotes",
    "zegsman_people",
    "zegsman_organisations",
    "zegsman_coreference",
    "zegsman_attribution",
)

# What a reading depends on, besides the authority list and the model a user adds.
_READ_BY_INGEST = (".py", ".txt", ".toml", ".csv")
# Measuring a reading changes nothing in it.
_MEASURING = Path(__file__).parent / "evaluation"


class Whole:
    """Makes a `Doc` of one token, which is the whole text.

    The components cut the text into words themselves, as their subject asks. To cut it into spaCy's tokens as
    well took two fifths of all the time, over 1,200 news articles each in a memory zone of its own.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        # What spaCy works out of each word (its shape, whether it is like a number) nobody asks of a text.
        vocab.lex_attr_getters = {}  # type: ignore[attr-defined]

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text."""
        return Doc(self.vocab, words=[text], spaces=[False]) if text else Doc(self.vocab)


class Pipeline:
    """Reads articles in one language.

    `authority` is a folder of further authority lists, `model` the name or path of a spaCy pipeline whose
    entities are candidates; raises `ModelError` for one that cannot be used. Loading takes about a second;
    reading an article some milliseconds, and it changes nothing in the pipeline, so one serves for all.
    """

    def __init__(self, language: str = "nl", authority: Path | None = None, model: str | None = None) -> None:
        self.language = language
        self.authority = authority
        self.model = Model(model, language) if model else None

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline."""
        nlp = spacy.blank(self.language)
        nlp.tokenizer = Whole(nlp.vocab)
        for name in COMPONENTS:
            nlp.add_pipe(name, config=self._config(name))
        return nlp

    def _config(self, component: str) -> dict[str, str]:
        if component == "zegsman_organisations" and self.authority is not None:
            return {"authority": str(self.authority)}
        return {}

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that change when anything changes that decides what is found."""
        digest = hashlib.sha256(f"spacy {metadata.version('spacy')} {self.language}".encode())
        if self.model:
            digest.update(f"\0{self.model.fingerprint}".encode())
        for name, content in self._files():
            digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
        return digest.hexdigest()[:16]

    def _files(self) -> Iterator[tuple[str, bytes]]:
        package = Path(__file__).parent
        schema = Path(str(resources.files("schema").joinpath("authority")))
        folders = [package, schema] + ([self.authority] if self.authority else [])
        for folder in folders:
            for path in sorted(folder.rglob("*")):
                if path.parent == _MEASURING:
                    continue
                if path.suffix in _READ_BY_INGEST or (folder == self.authority and path.is_file()):
                    yield path.relative_to(folder).as_posix(), path.read_bytes()

    def extract(self, article: Article) -> Extraction:
        """Return everything found in `article`, whose fields after `references` are filled in too."""
        # The text of an article leaves the vocabulary with it: it would grow with every one read.
        with self.nlp.memory_zone():
            return self._read(article)

    def _read(self, article: Article) -> Extraction:
        doc = self.nlp.make_doc(article.text)
        doc._.article = article
        doc._.candidates = self.model.candidates(article.text) if self.model else ()
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        subject_code, subject_words = subject.of(article)
        read = replace(
            doc._.article,
            language=article.language or self.language,
            subject=subject_code,
            subject_words=subject_words,
            shingles=comparison.shingles(article.text),
            fingerprint=self.fingerprint,
            parts=tuple(doc._.parts),
        )
        institutions = with_sources(doc._.institutions, doc._.attributions)
        language = languages.part(self.language, "people")
        people, institutions = with_employers(article.text, doc._.people, institutions, language)
        people = as_heard(people, doc._.attributions)
        institutions = promoted(institutions, read, people, self.language)
        return Extraction(read, tuple(people), tuple(institutions), tuple(doc._.attributions))
