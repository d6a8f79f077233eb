from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from annotated import Story, damaged, measuring, stories
from hypothesis import given

from ingest.errors import Refused
from ingest.evaluation import gold, predictions
from ingest.evaluation.decoding import Misfit, decode
from ingest.evaluation.report import Document
from ingest.extraction import Article, Extraction, article_id, to_json
from ingest.pipeline import Pipeline

DOCUMENT = Story("01").say("Dat wordt niets.", "Aletta Bruinsma").mention("Stichting De Duiker").document()


@measuring
@given(stories().flatmap(damaged))
def test_what_was_written_is_read_again_as_it_was(document: Document) -> None:
    assert decode(Extraction, to_json(document.found)) == document.found
    assert decode(gold.Gold, to_json(document.gold)) == document.gold


def test_what_the_pipeline_finds_is_read_again_as_it_was(tmp_path: Path) -> None:
    text = (
        "Volgens hoogleraar Aletta Bruinsma van het RIVM is dat normaal (bron). \n"
        "“Wie slecht slaapt, is niet alleen”, zegt Bruinsma.\n"
    )
    found = Pipeline().extract(Article("nieuws/01.txt", article_id(None, text), text))
    assert found.people and found.institutions and found.attributions
    (tmp_path / "found.jsonl").write_text(json.dumps(to_json(found)) + "\n\n", "utf-8")
    [read] = predictions.read(tmp_path / "found.jsonl")
    assert read == found
    assert predictions.document(found) == "01"


def test_gold_says_where_it_does_not_fit_its_text() -> None:
    gold.check(DOCUMENT.gold, DOCUMENT.text, "01.json")
    for text in ("Iets anders. " * 20, ""):
        with pytest.raises(Refused, match=r"01\.json: people\[0\]\.mentions\[0\] is to stand at 24 to 39"):
            gold.check(DOCUMENT.gold, text, "01.json")


def test_positions_before_the_text_are_none_that_count_from_its_end() -> None:
    broken = to_json(DOCUMENT.gold)
    content = broken["attributions"][0]
    content |= {"content_start": -5, "content_end": -1, "content": DOCUMENT.text[-5:-1]}
    with pytest.raises(Refused, match=r"attributions\[0\]\.content is to stand at -5 to -1"):
        gold.check(decode(gold.Gold, broken), DOCUMENT.text, "01.json")


@pytest.mark.parametrize(
    ("mend", "field"),
    [
        (lambda g: g["people"][0].pop("name"), "people[0].name"),
        (lambda g: g["people"][0].update(kind="koning"), "people[0].kind"),
        (lambda g: g["people"][0].update(kind=["expert"]), "people[0].kind"),
        (lambda g: g["people"][0]["mentions"][0].update(start="1"), "people[0].mentions[0].start"),
        (lambda g: g["people"][0]["mentions"][0].update(start=True), "people[0].mentions[0].start"),
        (lambda g: g.update(institutions={}), "institutions"),
        (lambda g: g["attributions"][0].update(source=None), "attributions[0].source"),
        (lambda g: g["attributions"][0].update(type="citaat"), "attributions[0].type"),
        (lambda g: g["attributions"].append(3), "attributions[1]"),
    ],
)
def test_gold_says_which_field_is_missing_or_of_another_kind(
    tmp_path: Path, mend: Callable[[Any], object], field: str
) -> None:
    record = to_json(DOCUMENT.gold)
    mend(record)
    with pytest.raises(Misfit) as misfit:
        decode(gold.Gold, record)
    assert misfit.value.field == field
    path = tmp_path / "01.json"
    path.write_text(json.dumps(record), "utf-8")
    with pytest.raises(Refused) as refused:
        gold.read(path)
    assert str(refused.value).startswith(f"{path}: {field} is missing or")


@pytest.mark.parametrize("content", [b"", b"{", b'{"people": [}', b"\xff\xfe{", b"[" * 100_000])
def test_gold_that_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "01.json").write_bytes(content)
    with pytest.raises(Refused, match=r"01\.json: it is not valid JSON"):
        gold.read(tmp_path / "01.json")


def test_what_is_known_about_a_text_is_no_gold(tmp_path: Path) -> None:
    for name in ("02.json", "01.json", "01.meta.json", "01.txt", "floors.toml"):
        (tmp_path / name).write_text("{}", "utf-8")
    assert [path.name for path in gold.files(tmp_path)] == ["01.json", "02.json"]
    assert gold.read(tmp_path / "01.json") == gold.Gold()


def test_lines_that_are_no_extraction_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    whole = json.dumps(to_json(DOCUMENT.found))
    path = tmp_path / "found.jsonl"
    path.write_text(f'{{"article": 1}}\n{whole}\n{{\n[]\n', "utf-8")
    read = list(predictions.read(path))
    assert [str(one) for one in read if isinstance(one, Refused)] == [
        f"{path}:1: article is missing or holds something of another kind; "
        "give the file as `zegsman extract` writes it.",
        f"{path}:3: it is not valid JSON (Expecting property name enclosed in double quotes: "
        "line 1 column 2 (char 1)); mend the line.",
        f"{path}:4: {{}} is missing or holds something of another kind; "
        "give the file as `zegsman extract` writes it.",
    ]
    assert [one for one in read if isinstance(one, Extraction)] == [DOCUMENT.found]


def test_how_reading_is_measured_is_no_part_of_a_reading() -> None:
    read_by = [name for name, _ in Pipeline()._files()]
    assert "pipeline.py" in read_by
    assert [name for name in read_by if name.startswith("evaluation/")] == []
