"""Which sentences say the same."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.claims import Claim, claims
from graph.resolve.observed import Sentence
from ingest.comparison import compare
from ingest.languages.nl.comparing import NEGATIONS, STOP_WORDS

SLEEP = "Wie elke avond een vast ritueel volgt, slaapt gemiddeld veertig minuten langer door."
STORIES = {"article1": "story1", "article2": "story2", "copy1": "story1"}
PERSONS = {"ilse1": "ilse", "ilse2": "ilse", "joop1": "joop"}


def sentence(id: str, text: str, article: str, appearance: str | None = None) -> Sentence:
    compared = compare(text, STOP_WORDS, NEGATIONS)
    return Sentence(id, article, text, compared.words, compared.numbers, compared.negated, appearance)


def found(*sentences: Sentence) -> list[Claim]:
    return claims(sentences, STORIES, PERSONS)


def test_a_sentence_of_two_stories_is_a_claim_and_goes_by_the_smaller_id() -> None:
    (claim,) = found(sentence("b", SLEEP, "article1", "ilse1"), sentence("a", SLEEP, "article2", "ilse2"))
    assert (claim.id, claim.text, claim.sentences) == ("a", SLEEP, (("a", 1.0), ("b", 1.0)))
    assert (claim.stories, claim.persons) == (("story1", "story2"), ("ilse",))


def test_a_sentence_with_a_word_changed_says_the_same_less_surely() -> None:
    other = SLEEP.replace("langer", "dieper")
    (claim,) = found(
        sentence("a", SLEEP + " Dagelijks oefenen helpt daarbij.", "article1"),
        sentence("b", other + " Dagelijks oefenen helpt daarbij.", "article2"),
    )
    assert 0.8 <= dict(claim.sentences)["b"] < 1.0


def test_copies_of_one_story_make_no_claim() -> None:
    assert not found(sentence("a", SLEEP, "article1", "ilse1"), sentence("b", SLEEP, "copy1", "ilse2"))


def test_a_copy_that_puts_the_sentence_in_another_mouth_makes_a_claim() -> None:
    (claim,) = found(sentence("a", SLEEP, "article1", "ilse1"), sentence("b", SLEEP, "copy1", "joop1"))
    assert claim.persons == ("ilse", "joop")


def test_other_numbers_or_a_denial_do_not_say_the_same() -> None:
    told = "In {} procent van de onderzochte huishoudens ligt de telefoon {}naast het bed."
    first = sentence("a", told.format(40, ""), "article1")
    assert not found(first, sentence("b", told.format(60, ""), "article2"))
    assert not found(first, sentence("b", told.format(40, "niet "), "article2"))
    assert found(first, sentence("b", told.format(40, ""), "article2"))


def test_short_sentences_make_no_claim() -> None:
    assert not found(
        sentence("a", "Dat is heel mooi.", "article1"), sentence("b", "Dat is heel mooi.", "article2")
    )


def test_institutions_make_claims_without_a_person() -> None:
    (claim,) = found(sentence("a", SLEEP, "article1"), sentence("b", SLEEP, "article2"))
    assert claim.persons == ()


@given(st.randoms(use_true_random=False))
def test_the_order_of_sentences_does_not_matter(order: random.Random) -> None:
    words = [f"inhoudswoord{n}" for n in range(12)]
    sentences = [
        Sentence(
            str(n), f"article{n // 4 % 2 + 1}", str(n), tuple(words[n % 4 : n % 4 + 8]), appearance="ilse1"
        )
        for n in range(12)
    ]
    expected = found(*sentences)
    order.shuffle(sentences)
    assert expected and found(*sentences) == expected
