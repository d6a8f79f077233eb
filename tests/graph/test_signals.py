"""Signals: what is seen in the articles, with evidence, and no verdict."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from newsroom import Named, Quoted, article, observations

from graph import reports, signals
from graph.model import Changes
from graph.resolve import resolve
from graph.store import Store
from ingest.extraction import Authority, Extraction, Link, Part

ROOT = Path(__file__).parents[2]
CHECKED = {"register": "BIG", "by": "a tester", "at": "2024-05-01T12:00:00Z"}
SLEEP = "Wie elke avond een vast ritueel volgt, slaapt gemiddeld veertig minuten langer door."
# What a twin is made from: a person, a town, an age.
MODEL = (
    "Steeds meer stellen slapen apart, en dat hoeft geen ramp te zijn, zegt {0} uit {1}. Wie elke nacht"
    " wakker ligt van gesnurk, gewoel of een lampje, is overdag sneller boos. Een eigen kamer geeft "
    "rust, en rust geeft aandacht. Dat merkte ook het paar dat na een verhuizing in twee kamers "
    "belandde, omdat het grote bed niet door de trap kon. Ze waren {2} en hadden nooit een nacht zonder"
    " elkaar gedaan. Na een maand wilden ze niet meer terug. Volgens {0} komt het aan op afspraken: wie"
    " komt bij wie, en wie zet de koffie. De rest wijst zich vanzelf."
)


def story(number: int, *people: Quoted, **known: Any) -> Extraction:
    """Return an article that shares no sentence with the story of another number."""
    goods = ("kaas", "zeep", "hout", "glas", "wol")[number]
    body = " ".join(f"{goods}{word}" for word in range(60))
    return article(f"Over {goods}", *people, body=body, url=f"https://{number}.example/{goods}", **known)


def ilse(
    place: str | None = None, role: str = "psycholoog", family: str = "psychology", **known: object
) -> Quoted:
    return Quoted("Ilse Brandsmeer", role, family, place, **known)  # type: ignore[arg-type]


def seen(store: Store, *articles: Extraction, name: str = "Ilse Brandsmeer") -> dict[str, reports.SignalLine]:
    with store.lease("a test"):
        store.write([observations(*articles)])
        resolve(store)
    (person,) = reports.find_person(store, name)
    return {signal.type: signal for signal in reports.dossier(store, person.id).signals}


def test_a_single_appearance_with_an_employer_gives_no_signal(store: Store) -> None:
    assert seen(store, story(0, ilse("Breda", affiliation="Praktijk Zuid"))) == {}


def test_several_towns_are_named_with_the_appearances_that_give_them(store: Store) -> None:
    articles = [story(0, ilse("Breda")), story(1, ilse("Zwolle")), story(2, ilse())]
    signal = seen(store, *articles)["several_towns"]
    assert (signal.polarity, signal.params) == ("closer", {"towns": "Breda, Zwolle"})
    assert set(signal.evidence) == {articles[0].people[0].id, articles[1].people[0].id}


def test_professions_of_different_kinds_are_named(store: Store) -> None:
    signal = seen(
        store, story(0, ilse("Breda")), story(1, ilse("Breda", role="budgetcoach", family="finance"))
    )
    assert signal["several_professions"].params == {"roles": "budgetcoach, psycholoog"}


def test_who_teaches_or_leads_besides_has_no_professions_of_different_kinds(store: Store) -> None:
    articles = [story(0, ilse("Breda")), story(1, ilse("Breda", role="hoogleraar", family="science"))]
    assert "several_professions" not in seen(store, *articles)


def test_no_employer_in_any_story_is_told_and_one_takes_it_away(store: Store) -> None:
    assert seen(store, story(0, ilse()), story(1, ilse()))["no_employer"].params == {"stories": "2"}
    assert "no_employer" not in seen(store, story(2, ilse(affiliation="Praktijk Zuid")))


def test_only_ever_role_name_and_town_is_told(store: Store) -> None:
    assert seen(store, story(0, ilse("Breda")))["only_role_name_place"].params == {"articles": "1"}
    assert "only_role_name_place" not in seen(store, story(1, ilse()))


def test_publications_of_one_owner_are_told_when_there_are_several(store: Store) -> None:
    owned = [
        replace(found, article=replace(found.article, url=None, publisher=title))
        for found, title in (
            (story(0, ilse()), "AD"),
            (story(1, ilse()), "Trouw"),
            (story(2, ilse()), "Trouw"),
        )
    ]
    assert seen(store, *owned)["one_owner"].params == {"owner": "DPG Media", "titles": "2", "stories": "3"}
    assert "one_owner" not in seen(store, story(3, ilse(), publisher="Elders"))


def test_unrelated_subjects_are_told_and_related_ones_not(store: Store) -> None:
    related = [story(n, ilse(), subject=s) for n, s in enumerate(("economy", "money", "work"))]
    assert "unrelated_subjects" not in seen(store, *related)
    unrelated = [story(3, ilse(), subject="food"), story(4, ilse(), subject="relationships")]
    assert seen(store, *unrelated)["unrelated_subjects"].params == {"subjects": "5"}


def test_words_in_another_mouth_are_told_of_both(store: Store) -> None:
    articles = [
        story(0, ilse(says=(SLEEP,))),
        story(1, Quoted("Joop Kater", "coach", "psychology", says=(SLEEP,))),
    ]
    signal = seen(store, *articles)["words_in_other_mouths"]
    assert signal.params == {"claims": "1", "independent": "1", "others": "Joop Kater"}
    assert set(signal.evidence) == {one.attributions[0].id for one in articles}
    assert seen(store, name="Joop Kater")["words_in_other_mouths"].params["others"] == "Ilse Brandsmeer"


def test_words_in_another_mouth_are_not_independent_in_titles_of_one_owner(store: Store) -> None:
    articles = [
        of_owner(story(0, ilse(says=(SLEEP,))), "AD"),
        of_owner(story(1, Quoted("Joop Kater", "coach", "psychology", says=(SLEEP,))), "Trouw"),
    ]
    assert seen(store, *articles)["words_in_other_mouths"].params["independent"] == "0"


def of_owner(found: Extraction, title: str) -> Extraction:
    return replace(found, article=replace(found.article, url=None, publisher=title))


def test_who_may_be_the_same_person_is_no_other_mouth(store: Store) -> None:
    one = ilse("Breda", says=(SLEEP,))
    other = Quoted("I. Brandsmeer", "econoom", "finance", "Zwolle", says=(SLEEP,))
    assert "words_in_other_mouths" not in seen(store, story(0, one), story(1, other))
    apart = store.read("MATCH (:Appearance)-[r:CANDIDATE]->(:Appearance) RETURN count(r) AS n")
    assert apart == [{"n": 1}] and len(reports.find_person(store, "Brandsmeer")) == 2


def test_repeating_oneself_is_no_signal(store: Store) -> None:
    assert "words_in_other_mouths" not in seen(
        store, story(0, ilse(says=(SLEEP,))), story(1, ilse(says=(SLEEP,)))
    )


def test_who_stands_in_anothers_place_in_a_story_from_the_same_template_is_told_of_both(store: Store) -> None:
    one, other = (
        article("Twee bedden", *people, body=MODEL.format(*names), url=f"https://{n}.example/bedden")
        for n, people, names in (
            (0, [ilse("Breda")], ("Ilse Brandsmeer", "Breda", "34")),
            (1, [Quoted("Joop Kater", "psycholoog", "psychology", "Goes")], ("Joop Kater", "Goes", "41")),
        )
    )
    signal = seen(store, one, other)["swapped_in_twin"]
    assert (signal.params, set(signal.evidence)) == (
        {"others": "Joop Kater"},
        {one.article.id, other.article.id},
    )
    assert seen(store, name="Joop Kater")["swapped_in_twin"].params == {"others": "Ilse Brandsmeer"}


def test_an_employer_that_is_nearly_a_known_organisation_is_told_with_that(store: Store) -> None:
    guild = Authority("gz", "Gilde van Zeepmakers", "association")
    near, known = (
        story(n, ilse(affiliation=name), organisations=(Named(name, match, guild),))
        for n, (name, match) in enumerate(
            [("Zeepmakersgilde", "near-miss"), ("Gilde van Zeepmakers", "exact")]
        )
    )
    signal = seen(store, near, known)["misnamed_employer"]
    assert signal.params == {"employers": "Zeepmakersgilde (Gilde van Zeepmakers)"}
    assert signal.evidence == (near.institutions[0].id,)


def test_one_company_that_is_promoted_wherever_somebody_speaks_is_told(store: Store) -> None:
    articles = [promoting(story(n, ilse(), organisations=(Named("Bakjes & Zo"),))) for n in range(3)]
    signal = seen(store, *articles)["beside_one_company"]
    assert signal.params == {"company": "Bakjes & Zo", "stories": "3", "of": "3"}
    assert set(signal.evidence) == {one.institutions[0].id for one in articles}


def test_a_company_that_is_only_named_or_stands_beside_half_the_stories_is_not_told(store: Store) -> None:
    named = [story(n, ilse(), organisations=(Named("Bakjes & Zo"),)) for n in range(2)]
    assert "beside_one_company" not in seen(store, *named)
    assert "beside_one_company" not in seen(store, *map(promoting, named), story(2, ilse()), story(3, ilse()))


def test_the_company_one_works_for_is_no_company_one_is_quoted_beside(store: Store) -> None:
    articles = [promoting(story(n, ilse(affiliation="Bakjes & Zo"))) for n in range(3)]
    assert "beside_one_company" not in seen(store, *articles)


def promoting(found: Extraction) -> Extraction:
    shops = tuple(replace(one, used_as=("mention", "promoted")) for one in found.institutions)
    return replace(found, institutions=shops)


def test_one_domain_that_all_stories_link_to_is_told(store: Store) -> None:
    articles = [
        linking(story(n, ilse()), "https://www.bakjes.example/la", "https://x.com/krant") for n in range(3)
    ]
    signal = seen(store, *articles)["beside_one_site"]
    assert signal.params == {"sites": "bakjes.example", "stories": "3"}
    assert set(signal.evidence) == {one.article.id for one in articles}


def test_a_publication_that_all_stories_link_to_is_no_signal(store: Store) -> None:
    articles = [linking(story(n, ilse()), "https://0.example/ander") for n in range(3)]
    assert "beside_one_site" not in seen(store, *articles)


def test_a_domain_that_only_titles_of_one_owner_link_to_is_no_signal(store: Store) -> None:
    articles = [linking(story(n, ilse()), "https://bakjes.example/la") for n in range(3)]
    assert "beside_one_site" not in seen(store, *(of_owner(one, "AD") for one in articles))


def linking(found: Extraction, *addresses: str) -> Extraction:
    links = tuple(Link("hier", n, address, "present") for n, address in enumerate(addresses))
    return replace(found, article=replace(found.article, links=links))


def test_small_print_is_told_with_the_article(store: Store) -> None:
    found = story(0, ilse(affiliation="Praktijk Zuid"))
    small_print = Part("disclaimer", 0, 5, ("fiction", "general", "names-changed"))
    printed = replace(found, article=replace(found.article, parts=(small_print,)))
    signal = seen(store, printed, story(1, ilse()))["small_print"]
    assert signal.params == {"articles": "1", "disclaimers": "fiction, names-changed"}
    assert signal.evidence == (found.article.id,)


def test_small_print_that_gives_no_advice_is_no_signal(store: Store) -> None:
    found = story(0, ilse(affiliation="Praktijk Zuid"))
    small_print = Part("disclaimer", 0, 5, ("advertorial", "general"))
    printed = replace(found, article=replace(found.article, parts=(small_print,)))
    assert "small_print" not in seen(store, printed, story(1, ilse()))


@pytest.mark.parametrize(
    ("outcome", "type", "polarity"),
    [
        ("found", "found_in_register", "for"),
        ("not-found", "not_found_in_register", "closer"),
        ("other-expertise", "other_expertise", "closer"),
    ],
)
def test_a_check_speaks_until_it_is_withdrawn(store: Store, outcome: str, type: str, polarity: str) -> None:
    found = story(0, ilse(affiliation="Praktijk Zuid"))

    def checked(withdrawn: str | None) -> dict[str, reports.SignalLine]:
        changes = Changes()
        changes.node("Check", id="c", withdrawn_at=withdrawn, **CHECKED, outcome=outcome)
        changes.relate("CONCERNS", ("Check", "c"), ("Appearance", found.people[0].id))
        with store.lease("a test"):
            store.write([observations(found), changes])
        return seen(store)

    signal = checked(None)[type]
    assert (signal.polarity, signal.params, signal.evidence) == (
        polarity,
        {"registers": "BIG"},
        (found.people[0].id,),
    )
    assert checked("2024-05-01T12:00:00Z") == {}


def test_people_whose_own_story_is_told_get_towns_and_nothing_that_is_asked_of_experts(store: Store) -> None:
    articles = [story(0, ilse("Breda", kind="subject")), story(1, ilse("Zwolle", kind="subject"))]
    assert seen(store, *articles)["several_towns"].params == {"towns": "Breda, Zwolle"}
    assert seen(store).keys() == {"several_towns"}


def test_officials_get_no_signals(store: Store) -> None:
    articles = [story(0, ilse("Breda", kind="official")), story(1, ilse("Zwolle", kind="official"))]
    assert seen(store, *articles) == {}


# --- the order of the reuse report ---


def test_a_miss_counts_for_most_where_everybody_who_bears_the_title_is_registered() -> None:
    registers = tomllib.loads((ROOT / "schema" / "registers.toml").read_text("utf-8"))
    (complete,) = re.findall(r"register IN \[([^]]*)\]", signals.texts()["not_found_in_register"])
    assert re.findall(r"'([^']+)'", complete) == [name for name, one in registers.items() if one["protected"]]


def others(*numbers: int, name: str) -> list[Extraction]:
    """Return stories of an expert of whom there is nothing to tell."""
    return [story(n, Quoted(name, "hydroloog", affiliation="Het Getijlab")) for n in numbers]


def check(store: Store, extraction: Extraction, outcome: str) -> None:
    changes = Changes()
    changes.node("Check", id="c", **CHECKED, outcome=outcome)
    changes.relate("CONCERNS", ("Check", "c"), ("Appearance", extraction.people[0].id))
    with store.lease("a test"):
        store.write([changes])
        resolve(store)


def test_who_gives_more_reason_to_look_comes_first_and_who_was_looked_up_and_found_last(store: Store) -> None:
    wandering = [story(0, ilse("Breda")), story(1, ilse("Zwolle"))]
    steady = others(2, 3, 4, name="Govert Klinkvoort")
    seen(store, *wandering, *steady)
    assert names(store) == ["Ilse Brandsmeer", "Govert Klinkvoort"]
    check(store, wandering[0], "found")
    assert names(store) == ["Govert Klinkvoort", "Ilse Brandsmeer"]


def names(store: Store) -> list[str]:
    return [one.person.name for one in reports.reuse(store)]


def test_what_the_order_rests_on_is_noted_once_and_goes_when_its_signals_go(store: Store) -> None:
    noted = "MATCH (p:Person) RETURN p.closer AS closer, p.spoken_for AS spoken_for"
    first = story(0, ilse("Breda"))
    signals_ = seen(store, first, story(1, ilse("Zwolle")))
    # no_employer 1, only_role_name_place 2, several_towns 3
    assert len(signals_) == 3 and store.read(noted) == [{"closer": 6, "spoken_for": None}]
    with store.lease("a test"):
        assert not resolve(store).changed
    check(store, first, "found")
    assert store.read(noted) == [{"closer": 6, "spoken_for": True}]
    with store.lease("a test"):
        store.write([observations(story(2, ilse(affiliation="Praktijk Zuid")))])
        resolve(store)
    assert store.read(noted) == [{"closer": 3, "spoken_for": True}]


# --- words ---


@pytest.fixture(params=["en", "nl"])
def messages(request: pytest.FixtureRequest) -> dict[str, dict[str, str]]:
    """The messages of a language, by section."""
    return tomllib.loads((ROOT / "schema" / "messages" / f"{request.param}.toml").read_text("utf-8"))


def test_every_signal_has_its_message(messages: dict[str, dict[str, str]]) -> None:
    assert messages["signals"].keys() == signals.texts().keys()


def test_every_code_of_the_lexicons_has_its_word(messages: dict[str, dict[str, str]]) -> None:
    lexicon = ROOT / "ingest" / "languages" / "nl" / "lexicon"
    roles = tomllib.loads((lexicon / "roles.toml").read_text("utf-8"))
    assert messages["role_families"].keys() >= {name for name, family in roles.items() if "kind" in family}
    assert messages["subjects"].keys() >= tomllib.loads((lexicon / "subjects.toml").read_text("utf-8")).keys()
