"""An installed spaCy pipeline whose named entities become candidates: `Model(name, language)`.

A candidate is weighed like a name the project's own rules found doubtful: see the components of people and
organisations. `name` is what `spacy.load` takes: the name of an installed package, or the path of a pipeline.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import spacy
from spacy import util
from spacy.language import Language

from ingest.errors import IngestError, sentence

# What pipelines call people and organisations: those trained on OntoNotes' scheme PERSON, others PER.
PERSON, ORGANISATION = "person", "organisation"
_KINDS = {"PER": PERSON, "PERSON": PERSON, "ORG": ORGANISATION}
# A pipeline of several languages states this one.
_ANY = "xx"
# The components that entities of a trained recogniser rest on; others only take time.
_RECOGNISERS = frozenset(["ner", "beam_ner"])
_RESTED_ON = frozenset(["tok2vec", "transformer", "curated_transformer"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a model takes for a name: `text[start:end]` of a `person` or an `organisation`."""

    start: int
    end: int
    kind: str


class ModelError(IngestError):
    """A spaCy pipeline that cannot be used.

    `code` says why, a key of `[model]` in `schema/messages`, and `params` holds what that sentence needs. As
    a string it is the English sentence.
    """

    def __init__(self, code: str, params: dict[str, str]) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return sentence("model", self.code, self.params)


class Model:
    """A spaCy pipeline for `language`, loaded when it is first asked.

    Raises `ModelError` for one that is not installed, is of another language, or names no people or
    organisations; asked for candidates, also for one that cannot be loaded.
    """

    def __init__(self, name: str, language: str) -> None:
        self.name = name
        try:
            self.path = _path(name)
            self.meta: dict[str, Any] = util.get_model_meta(self.path)
        except (OSError, ValueError) as error:
            raise ModelError("unreadable", {"name": name, "reason": _line(error)}) from error
        if self.meta["lang"] not in (language, _ANY):
            raise ModelError("language", {"name": name, "found": self.meta["lang"], "wanted": language})
        if not any(_KINDS.keys() & labels for labels in self.meta.get("labels", {}).values()):
            raise ModelError("no_names", {"name": name, "labels": ", ".join(_KINDS)})

    @cached_property
    def fingerprint(self) -> str:
        """What changes when the pipeline does: its meta data, and the files of one that is no package."""
        digest = hashlib.sha256(json.dumps(self.meta, sort_keys=True).encode())
        if not util.is_package(self.name):
            for file in sorted(path for path in self.path.rglob("*") if path.is_file()):
                digest.update(f"\0{file.relative_to(self.path).as_posix()}\0".encode())
                with file.open("rb") as content:
                    digest.update(hashlib.file_digest(content, "sha256").digest())
        return f"{self.name} {self.meta.get('version')} {digest.hexdigest()[:16]}"

    @cached_property
    def nlp(self) -> Language:
        """The pipeline, without components that its entities do not rest on."""
        try:
            nlp = spacy.load(self.name if util.is_package(self.name) else self.path)
        except Exception as error:  # whatever the code of somebody else's pipeline raises
            raise ModelError("unreadable", {"name": self.name, "reason": _line(error)}) from error
        factories = {name: nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
        setting = {
            factory for name, factory in factories.items() if "doc.ents" in nlp.get_pipe_meta(name).assigns
        }
        if setting <= _RECOGNISERS:
            nlp.select_pipes(enable=[n for n, f in factories.items() if f in _RECOGNISERS | _RESTED_ON])
        return nlp

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """Return the people and organisations that the model finds in `text`, in order."""
        nlp = self.nlp
        # The words of a text leave the vocabulary with it: it would grow with every one read.
        with nlp.memory_zone():
            return tuple(
                Candidate(entity.start_char, entity.end_char, _KINDS[entity.label_])
                for entity in nlp(text).ents
                if entity.label_ in _KINDS
            )


def _path(name: str) -> Path:
    """Return the folder of a pipeline."""
    if util.is_package(name):
        # The folder with the data is inside the package's, named like it with its version.
        package = util.get_package_path(name)
        meta = util.get_model_meta(package)
        return package / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    path = Path(name)
    if path.is_dir():
        return path
    raise ModelError("absent", {"name": name})


def _line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
