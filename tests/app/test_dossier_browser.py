"""A dossier in a real Chromium: nothing of what an article or a colleague wrote runs in it, and it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from stories import told
from test_browser import browser

from app import dossier_page
from app.messages import Messages
from graph import reports
from graph.evidence import evidence
from graph.judgements import checks, deciding
from graph.judgements.deciding import Words
from graph.lines.evidence import Evidence
from graph.model import Changes
from graph.observations import add_capture, add_extraction
from graph.resolve import resolve
from graph.store import open_store
from ingest.extraction import Original, Reading

__all__ = ["browser"]

# What would show itself if it ran: a dialog, a request, an element, a way out of an attribute or the style.
PAYLOADS = (
    "<script>alert('x')</script>",
    "<img src=x onerror=alert(2)>",
    "\"><svg onload=alert(3)>",
    "' onmouseover=alert(4) x='",
    "</style><style>body{display:none}</style>",
    "</blockquote></main></body><iframe srcdoc='<script>parent.alert(5)</script>'>",
    "<!--", "]]>", "{{ 7 * 7 }}", "${alert(6)}", "&lt;script&gt;",
    "<a href=javascript:alert(7)>klik</a>", "<base href=https://elders.example/>",
    "<meta http-equiv=refresh content=0;url=https://elders.example/>", "\u202eomgekeerd", "\x00\r\n",
)  # fmt: skip
ALL = " ".join(PAYLOADS)
NAME = f"Zeger O'Dun {PAYLOADS[0]}"
SAID = f"Ik ben <i>niet</i> {ALL} echt"
# A4 in points.
A4 = (595, 842)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """A dossier in which every field that anybody else fills in is hostile."""
    people = [
        {"name": NAME, "role": f"ziener {ALL}", "role_family": "other", "place": f"Assen {ALL}",
         "affiliation": f"Huis {ALL}"},
    ]  # fmt: skip
    text = f"Kop {ALL}\n\nDe {NAME} kwam langs {ALL} & zei.\n\n‘{SAID}’, zei hij.\n"
    about = {"publisher": f"Blad {ALL}", "published": "2024-02-30", "byline": ALL, "subject": None}
    extractions = [
        told(text.replace("Kop", f"Kop {number}"), people, [(NAME, SAID, "direct")], url=url, **about)
        for number, url in enumerate(
            ("javascript:alert(8)", 'https://blad.example/"><script>alert(9)</script>')
        )
    ]
    changes = Changes()
    for extraction in extractions:
        original = Original(
            extraction.article.text.encode(), "text/html", f"bestand {ALL}", asked="javascript:alert(10)",
            reached=f"https://blad.example/{ALL}",
        )  # fmt: skip
        add_capture(changes, extraction.article.id, original)
        add_extraction(changes, extraction, Reading(extraction.article, original, f"lezer {ALL}"))
    with open_store(tmp_path_factory.mktemp("hostile") / "store") as store:
        store.ensure_schema()
        with store.lease("tests"):
            store.write([changes])
            resolve(store)
            appearances = [extraction.people[0].id for extraction in extractions]
            checks.record(store, appearances, "BIG", "not-found", f"iemand {ALL}", f"notitie {ALL}")
            words = Words(f"iemand {ALL}", f"omdat {ALL}")
            deciding.correct(store, appearances[:1], {"place": f"Goes {ALL}"}, words)
            deciding.same(store, [[one] for one in appearances], words)
            resolve(store)
        (person, *_) = reports.people(store)
        return evidence(store, person.id)


@pytest.fixture
def page(browser, hostile: Evidence, tmp_path: Path) -> Iterator:
    """The dossier opened as a file. Fails if it asked anybody for anything, or anything ran."""
    file = tmp_path / "dossier.html"
    file.write_text(dossier_page.page(hostile, "2026-01-02T03:04:05+00:00", Messages("nl")), "utf-8")
    context = browser.new_context()
    page = context.new_page()
    asked, ran = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: ran.append(error))
    page.on("console", lambda message: ran.append(message.text))
    page.goto(file.as_uri())
    yield page
    assert asked == [file.as_uri()]
    assert ran == []
    context.close()


def shown(text: str) -> str:
    """Return text as a page shows it: white space runs together, and what would turn it round shows."""
    return " ".join(re.sub("[\x00\u202e]", "\ufffd", text).split())


def test_nothing_runs_and_everything_is_shown_as_it_was_written(page, hostile: Evidence) -> None:
    for element in ("script", "img", "svg", "iframe", "base", "i", "form"):
        assert page.locator(f"body {element}").count() == 0
    assert page.locator("style").count() == 1 and page.locator("meta[http-equiv=refresh]").count() == 0
    words = shown(page.locator("main").text_content())
    person = hostile.dossier.person
    for text in (person.name, *person.roles, *person.places, *person.affiliations, *person.publishers):
        assert shown(text) in words
    assert "notitie <script>alert('x')</script>" in words and "omdat <script>" in words
    assert "\u202e" not in words
    for mark in page.locator("mark.zg-said").all():
        assert shown(mark.text_content()) == shown(SAID)


def test_nothing_can_be_clicked_but_web_addresses_and_places_within(page) -> None:
    links = page.eval_on_selector_all("a", "all => all.map(a => [a.href, a.rel, a.getAttribute('href')])")
    assert links
    for href, rel, written in links:
        if not written.startswith("#"):
            assert href.startswith("https://blad.example/") and rel == "noreferrer noopener"
    page.locator("main").hover()
    for at in range(0, 600, 50):
        page.mouse.move(at, at)


def test_a_script_that_slipped_through_would_not_run(browser, hostile: Evidence, tmp_path: Path) -> None:
    file = tmp_path / "gaatje.html"
    made = dossier_page.page(hostile, "2026-01-02T03:04:05+00:00", Messages("nl"))
    file.write_text(
        made.replace("</main>", "<script>alert(1)</script><img src='x.png' onerror='alert(2)'></main>")
    )
    page = browser.new_page()
    ran = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    assert (
        page.locator("main").count() == 1 and page.evaluate("getComputedStyle(document.body).margin") == "0px"
    )
    page.close()
    assert ran == []


def test_it_prints_on_a4_with_nothing_beyond_the_edge(page) -> None:
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert boxes and {(round(float(w)), round(float(h))) for w, h in boxes} == {A4}
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 665, "height": 900})  # what 176 mm is at 96 dots an inch
    assert page.evaluate("document.documentElement.scrollWidth") <= 665


def test_a_long_dossier_keeps_its_headings_with_what_follows(page) -> None:
    page.emulate_media(media="print")
    kept = page.eval_on_selector_all("h2, h3", "all => all.map(one => getComputedStyle(one).breakAfter)")
    assert set(kept) == {"avoid"}
