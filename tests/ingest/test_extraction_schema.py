"""What the pipeline finds has the form that `schema/extraction.schema.json` describes, and its spans hold."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wholeness import flaws

from ingest import extraction, readers
from ingest.extraction import Article, Extraction, Reading, article_id, to_json
from ingest.pipeline import Pipeline

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schema" / "extraction.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SEED = ROOT.parent / "shared" / "corpus" / "articles" / "seed.txt"

STORY = """Slaapproblemen na de vakantie

Wie terugkomt van vakantie slaapt vaak slecht. "Het lichaam moet wennen", zegt slaapcoach Hanneke Wierdsma \
uit Sneek.

Volgens het Nederlands Instituut voor Psychologie (NIP) is dat normaal. Wierdsma waarschuwt dat \
3 procent van de mensen er weken last van houdt (bron).

Referenties
- “Slapen en waken,” Dr. P. Onrust, University of Zevenbron, 2021 – https://zevenbron.example/slaap
"""


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def extracted(text: str) -> Extraction:
    return pipeline().extract(Article(source="test", id=article_id(None, text), text=text))


def errors(found: Extraction) -> list[str]:
    return [
        f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(json.loads(json.dumps(to_json(found))))
    ]


def assert_whole(found: Extraction) -> None:
    """Assert that the extraction fits the schema, its spans hold and its references lead somewhere."""
    assert errors(found) == []
    assert flaws(found) == []


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_describes_the_fields_that_the_data_classes_have() -> None:
    described = {"Extraction": SCHEMA} | {
        name.title().replace("_", ""): definition for name, definition in SCHEMA["$defs"].items()
    }
    del described["Id"]
    for name, definition in described.items():
        assert list(definition["properties"]) == [field.name for field in fields(getattr(extraction, name))]
        assert definition["required"] == list(definition["properties"])


def test_everything_in_the_schema_says_what_it_means() -> None:
    silent = [
        f"{name}.{field}"
        for name, definition in SCHEMA["$defs"].items()
        for field, value in definition.get("properties", {}).items()
        if "description" not in value and "$ref" not in value
    ]
    assert silent == []


def test_a_story_fits_the_schema_with_all_that_is_in_it() -> None:
    found = extracted(STORY)
    assert_whole(found)
    assert found.people and found.institutions and found.attributions
    assert found.article.parts and found.article.references and found.article.links


def test_what_the_schema_does_not_know_is_an_error() -> None:
    found = to_json(extracted(STORY))
    found["people"][0]["age"] = 40
    found["institutions"][0]["match"] = "perhaps"
    del found["article"]["fingerprint"]
    assert len(list(VALIDATOR.iter_errors(json.loads(json.dumps(found))))) == 3


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not there")
def test_the_founding_article_fits_the_schema() -> None:
    reading = next(iter(readers.read([str(SEED)])))
    assert isinstance(reading, Reading)
    assert_whole(pipeline().extract(reading.article))


PIECES = """
De arts Mirjam Kolthof uit Sneek zegt dat volgens het RIVM (NIP) hij ze Universiteit van Amsterdam “Ja,” "Nee"
'Nou goed' : . ? , – - (bron) Referenties prof. dr. J. de Vries bedrijf Zevenbron blijkt meldt é ß
"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n"])


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join) | st.text(min_size=1, max_size=80))
def test_whatever_the_text_every_span_holds_and_every_reference_leads_somewhere(text: str) -> None:
    assert_whole(extracted(text))
