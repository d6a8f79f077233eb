"""A spaCy pipeline of the user's own (`--nlp`): its people and organisations are weighed with our finds."""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from wholeness import flaws

from ingest.extraction import Article, Extraction, article_id
from ingest.models import Candidate, Model, ModelError
from ingest.pipeline import Pipeline
from ingest.workers import Extractor

PIPELINE = Pipeline()


def ruler(folder: Path, patterns: dict[str, str], language: str = "nl") -> Path:
    """Make a pipeline that names what `patterns` says, by the label given there."""
    nlp = spacy.blank(language)
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": label, "pattern": text} for text, label in patterns.items()]
    )
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    return folder


def article(text: str) -> Article:
    return Article(source="test", id=article_id(None, text), text=text)


def read(model: Path | None, text: str) -> Extraction:
    PIPELINE.model = Model(str(model), "nl") if model else None  # the rest of it takes a second to load
    found = PIPELINE.extract(article(text))
    assert flaws(found) == []
    return found


def people(found: Extraction) -> list[str]:
    return [person.name for person in found.people]


def organisations(found: Extraction) -> list[str]:
    return [one.name for one in found.institutions]


MARKET = "Op de markt vond Zwierik het te koud. Daarna ging Zwierik naar Bakvuur, waar soep was."


def test_names_that_nothing_shows_to_be_one_are_found_with_a_model(tmp_path: Path) -> None:
    assert people(read(None, MARKET)) == organisations(read(None, MARKET)) == []
    found = read(ruler(tmp_path / "m", {"Zwierik": "PER", "Bakvuur": "ORG"}), MARKET)
    assert people(found) == ["Zwierik"]
    assert organisations(found) == ["Bakvuur"]
    assert len(found.people[0].mentions) == 2


def test_both_names_of_the_label_for_people_are_understood(tmp_path: Path) -> None:
    assert people(read(ruler(tmp_path / "m", {"Zwierik": "PERSON"}), MARKET)) == ["Zwierik"]


def test_what_our_own_rules_find_keeps_its_extent(tmp_path: Path) -> None:
    text = 'Huisarts Mirjam Kolthof uit Sneek is somber. "Het dak lekt", zegt Kolthof van het RIVM.'
    model = ruler(tmp_path / "m", {"Huisarts Mirjam": "PER", "Kolthof uit Sneek": "ORG", "het RIVM": "ORG"})
    assert read(model, text).people == read(None, text).people
    assert read(model, text).institutions == read(None, text).institutions


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Gisteren was het druk in de stad.", "Gisteren", "PER"),
        ("De trein naar Utrecht reed niet.", "Utrecht", "PER"),
        ("De trein naar Utrecht reed niet.", "Utrecht", "ORG"),
        ("Bij de Zwierikstraat stond een hek.", "Zwierikstraat", "PER"),
        ("De Fransen wonnen.", "Fransen", "PER"),
        ("Minister is geen beroep.", "Minister", "PER"),
        ("Volgens kenners is het te laat.", "Volgens", "ORG"),
        ("Er kwam een 34 jaar oude kast uit.", "34", "PER"),
        ("Een eerste regel\nZwierik is de tweede.", "regel\nZwierik", "PER"),
        ("Hij las de Opiumwet.", "Opiumwet", "ORG"),
        ("Ze droeg groene laarzen.", "groene laarzen", "ORG"),
    ],
)
def test_what_we_know_to_be_no_name_stays_out(tmp_path: Path, text: str, name: str, label: str) -> None:
    found = read(ruler(tmp_path / "m", {name: label}), text)
    assert people(found) == organisations(found) == []


def test_titles_and_roles_before_a_name_are_no_part_of_it(tmp_path: Path) -> None:
    text = "Op de markt stond dominee ZWIERIK al vroeg."
    assert people(read(ruler(tmp_path / "m", {"dominee ZWIERIK": "PER"}), text)) == ["ZWIERIK"]


def test_a_trained_recogniser_is_asked_without_what_it_does_not_need(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("tagger").add_label("N")  # type: ignore[attr-defined]
    nlp.add_pipe("ner").add_label("PER")  # type: ignore[attr-defined]
    texts = [f"Daar liep {name} over straat." for name in ("Zwierik", "Bolder", "Kwast", "Ottema", "Pier")]
    examples = [
        Example.from_dict(nlp.make_doc(text), {"entities": [(10, text.index(" over"), "PER")]})
        for text in texts
    ]
    spacy.util.fix_random_seed(1)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        random.Random(1).shuffle(examples)
        with nlp.select_pipes(enable="ner"):
            nlp.update(examples, sgd=optimizer)
    nlp.to_disk(tmp_path / "m")
    model = Model(str(tmp_path / "m"), "nl")
    assert Candidate(10, 17, "person") in model.candidates(texts[0])
    assert model.nlp.pipe_names == ["ner"]


def test_a_model_leaves_nothing_behind_in_its_vocabulary(tmp_path: Path) -> None:
    model = Model(str(ruler(tmp_path / "m", {"Zwierik": "PER"})), "nl")
    model.candidates("Zwierik ging.")
    before = len(model.nlp.vocab.strings)
    model.candidates("Zwierik en Zevenbronnenaar gingen weg.")
    assert len(model.nlp.vocab.strings) == before


def test_workers_find_with_a_model_what_one_process_finds(tmp_path: Path) -> None:
    name = str(ruler(tmp_path / "m", {"Zwierik": "PER", "Bakvuur": "ORG"}))
    some = [article(f"{MARKET} Dat was dag {n}.") for n in range(20)]
    with Extractor(model=name, processes=2) as extractor:
        together = list(extractor.extract(some))
    assert together == list(Extractor(model=name, processes=1).extract(some))
    assert all(people(found) == ["Zwierik"] for found in together)


def test_a_reading_tells_with_which_model_it_was_made(tmp_path: Path) -> None:
    one = ruler(tmp_path / "one", {"Zwierik": "PER"})
    without, first = Pipeline().fingerprint, Pipeline(model=str(one)).fingerprint
    assert without != first == Pipeline(model=str(one)).fingerprint
    shutil.rmtree(one)
    ruler(one, {"Bolder": "PER"})  # the meta data are the same, what is found is not
    assert Pipeline(model=str(one)).fingerprint != first
    meta = json.loads((one / "meta.json").read_text("utf-8"))
    (one / "meta.json").write_text(json.dumps(meta | {"version": "9.9.9"}), "utf-8")
    assert len({without, first, Pipeline(model=str(one)).fingerprint}) == 3


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A pipeline installed as spaCy packages are, by name."""
    name, site = "nl_zwierik_sm", tmp_path / "site"
    data = ruler(site / name / f"{name}-0.0.0", {"Zwierik": "PER"})
    meta = json.loads((data / "meta.json").read_text("utf-8")) | {"name": "zwierik_sm", "version": "0.0.0"}
    for folder in (data, data.parent):
        (folder / "meta.json").write_text(json.dumps(meta), "utf-8")
    (data.parent / "__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n"
    )
    installed = site / f"{name}-0.0.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.0.0\n")
    monkeypatch.syspath_prepend(str(site))
    yield name
    sys.modules.pop(name, None)


def test_a_model_is_taken_by_the_name_of_its_package(package: str) -> None:
    pipeline = Pipeline(model=package)
    assert people(pipeline.extract(article(MARKET))) == ["Zwierik"]
    assert pipeline.fingerprint != Pipeline().fingerprint


def test_what_cannot_be_used_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="python -m spacy download nl_no_such_pipeline"):
        Pipeline(model="nl_no_such_pipeline")
    with pytest.raises(ModelError, match=r"numpy cannot be loaded"):
        Pipeline(model="numpy")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Pipeline(model=str(tmp_path))
    english = ruler(tmp_path / "en", {"Zwierik": "PER"}, language="en")
    with pytest.raises(ModelError, match="for the language en"):
        Pipeline(model=str(english))
    spacy.blank("nl").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="no people and no organisations"):
        Pipeline(model=str(tmp_path / "blank"))
    assert Pipeline(model=str(ruler(tmp_path / "xx", {"Zwierik": "PER"}, language="xx")))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_model_that_breaks_when_it_is_loaded_is_no_fault_of_the_article(
    tmp_path: Path, processes: int
) -> None:
    broken = ruler(tmp_path / "m", {"Zwierik": "PER"})
    (broken / "config.cfg").write_text("[nlp]\nlang = nl\n")
    with Extractor(model=str(broken), processes=processes) as extractor, pytest.raises(ModelError):
        list(extractor.extract([article(f"{MARKET} {n}.") for n in range(20)]))
