"""A dossier handed on: the page, the pack, and `verify`, as their user types them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from app_command import run
from click.testing import Result
from demo_store import Demo

from app import evidence_files
from app.messages import Messages
from graph import reports
from graph.evidence import evidence
from graph.store import open_store

ARTICLES = Path(__file__).parents[2] / "app" / "demo" / "articles"
JORIS = "Joris Haverslag"
MADE = "2026-01-02T03:04:05+00:00"


class Page(HTMLParser):
    """An HTML page taken apart: its elements with their attributes, its text, and what is marked."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.marked: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        if tag == "mark":
            self._open.append(dict(attributes)["class"] or "")
            self.marked.setdefault(self._open[-1], []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data
        for kind in self._open:
            self.marked[kind][-1] += data


@pytest.fixture(scope="module")
def handed(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page and the pack of one of the demo's invented experts."""
    folder = tmp_path_factory.mktemp("handed")
    done = demo.run("dossier", JORIS, "--out", folder / "joris.html", "--pack", folder / "joris.zip")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "joris.html" in done.stderr and "Note its seal" in done.stderr
    return folder


def flat(text: str) -> str:
    return " ".join(text.split())


def page(handed: Path) -> Page:
    return Page((handed / "joris.html").read_text("utf-8"))


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def dossier(demo: Demo, who: str = JORIS) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(demo.run("dossier", who, "--json").stdout)
    return found


# --- the page ---


def test_its_first_lines_say_what_it_covers_and_what_nobody_did(handed: Path) -> None:
    told = flat(page(handed).words.split("Reasons to look closer")[0])
    for line in (
        "The collection that this comes from has 33 articles of 8 publishers.",
        "They were published from 2024-03-04 to 2025-09-15.",
        "Nobody has looked this person up yet",
        "It is not recorded that anybody put this to the person, the authors or the publishers.",
        "Nothing in this dossier shows that somebody does not exist",
    ):
        assert line in told


def test_what_contradicts_comes_before_the_timeline_and_leads_to_it(handed: Path) -> None:
    found = page(handed)
    order = [
        "Read this first",
        "Reasons to look closer",
        "What speaks for this person",
        "Where presented how",
    ]
    assert sorted(order, key=found.words.index) == order
    assert "Articles give different towns: Goes, Drachten, Hulst, Tiel, Weert, Zutphen." in found.words
    within = {attributes.get("href") for tag, attributes in found.elements if tag == "a"}
    there = {f"#{attributes['id']}" for _, attributes in found.elements if "id" in attributes}
    assert {link for link in within if link and link.startswith("#")} <= there
    assert "#a1" in within


def test_every_statement_stands_in_its_sentence_with_just_that_marked(demo: Demo, handed: Path) -> None:
    marked = page(handed).marked
    said, seen = list[str](), dict[str, set[str]]()
    for one in dossier(demo)["appearances"]:
        before = seen.setdefault(one["story"], set())
        said += [statement["text"] for statement in one["statements"] if statement["text"] not in before]
        before |= {statement["text"] for statement in one["statements"]}
    assert sorted(map(flat, marked["zg-said"])) == sorted(map(flat, said))
    assert set(marked["zg-name"]) == {JORIS} and len(marked["zg-name"]) == 7
    assert (
        "Haverslag stelt dat wie een half uur voor het slapengaan zijn telefoon weglegt" in page(handed).words
    )


def test_it_asks_for_nothing_from_anywhere(handed: Path) -> None:
    text = (handed / "joris.html").read_text("utf-8")
    found = Page(text)
    assert not {tag for tag, _ in found.elements} & {
        "script", "link", "img", "iframe", "object", "embed", "video", "audio", "base", "form", "svg",
    }  # fmt: skip
    assert not re.search(r"url\(|@import|\bsrc\s*=|\bon\w+\s*=", text)
    (policy,) = (a["content"] for tag, a in found.elements if tag == "meta" and a.get("http-equiv"))
    assert policy and policy.startswith("default-src 'none'; style-src 'sha256-")


def test_addresses_are_shown_and_their_links_say_nothing_of_where_one_comes_from(handed: Path) -> None:
    found = page(handed)
    outward = [a for tag, a in found.elements if tag == "a" and not (a["href"] or "").startswith("#")]
    assert outward and all(a["rel"] == "noreferrer noopener" for a in outward)
    assert all((a["href"] or "").startswith("https://") and (a["href"] or "") in found.words for a in outward)


def test_what_was_looked_up_and_decided_is_in_it_taken_back_or_not(tmp_path: Path) -> None:
    text = "De slaap\n\nPsychiater Wessel Grintveld ziet het. ‘Slapen kun je leren’, zegt Grintveld.\n"
    (tmp_path / "slapen.txt").write_text(text, "utf-8")
    store = str(tmp_path / "store")

    def zegsman(*words: str | Path) -> Result:
        done = run(*words, ZEGSMAN_STORE=store, ZEGSMAN_USER="een tester")
        assert done.exit_code == 0, done.stderr
        return done

    who = "Wessel Grintveld"
    with open_store(store):  # keeps its engine running between commands
        zegsman("ingest", tmp_path / "slapen.txt")
        zegsman("check", who, "--register", "BIG", "--outcome", "not-found", "--note", "ook op geboortenaam")
        zegsman("check", who, "--register", "request-for-comment", "--outcome", "no-answer")
        (first, _) = json.loads(zegsman("check", who, "--json").stdout)["checks"]
        zegsman("check", "--undo", first["id"][:10])
        zegsman("decide", "set", who, "role", "arts", "--why", "stond in de kop")
        zegsman("dossier", who, "--out", tmp_path / "w.html", "--pack", tmp_path / "w.zip")
    told = flat(Page((tmp_path / "w.html").read_text("utf-8")).words)
    assert "BIG: not found (ook op geboortenaam), taken back by een tester" in told
    assert "That it was put to those concerned is recorded" in told
    assert "1 look-up is recorded; it stands below. Not looked up, as far as recorded: BIG, RIZIV" in told
    assert "een tester: role: arts (stond in de kop)" in told
    held = json.loads(members(tmp_path / "w.zip")["judgements.json"])
    assert [check["register"] for check in held["checks"]] == ["BIG", "request-for-comment"]
    assert {decision["field"] for decision in held["decisions"]} == {"role", "role_family"}


def test_what_a_reason_rests_on_is_marked_where_it_stands(demo: Demo, tmp_path: Path) -> None:
    demo.run("dossier", "Merijn Tollenveld", "--out", tmp_path / "merijn.html")
    found = Page((tmp_path / "merijn.html").read_text("utf-8"))
    (signal,) = (
        one for one in dossier(demo, "Merijn Tollenveld")["signals"] if one["type"] == "beside_one_company"
    )
    assert set(found.marked["zg-organisation"]) == {"Dommelhuis"}
    assert f"{signal['params']['company']}" == "Dommelhuis"
    assert "webwinkel Dommelhuis" in found.words


def test_it_is_told_in_dutch_too(demo: Demo, tmp_path: Path) -> None:
    demo.run("dossier", JORIS, "--out", tmp_path / "joris.html", language="nl")
    text = (tmp_path / "joris.html").read_text("utf-8")
    assert '<html lang="nl">' in text
    assert "Niets in dit dossier laat zien dat iemand niet bestaat" in text


# --- the pack ---


def test_the_pack_holds_the_originals_byte_for_byte_and_the_texts_that_positions_count_in(
    demo: Demo, handed: Path
) -> None:
    held = members(handed / "joris.zip")
    original = (ARTICLES / "apart-slapen-zonder-ruzie.html").read_bytes()
    assert held[f"originals/{hashlib.sha256(original).hexdigest()}.html"] == original
    manifest = json.loads(held["manifest.json"])
    texts = {one["id"]: held[one["text"]].decode() for one in manifest["articles"]}
    for one in json.loads(held["dossier.json"])["appearances"]:
        for said in one["statements"]:
            whole = " ".join(
                texts[said["article"]][start:end]
                for start, end in zip(said["starts"], said["ends"], strict=True)
            )
            assert whole == said["text"]
    assert held["dossier.html"].decode() == re.sub(
        r"Made [\d :-]+", _made(held["dossier.html"].decode()), (handed / "joris.html").read_text("utf-8")
    )


def _made(html: str) -> str:
    found = re.search(r"Made [\d :-]+", html)
    assert found
    return found[0]


def test_the_manifest_says_where_each_text_comes_from_and_when(handed: Path) -> None:
    manifest = json.loads(members(handed / "joris.zip")["manifest.json"])
    assert manifest["person"]["name"] == JORIS and manifest["coverage"]["articles"] == 33
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", manifest["made"])
    assert len(manifest["articles"]) == 7
    for one in manifest["articles"]:
        assert one["url"].startswith("https://") and one["reader"] and one["fingerprint"]
        (capture,) = one["originals"]
        assert capture["file"] in manifest["files"] and capture["added"] and capture["name"]


def test_there_is_a_row_for_each_appearance(handed: Path) -> None:
    text = members(handed / "joris.zip")["appearances.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["town"] for row in rows] == ["Zutphen", "Goes", "Goes", "Weert", "Drachten", "Tiel", "Hulst"]
    assert {row["status"] for row in rows} == {"not checked"}


def test_the_same_store_gives_the_same_pack_but_for_the_time(demo: Demo) -> None:
    def packed(made: str) -> bytes:
        file = io.BytesIO()
        with open_store(demo.store, create=False) as store:
            found = evidence(store, reports.find_person(store, JORIS)[0].id)
            evidence_files.write(file, found, made, store.originals.get, Messages("en"))
        return file.getvalue()

    assert packed(MADE) == packed(MADE) != packed("2027" + MADE[4:])


# --- verify ---


def test_a_pack_as_it_was_made_is_accepted_with_its_seal(handed: Path) -> None:
    done = run("verify", handed / "joris.zip")
    assert (done.exit_code, done.stderr) == (0, "")
    told = json.loads(run("verify", handed / "joris.zip", "--json").stdout)
    assert f"is as it was made: {told['files']} files, about {JORIS}, made {told['made']}" in done.stdout
    assert told["seal"] in done.stdout and told["person"]["name"] == JORIS
    assert run("verify", handed / "joris.zip", "--seal", told["seal"].upper()).exit_code == 0
    other = run("verify", handed / "joris.zip", "--seal", "0" * 64)
    assert (other.exit_code, "it is another pack" in other.stderr) == (2, True)


def test_a_pack_may_come_on_standard_input(handed: Path) -> None:
    assert run("verify", "-", input=(handed / "joris.zip").read_bytes()).exit_code == 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda data: data.replace(b"psycholoog", b"psychotaat", 1), "appearances.csv was changed"),
        (lambda data: data.replace(b"Zutphen", b"Deventr", 1), "appearances.csv was changed"),
        (lambda data: data[:-1], "no whole zip"),
        (lambda data: data + b" ", "other bytes between or around"),
        (lambda data: b"geen zip", "no whole zip"),
    ],
)
def test_a_changed_pack_is_refused_and_what_was_changed_is_named(
    handed: Path, tmp_path: Path, change: Callable[[bytes], bytes], told: str
) -> None:
    file = tmp_path / "anders.zip"
    file.write_bytes(change((handed / "joris.zip").read_bytes()))
    refused = run("verify", file)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert told in refused.stderr and "anders.zip" in refused.stderr


def test_a_dump_is_no_evidence_pack(demo: Demo, tmp_path: Path) -> None:
    demo.run("dump", tmp_path / "alles.zip")
    refused = run("verify", tmp_path / "alles.zip")
    assert (refused.exit_code, "alles.zip" in refused.stderr) == (2, True)


def test_what_goes_before_the_whole_dossier_is_refused(demo: Demo, tmp_path: Path) -> None:
    for more in (["--json"], ["--csv"], ["--publisher", "Warme Sokken"]):
        refused = demo.run("dossier", JORIS, "--out", tmp_path / "x.html", *more)
        assert (refused.exit_code, "the whole dossier" in refused.stderr) == (2, True)
    assert not (tmp_path / "x.html").exists()


def test_an_original_that_is_lost_is_told_and_the_rest_is_packed(tmp_path: Path) -> None:
    text = "De slaap\n\nPsychiater Wessel Grintveld ziet het. ‘Slapen kun je leren’, zegt Grintveld.\n"
    (tmp_path / "slapen.txt").write_text(text, "utf-8")
    store = tmp_path / "store"
    with open_store(store) as opened:
        run("ingest", tmp_path / "slapen.txt", "--store", store)
        opened.originals.path(hashlib.sha256(text.encode()).hexdigest()).write_text("anders")
        done = run("dossier", "Wessel Grintveld", "--pack", tmp_path / "w.zip", "--store", store)
    assert (done.exit_code, "1 original is missing" in done.stderr) == (1, True)
    (one,) = json.loads(members(tmp_path / "w.zip")["manifest.json"])["articles"]
    assert (one["originals"][0]["file"], one["originals"][0]["lost"]) == (None, True)
    assert run("verify", tmp_path / "w.zip").exit_code == 0


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(demo: Demo, tmp_path: Path) -> None:
    refused = demo.run("dossier", JORIS, "--pack", tmp_path / "weg" / "x.zip")
    assert (refused.exit_code, "cannot be written" in refused.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []
