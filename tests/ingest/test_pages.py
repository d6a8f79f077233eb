"""Reading pages: what extraction of the main text loses is kept, once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import readers
from ingest.errors import Refused
from ingest.extraction import Article, Original

DISCLAIMER = "Namen zijn om privacyredenen gewijzigd. Dit artikel vormt geen medisch advies."

BODY = """
<p>Steeds meer mensen liggen 's nachts wakker en staren naar het plafond. Dat blijkt uit
<a href="https://cijfers.example/slaap">nieuwe cijfers</a> over de afgelopen vijf jaar
(<a href="/bron/12">bron</a>).</p>
<p>"Wie slecht slaapt, moet vroeger opstaan", zegt slaapcoach Wiebrand Tolhuizen uit Ommelanderwijk.
Hij ziet dat veel mensen te lang in bed blijven liggen (bron).</p>
<h2>Minder scherm, meer rust</h2>
<p>Volgens Tolhuizen helpt het om het scherm een uur voor het slapengaan weg te leggen. <a>Lees verder</a>
over een vaste bedtijd, die volgens hem wonderen doet voor wie lang wakker ligt.</p>
<p>Lotte (34) probeerde het en slaapt nu weer zeven uur per nacht. "Ik had het veel eerder moeten doen".</p>
"""

PAGE = """<!doctype html><html lang="nl"><head><title>Waarom we slechter slapen | Het Weekblad</title>{head}
<script>var note = "Namen zijn gewijzigd in dit script";</script></head>
<body class="author-box-enabled disclaimer-on category-bronnen">
<nav><ul><li><a href="/">Voorpagina</a></li>
<li><a href="/gezond">Gezondheid</a></li></ul></nav>
<main><article class="post tag-literatuurlijst"><h1>Waarom we slechter slapen</h1>
{above}{body}{below}</article>
</main><aside><h3>Lees ook</h3><figure><figcaption>Een heel ander stuk over katten</figcaption></figure>
{aside}</aside>
<footer>{footer}<p>© 2025 Het Weekblad</p><ul><li><a href="/d">Disclaimer</a></li></ul></footer>
</body></html>"""


def page(**pieces: str) -> str:
    return PAGE.format(
        **{"head": "", "above": "", "body": BODY, "below": "", "aside": "", "footer": ""} | pieces
    )


def read(html: str | bytes, name: str = "slapen.html", **addresses: str) -> Article:
    data = html.encode("utf-8", "replace") if isinstance(html, str) else html
    return readers.reread(Original(data, "text/html", name, **addresses)).article


def parts(article: Article, kind: str) -> list[str]:
    return [article.text[part.start : part.end] for part in article.parts if part.kind == kind]


# --- disclaimers ---


@pytest.mark.parametrize(
    "form", ["<p>{}</p>", "<div class='article-disclaimer'>{}</div>", "<small>{}</small>"]
)
@pytest.mark.parametrize("where", ["above", "below", "aside", "footer"])
def test_a_disclaimer_is_kept_once_wherever_it_stands(where: str, form: str) -> None:
    article = read(page(**{where: form.format(DISCLAIMER)}))
    assert article.text.count(DISCLAIMER) == 1
    assert parts(article, "disclaimer") == [DISCLAIMER]


def test_a_disclaimer_in_text_aside_and_footer_is_kept_once() -> None:
    small_print = f"<p>{DISCLAIMER}</p>"
    article = read(page(below=small_print, aside=small_print, footer=small_print))
    assert article.text.count(DISCLAIMER) == 1
    assert parts(article, "disclaimer") == [DISCLAIMER]


def test_a_link_to_a_disclaimer_a_script_and_a_class_of_the_theme_are_none() -> None:
    assert parts(read(page()), "disclaimer") == []
    assert "script" not in read(page()).text


# --- captions, key points, author box ---


def test_captions_of_the_article_are_kept_and_those_of_other_articles_are_not() -> None:
    caption = "<figcaption>Een slapeloze nacht in de stad. <span>Foto: Beeldhuis</span></figcaption>"
    article = read(page(above=f"<figure><img src='a.jpg'>{caption}</figure>"))
    assert parts(article, "caption") == ["Een slapeloze nacht in de stad. Foto: Beeldhuis"]
    assert "katten" not in article.text


def test_the_author_box_is_kept_under_its_heading() -> None:
    box = "<div class='AuthorBox_x1'><h4>Over de auteur</h4><p>Fenna Oudelaar schrijft over slaap.</p></div>"
    assert parts(read(page(aside=box)), "author_box") == [
        "Over de auteur\n\nFenna Oudelaar schrijft over slaap."
    ]


def test_key_points_and_headings_are_marked() -> None:
    points = (
        "<div class='key-points'><ul><li>Slaap is schaars</li><li>Een vaste bedtijd helpt</li></ul></div>"
    )
    article = read(page(above=points))
    (found,) = parts(article, "key_points")
    assert "Slaap is schaars" in found and "Een vaste bedtijd helpt" in found
    assert "Minder scherm, meer rust" in parts(article, "heading")


# --- references ---

ENTRIES = """<li>“Sleep and the city,” Dr. A. Voorbeeld, University of Nowhere, 2021 –
<a href="https://doi.example/1">link</a>.</li>
<li>Testma, B. (2019). Slapen in Nederland. Uitgeverij Voorbeeld.</li>"""


@pytest.mark.parametrize("where", ["below", "aside", "footer"])
@pytest.mark.parametrize(
    "form", ["<h3>Bronnen</h3><ol>{}</ol>", "<section class='references'><ol>{}</ol></section>"]
)
def test_a_list_of_references_is_read_wherever_it_stands(where: str, form: str) -> None:
    article = read(page(**{where: form.format(ENTRIES)}))
    first, second = article.references
    assert (first.author, first.title, first.year) == ("Dr. A. Voorbeeld", "Sleep and the city", "2021")
    assert first.address == "https://doi.example/1"
    assert (second.title, second.year, second.address) == ("Slapen in Nederland", "2019", None)
    assert article.text.count("Sleep and the city") == 1
    (listed,) = parts(article, "references")
    assert listed.endswith("Uitgeverij Voorbeeld.")


# --- links ---


def test_links_have_their_text_their_place_and_their_address() -> None:
    article = read(page(), asked="https://www.weekblad.example/slapen")
    found = [(link.text, link.address, link.state) for link in article.links]
    assert found == [
        ("nieuwe cijfers", "https://cijfers.example/slaap", "present"),
        ("bron", "https://weekblad.example/bron/12", "present"),
        ("(bron)", None, "none"),
        ("Lees verder", None, "none"),
    ]
    for link in article.links:
        assert article.text[link.start : link.start + len(link.text)] == link.text


# --- what the page states ---

HEAD = """<link rel="canonical" href="https://www.weekblad.example/slapen/?utm_source=x">
<meta property="og:site_name" content="Het Weekblad">
<meta property="og:title" content="Slechter slapen | Het Weekblad">
<meta property="article:published_time" content="2025-03-04T08:00:00+01:00">
<meta property="article:section" content="Gezondheid"><meta name="keywords" content="slaap, stress, slaap">
<meta name="author" content="Door Fenna Oudelaar">
<meta property="article:author" content="https://social.example/fenna">"""
LINKED_DATA = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "Organization", "@id": "#org", "name": "Het Weekblad"},
{"@type": "Person", "@id": "#fenna", "name": "Fenna Oudelaar"},
{"@type": ["NewsArticle"], "headline": "Slechter slapen", "alternativeHeadline": "En wat eraan te doen is",
"datePublished": "2025-03-04", "author": [{"@id": "#fenna"}],
"publisher": {"@id": "#org"}, "articleSection": "Gezondheid",
"keywords": ["slaap", "stress"],
"mainEntityOfPage": {"@type": "WebPage", "@id": "https://weekblad.example/slapen"}}]}</script>"""


@pytest.mark.parametrize("head", [HEAD, LINKED_DATA])
def test_what_the_page_states_is_read_from_its_head_or_its_linked_data(head: str) -> None:
    article = read(page(head=head))
    assert (article.title, article.publisher) == ("Slechter slapen", "Het Weekblad")
    assert (article.url, article.published) == ("https://weekblad.example/slapen", "2025-03-04")
    assert (article.byline, article.section) == ("Fenna Oudelaar", "Gezondheid")
    assert article.keywords == ("slaap", "stress")


def test_what_marked_elements_state_is_read() -> None:
    above = (
        "<p class='subtitle'>En wat eraan te doen is</p>"
        "<p class='byline'>Door <a rel='author' href='/f'>Fenna Oudelaar</a></p>"
        "<time datetime='2025-03-04T08:00'>gisteren</time>"
    )
    article = read(page(above=above))
    assert (article.title, article.subtitle) == ("Waarom we slechter slapen", "En wat eraan te doen is")
    assert (article.byline, article.published) == ("Fenna Oudelaar", "2025-03-04")


def test_a_copy_that_names_another_site_as_canonical_keeps_its_own_address() -> None:
    head = "<link rel='canonical' href='https://bureau.example/slapen'>"
    assert read(page(head=head), asked="https://blad.example/1").url == "https://blad.example/1"
    own = "<meta property='og:url' content='https://blad.example/1'>"
    assert read(page(head=head + own)).url == "https://blad.example/1"


def test_a_page_saved_by_a_browser_says_where_it_came_from() -> None:
    comment = "<!-- saved from url=(0035)https://www.weekblad.example/slapen -->"
    assert read(page().replace("<html", comment + "<html")).url == "https://weekblad.example/slapen"


def test_the_declared_encoding_is_used_where_the_page_is_not_utf_8() -> None:
    html = page(
        head="<meta charset='iso-8859-15'>",
        below="<p>Een kop thee in het café kost volgens Tolhuizen €3.</p>",
    )
    assert "het café kost volgens Tolhuizen €3." in read(html.encode("iso-8859-15")).text


# --- whatever comes ---


@pytest.mark.parametrize(
    "html",
    [
        "<",
        "<!-- -->",
        "<html></html>",
        "<script>x</script>",
        "<div>" * 20_000 + "tekst",
        "<p>" + "woord <b>en</b> " * 120_000,
    ],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(Refused):
        read(html)


TAGS = """<p> </p> <a> </a> <figcaption> </figcaption> <footer> </footer> <aside> <li> </div> <h2> </h2> <br>
<!-- --> <script> &nbsp; &#128; (bron)"""
MARKUP = st.sampled_from(
    [
        *TAGS.split(),
        *("<a href='/x'>", "<div class='disclaimer'>", "<h3>Bronnen</h3>", " ", "\u00ad", "e\u0301", "\x00"),
        *(DISCLAIMER, "Volgens Tolhuizen helpt het om vroeger naar bed te gaan. ", "Foto: Beeldhuis"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP, max_size=40).map("".join))
def test_every_span_holds_on_any_page(markup: str) -> None:
    try:
        article = read(page(below=markup))
    except Refused:
        return
    for link in article.links:
        assert article.text[link.start : link.start + len(link.text)] == link.text
    for part in article.parts:
        assert 0 <= part.start < part.end <= len(article.text)
        assert article.text[part.start : part.end].strip() == article.text[part.start : part.end]
    for kind in {part.kind for part in article.parts}:
        ends = [part.end for part in article.parts if part.kind == kind]
        starts = [part.start for part in article.parts if part.kind == kind]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert article.text.count(DISCLAIMER) <= max(1, markup.count(DISCLAIMER))
