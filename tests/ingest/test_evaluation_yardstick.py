"""The measures are those of the yardstick kept beside the project, number for number, where it is there."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from annotated import damaged, measuring, sets
from hypothesis import given
from hypothesis import strategies as st
from measured import CORPUS, OWN, SHARED, documents

from ingest.evaluation.report import Document, evaluate
from ingest.extraction import to_json

YARDSTICK = SHARED / "score.py"

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


def compare(read: Sequence[Document], golds: dict[str, Any] | None = None) -> None:
    """Check that every number is the yardstick's; `golds` are the gold files as they stand."""
    found = {one.name: to_json(one.found) for one in read}
    golds = golds or {one.name: to_json(one.gold) for one in read}
    counts, right, given_ = yardstick().score(found, golds)
    evaluation = evaluate(read)
    assert {NAMES[name]: (one.tp, one.fp, one.fn) for name, one in counts.items()} == {
        one.name: (one.right, one.extra, one.missed) for one in evaluation.measures
    }
    assert {NAMES[name]: one.f1 for name, one in counts.items()} == {
        one.name: one.f1 or 0.0 for one in evaluation.measures
    }
    for one in evaluation.fields:
        expected = right[one.name], given_[one.name], given_[f"{one.name} (none in gold)"]
        assert (one.right, one.given, one.claimed) == expected, one.name


def written(part: str) -> dict[str, Any]:
    """Return the gold of a part as it stands in its files."""
    folder = OWN if part == "own" else CORPUS / "gold"
    return {one.name: json.loads((folder / f"{one.name}.json").read_text("utf-8")) for one in documents(part)}


@measuring
@given(sets().flatmap(lambda read: st.tuples(*map(damaged, read))))
def test_made_up_documents_measure_the_same(read: tuple[Document, ...]) -> None:
    compare(read)


@pytest.mark.parametrize("part", ["own", "read"])
def test_what_is_found_in_real_documents_measures_the_same(part: str) -> None:
    compare(documents(part), written(part))


@measuring
@given(st.data())
def test_what_is_found_wrongly_in_real_documents_measures_the_same(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(documents("read")))
    # One span each, as what is damaged has.
    plain = tuple(one for one in document.found.attributions if len(one.content) == 1)
    document = replace(document, found=replace(document.found, attributions=plain))
    compare([data.draw(damaged(document))], {document.name: written("read")[document.name]})
