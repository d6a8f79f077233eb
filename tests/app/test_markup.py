"""What comes from articles is shown as it is, and is never taken for markup."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from app.markup import Html, escape, join, link, outward, table, tag


class Parsed(HTMLParser):
    """The text and the tags of a piece of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text, self.tags = "", []
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))


@given(st.text())
def test_any_text_comes_back_and_makes_no_tag(text):
    parsed = Parsed(tag("p", text))
    assert parsed.text == text
    assert parsed.tags == [("p", {})]


@given(st.text(), st.text())
def test_any_text_can_be_an_attribute(title, href):
    assert Parsed(link(href, "x", title=title)).tags == [("a", {"href": href, "title": title})]


def test_what_is_markup_already_is_not_escaped_again():
    inner = tag("b", "<")
    assert tag("p", inner, None, 3) == "<p><b>&lt;</b>3</p>"
    assert escape(inner) is inner
    assert join(["a", "<", Html("<br>")], ", ") == "a, &lt;, <br>"


def test_attributes_have_their_names_in_html_and_none_is_left_out():
    assert tag("i", class_="x", aria_label="y", id=None) == '<i class="x" aria-label="y"></i>'


def test_only_web_addresses_become_links_to_the_web():
    assert 'href="https://krant.example/a"' in outward("https://krant.example/a", "krant")
    for address in ("javascript:alert(1)", "data:text/html,x", "file:///etc/hosts", "", None):
        assert outward(address, "krant") == "krant"


def test_a_table_names_its_columns_and_its_rows():
    made = table(["Naam", "Plaats"], [["Bas <i>", "Breda"]], "Personen")
    assert '<th scope="col">Plaats</th>' in made
    assert '<th scope="row">Bas &lt;i&gt;</th><td>Breda</td>' in made
