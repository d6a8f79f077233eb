"""Marking stretches of a text changes nothing of it."""

from collections import defaultdict
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from app.highlight import Mark, highlight, lines


class Marked(HTMLParser):
    """Reads highlighted text, and fails where tags do not balance."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text, self.open, self.marked = "", [], defaultdict(str)
        self.depths, self.ids = [], []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        assert tag in ("mark", "p", "a")
        assert not (tag == "p" and self.open), "a paragraph stands within something"
        assert not (tag == "a" and "a" in [name for name, _ in self.open]), "a link stands within a link"
        self.open.append((tag, attributes.get("title")))
        if "id" in attributes:
            self.ids.append(attributes["id"])

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        self.text += data
        for _, title in self.open:
            if title:
                self.marked[title] += data


@st.composite
def marked_texts(draw):
    text = draw(st.text(alphabet=st.one_of(st.sampled_from("ab <>&\"'\n\r"), st.characters()), max_size=60))
    offset = st.integers(min_value=0, max_value=len(text))
    spans = draw(st.lists(st.tuples(offset, offset, st.booleans()), max_size=8))
    marks = [
        Mark(min(a, b), max(a, b), "quote", id=f"m{i}", title=f"m{i}", href="x" if linked else None)
        for i, (a, b, linked) in enumerate(spans)
    ]
    return text, marks


@given(marked_texts())
def test_the_text_survives_and_every_mark_holds_its_own_stretch(case):
    text, marks = case
    read = Marked(highlight(text, [*lines(text), *marks]))
    assert read.text == text
    held = {m.title: text[m.start : m.end] for m in marks if m.start < m.end}
    assert dict(read.marked) == held
    assert sorted(read.ids) == sorted(held)


@given(st.text(), st.integers(), st.integers())
def test_marks_that_are_not_of_the_text_are_left_out(text, start, end):
    assert Marked(highlight(text, [Mark(start, end, "person")])).text == text


def test_a_name_in_a_quote_stands_within_its_mark():
    made = highlight("zegt Bas nu", [Mark(5, 8, "person"), Mark(0, 11, "quote", id="at-0")])
    assert made == ('<mark class="zg-quote" id="at-0">zegt <mark class="zg-person">Bas</mark> nu</mark>')


def test_a_quote_over_two_paragraphs_is_marked_in_both_and_has_one_id():
    made = highlight("een\ntwee", [*lines("een\ntwee"), Mark(1, 6, "quote", id="at-1")])
    assert made.count('id="at-1"') == 1
    assert '<p class="zg-line">e<mark class="zg-quote" id="at-1">en</mark></p>' in made
    assert '<p class="zg-line"><mark class="zg-quote">tw</mark>ee</p>' in made


def test_blank_lines_are_no_paragraphs():
    assert [(m.start, m.end) for m in lines("een\n\n  \n twee")] == [(0, 3), (8, 13)]
