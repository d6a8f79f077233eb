"""The gold of our own: it fits its texts, agrees with itself, and holds every case it says it holds."""

import json
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "gold"
DOCUMENTS = sorted(path.stem for path in FOLDER.glob("*.json"))
CASES = tomllib.loads((FOLDER / "cases.toml").read_text(encoding="utf-8"))["case"]
KINDS = {"expert", "subject", "official", "other"}
MARKS = {'"', "'", "“", "‘", "„", "«"}

each = pytest.mark.parametrize("document", DOCUMENTS)


def text_of(document: str) -> str:
    return (FOLDER / f"{document}.txt").read_text(encoding="utf-8")


def gold_of(document: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((FOLDER / f"{document}.json").read_text(encoding="utf-8"))
    return gold


def mentions(gold: dict[str, Any], *groups: str) -> list[dict[str, Any]]:
    return [mention for group in groups for one in gold[group] for mention in one["mentions"]]


def spans(gold: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Every stretch of text the annotation names: start, end, and the text it says stands there."""
    attributions = gold["attributions"] + gold["optional"]
    sources = [one["source"] for one in attributions if one["source"].get("text")]
    for one in mentions(gold, "people", "institutions") + sources + gold["distractors"]:
        yield one["start"], one["end"], one["text"]
    for one in attributions:
        yield one["content_start"], one["content_end"], one["content"]
        if one["cue"] is not None:
            yield one["cue_start"], one["cue_start"] + len(one["cue"]), one["cue"]


def contents(gold: dict[str, Any], *groups: str) -> list[tuple[int, int]]:
    return sorted((one["content_start"], one["content_end"]) for group in groups for one in gold[group])


@each
def test_every_span_holds_the_text_it_says(document: str) -> None:
    text, gold = text_of(document), gold_of(document)
    assert gold["article"] == document
    assert [said for start, end, said in spans(gold) if not said or text[start:end] != said] == []


@each
def test_named_sources_are_among_the_people_and_organisations(document: str) -> None:
    gold = gold_of(document)
    known = {
        "person": {one["name"] for one in gold["people"]},
        "institution": {one["name"] for one in gold["institutions"]},
    }
    for one in gold["attributions"] + gold["optional"]:
        kind, name = one["source"]["kind"], one["source"]["name"]
        assert name in known[kind] if kind in known else kind == "unnamed" and name, one["content"]


@each
def test_people_and_organisations_are_named_in_the_text_by_the_name_they_have(document: str) -> None:
    gold = gold_of(document)
    for one in gold["people"] + gold["institutions"]:
        assert one["name"] in {mention["text"] for mention in one["mentions"]}
    assert {one["kind"] for one in gold["people"]} <= KINDS


@each
def test_no_two_contents_and_no_two_names_overlap(document: str) -> None:
    gold = gold_of(document)
    names = sorted((one["start"], one["end"]) for one in mentions(gold, "people", "institutions"))
    for stretches in (contents(gold, "attributions", "optional"), names):
        assert all(first[1] <= second[0] for first, second in pairwise(stretches))


@each
def test_what_only_looks_like_a_quote_is_nobodys_whole_content(document: str) -> None:
    gold = gold_of(document)
    quotes = {(start - 1, end + 1) for start, end in contents(gold, "attributions")}
    assert not quotes & {(one["start"], one["end"]) for one in gold["distractors"]}


@each
def test_texts_are_short_and_say_something(document: str) -> None:
    assert 150 <= len(text_of(document).split()) <= 400


def test_direct_speech_comes_in_all_six_styles_of_marks_and_without() -> None:
    opened = set()
    for document in DOCUMENTS:
        text = text_of(document)
        for one in gold_of(document)["attributions"]:
            if one["type"] == "direct":
                opened.add(text[: one["content_start"]].rstrip()[-1:])
    assert opened >= MARKS | {"–", ":"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_hard_case_is_annotated_where_the_table_says(case: dict[str, str]) -> None:
    text, gold = text_of(case["document"]), gold_of(case["document"])
    assert text.count(case["text"]) == 1
    start = text.index(case["text"])
    end = start + len(case["text"])
    found = {
        "attribution": contents(gold, "attributions"),
        "person": [(one["start"], one["end"]) for one in mentions(gold, "people")],
        "organisation": [(one["start"], one["end"]) for one in mentions(gold, "institutions")],
    }
    touched = {what for what, stretches in found.items() if any(a < end and start < b for a, b in stretches)}
    if case["shows"] == "nothing":
        assert "attribution" not in touched
    else:
        assert case["shows"] in touched
