"""`look` as its user types it: one text, of which nothing is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from app_command import run
from click.testing import Result
from demo_store import Demo
from newspaper import write

from graph import canonical
from graph.store import open_store

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "app" / "demo" / "articles"
# A press release of our own: an expert the demo knows, one it knows nearly so, a sentence that somebody else
# says there, an organisation under not quite its name, a mark without an address, and small print.
PITCH = """Waarom u de telefoon 's avonds moet wegleggen

Psycholoog Joris Haverslag uit Almelo ziet het in zijn praktijk.
‘Het begint bij het nachtkastje’, zegt Haverslag.
Slaapcoach Nelleke Grashoeck uit Hoorn zegt dat wie een half uur voor het slapengaan zijn telefoon weglegt, \
gemiddeld veertig minuten langer slaapt.
Psychiater Wobke Trimpelaar van het Universitair Medisch Centrum Groningen is het daarmee eens.
Volgens Trimpelaar is een vast uur het beste.
Annet kreeg er rust van. “Ik sliep voor het eerst door”, zegt Annet.

Volgens het Nederlands Instituut voor Psychologie (bron) slaapt een derde van de mensen te kort.
Onderzoekers waarschuwen dat te weinig slaap de stemming drukt.

Bronnen
“Slapen zonder scherm”, dr. O. Verzinsel, 2021.

De namen in dit verhaal zijn om privacyredenen gewijzigd.
"""


@pytest.fixture
def pitch(tmp_path: Path) -> Path:
    file = tmp_path / "persbericht.txt"
    file.write_text(PITCH, "utf-8")
    return file


def flat(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def looked(result: Result) -> dict[str, Any]:
    (one,) = json.loads(result.stdout)
    return one


def everything(store: Path) -> list[str]:
    """Return all that a store holds, its own notes on who writes included, and the originals."""
    with open_store(store, create=False) as opened:
        rows = list(canonical.lines(opened, (*canonical.LAYERS, "internal")))
    return rows + sorted(str(path) for path in (store / "originals").rglob("*"))


def test_a_store_is_asked_and_not_written_to(demo: Demo, pitch: Path) -> None:
    before = everything(demo.store)
    assert demo.run("look", pitch).exit_code == 0
    assert demo.run("look", pitch, ARTICLES / "alleen-op-vakantie.txt", "--json").exit_code == 0
    assert everything(demo.store) == before


def test_it_looks_while_somebody_else_writes(demo: Demo, pitch: Path) -> None:
    with open_store(demo.store) as store, store.lease("a long ingest"):
        assert "this name is in 6 stories" in flat(demo.run("look", pitch))


def test_it_tells_at_a_glance_what_a_fact_checker_would_look_for(demo: Demo, pitch: Path) -> None:
    shown = flat(demo.run("look", pitch))
    for told in (
        "3 experts; without an employer: 2.",
        "Introduced by profession, name and town alone: 2.",
        "Nederlands Instituut voor Psychologie: no organisation of exactly this name is known; it resembles "
        "Nederlands Instituut van Psychologen.",
        '1 mark such as "(bron)" promises a source and shows no address.',
        "The small print says: names changed.",
        "Joris Haverslag: this name is in 6 stories of the store.",
        "1 sentence is said by somebody else in the store.",
        "Nothing of this text is kept",
        "Nothing in it shows that somebody does not exist.",
    ):
        assert told in shown


def test_it_says_who_of_the_text_a_store_knows_and_who_else_says_the_same(demo: Demo, pitch: Path) -> None:
    known = looked(demo.run("look", pitch, "--json"))["store"]
    names = {name["name"]: name["bearers"][0] for name in known["names"]}
    assert (names["Joris Haverslag"]["how"], names["Joris Haverslag"]["stories"]) == ("same_name", 6)
    assert names["Nelleke Grashoeck"]["how"] == "sounds_alike"
    assert set(names) == {"Joris Haverslag", "Nelleke Grashoeck"}
    others = {one["source_there"] for one in known["sentences"] if not one["same_source"]}
    assert others == {"Joris Haverslag", "Nelleke Grashoek"}
    shown = demo.run("look", pitch).stdout
    assert f"zegsman dossier {names['Joris Haverslag']['person']['id'][:12]}" in shown
    assert "a name that is nearly so is in 3 stories (sounds alike)" in shown
    assert "look closer: Articles give different towns: Goes, Drachten" in shown


def test_a_text_the_store_has_is_recognised_and_so_is_its_twin(demo: Demo) -> None:
    known = looked(demo.run("look", ARTICLES / "een-bad-voor-twee.html", "--json"))["store"]
    how = {one["how"]: one for one in known["texts"]}
    assert how["same"]["article"]["url"].endswith("een-bad-voor-twee")
    assert "een-keuken-tussen-twee-mensen" in how["twin"]["article"]["url"]
    assert ["Babette Kromzicht", "Ruurd Wezelaar"] in how["twin"]["swapped"]


def test_each_title_says_where_the_law_protects_it_and_where_to_look(pitch: Path, tmp_path: Path) -> None:
    shown = flat(run("look", pitch, "--store", tmp_path / "none"))
    assert "‘Psycholoog’: protected by law, and its bearers are in Psychologencommissie (BE)" in shown
    assert "(not protected in NL, as far as known here)" in shown
    assert "‘Psychiater’: protected by law, and its bearers are in BIG (NL) and RIZIV (BE)" in shown
    assert "‘Slaapcoach’: no register known here protects this title by law" in shown
    assert "NIP: " not in shown.split("How to read")[0] and "NIP, voluntary: https://" in shown
    assert "Membership is voluntary and 'psycholoog' is no protected title in the Netherlands" in shown


def test_searches_are_ready_for_the_exact_name_and_the_exact_words(pitch: Path, tmp_path: Path) -> None:
    result = run("look", pitch, "--store", tmp_path / "none")
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert "the web: https://duckduckgo.com/?q=%22Joris+Haverslag%22" in lines
    assert "https://duckduckgo.com/?q=%22Joris+Haverslag%22+Psycholoog" in lines
    assert "https://duckduckgo.com/?q=%22Het+begint+bij+het+nachtkastje%22" in lines
    (staff,) = (line for line in lines if line.startswith("employer's staff page: "))
    assert staff.endswith("?q=Wobke+Trimpelaar+Universitair+Medisch+Centrum+Groningen+medewerker")
    assert not any(line.startswith("http") and " " in line for line in lines)


def test_who_tells_their_own_story_is_not_looked_up(pitch: Path, tmp_path: Path) -> None:
    people = looked(run("look", pitch, "--store", tmp_path / "none", "--json"))["look"]["people"]
    (annet,) = (person for person in people if person["name"] == "Annet")
    assert [place["register"] for place in annet["places"]] == ["request-for-comment"]


def test_what_is_credited_says_whether_there_is_anything_to_find_it_by(pitch: Path, tmp_path: Path) -> None:
    found = looked(run("look", pitch, "--store", tmp_path / "none", "--json"))["look"]
    (credited,) = (one for one in found["credited"] if "Psychologie" in one["name"])
    assert (credited["match"], credited["addresses"], credited["references"]) == ("near-miss", [], [])
    assert [mark["text"] for mark in credited["promised"]] == ["(bron)"]
    assert [one["name"] for one in found["unnamed"]] == ["Onderzoekers"]
    (reference,) = found["references"]
    assert reference["reference"]["title"] == "Slapen zonder scherm"
    assert {place["register"] for place in reference["places"]} >= {"publication", "web"}


def test_a_text_that_promotes_a_shop_says_so_with_what_shows_it(demo: Demo) -> None:
    shown = flat(demo.run("look", ARTICLES / "slapen-onder-een-zware-deken.html"))
    assert "It promotes Dommelhuis." in shown
    assert "that no list of organisations here has: Universiteit Kennemerland (Merijn Tollenveld)." in shown
    assert "dommelhuis.example (promoted: Dommelhuis): https://" in shown


def test_without_a_store_it_says_that_nothing_was_compared(pitch: Path, tmp_path: Path) -> None:
    store = tmp_path / "none"
    shown = flat(run("look", pitch, "--store", store))
    assert "There is no store at" in shown and "known here" in shown
    assert not store.exists()
    assert looked(run("look", pitch, "--store", store, "--json"))["store"] is None


def test_several_articles_are_told_one_after_another_and_a_bad_one_by_name(tmp_path: Path) -> None:
    folder = write(tmp_path / "articles")
    (folder / "leeg.txt").write_text("", "utf-8")
    done = run("look", folder, "--store", tmp_path / "none")
    assert (done.exit_code, "leeg.txt: it is empty" in done.stderr) == (1, True)
    assert [title in done.stdout for title in ("Geld lenen", "Hoest", "sparen")] == [True] * 3
    assert len(json.loads(run("look", folder, "--store", tmp_path / "none", "--json").stdout)) == 3


def test_a_text_may_be_pasted(tmp_path: Path) -> None:
    shown = flat(run("look", "-", "--store", tmp_path / "none", input=PITCH))
    assert "1. Joris Haverslag (expert)" in shown
    refused = run("look", "-", "--store", tmp_path / "none", input="")
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_it_is_told_in_dutch_too(demo: Demo, pitch: Path) -> None:
    shown = flat(demo.run("look", pitch, language="nl"))
    assert "Joris Haverslag: deze naam staat in 6 verhalen van de opslag." in shown
    assert "een misser bewijst niets" in shown


def test_every_sentence_it_shows_stands_in_the_text_around_what_is_said(tmp_path: Path) -> None:
    done = run("look", ARTICLES, "--store", tmp_path / "none", "--json")
    looks = [one["look"] for one in json.loads(done.stdout)]
    assert len(looks) > 30
    for look in looks:
        text = look["article"]["text"]
        for source in (*look["people"], *look["credited"], *look["unnamed"]):
            for said in source["said"]:
                sentence = said["sentence"]
                assert text[sentence["start"] : sentence["end"]] == sentence["text"]
                assert sentence["start"] <= said["start"] < said["end"] <= sentence["end"]
        for person in look["people"]:
            assert person["sentence"]["text"] == text[person["sentence"]["start"] : person["sentence"]["end"]]
            assert person["name"].split()[-1] in person["sentence"]["text"]


def test_a_web_address_is_refused_as_ingest_refuses_it(tmp_path: Path) -> None:
    address = "https://dagpraat.example/lenen"
    refused, also = (
        run("look", address, "--store", tmp_path / "s"),
        run("ingest", address, "--store", tmp_path / "s"),
    )
    assert (refused.exit_code, refused.stderr) == (also.exit_code, also.stderr) and address in refused.stderr


def test_a_store_that_cannot_be_used_is_an_error(pitch: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    failed = run("look", pitch, "--store", tmp_path / "file")
    assert (failed.exit_code, failed.stdout) == (2, "")
