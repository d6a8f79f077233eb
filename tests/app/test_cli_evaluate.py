from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from app_command import run

# Of our own writing; nobody in it exists. The gold has what the program is to find, and one more thing.
TEXT = """Waarom de winterslaap terugkomt

“Wie in januari moe is, heeft gewoon slaap nodig”, zegt huisarts Wiebrand Oosterkolk uit Hoorn.
Volgens hem hoeft niemand zich daarvoor te schamen. De buren zeggen niets.
"""


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def said(words: str, cue: str, type_: str) -> dict[str, Any]:
    content = at(words)
    return {
        "source": {"kind": "person", "name": "Wiebrand Oosterkolk"},
        "content": words,
        "content_start": content["start"],
        "content_end": content["end"],
        "cue": cue,
        "cue_start": at(cue)["start"],
        "type": type_,
    }


GOLD = {
    "people": [
        {
            "name": "Wiebrand Oosterkolk",
            "kind": "expert",
            "role": "huisarts",
            "place": "Hoorn",
            "mentions": [at("Wiebrand Oosterkolk")],
        }
    ],
    "institutions": [],
    "attributions": [
        said("Wie in januari moe is, heeft gewoon slaap nodig", "zegt", "direct"),
        said("hoeft niemand zich daarvoor te schamen", "Volgens", "indirect"),
        said("De buren", "zeggen", "indirect"),
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with gold for one text, of which one attribution is not to be found."""
    add(tmp_path / "gold", "01")
    return tmp_path / "gold"


def add(folder: Path, name: str, gold: object = GOLD, text: str = TEXT) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / f"{name}.json").write_text(json.dumps(gold), "utf-8")


def test_evaluate_shows_counts_beside_every_ratio(folder: Path) -> None:
    done = run("evaluate", folder)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("1 document; intervals hold 95 % of 1,000 resamples of these.")
    lines = {line[:28].strip(): line[28:].split() for line in done.stdout.splitlines()}
    assert lines["People"] == ["1", "0", "0", "1.000", "1.000", "1.000", "1.000–1.000"]
    assert lines["Attributions, overlap 0.3"] == ["2", "0", "1", "1.000", "0.667", "0.800", "0.800–0.800"]
    assert lines["Organisations"] == ["0", "0", "0", "–", "–", "–", "–"]
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["double", "marks", "1", "0", "0", "1.000", "1.000", "1.000", "1.000–1.000"] in rows
    assert ["indirect", "1", "0", "1", "1.000", "0.500", "0.667", "0.667–0.667"] in rows
    assert ["quote-before-clause", "1", "1", "0", "0", "0", "0", "1.000"] in rows
    assert "Missed by every rule: 1 attribution." in done.stdout
    assert "schamen" not in done.stdout


def test_evaluate_speaks_the_language_of_the_user(folder: Path) -> None:
    done = run("evaluate", folder, "--errors", language="nl")
    assert "Uitspraken, overlap 0,3" in done.stdout and "0,667" in done.stdout
    assert ", uitspraak gemist: Wiebrand Oosterkolk\n" in done.stdout


def test_errors_are_listed_in_the_words_around_them(folder: Path) -> None:
    done = run("evaluate", folder, "--errors")
    assert done.stdout.endswith(
        f"""
Mistakes: [as it should be] <as it was found>

01:{TEXT.index("De buren")}, attribution missed: Wiebrand Oosterkolk
  … Hoorn. Volgens hem hoeft niemand zich daarvoor te schamen. [De buren] zeggen niets.
"""
    )


def test_without_errors_there_is_nothing_to_list(folder: Path) -> None:
    add(folder, "01", GOLD | {"attributions": GOLD["attributions"][:2]})
    assert run("evaluate", folder, "--errors").stdout.endswith("\nThere are no mistakes.\n")


def test_json_has_the_same_numbers_and_mistakes_only_when_asked(folder: Path) -> None:
    plain, whole = (
        json.loads(run("evaluate", folder, "--json", *more).stdout) for more in ([], ["--errors"])
    )
    figures = {one["name"]: one for one in plain["measures"]}
    assert figures["attribution_loose"] == {
        "name": "attribution_loose",
        "right": 2,
        "extra": 0,
        "missed": 1,
        "precision": 1.0,
        "recall": 2 / 3,
        "f1": 0.8,
        "interval": [0.8, 0.8],
    }
    assert figures["institutions"]["f1"] is None
    assert plain["mistakes"] == []
    assert [one["kind"] for one in whole["mistakes"]] == ["missed"]
    assert whole | {"mistakes": []} == plain


def test_what_extract_wrote_measures_as_what_is_found_now(folder: Path, tmp_path: Path) -> None:
    add(folder, "02")
    (tmp_path / "found.jsonl").write_text(run("extract", folder).stdout, "utf-8")
    done = run("evaluate", folder, tmp_path / "found.jsonl", "--errors")
    assert (done.exit_code, done.stdout) == (0, run("evaluate", folder, "--errors").stdout)


def test_the_texts_may_stand_in_another_folder(folder: Path, tmp_path: Path) -> None:
    expected = run("evaluate", folder).stdout
    (folder / "01.txt").rename(tmp_path / "01.txt")
    done = run("evaluate", folder, "--texts", tmp_path)
    assert (done.exit_code, done.stdout) == (0, expected)


def test_gold_that_cannot_be_used_is_named_and_the_rest_is_measured(folder: Path) -> None:
    expected = run("evaluate", folder).stdout
    add(
        folder, "02", text="Een andere tekst, die ook nog lang genoeg is om als Nederlands herkend te worden."
    )
    add(folder, "03", text="x")
    add(folder, "04")
    (folder / "04.txt").unlink()
    (folder / "05.json").write_text("{", "utf-8")
    (folder / "06.json").write_text('{"people": [{}]}', "utf-8")
    done = run("evaluate", folder)
    assert (done.exit_code, done.stdout) == (1, expected)
    told = done.stderr.splitlines()
    for name, reason in {
        "02.json": "people[0].mentions[0] is to stand at",
        "03.txt": "language cannot be told",
        "04.json": f"its text {folder / '04.txt'} is not there",
        "05.json": "not valid JSON",
        "06.json": "people[0].name is missing",
    }.items():
        assert [line for line in told if line.startswith(str(folder / name)) and reason in line], (name, told)
    assert len(told) == 5


def test_a_document_that_was_not_read_counts_as_missed(folder: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    found.write_text(run("extract", folder).stdout, "utf-8")
    add(folder, "02")
    done = run("evaluate", folder, found, "--json")
    assert done.exit_code == 1
    assert done.stderr == f"{found}: 02 is not in it; it counts as if nothing were found there.\n"
    figures = {one["name"]: one for one in json.loads(done.stdout)["measures"]}
    assert (figures["people"]["right"], figures["people"]["missed"]) == (1, 1)


def test_what_was_found_in_another_text_is_not_measured(folder: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    found.write_text(run("extract", folder).stdout, "utf-8")
    (folder / "01.txt").write_text(TEXT + "Er is een regel bij gekomen.\n", "utf-8")
    done = run("evaluate", folder, found)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"{found}: what is found for 01 is of another text than 01.txt; extract it again.\n"
    )


def test_where_there_is_no_gold_nothing_is_measured(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    done = run("evaluate", tmp_path / "leeg")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{tmp_path / 'leeg'} holds no gold" in done.stderr
    missing = run("evaluate", tmp_path / "weg")
    assert missing.exit_code == 2 and "does not exist" in missing.stderr


def test_predictions_that_are_no_text_are_told_in_one_sentence(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "found.jsonl").write_bytes(b"\xff\x00\xfe")
    done = run("evaluate", folder, tmp_path / "found.jsonl")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{tmp_path / 'found.jsonl'}: it is not text")
