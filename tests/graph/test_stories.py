"""Which articles tell one story, and which revises which."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.observed import Article
from graph.resolve.overlap import alike
from graph.resolve.stories import revisions, stories
from ingest.comparison import shingles

# Made of numbered words: long enough to tell by, and no two alike.
SENTENCES = [
    f"zin {n} gaat over onderwerp{n} en noemt daarbij plaats{n} naast reden{n} en gevolg{n}."
    for n in range(40)
]
TEXT = " ".join(SENTENCES)


def article(id: str, text: str, **known: str) -> Article:
    return Article(id=id, shingles=shingles(text), text=text, **known)


def told(*articles: Article) -> list[tuple[str, ...]]:
    return [story.articles for story in stories(articles).stories]


def test_a_copy_tells_the_same_story() -> None:
    assert told(article("b", TEXT), article("a", TEXT)) == [("a", "b")]


def test_a_copy_edited_by_hand_in_every_sentence_tells_the_same_story() -> None:
    edited = " ".join(sentence.replace("gevolg", "uitkomst") for sentence in SENTENCES)
    assert told(article("a", TEXT), article("b", edited)) == [("a", "b")]


def test_a_copy_cut_to_half_tells_the_same_story() -> None:
    assert told(article("a", TEXT), article("b", " ".join(SENTENCES[:20]))) == [("a", "b")]


def test_a_review_that_takes_up_two_articles_does_not_make_them_one_story() -> None:
    pieces = [article(str(n), " ".join(SENTENCES[n * 5 : n * 5 + 5])) for n in range(8)]
    assert len(told(*pieces, article("review", TEXT))) == 9


def test_small_print_under_every_article_makes_no_story() -> None:
    small = " ".join(f"kleine letter{n} onder elk stuk van dit blad staat hier" for n in range(6))
    own = [" ".join(SENTENCES[n * 8 : n * 8 + 8]) for n in range(5)]
    assert len(told(*(article(str(n), f"{text} {small}") for n, text in enumerate(own)))) == 5


def test_texts_too_short_to_tell_by_are_stories_of_their_own() -> None:
    assert (
        len(
            told(
                article("a", "Het regent vandaag in het hele land."),
                article("b", "Het regent vandaag in het hele land."),
            )
        )
        == 2
    )


def test_texts_under_one_address_are_one_story_and_the_later_revises_the_earlier() -> None:
    old = article("b", SENTENCES[0], url="https://a.example/1", published="2024-01-02")
    new = article("a", " ".join(SENTENCES[20:]), url="https://a.example/1", published="2024-03-01")
    assert told(old, new) == [("a", "b")]
    assert list(revisions([old, new])) == [("a", "b")]


def test_of_one_date_the_greater_id_revises_the_smaller() -> None:
    articles = [article(id, id, url="https://a.example/1", published="2024-01-02") for id in "cab"]
    assert list(revisions(articles)) == [("b", "a"), ("c", "b")]


def test_a_story_is_called_after_its_earliest_article() -> None:
    (story,) = stories(
        [
            article("a", TEXT, title="Later", published="2024-02-01", publisher="Een"),
            article("b", TEXT, title="Eerder", published="2024-01-01", publisher="Twee"),
        ]
    ).stories
    assert (story.id, story.title, story.first, story.last) == ("a", "Eerder", "2024-01-01", "2024-02-01")
    assert story.publishers == ("Een", "Twee")


TEMPLATE = (
    "In {town} hoor je het steeds vaker: buren die hun gereedschap delen. {name}, klusser, begon er {n} "
    "jaar geleden mee. Op de zolder staan {m} boormachines, en elke zaterdag komt de halve straat langs "
    "voor een ladder. De gemeente vindt het een goed idee en wil in het voorjaar een loods ter "
    "beschikking stellen, mits er genoeg vrijwilligers komen. ‘Je leert elkaar eindelijk kennen,’ zegt "
    "{last}. ‘En het scheelt een schuur vol spullen.’ Wie mee wil doen, kan zich melden bij het buurthuis "
    "in {town}, waar {last} elke week koffie schenkt."
)
ANNA = {"town": "Zierikzee", "name": "Anna van der Grint", "last": "Van der Grint", "n": 12, "m": 31}
BAS = {"town": "Appingedam", "name": "Bas Loddermoes", "last": "Loddermoes", "n": 7, "m": 25}
PEOPLE = {"a": frozenset(["Anna van der Grint"]), "b": frozenset(["Bas Loddermoes"])}


def test_a_text_in_which_names_and_numbers_were_swapped_is_a_twin_and_no_copy() -> None:
    found = stories(
        [article("a", TEMPLATE.format(**ANNA)), article("b", TEMPLATE.format(**BAS))],
        PEOPLE,
    )
    assert [story.articles for story in found.stories] == [("a",), ("b",)]
    (twin,) = found.twins
    assert (twin.one, twin.other) == ("a", "b") and 0.7 < twin.score < 1.0
    assert twin.swapped == (
        ("Zierikzee", "Appingedam"),
        ("Anna van der Grint", "Bas Loddermoes"),
        ("12", "7"),
        ("31", "25"),
        ("Grint", "Loddermoes"),
    )


def test_a_text_in_which_only_the_expert_is_another_is_a_twin() -> None:
    other = ANNA | {"name": BAS["name"], "last": BAS["last"]}
    found = stories(
        [article("a", TEMPLATE.format(**ANNA)), article("b", TEMPLATE.format(**other))],
        PEOPLE,
    )
    assert [twin.swapped[0] for twin in found.twins] == [("Anna van der Grint", "Bas Loddermoes")]


def test_a_copy_that_keeps_its_people_but_not_its_town_is_a_copy() -> None:
    local = article("b", TEMPLATE.format(**ANNA | {"town": "Appingedam"}))
    found = stories([article("a", TEMPLATE.format(**ANNA)), local], {"a": PEOPLE["a"], "b": PEOPLE["a"]})
    assert [story.articles for story in found.stories] == [("a", "b")] and not found.twins


def test_a_copy_that_spells_a_name_another_way_is_a_copy() -> None:
    spelled = article("b", TEMPLATE.format(**ANNA).replace("Grint", "Grindt"))
    people = PEOPLE | {"b": frozenset(["Anna van der Grindt"])}
    assert [
        s.articles for s in stories([article("a", TEMPLATE.format(**ANNA)), spelled], people).stories
    ] == [("a", "b")]


def test_a_copy_with_two_words_changed_in_every_sentence_tells_the_same_story() -> None:
    edited = " ".join(sentence.replace("zin", "regel").replace("noemt", "zet") for sentence in SENTENCES)
    assert told(article("a", TEXT), article("b", edited)) == [("a", "b")]


def test_a_twin_is_of_the_story_that_copies_tell() -> None:
    texts = {"a": ANNA, "b": BAS, "c": ANNA, "d": BAS}
    people = PEOPLE | {"c": PEOPLE["a"], "d": PEOPLE["b"]}
    found = stories([article(id, TEMPLATE.format(**filled)) for id, filled in texts.items()], people)
    assert [story.articles for story in found.stories] == [("a", "c"), ("b", "d")]
    assert [(twin.one, twin.other) for twin in found.twins] == [("a", "b")]


@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(order: random.Random) -> None:
    articles = [
        article(
            str(n),
            " ".join(SENTENCES[first:last]),
            url=f"https://a.example/{n % 5}",
            published=f"2024-0{n % 3 + 1}",
        )
        for n, (first, last) in enumerate([(0, 20), (5, 22), (10, 40), (0, 8), (20, 40), (18, 39), (30, 31)])
    ]
    expected, revised = stories(articles), sorted(revisions(articles))
    order.shuffle(articles)
    assert stories(articles) == expected and sorted(revisions(articles)) == revised


_sets = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.frozensets(st.integers(0, 12), max_size=9), max_size=12
)


@given(_sets, st.sampled_from([0.3, 0.5, 0.8, 1.0]), st.sampled_from([0.2, 0.5, 0.8]))
def test_what_is_alike_is_found_as_comparing_each_with_each_finds_it(
    sets: dict[str, frozenset[int]], contained: float, jaccard: float
) -> None:
    expected = {
        (a, b)
        for a in sets
        for b in sets
        if a < b
        and sets[a]
        and sets[b]
        and len(sets[a] & sets[b]) >= contained * min(len(sets[a]), len(sets[b]))
        and len(sets[a] & sets[b]) >= jaccard * len(sets[a] | sets[b])
    }
    assert set(alike(sets, contained, jaccard)) == expected
