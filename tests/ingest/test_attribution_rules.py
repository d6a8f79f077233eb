"""Every rule's own example and counter-example."""

import re

import pytest

from ingest.extraction import Article, Extraction, article_id
from ingest.languages.nl.attribution import RULES
from ingest.pipeline import Pipeline
from ingest.rules import Rule

PIPELINE = Pipeline("nl")
by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def extract(text: str) -> Extraction:
    return PIPELINE.extract(Article(source="example", id=article_id(None, text), text=text))


@by_name
def test_in_its_example_a_rule_finds_what_stands_in_brackets(rule: Rule) -> None:
    expected = re.findall(r"\[([^]]*)\]", rule.example)
    attributions = extract(re.sub(r"[\[\]]", "", rule.example)).attributions
    found = [span.text for one in attributions if one.rule == rule.name for span in one.content]
    assert expected and found == expected


@by_name
def test_in_its_counter_example_a_rule_finds_nothing(rule: Rule) -> None:
    assert [one for one in extract(rule.counter_example).attributions if one.rule == rule.name] == []


def test_rules_have_names_of_their_own_and_say_what_they_are_about() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(len(rule.description) > 20 for rule in RULES)
