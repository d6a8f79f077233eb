"""The measures are those of the yardstick kept beside the project, number for number, where it is there."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from annotated import damaged, sets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import readers
from ingest.evaluation import gold
from ingest.evaluation.report import Document, evaluate
from ingest.extraction import Reading, to_json
from ingest.pipeline import Pipeline

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
YARDSTICK = SHARED / "score.py"
CORPUS = SHARED / "corpus"

pytestmark = pytest.mark.skipif(
    not YARDSTICK.exists(), reason="the yardstick, ../shared/score.py, is not there"
)

NAMES = {
    "people": "people",
    "experts": "experts",
    "institutions": "institutions",
    "attribution@0.3": "attribution_loose",
    "attribution@0.8": "attribution_strict",
    "attribution exact": "attribution_exact",
    "content@0.3 (any source)": "content",
    "named-source attribution@0.3": "named",
}


@cache
def yardstick() -> Any:
    spec = importlib.util.spec_from_file_location("yardstick", YARDSTICK)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare(documents: Sequence[Document], golds: dict[str, Any] | None = None) -> None:
    """Check that every number is the yardstick's; `golds` are the gold files as they stand."""
    found = {one.name: to_json(one.found) for one in documents}
    golds = golds or {one.name: to_json(one.gold) for one in documents}
    counts, right, given_ = yardstick().score(found, golds)
    evaluation = evaluate(documents)
    assert {NAMES[name]: (one.tp, one.fp, one.fn) for name, one in counts.items()} == {
        one.name: (one.right, one.extra, one.missed) for one in evaluation.measures
    }
    assert {NAMES[name]: one.f1 for name, one in counts.items()} == {
        one.name: one.f1 or 0.0 for one in evaluation.measures
    }
    for one in evaluation.fields:
        expected = right[one.name], given_[one.name], given_[f"{one.name} (none in gold)"]
        assert (one.right, one.given, one.claimed) == expected, one.name


@cache
def corpus() -> dict[str, tuple[Document, Any]]:
    """Return the documents that may be read while building, with what is found in them now."""
    names = json.loads((CORPUS / "split.json").read_text("utf-8"))["read"]
    return read_documents({name: (CORPUS / "gold", CORPUS / "articles") for name in names})


def read_documents(folders: dict[str, tuple[Path, Path]]) -> dict[str, tuple[Document, Any]]:
    pipeline = Pipeline()
    documents = {}
    for name, (golds, texts) in folders.items():
        [reading] = readers.read([texts / f"{name}.txt"])
        assert isinstance(reading, Reading)
        wanted = gold.read(golds / f"{name}.json")
        gold.check(wanted, reading.article.text, name)
        document = Document(name, reading.article.text, wanted, pipeline.extract(reading.article))
        documents[name] = document, json.loads((golds / f"{name}.json").read_text("utf-8"))
    return documents


@given(sets().flatmap(lambda documents: st.tuples(*map(damaged, documents))))
def test_made_up_documents_measure_the_same(documents: tuple[Document, ...]) -> None:
    compare(documents)


def test_our_own_gold_measures_the_same() -> None:
    folder = ROOT / "tests" / "gold"
    found = read_documents({path.stem: (folder, folder) for path in gold.files(folder)})
    compare([one for one, _ in found.values()], {name: written for name, (_, written) in found.items()})


def test_the_corpus_measures_the_same() -> None:
    found = corpus()
    compare([one for one, _ in found.values()], {name: written for name, (_, written) in found.items()})


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_is_found_wrongly_in_the_corpus_measures_the_same(data: st.DataObject) -> None:
    documents = corpus()
    name = data.draw(st.sampled_from(sorted(documents)))
    document, written = documents[name]
    # One span each, as what is damaged has.
    plain = tuple(one for one in document.found.attributions if len(one.content) == 1)
    document = replace(document, found=replace(document.found, attributions=plain))
    compare([data.draw(damaged(document))], {name: written})
