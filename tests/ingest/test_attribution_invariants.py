"""What holds for every text, damaged ones included."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.extraction import Article, Extraction, article_id
from ingest.pipeline import Pipeline

PIPELINE = Pipeline("nl")

PIECES = st.sampled_from(
    [
        *"\".,:;!?'’‘“”„«»()-–\n ",
        "\n\n",
        " zegt ",
        " dat ",
        " volgens ",
        "Volgens ",
        " aldus ",
        "Mirjam Kolthof",
        "huisarts Mirjam Kolthof",
        " hij ",
        " het CBS ",
        " blijkt uit ",
        "Uit onderzoek blijkt dat ",
        " legt ",
        " uit ",
        "het dak lekt",
        " en ",
        " maar ",
        " is ",
        " te ",
        "Bronnen\n",
        " İ ",
        "\u0301",
        "😀",
        "'s ",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map("".join)


def extract(text: str) -> Extraction:
    return PIPELINE.extract(Article(source="test", id=article_id(None, text), text=text))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_spans_hold_and_contents_do_not_overlap(text: str) -> None:
    position = 0
    for one in extract(text).attributions:
        for span in (*one.content, *([one.cue] if one.cue else []), *one.sentences):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
        for span in one.content:
            assert position <= span.start
            position = span.end
        assert one.source.name
        assert all(
            any(content.start <= sentence.start and sentence.end <= content.end for content in one.content)
            for sentence in one.sentences
        )


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_ids_are_unique_within_an_article(text: str) -> None:
    ids = [one.id for one in extract(text).attributions]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "piece",
    [
        "Kolthof zegt dat het dak lekt, ",
        '"Het lekt", zegt Kolthof. ',
        "volgens ",
        "legt, ",
        "en maar en ",
        "dat zegt ",
        "“Het lekt\n",
        "Kop\n",
        "(bron) ",
    ],
)
def test_work_grows_no_faster_than_the_text(piece: str, steps: Callable[..., int]) -> None:
    extract(piece)  # what is loaded once
    few, many = (steps(lambda times=times: extract(piece * times)) for times in (100, 1_000))
    assert few < many < 12 * few
