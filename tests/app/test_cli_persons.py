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


def test_reuse_as_csv_is_a_row_an_appearance_namesakes_after_whom_they_share_a_name_with(demo: Demo) -> None:
    rows = list(csv.DictReader(io.StringIO(demo.run("reuse", "--csv").stdout)))
    found = json.loads(demo.run("reuse", "--json").stdout)
    people = [person for one in found for person in (one["person"], *one["namesakes"])]
    assert len(rows) == sum(person["articles"] for person in people)
    assert list(dict.fromkeys(row["person"] for row in rows)) == [person["id"] for person in people]
    first = [row for row in rows if row["name"] == ONE]
    assert {row["town"] for row in first} == set(TOWNS)
    assert [row["date"] for row in first] == sorted(row["date"] for row in first)
    assert all(row["address"].startswith("https://") and row["quote"] for row in first)
    assert {row["status"] for row in rows} == {"not checked"}
    leads = {one["person"]["id"] for one in found if one["namesakes"]}
    assert {row["namesake_of"] for row in rows} == {"", *leads}


def test_the_columns_of_an_appearance_open_with_what_people_look_for(demo: Demo) -> None:
    head, *_ = csv.reader(io.StringIO(demo.run("dossier", ONE, "--csv").stdout))
    assert head[:10] == [
        "address", "date", "publisher", "name", "role", "town", "employer", "quote", "status", "note",
    ]  # fmt: skip


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


def test_a_dossier_opens_with_what_articles_say_differently_and_where(demo: Demo) -> None:
    shown = " ".join(demo.run("dossier", ONE).stdout.split())
    told = shown[shown.index("What articles say differently") : shown.index("Reasons to look closer")]
    assert "Zutphen (2024-03-04, Thuis & Tussendoor)" in told
    assert "Goes (2024-05-13, Thuis & Tussendoor) " in told  # and not the copy of that story
    assert "financieel planner (2024-06-21, De Duitenkrant)" in told
    assert "What articles say differently" not in demo.run("dossier", "Hedwig Roosmalder").stdout


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


def test_a_dossier_as_csv_is_a_row_an_appearance(demo: Demo) -> None:
    found = json.loads(demo.run("dossier", ONE, "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(demo.run("dossier", ONE, "--csv").stdout)))
    assert [row["appearance"] for row in rows] == [one["id"] for one in found["appearances"]]
    assert {row["name"] for row in rows} == {ONE}


def test_what_was_looked_up_stands_with_the_appearances(demo: Demo) -> None:
    note = "=HYPERLINK(1)"
    words = ("--register", "ORCID", "--outcome", "not-found", "--note", note, "--by", "ik")
    done = demo.run("check", "Dieuwke Schaapherder", *words)
    undo = done.stdout.split("check --undo ")[1].split()[0]
    rows = list(csv.DictReader(io.StringIO(demo.run("dossier", "Schaapherder", "--csv").stdout)))
    assert {(row["status"], row["note"]) for row in rows} == {("ORCID: not-found", f"'{note}")}
    assert "looked up  ORCID: not found (" in demo.run("dossier", "Schaapherder").stdout
    demo.run("check", "--undo", undo, "--by", "ik")
    rows = list(csv.DictReader(io.StringIO(demo.run("dossier", "Schaapherder", "--csv").stdout)))
    assert {(row["status"], row["note"]) for row in rows} == {("not checked", "")}


def test_what_was_noted_on_a_person_stands_with_each_appearance(demo: Demo) -> None:
    done = demo.run("triage", "Govert Klinkenveld", "--note", "belt terug", "--by", "ik")
    assert done.exit_code == 0, done.stderr
    try:
        for words in (["reuse"], ["dossier", "Klinkenveld"]):
            rows = list(csv.DictReader(io.StringIO(demo.run(*words, "--csv").stdout)))
            noted = [row["note"] for row in rows if row["name"] == "Govert Klinkenveld"]
            assert noted == ["belt terug"] * 2
            assert {row["note"] for row in rows if row["name"] != "Govert Klinkenveld"} <= {""}
    finally:
        undone = demo.run(
            "triage", "--undo", done.stdout.split("--undo ")[1].split()[0].rstrip("."), "--by", "ik"
        )
    assert undone.exit_code == 0, undone.stderr


def test_filters_choose_who_is_shown_and_say_how_much_of_them(demo: Demo) -> None:
    shown = demo.run("reuse", "--publisher", "tuin & klomp", "--since", "last").stdout
    assert "Merijn Tollenveld: 5 stories" in shown and ONE not in shown
    assert "asked for     1 of the 5 stories" in shown
    assert demo.run("reuse", "--from", "2099", "--csv").stdout.count("\n") == 1


def test_a_dossier_says_what_a_filter_leaves_out(demo: Demo) -> None:
    shown = demo.run("dossier", ONE, "--subject", "eten").stdout
    assert "6 articles left out that are not as asked for" in shown
    assert "Dit glas water verandert je hele ochtend" in shown
    assert shown.count("  article   ") == 1
    none = demo.run("dossier", ONE, "--until", "1999").stdout
    assert "7 articles left out" in none


def test_a_filter_that_fits_nothing_there_is_is_told_with_what_there_is(demo: Demo) -> None:
    for words, told in (
        (["--publisher", "sokken"], "Warme Sokken"),
        (["--owner", "Kroezel"], "Drukkerij Kroezelaar"),
        (["--subject", "onzin"], "relationships"),
        (["--role-family", "onzin"], "medicine"),
        (["--from", "gisteren"], "2024-05-01"),
        (["--since", "toen"], "2024-05-01"),
        (["--collection", "onzin"], "--as"),
    ):
        done = demo.run("reuse", *words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert told in done.stderr


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
