"""What speaks for and against two being one person, in words."""

from __future__ import annotations

from typing import Any

from app.messages import LANGUAGES, Messages
from app.pair_reasons import reasons
from graph.lines import Comparison, FeatureLine, PersonLine
from graph.resolve.features import RARITY, WEIGHTS


def person(name: str = "Ilse Brandsmeer", **known: Any) -> PersonLine:
    stated = dict.fromkeys(
        ("roles", "places", "affiliations", "role_families", "publishers", "owners", "subjects"), ()
    )
    counts = dict.fromkeys(("stories", "articles", "statements"), 1)
    return PersonLine(
        **{
            "id": name,
            "name": name,
            "kind": "expert",
            "first": None,
            "last": None,
            **stated,
            **counts,
            **known,
        }
    )


def said(one: PersonLine, other: PersonLine, *features: str, sure: bool = False) -> list[str]:
    lines = tuple(FeatureLine(name, WEIGHTS.get(name, -3.0)) for name in features)
    compared = Comparison(one, other, sum(line.weight for line in lines), sure, lines)
    return [reason.text for reason in reasons(Messages("en"), compared)]


def test_a_reason_names_what_differs() -> None:
    assert said(person(places=("Zwolle",)), person(places=("Breda",)), "other_place") == [
        "towns differ: Zwolle; Breda"
    ]


def test_a_reason_names_what_both_have() -> None:
    one, other = person(roles=("Psycholoog", "coach")), person(roles=("psycholoog",))
    assert said(one, other, "same_role") == ["both are called ‘Psycholoog’"]


def test_what_says_most_comes_first() -> None:
    one = person(roles=("arts",), places=("Zwolle",))
    other = person(roles=("jurist",), places=("Breda",))
    assert said(one, other, "other_place", "other_family")[0] == "professions differ: arts; jurist"


def test_what_says_nothing_is_left_out() -> None:
    assert said(person(), person(), "same_name") == []


def test_a_common_name_speaks_against_one_person() -> None:
    assert said(person(), person(), RARITY) == ["it is a common name"]


def test_a_sure_pair_that_is_apart_says_that_something_else_keeps_it_so() -> None:
    assert said(person(), person(), "same_role", sure=True)[-1].startswith("kept apart all the same")


def test_every_feature_has_a_sentence_in_every_language() -> None:
    for language in LANGUAGES:
        for name in WEIGHTS:
            assert Messages(language).text(f"pairs.{name}", ones="x", others="y", shared="z")
