"""A journey through the pages in a real Chromium; skipped where there is none.

ZEGSMAN_CHROMIUM names the browser when it is not on the path; with ZEGSMAN_REQUIRE_BROWSER=1 the tests
fail instead of being skipped.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from stories import JOOST, WIEKE, stories

MAIN = Path(__file__).parents[2] / "app" / "main.py"
LOOPBACK = "127.0.0.1"
# Seconds until the pages answer, and milliseconds until something shows: ten times what it takes here.
OPENS, SHOWS = 60.0, 30_000

SLEEP, _, _, GARDEN, HOSTILE = stories()


def missing(reason: str) -> None:
    if os.environ.get("ZEGSMAN_REQUIRE_BROWSER") == "1":
        pytest.fail(f"the pages have to be tried in a browser, and cannot: {reason}")
    pytest.skip(f"not tried in a browser: {reason}")


@pytest.fixture(scope="module")
def server(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages, served from a folder that is not the project's."""
    port = free()
    options = {
        "server.port": port, "server.address": LOOPBACK, "server.headless": "true",
        "server.fileWatcherType": "none", "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
    }  # fmt: skip
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(MAIN),
        *(f"--{n}={v}" for n, v in options.items()),
    ]
    environment = os.environ | {"ZEGSMAN_STORE": str(filled), "ZEGSMAN_LANGUAGE": "nl"}
    process = subprocess.Popen(command, env=environment, cwd=tmp_path_factory.mktemp("elsewhere"))
    try:
        wait_for(f"http://{LOOPBACK}:{port}/_stcore/health", process)
        yield f"http://{LOOPBACK}:{port}/"
    finally:
        process.terminate()
        process.wait(20)


def free() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + OPENS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            direct.open(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail("the pages did not open")


@pytest.fixture(scope="module")
def browser() -> Iterator:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    path = os.environ.get("ZEGSMAN_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        missing("no chromium is installed")
    with sync_playwright() as playwright:
        # As root, as in a container, Chromium has no sandbox; all it opens here is our own.
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, server: str) -> Iterator:
    """A page of the browser. Fails if it asked anybody but our server for anything, or a script broke."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(SHOWS)
    outside, broken = [], []
    page.on("request", lambda asked: outside.append(asked.url) if not ours(asked.url, server) else None)
    page.on("pageerror", lambda error: broken.append(error))
    page.on("dialog", lambda dialog: (broken.append(dialog.message), dialog.dismiss()))
    yield page
    context.close()
    assert outside == []
    assert broken == []


def ours(address: str, server: str) -> bool:
    return address.startswith((server, server.replace("http", "ws"), "data:", "blob:"))


def in_view(page, selector: str) -> bool:
    return page.eval_on_selector(
        selector, "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
    )


def test_from_the_overview_to_a_person_to_the_sentence_in_the_article(page, server: str) -> None:
    page.goto(server)
    page.get_by_role("link", name=WIEKE).click()
    page.get_by_role("heading", name=WIEKE, level=1).wait_for()
    page.get_by_role("heading", name="Wat gezegd").wait_for()
    said = SLEEP.attributions[0].content[0].text
    quote = page.locator("blockquote", has_text=said)
    quote.get_by_role("link").click()
    page.get_by_role("heading", name=SLEEP.article.title, level=1).wait_for()
    place = page.locator("#place")
    place.wait_for()
    assert place.inner_text() == said
    page.wait_for_function("document.querySelector('#place').getBoundingClientRect().bottom <= innerHeight")
    assert in_view(page, "#place")
    page.go_back()
    page.get_by_role("heading", name="Wat gezegd").wait_for()
    page.go_back()
    page.get_by_role("link", name=WIEKE).wait_for()


def test_a_shared_link_scrolls_far_down_to_the_sentence(page, server: str) -> None:
    page.set_viewport_size({"width": 600, "height": 200})
    said = SLEEP.attributions[-1].content[0]
    page.goto(f"{server}article?article={SLEEP.article.id}&at={said.start}")
    page.locator("#place").wait_for()
    page.wait_for_function("document.querySelector('#place').getBoundingClientRect().bottom <= innerHeight")
    assert page.locator("#place").inner_text() == said.text
    assert in_view(page, "#place")


def places(page) -> dict[str, dict[str, float]]:
    """Where the nodes of the drawing are, in pixels from the corner of its box."""
    page.locator(".zg-network[data-ready=yes]").wait_for()
    return page.locator(".zg-network").evaluate("box => box.places()")


def click(page, x: float, y: float) -> None:
    page.locator(".zg-network").click(position={"x": x, "y": y})


def test_a_click_on_a_node_opens_it(page, server: str) -> None:
    person = SLEEP.people[1]
    page.goto(f"{server}drawing?about={person.id}")
    at = places(page)[SLEEP.article.id]
    click(page, at["x"], at["y"])
    title = SLEEP.article.title
    page.get_by_role("heading", name=title, level=2).wait_for()
    assert f"open={SLEEP.article.id}" in page.url
    page.get_by_role("link", name="open dit artikel").click()
    page.get_by_role("heading", name=title, level=1).wait_for()


def test_a_click_on_an_edge_shows_the_sentence_behind_it(page, server: str) -> None:
    sentence = GARDEN.article.text.split("\n")[2]
    page.goto(f"{server}drawing?about={GARDEN.article.id}")
    places(page)
    middle = page.locator(".zg-network").evaluate(
        """(box, person) => {
          const { nodes, edges } = box.network.body
          const edge = Object.values(edges).find((e) => nodes[e.fromId].options.title.startsWith(person))
          return box.network.canvasToDOM(edge.edgeType.getPoint(0.5))
        }""",
        WIEKE,
    )
    click(page, middle["x"], middle["y"])
    page.get_by_role("heading", name="De zin achter de lijn").wait_for()
    page.locator("blockquote", has_text=sentence).get_by_role("link").click()
    page.locator("#place").wait_for()
    assert page.locator("#place").inner_text() == sentence


def test_the_language_is_chosen_and_stays(page, server: str) -> None:
    page.goto(server)
    page.get_by_text("English").click()
    page.get_by_role("heading", name="Who is presented where").wait_for()
    # What the page showed before stays on it until its English form has come.
    page.locator("a[href*='lang=en']", has_text=JOOST).click()
    page.get_by_role("heading", name="What they say").wait_for()


def test_a_hostile_article_runs_nothing(page, server: str) -> None:
    page.goto(f"{server}article?article={HOSTILE.article.id}")
    text = page.locator(".zg-text")
    text.wait_for()
    assert "<script>alert('x')</script>" in text.inner_text()
    page.goto(f"{server}drawing?about={HOSTILE.people[0].id}")
    where = places(page)
    for at in where.values():
        page.locator(".zg-network").hover(position=at)
        page.locator(".vis-tooltip").first.wait_for()
    assert page.locator("img[src=x]").count() == 0
