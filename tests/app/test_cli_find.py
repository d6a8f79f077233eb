"""`find` as its user types it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from demo_store import Demo


def test_names_of_a_list_are_found_with_where_they_occur(demo: Demo, tmp_path: Path) -> None:
    listed = tmp_path / "namen.txt"
    listed.write_text("Joris Haverslag\n\nLotte Zandwijzer\nJoris Haverslag\nNiemand Anders\n", "utf-8")
    shown = demo.run("find", listed).stdout
    assert shown.count("Zandwijzer") == 4  # asked and found, and her namesake
    assert "Nobody is called so, or nearly so: Niemand Anders." in shown
    first, second, third = json.loads(demo.run("find", listed, "--json").stdout)
    assert (first["name"], len(first["hits"]), len(first["hits"][0]["articles"])) == ("Joris Haverslag", 1, 7)
    assert {hit["how"] for hit in second["hits"]} == {"same_name"}
    assert (third["name"], third["hits"]) == ("Niemand Anders", [])


def test_near_spellings_and_initials_stand_apart(demo: Demo) -> None:
    found = json.loads(demo.run("find", "Jorris Haverslagh", "J. Haverslag", "--json").stdout)
    assert [[hit["how"] for hit in asked["hits"]] for asked in found] == [["sounds_alike"], ["initials"]]
    assert "sounds alike" in demo.run("find", "Jorris Haverslagh").stdout


def test_another_given_name_with_the_same_initial_is_somebody_else(demo: Demo) -> None:
    (asked,) = json.loads(demo.run("find", "Jacoba Haverslag", "--json").stdout)
    assert asked["hits"] == []


def test_a_list_may_be_csv_with_a_column_of_names(demo: Demo, tmp_path: Path) -> None:
    listed = tmp_path / "contacten.csv"
    listed.write_text("telefoon;Naam\n06;Joris Haverslag\n07;\n", "utf-8-sig")
    assert [one["name"] for one in json.loads(demo.run("find", listed, "--json").stdout)] == [
        "Joris Haverslag"
    ]
    listed.write_text("Joris Haverslag,psycholoog\nLotte Zandwijzer,econoom\n", "utf-8")
    assert len(json.loads(demo.run("find", listed, "--json").stdout)) == 2


def test_a_list_may_be_pasted(demo: Demo) -> None:
    found = demo.run("find", "-", "--json", input="Joris Haverslag\nLotte Zandwijzer\n")
    assert len(json.loads(found.stdout)) == 2


def test_as_csv_there_is_a_line_for_each_article_and_for_who_is_not_found(demo: Demo) -> None:
    shown = demo.run("find", "Joris Haverslag", "Niemand Anders", "--csv").stdout
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert [row["asked"] for row in rows] == ["Joris Haverslag"] * 7 + ["Niemand Anders"]
    assert len({row["article"] for row in rows[:6]}) == 6
    assert rows[-1]["person"] == ""


def test_a_list_without_names_and_one_that_is_no_text_are_refused(demo: Demo, tmp_path: Path) -> None:
    empty, picture = tmp_path / "leeg.txt", tmp_path / "foto.txt"
    empty.write_text("\n", "utf-8")
    picture.write_bytes(b"\xff\xfe\xfd")
    for file, told in ((empty, "holds no names"), (picture, "cannot be read")):
        refused = demo.run("find", file)
        assert (refused.exit_code, told in refused.stderr) == (2, True)
