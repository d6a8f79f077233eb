"""The command `review`."""

from __future__ import annotations

import csv
import io
import json

from demo_store import Demo


def test_review_shows_pairs_in_doubt_and_how_to_decide(demo: Demo) -> None:
    shown = demo.run("review").stdout
    assert "Lotte Zandwijzer" in shown
    assert "professions differ: " in shown
    assert "decide same " in shown and "decide different " in shown


def test_review_speaks_dutch_too(demo: Demo) -> None:
    assert "de beroepen verschillen: " in demo.run("review", language="nl").stdout


def test_review_for_programs_has_the_weights(demo: Demo) -> None:
    found = json.loads(demo.run("review", "--json").stdout)
    assert found == sorted(found, key=lambda doubt: -doubt["value"])
    features = {feature["name"]: feature["weight"] for feature in found[0]["compared"]["features"]}
    assert "rarity" in features
    rows = list(csv.DictReader(io.StringIO(demo.run("review", "--csv").stdout)))
    assert [row["one"] for row in rows] == [doubt["compared"]["one"]["id"] for doubt in found]


def test_review_says_how_many_more_there_are(demo: Demo) -> None:
    found = json.loads(demo.run("review", "--json", "--limit", "99").stdout)
    if len(found) > 1:
        assert "more" in demo.run("review", "--limit", "1").stdout
