from __future__ import annotations

import csv
import io
import json

from demo_store import Demo

ONE = "Joris Haverslag"
TWO = "Lotte Zandwijzer"
TOWNS = ("Drachten", "Goes", "Hulst", "Tiel", "Weert", "Zutphen")


def test_reuse_shows_who_is_in_several_stories_and_how_presented(demo: Demo) -> None:
    shown = demo.run("reuse").stdout
    assert "1. Joris Haverslag: 6 stories, 7 articles" in shown
    assert "towns         " in shown
    for town in TOWNS:
        assert town in shown
    assert "In 6 stories no employer is mentioned." in shown


def test_reuse_shows_namesakes_beside_a_person(demo: Demo) -> None:
    shown = demo.run("reuse").stdout
    assert (
        "namesakes     Lotte Zandwijzer, huisarts, Huisartsenpraktijk Kokkelkade, Terneuzen: 2 stories"
        in shown
    )


def test_every_report_says_that_it_is_no_verdict(demo: Demo) -> None:
    for words in (["reuse"], ["dossier", ONE]):
        assert "No verdict:" in demo.run(*words).stdout
        assert "Geen oordeel:" in demo.run(*words, language="nl").stdout


def test_reuse_as_json_holds_persons_signals_and_namesakes(demo: Demo) -> None:
    first, *others = json.loads(demo.run("reuse", "--json").stdout)
    assert (first["person"]["name"], first["person"]["stories"]) == (ONE, 6)
    assert {signal["type"] for signal in first["signals"]} >= {"no_employer", "several_towns"}
    (second,) = (other for other in others if other["person"]["name"] == TWO)
    assert [other["name"] for other in second["namesakes"]] == [TWO]


def test_reuse_as_csv_is_a_line_a_person(demo: Demo) -> None:
    rows = list(csv.DictReader(io.StringIO(demo.run("reuse", "--csv").stdout)))
    names = [one["person"]["name"] for one in json.loads(demo.run("reuse", "--json").stdout)]
    assert names[0] == ONE and TWO in names
    assert [row["name"] for row in rows] == names
    assert set(rows[0]["places"].split("; ")) == set(TOWNS)


def test_reuse_may_ask_for_more_stories_and_other_kinds(demo: Demo) -> None:
    assert [one["person"]["name"] for one in json.loads(demo.run("reuse", "--least", "4", "--json").stdout)][
        :1
    ] == [ONE]
    everybody = json.loads(demo.run("reuse", "--kind", "any", "--least", "1", "--json").stdout)
    assert len(everybody) > 4
    assert "Nobody." in demo.run("reuse", "--least", "40").stdout


def test_a_dossier_shows_each_article_with_what_was_said_there(demo: Demo) -> None:
    shown = demo.run("dossier", ONE).stdout
    assert (
        "2024-03-04, “Steeds meer stellen slapen apart, en dat doet hun liefde goed”, Thuis & Tussendoor"
        in shown
    )
    assert "stated    as psycholoog, from Zutphen" in shown
    assert "“Apart slapen is geen teken dat de liefde op is” (quoted, characters" in shown
    assert "Nelleke Grashoek: 2024-10-10" in shown


def test_a_dossier_tells_a_copy_once(demo: Demo) -> None:
    shown = demo.run("dossier", ONE).stdout
    assert shown.count("copy      The same text as") == 1
    assert shown.count("Spullen zijn herinneringen met een handvat.") == 1


def test_what_a_dossier_quotes_stands_in_the_article_where_it_says(demo: Demo) -> None:
    found = json.loads(demo.run("dossier", ONE, "--json").stdout)
    for appearance in found["appearances"]:
        query = ("query", "article_text", "-p", f"article={appearance['article']['id']}", "--json")
        (article,) = json.loads(demo.run(*query).stdout)
        for said in appearance["statements"]:
            spans = zip(said["starts"], said["ends"], strict=True)
            assert all(article["text"][start:end] in said["text"] for start, end in spans)


def test_a_dossier_as_csv_is_a_line_a_statement(demo: Demo) -> None:
    found = json.loads(demo.run("dossier", ONE, "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(demo.run("dossier", ONE, "--csv").stdout)))
    assert len(rows) == sum(len(one["statements"]) for one in found["appearances"])
    assert {row["name"] for row in rows} == {ONE}


def test_a_name_that_several_people_have_lists_them(demo: Demo) -> None:
    done = demo.run("dossier", "zandwijzer")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Several people fit zandwijzer." in done.stderr
    commands = [line.split() for line in done.stderr.splitlines() if "zegsman dossier" in line]
    assert len(commands) == 2
    for _, _, id in commands:
        assert demo.run("dossier", id).stdout.startswith(TWO)
        assert demo.run("dossier", id[:12]).stdout.startswith(TWO)


def test_an_id_of_an_appearance_leads_to_the_person(demo: Demo) -> None:
    found = json.loads(demo.run("dossier", ONE, "--json").stdout)
    for appearance in found["appearances"]:
        again = json.loads(demo.run("dossier", appearance["id"], "--json").stdout)
        assert again["person"] == found["person"]


def test_a_name_that_nobody_has_is_told_in_one_sentence(demo: Demo) -> None:
    done = demo.run("dossier", "Nobelprijswinnaar")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Nobody in this store is called Nobelprijswinnaar.")
