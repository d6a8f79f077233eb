"""Which sentences say the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.claims import Claim, claims, leads, repeated
from graph.resolve.observed import Sentence
from graph.resolve.overlap import weighed
from ingest.comparison import compare
from ingest.languages.nl import comparing

SLEEP = "Wie elke avond een vast ritueel volgt, slaapt gemiddeld veertig minuten langer door."
STORIES = {"article1": "story1", "article2": "story2", "copy1": "story1"}
PERSONS = {"ilse1": "ilse", "ilse2": "ilse", "joop1": "joop"}


def sentence(id: str, text: str, article: str, appearance: str | None = None) -> Sentence:
    compared = compare(text, comparing)
    return Sentence(
        id,
        article,
        text,
        compared.words,
        compared.numbers,
        compared.negated,
        appearance,
        compared.terms,
        compared.bits,
        compared.names,
    )


def found(*sentences: Sentence) -> list[Claim]:
    return claims(sentences, STORIES, PERSONS)


def test_a_sentence_of_two_stories_is_a_claim_and_goes_by_the_smaller_id() -> None:
    (claim,) = found(sentence("b", SLEEP, "article1", "ilse1"), sentence("a", SLEEP, "article2", "ilse2"))
    assert (claim.id, claim.text, claim.sentences) == ("a", SLEEP, (("a", 1.0), ("b", 1.0)))
    assert (claim.stories, claim.persons) == (("story1", "story2"), ("ilse",))


def test_an_edited_sentence_says_the_same_less_surely() -> None:
    edited = "Wie elke avond een vast ritueel volgt, slaapt doorgaans 40 minuten langer door op maandag."
    (claim,) = found(sentence("a", SLEEP, "article1"), sentence("b", edited, "article2"))
    assert 0.7 <= dict(claim.sentences)["b"] < 1.0


def test_the_same_words_in_other_forms_and_another_order_say_the_same() -> None:
    told = "Bewoners van hoge flats vergeten vaker hun afspraken met de tandarts."
    reworded = "Afspraken met de tandarts worden vaker vergeten door de bewoner van een hoge flat."
    assert found(sentence("a", told, "article1"), sentence("b", reworded, "article2"))


def test_one_rare_word_for_another_makes_another_claim() -> None:
    other = SLEEP.replace("ritueel", "dieet")
    assert not found(sentence("a", SLEEP, "article1"), sentence("b", other, "article2"))


def test_other_names_make_another_claim() -> None:
    told = "Wij kregen in de winter veertig klachten van bewoners over de straatlantaarns in {}."
    first = sentence("a", told.format("Zierikzee"), "article1")
    assert not found(first, sentence("b", told.format("Appingedam"), "article2"))
    assert found(first, sentence("b", told.format("Zierikzee"), "article2"))


class Spelled:
    """Takes sentences for one claim whose letters are nearly the same."""

    least = 0.8

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        return [SequenceMatcher(None, *pair).ratio() for pair in pairs]


def test_a_scorer_decides_what_words_leave_open_but_not_numbers_or_negation() -> None:
    said = [sentence("a", SLEEP, "article1"), sentence("b", SLEEP.replace("ritueel", "rituaal"), "article2")]
    assert not found(*said)
    (claim,) = claims(said, STORIES, PERSONS, Spelled())
    assert claim.articles == ("article1", "article2") and dict(claim.sentences)["b"] < 1
    fifty = sentence("b", SLEEP.replace("veertig", "vijftig"), "article2")
    denied = sentence("b", SLEEP.replace("slaapt", "slaapt niet"), "article2")
    assert not claims([said[0], fifty], STORIES, PERSONS, Spelled())
    assert not claims([said[0], denied], STORIES, PERSONS, Spelled())


def test_an_edit_that_adds_words_says_the_same_and_a_shared_name_does_not_make_it_so() -> None:
    added = "Uit ervaring weet ik: " + SLEEP.removesuffix(".") + ", zo vertelde de buurvrouw ons gisteren."
    assert found(sentence("a", SLEEP, "article1"), sentence("b", added, "article2"))
    one = "Volgens hem ligt het aan Wobke Grasduin van Zierikzee Vooruit."
    other = "Dat zegt toch ook Wobke Grasduin van Zierikzee Vooruit."
    assert not found(sentence("a", one, "article1"), sentence("b", other, "article2"))


def test_strong_verbs_words_of_one_meaning_and_parts_of_compounds_are_compared_as_one() -> None:
    told = "Wie op zondag een lange brief schrijft, klaagt in de herfst minder over de koelkastdeur."
    reworded = "Een op zondag geschreven lange brief geeft in de herfst minder klachten over de koelkastdeur."
    assert found(sentence("a", told, "article1"), sentence("b", reworded, "article2"))


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

    def saying(n: int) -> Sentence:
        terms = tuple(words[n % 4 : n % 4 + 8])
        bits = tuple(3.0 + len(word) % 2 for word in terms)
        return Sentence(str(n), f"article{n // 4 % 2 + 1}", str(n), terms, (), False, "ilse1", terms, bits)

    sentences = [saying(n) for n in range(12)]
    expected = found(*sentences)
    order.shuffle(sentences)
    assert expected and found(*sentences) == expected


def test_a_new_sentence_is_found_among_those_known_whoever_says_it() -> None:
    edited = "Wie elke avond een vast ritueel volgt, slaapt doorgaans 40 minuten langer door op maandag."
    known = [
        sentence("a", edited, "article1", "ilse1"),
        sentence("b", SLEEP.replace("ritueel", "dieet"), "article2"),
        sentence("c", SLEEP, "copy1", "joop1"),
    ]
    assert sorted(repeated([sentence("new", SLEEP, "article3")], known)) == [("new", "a"), ("new", "c")]
    assert not list(repeated([], known))


_vocabulary = st.lists(st.sampled_from("abcdefghijkl"), min_size=4, max_size=12, unique=True)


@given(_vocabulary, st.lists(_vocabulary, max_size=8))
def test_whoever_says_the_same_shares_a_lead(new: list[str], known: list[list[str]]) -> None:
    def saying(id: str, words: list[str]) -> Sentence:
        bits = tuple(4.0 + ord(word) % 5 * 2 for word in words)
        return Sentence(id, f"article {id}", id, tuple(words), terms=tuple(words), bits=bits)

    ours = saying("new", new)
    theirs = [saying(str(n), words) for n, words in enumerate(known)]
    led = [other for other in theirs if set(other.terms) & set(leads(ours))]
    assert set(repeated([ours], theirs)) == set(repeated([ours], led))


_weights = {letter: 1.0 + n / 2 for n, letter in enumerate("abcdefgh")}
_bags = st.dictionaries(
    st.text("xyz", min_size=1, max_size=3),
    st.frozensets(st.sampled_from(sorted(_weights)), min_size=1).map(lambda s: {m: _weights[m] for m in s}),
    max_size=12,
)


@given(_bags, st.sampled_from([0.25, 0.5, 0.72, 1.0]))
def test_what_shares_enough_weight_is_found_as_comparing_each_with_each_finds_it(
    bags: dict[str, dict[str, float]], jaccard: float
) -> None:
    def share(a: str, b: str) -> float:
        both, either = bags[a].keys() & bags[b].keys(), bags[a].keys() | bags[b].keys()
        return sum(_weights[m] for m in both) / sum(_weights[m] for m in either)

    expected = {(a, b): share(a, b) for a in bags for b in bags if a < b and share(a, b) >= jaccard}
    assert {(a, b): s for a, b, s in weighed(bags, jaccard)} == pytest.approx(expected)
