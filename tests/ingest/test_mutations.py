"""Damaged articles are read like others: nothing raises, every span holds, no text takes far more work."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import MUTATIONS, Mutation, damaged, mutated
from wholeness import flaws

from ingest import readers
from ingest.extraction import Article, Extraction, Reading, article_id
from ingest.pipeline import Pipeline

ROOT = Path(__file__).parents[2]
OURS = [ROOT / "app" / "demo" / "articles", ROOT / "tests" / "gold"]
NEWS = ROOT.parent / "shared" / "corpus" / "news.jsonl"
# What the longest article may take, in times the median: a rule that looks from each word at all others takes
# thousands.
MOST = 100


@cache
def pipeline() -> Pipeline:
    return Pipeline()


@cache
def texts() -> tuple[str, ...]:
    """The texts of our own articles, of the demo and the gold set."""
    found = [reading.article.text for reading in readers.read(OURS) if isinstance(reading, Reading)]
    assert len(found) > 20
    return tuple(found)


def extracted(text: str) -> Extraction:
    return pipeline().extract(Article(source="test", id=article_id(None, text), text=text))


@settings(max_examples=50, deadline=None)
@given(
    st.deferred(lambda: st.sampled_from(texts())),
    st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=3),
    st.integers(0, 1 << 32),
)
def test_nothing_raises_and_every_span_holds(text: str, damage: list[Mutation], seed: int) -> None:
    assert flaws(extracted(damaged(text, damage, random.Random(seed)))) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_way_of_damage_is_survived_by_our_articles(mutation: Mutation) -> None:
    chance = random.Random(1)
    for text in texts()[::3]:
        assert flaws(extracted(damaged(text, [mutation], chance))) == []


def test_no_damaged_article_takes_far_more_work_than_others(steps: Callable[..., int]) -> None:
    chance = random.Random(2)
    extracted(texts()[0])  # what is loaded once
    work = [
        steps(lambda text=text, mutation=mutation: extracted(damaged(text, [mutation], chance)))
        for mutation in MUTATIONS
        for text in chance.sample(texts(), 3)
    ]
    assert max(work) < MOST * statistics.median(work)


@pytest.mark.skipif(not NEWS.exists(), reason=f"{NEWS} is not there")
def test_damaged_news_is_read_too() -> None:
    chance = random.Random(3)
    readings = (reading for reading in readers.read([NEWS]) if isinstance(reading, Reading))
    for reading in islice(readings, 200):
        text, damage = mutated(reading.article.text, chance)
        assert flaws(extracted(text)) == [], (reading.article.source, damage)
