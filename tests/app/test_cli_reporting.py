"""The reports on what is reused, on the demo: each for people, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from demo_store import Demo

REPORTS = ("claims", "twins", "institutions", "companies")


def rows(demo: Demo, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(demo.run(*words, "--csv").stdout)))


def test_claims_shows_who_says_the_same_and_in_which_words_if_in_others(demo: Demo) -> None:
    shown = re.sub(r"\s+", " ", demo.run("claims").stdout)
    assert "Said by different people" in shown
    assert (
        "langer slaapt”: 2 sources, 2 stories, of 1 owner – Joris Haverslag, psycholoog 2024-03-04" in shown
    )
    assert "– Ruurd Wezelaar, relatietherapeut “stellen die één avond per week zonder scherm" in shown


def test_claims_as_csv_is_a_row_a_sentence(demo: Demo) -> None:
    found = json.loads(demo.run("claims", "--json").stdout)
    assert [row["claim"] for row in rows(demo, "claims")] == [
        claim["id"] for claim in found for _ in claim["sentences"]
    ]


def test_twins_shows_what_was_swapped_side_by_side(demo: Demo) -> None:
    shown = demo.run("twins").stdout
    assert re.search(r"expert +Ruurd Wezelaar +Babette Kromzicht", shown)
    assert re.search(r"interviewee +Anouk Verlaarhoven +Petra Nijenborgh", shown)
    swapped = {(row["swapped"], row["one_value"], row["other_value"]) for row in rows(demo, "twins")}
    assert {("place", "Ommen", "Roermond"), ("number", "46", "17")} <= swapped


def test_institutions_shows_misnamed_ones_and_references_that_come_back(demo: Demo) -> None:
    shown = demo.run("institutions").stdout
    assert "1. Nederlands Genootschap van Huisartsen: 1 story" in shown
    assert "resembles      Nederlands Instituut van Psychologen" in shown
    assert "Samenleefkunde, 14(2), 88-101.: 5 stories, 5 articles" in shown
    assert "Studies that nobody can find" in shown
    lists = [row["list"] for row in rows(demo, "institutions")]
    assert (lists.count("misnamed"), lists.count("reference")) == (2, 5)


def test_companies_shows_the_shop_that_the_same_expert_stands_beside(demo: Demo) -> None:
    shown = demo.run("companies").stdout
    assert "1. Dommelhuis (dommelhuis.example): 5 stories, 5 publishers" in shown
    assert (
        "beside it  Merijn Tollenveld, slaapwetenschapper, Universiteit Kennemerland: 5 of 5 stories" in shown
    )
    first, *_ = rows(demo, "companies")
    assert (first["company"], first["how"], first["stories_beside"]) == (
        "Dommelhuis",
        "promoted; linked",
        "5",
    )


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_has_filters_and_says_when_nothing_meets_them(demo: Demo, report: str) -> None:
    for words in (
        ["--from", "2099"],
        ["--since", "2099-01-01"],
        ["--publisher", "De Veenketel", "--until", "2001"],
    ):
        assert "None." in demo.run(report, *words).stdout
        assert "Geen." in demo.run(report, *words, language="nl").stdout
        assert rows(demo, report, *words) == []
    everything = demo.run(report, "--json").stdout
    assert demo.run(report, "--since", "last", "--json").stdout == everything
    assert demo.run(report, "--from", "2024", "--json").stdout == everything


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_reads_in_dutch(demo: Demo, report: str) -> None:
    done = demo.run(report, language="nl")
    assert done.exit_code == 0
    assert not re.search(r"\b(stories|articles|None)\b", done.stdout)


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_takes_one_form_of_output(demo: Demo, report: str) -> None:
    assert demo.run(report, "--json", "--csv").exit_code == 2


def test_what_a_limit_leaves_out_is_told_beside_the_result(demo: Demo) -> None:
    for report in ("reuse", "claims", "institutions"):
        done = demo.run(report, "--limit", "1", "--json")
        assert done.stderr == "There are more than these 1: --limit shows more.\n"
        json.loads(done.stdout)
    assert demo.run("twins", "--limit", "1").stderr == ""
