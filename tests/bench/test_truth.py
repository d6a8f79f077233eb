"""The comparison with the truth: what is found in full, and what each kind of mistake costs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bench.truth import Row, claim_rows, match, person_rows, story_rows, twin_row
from graph.model import Changes
from graph.resolve.observed import Appearance, Article, Observed, Sentence

ONE, TWO, THREE = (f"https://een.example/{n}" for n in range(1, 4))
URLS = {"a1": ONE, "a2": TWO, "a3": THREE}
SAID = "Wie elke ochtend een vlieger oplaat, fluit twaalf procent vaker op straat"


def appearance(id: str, article: str, name: str = "Wobbe Kriek") -> Appearance:
    return Appearance(id=id, article=article, name=name, name_keys=(name.lower(),))


def sentence(id: str, article: str, text: str = SAID) -> Sentence:
    return Sentence(id=id, article=article, text=text, words=tuple(text.lower().split()))


@pytest.fixture
def truth() -> dict[str, Any]:
    def row(article: str, person: str) -> dict[str, str]:
        return {"article": article, "name": "Wobbe Kriek", "person": person}

    def said(article: str, story: str, how: str, text: str = SAID) -> dict[str, str]:
        return {"article": article, "story": story, "person": "p1", "text": text, "how": how, "form": "main"}

    return {
        "persons": [{"id": id, "full": True, "invented": False} for id in ("p1", "p2")],
        "appearances": [row(ONE, "p1"), row(TWO, "p1"), row(THREE, "p2")],
        "stories": [{"id": "s1", "articles": [ONE, TWO]}],
        "twins": [{"stories": ["s1", "s2"], "articles": [[ONE, TWO], [THREE]], "swapped": []}],
        "claims": [
            {"id": "c1", "sentences": [said(ONE, "s1", "original"), said(THREE, "s2", "verbatim")]},
        ],
    }


def by_name(rows: Any) -> dict[str, Row]:
    return {row.what: row for row in rows}


def test_namesakes_joined_cost_precision_and_people_split_cost_recall(truth: dict[str, Any]) -> None:
    shown = [appearance(id, article) for id, article in (("x", "a1"), ("y", "a2"), ("z", "a3"))]
    right = by_name(person_rows(shown, URLS, {"x": "x", "y": "x", "z": "z"}, truth))
    assert right["persons, pairs"].ours.f1 == 1
    assert right["  namesakes, pairs"].things == 3
    assert right["persons, pairs"].plain is not None
    assert right["persons, pairs"].plain.precision == pytest.approx(1 / 3)
    joined = by_name(person_rows(shown, URLS, dict.fromkeys("xyz", "x"), truth))
    assert joined["persons, pairs"].ours.precision == pytest.approx(1 / 3)
    split = by_name(person_rows(shown, URLS, {id: id for id in "xyz"}, truth))
    assert split["persons, pairs"].ours.recall == 0


def test_a_name_found_with_a_word_too_many_is_still_that_person(truth: dict[str, Any]) -> None:
    shown = [appearance("x", "a1", "Neem Wobbe Kriek"), appearance("y", "a2", "Wobbe Krieken")]
    assert {id: row["article"] for id, row in match(shown, URLS, truth["appearances"]).items()} == {"x": ONE}


def test_copies_told_as_two_stories_cost_recall_and_twins_told_as_one_precision(
    truth: dict[str, Any],
) -> None:
    observed = Observed(articles=tuple(Article(id=id, url=url) for id, url in URLS.items()))
    (right,) = story_rows(observed, {"a1": "s", "a2": "s", "a3": "t"}, truth)
    assert right.ours.f1 == 1
    (joined,) = story_rows(observed, dict.fromkeys(URLS, "s"), truth)
    assert joined.ours.precision == pytest.approx(1 / 3)
    (split,) = story_rows(observed, {id: id for id in URLS}, truth)
    assert split.ours.recall == 0


def test_a_twin_is_found_whichever_story_comes_first(truth: dict[str, Any]) -> None:
    concluded = Changes()
    for article, story in (("a1", "s"), ("a2", "s"), ("a3", "t")):
        concluded.relate("TELLS", ("Article", article), ("Story", story))
    assert twin_row(URLS, concluded, truth).ours.recall == 0
    concluded.relate("TWIN_OF", ("Story", "t"), ("Story", "s"))
    assert twin_row(URLS, concluded, truth).ours.f1 == 1


def test_two_twins_of_one_story_are_twins_of_each_other(truth: dict[str, Any]) -> None:
    four = URLS | {"a4": "https://een.example/4"}
    truth["twins"].append({"stories": ["s1", "s3"], "articles": [[ONE], [four["a4"]]], "swapped": []})
    concluded = Changes()
    for article, story in (("a1", "s"), ("a2", "s"), ("a3", "t"), ("a4", "u")):
        concluded.relate("TELLS", ("Article", article), ("Story", story))
    for one, other in (("s", "t"), ("s", "u"), ("t", "u")):
        concluded.relate("TWIN_OF", ("Story", one), ("Story", other))
    row = twin_row(four, concluded, truth)
    assert (row.things, row.ours.f1) == (3, 1)


def test_a_claim_counts_by_how_it_is_said_again_and_commonplaces_count_for_nothing(
    truth: dict[str, Any],
) -> None:
    common, turned = "Zo simpel is het nu eenmaal altijd weer", "het is nu eenmaal altijd weer zo simpel"
    sentences = [
        sentence("q", "a1"),
        sentence("r", "a3"),
        sentence("u", "a1", common),
        sentence("v", "a2", turned),
    ]
    found = by_name(claim_rows(sentences, URLS, {"q": "q", "r": "q", "u": "u", "v": "u"}, truth))
    assert found["claims verbatim, pairs"].ours.recall == 1
    assert found["claims, all pairs"].ours.precision == 1
    missed = by_name(claim_rows(sentences, URLS, {}, truth))
    assert missed["claims verbatim, pairs"].ours.recall == 0
    assert missed["claims, all pairs"].ours.precision is None
    other = [*sentences, replace(sentences[1], id="w", article="a2", text=SAID.replace("twaalf", "zestig"))]
    wrong = by_name(claim_rows(other, URLS, {"q": "q", "r": "q", "w": "q"}, truth))
    assert wrong["claims, all pairs"].ours.precision == pytest.approx(1 / 3)
