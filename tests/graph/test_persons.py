"""Which appearances are one person."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.groups import Groups
from graph.resolve.likeness import Told
from graph.resolve.observed import Appearance, Decided
from graph.resolve.persons import Likeness, Persons, persons
from ingest import names
from ingest.languages.nl import name_keys, name_rarity, name_words

PREFIXES = ("van", "de", "van der")


def appearance(
    id: str, name: str = "Ilse Brandsmeer", article: str | None = None, **facts: Any
) -> Appearance:
    parts = names.parts(name, PREFIXES, name_words.SUFFIXES)
    known: dict[str, Any] = {
        "given": parts.given or None,
        "initials": parts.initials or None,
        "surname": parts.surname or None,
        "suffix": parts.suffix or None,
    }
    if " " not in name:
        known = {"given": name, "surname": None, "initials": None}
    rare = name_rarity.rarity(parts)
    known |= {"given_bits": rare.given, "surname_bits": rare.surname}
    return Appearance(id, article or f"article-{id}", name, name_keys.keys(name, parts), **known, **facts)


def concluded(
    *appearances: Appearance,
    decided: tuple[Decided, ...] = (),
    subject: str | None = None,
    **stories: str,
) -> Persons:
    told = {a.article: Told(stories.get(a.id, f"story-{a.article}"), subject) for a in appearances}
    return persons(appearances, told, decided)


def groups(*appearances: Appearance, **known: Any) -> list[list[str]]:
    return list(concluded(*appearances, **known).members.values())


def features(likeness: Likeness) -> dict[str, float]:
    return {feature.name: feature.weight for feature in likeness.features}


# --- one person ---


def test_a_full_name_is_one_person_where_nothing_contradicts() -> None:
    assert groups(appearance("a"), appearance("b", kind="expert", role_family="psychology")) == [["a", "b"]]


def test_an_expert_used_again_with_other_towns_and_professions_is_one_person() -> None:
    used = [
        appearance("a", kind="expert", role_family="psychology", place="Breda"),
        appearance("b", kind="expert", role_family="finance", place="Zwolle"),
        appearance("c", kind="expert", role_family="nutrition", place="Goes"),
        appearance("d", kind="expert", role_family="law", place="Assen"),
    ]
    assert groups(*used) == [["a", "b", "c", "d"]]


def test_somebody_with_a_rare_name_who_changes_office_is_one_person() -> None:
    name = "Wubbegien Brandsmeer"
    first = appearance("a", name, kind="official", role_family="politics", affiliation="VVD")
    second = appearance(
        "b", name, kind="official", role_family="organisation", affiliation="Bond van Bakkers"
    )
    assert groups(first, second, subject="politics") == [["a", "b"]]


def test_another_office_at_another_employer_on_no_known_subject_is_for_review() -> None:
    first = appearance("a", kind="official", role_family="politics", affiliation="VVD")
    second = appearance("b", kind="official", role_family="organisation", affiliation="Bond van Bakkers")
    found = concluded(first, second)
    assert len(found.members) == 2 and len(found.candidates) == 1


def test_one_employer_makes_one_person_whatever_the_role() -> None:
    first = appearance("a", kind="expert", role_family="medicine", affiliation="Ziekenhuis Zuid")
    second = appearance(
        "b", kind="expert", role_family="finance", affiliation="Ziekenhuis Zuid, locatie Oost"
    )
    assert groups(first, second) == [["a", "b"]]


def test_a_case_diacritics_and_hyphens_do_not_part_a_person() -> None:
    assert groups(appearance("a", "Ilse-Marie van der Meer"), appearance("b", "Ilse Marie Van der Méér")) == [
        ["a", "b"]
    ]


def test_somebody_written_with_initials_is_who_is_called_by_a_later_one() -> None:
    said = {"kind": "official", "role": "minister van zeezaken", "role_family": "politics"}
    written = appearance("a", "C.I. Brandsmeer", affiliation="Bond van Bakkers", **said)
    assert groups(written, appearance("b", "Ilse Brandsmeer", affiliation="Bond van Bakkers", **said)) == [
        ["a", "b"]
    ]
    assert groups(written, appearance("b", "Joop Brandsmeer", affiliation="Bond van Bakkers", **said)) == [
        ["a"],
        ["b"],
    ]


# --- relatives of one name ---

MAYOR = {"kind": "official", "role": "burgemeester", "role_family": "politics", "affiliation": "Zeewind"}


def test_two_who_are_told_apart_by_senior_and_junior_are_never_one() -> None:
    found = concluded(appearance("a", "Joop Kater sr", **MAYOR), appearance("b", "Joop Kater jr", **MAYOR))
    assert list(found.members.values()) == [["a"], ["b"]]
    assert not found.candidates


def test_senior_and_the_elder_are_one() -> None:
    names = "Joop Kater sr", "Joop Kater de Oudere"
    assert groups(*(appearance(id, name, **MAYOR) for id, name in zip("ab", names, strict=True))) == [
        ["a", "b"]
    ]


def test_senior_speaks_against_who_is_not_called_so_but_does_not_settle_it() -> None:
    elder = appearance("a", "Ilse Brandsmeer sr", kind="official", role_family="politics")
    plain = appearance("b", "Ilse Brandsmeer", kind="official", role_family="politics")
    found = concluded(elder, plain)
    assert list(found.members.values()) == [["a"], ["b"]]
    assert "other_suffix" in features(found.candidates[0])
    assert groups(appearance("a", "Ilse Brandsmeer sr", **MAYOR), appearance("b", **MAYOR)) == [["a", "b"]]


def test_an_initial_that_one_lacks_speaks_against_but_does_not_settle_it() -> None:
    politics = {"kind": "official", "role_family": "politics"}
    found = concluded(
        appearance("a", "Ilse W. Brandsmeer", role="oud-president", **politics),
        appearance("b", "Ilse Brandsmeer", role="kandidaat", **politics),
    )
    assert list(found.members.values()) == [["a"], ["b"]]
    assert "middle_initial" in features(found.candidates[0])
    assert groups(appearance("a", "Ilse W. Brandsmeer", **MAYOR), appearance("b", **MAYOR)) == [["a", "b"]]


def test_who_is_told_apart_by_an_initial_and_who_by_senior_are_two() -> None:
    found = concluded(
        appearance("a", "Ilse W. Brandsmeer", **MAYOR), appearance("b", "Ilse Brandsmeer sr", **MAYOR)
    )
    assert list(found.members.values()) == [["a"], ["b"]]
    assert not found.candidates


def test_two_with_other_initials_after_one_given_name_are_two() -> None:
    names = "Ilse W. Brandsmeer", "Ilse H. Brandsmeer"
    found = concluded(*(appearance(id, name, **MAYOR) for id, name in zip("ab", names, strict=True)))
    assert list(found.members.values()) == [["a"], ["b"]]
    assert not found.candidates


# --- namesakes ---

ECONOMIST = appearance("a", kind="expert", role_family="finance", affiliation="Bank Noord")
DOCTOR = appearance("b", kind="expert", role_family="medicine", affiliation="Ziekenhuis Zuid")


def test_another_profession_with_another_employer_makes_namesakes() -> None:
    found = concluded(ECONOMIST, DOCTOR)
    assert list(found.members.values()) == [["a"], ["b"]]
    assert [(n.one, n.other) for n in found.namesakes] == [("a", "b")]


def test_a_sportsman_and_an_economist_are_namesakes() -> None:
    sportsman = appearance("b", kind="subject", role_family="sport")
    assert groups(appearance("a", kind="expert", role_family="finance"), sportsman) == [["a"], ["b"]]


def test_two_of_different_countries_are_namesakes() -> None:
    one, other = (
        appearance(id, role_family="arts", nation=nation) for id, nation in (("a", "us"), ("b", "gb"))
    )
    assert groups(one, other) == [["a"], ["b"]]


def test_a_common_name_in_one_company_is_one_person() -> None:
    bakers = [appearance(id, "Jan de Vries", f"article-{id}") for id in "ab"]
    told = {f"article-{id}": Told(id, people=frozenset({"jan de vries", "joop kater"})) for id in "ab"}
    assert [*persons(bakers, told).members.values()] == [["a", "b"]]


def test_nobody_is_company_of_themselves() -> None:
    bakers = [appearance(id, "Jan de Vries", f"article-{id}") for id in "ab"]
    told = {f"article-{id}": Told(id, people=frozenset({"jan de vries"})) for id in "ab"}
    assert [*persons(bakers, told).members.values()] == [["a"], ["b"]]


def test_the_head_of_something_who_is_in_the_news_for_themselves_is_one_person() -> None:
    head = appearance("a", kind="official", role_family="organisation", affiliation="Bond van Bakkers")
    assert groups(head, appearance("b", kind="subject"), subject="sport") == [["a", "b"]]


def test_one_common_name_says_too_little_for_one_person() -> None:
    bare = [appearance("a", "Jan de Vries"), appearance("b", "Jan de Vries")]
    found = concluded(*bare)
    assert len(found.members) == 2 and len(found.candidates) == 1
    doctors = [
        appearance(id, "Jan de Vries", kind="expert", role="huisarts", role_family="medicine") for id in "ab"
    ]
    assert groups(*doctors) == [["a", "b"]]


def test_one_common_name_with_two_professions_is_two_people() -> None:
    doctor = appearance("a", "Jan de Vries", kind="expert", role="huisarts", role_family="medicine")
    economist = appearance("b", "Jan de Vries", kind="expert", role="econoom", role_family="finance")
    assert groups(doctor, economist) == [["a"], ["b"]]


def test_professors_of_two_fields_have_no_more_in_common_than_their_rank() -> None:
    law = appearance("a", role="hoogleraar staatsrecht", role_family="science")
    physics = appearance("b", role="hoogleraar natuurkunde", role_family="science")
    decided = (Decided("d", "different", "a", 0), Decided("d", "different", "b", 1))
    (apart,) = concluded(law, physics, decided=decided).namesakes
    assert "same_family" in features(apart)


def test_namesakes_in_doubt_are_shown_with_the_reasons() -> None:
    (candidate,) = concluded(ECONOMIST, DOCTOR).candidates
    assert (candidate.one, candidate.other) == ("a", "b")
    weights = features(candidate)
    assert weights.keys() == {"same_name", "rarity", "other_employer", "other_family"}
    assert candidate.score == sum(weights.values())


def test_each_of_two_namesakes_keeps_their_own_articles() -> None:
    more = [
        appearance("c", kind="expert", role_family="finance", affiliation="Bank Noord"),
        appearance("d", kind="expert", role_family="medicine", place="Assen"),
        appearance("e", kind="expert", role_family="finance"),
    ]
    assert groups(ECONOMIST, DOCTOR, *more) == [["a", "c", "e"], ["b", "d"]]


def test_whoever_fits_two_namesakes_equally_well_is_given_to_neither() -> None:
    found = concluded(ECONOMIST, DOCTOR, appearance("c"))
    assert list(found.members.values()) == [["a"], ["b"], ["c"]]
    assert {(c.one, c.other) for c in found.candidates} == {("a", "b"), ("a", "c"), ("b", "c")}


def test_an_invented_expert_is_not_torn_between_namesakes_of_other_professions() -> None:
    namesakes = [
        appearance(f"{family}{n}", kind="expert", role_family=family, affiliation=employer)
        for family, employer in (("finance", "Bank Noord"), ("medicine", "Ziekenhuis Zuid"))
        for n in range(3)
    ]
    used = [
        appearance(f"used{n}", kind="expert", role_family=family, place=place)
        for n, (family, place) in enumerate(
            [("psychology", "Breda"), ("law", "Goes"), ("engineering", "Assen"), ("animals", "Tiel")]
        )
    ]
    found = groups(*namesakes, *used)
    assert found == [
        [f"{family}{n}" for n in range(len(some))]
        for family, some in (("finance", "123"), ("medicine", "123"), ("used", "1234"))
    ]


# --- names that say little ---


def test_a_given_name_is_followed_through_copies_only() -> None:
    cases = [appearance("a", "Anna"), appearance("b", "Anna"), appearance("c", "Anna")]
    assert groups(*cases, a="story", b="story") == [["a", "b"], ["c"]]
    assert not concluded(*cases).namesakes


def test_a_suspect_known_by_an_initial_is_followed_through_copies_only() -> None:
    assert groups(appearance("a", "Mohammed B."), appearance("b", "Mohammed B.")) == [["a"], ["b"]]


def test_another_spelling_of_a_rare_name_is_one_person_on_the_same_subject() -> None:
    spelled = [appearance("a", "Anette Brandsmeer"), appearance("b", "Annette Brantsmeer")]
    assert groups(*spelled, subject="health") == [["a", "b"]]


def test_another_spelling_of_a_common_name_is_two_people() -> None:
    spelled = [appearance("a", "Jan Jansen"), appearance("b", "Jan Janssen")]
    assert groups(*spelled, subject="health") == [["a"], ["b"]]


def test_initials_are_one_persons_where_role_and_rare_surname_say_so() -> None:
    initialled = [
        appearance("a", "F.J.G. Buschkamp", kind="expert", role="fiscalist", role_family="finance"),
        appearance("b", "F. Buschkamp", kind="expert", role="fiscalist", role_family="finance"),
        appearance("c", "Frank Buschkamp", kind="expert", role="fiscalist", role_family="finance"),
        appearance("d", "F.H. Buschkamp", kind="expert", role="kapper", role_family="beauty"),
    ]
    assert groups(*initialled) == [["a", "b", "c"], ["d"]]


def test_an_initial_that_fits_two_relatives_goes_to_neither() -> None:
    relatives = [appearance("a", "Frank Buschkamp"), appearance("b", "Fenna Buschkamp")]
    assert len(groups(*relatives, appearance("c", "F. Buschkamp"), subject="sport")) == 3


def test_initials_that_fit_a_given_name_are_a_candidate() -> None:
    found = concluded(appearance("a", "F. Buschkamp"), appearance("b", "Frank Buschkamp"))
    assert len(found.members) == 2
    assert [candidate.features[0].name for candidate in found.candidates] == ["initials"]


def test_two_given_names_with_one_initial_are_no_candidate() -> None:
    assert not concluded(appearance("a", "Joop Kater"), appearance("b", "Jaap Kater")).candidates


def test_one_article_presents_nobody_twice() -> None:
    found = concluded(appearance("a", "F. Buschkamp", "one"), appearance("b", "Frank Buschkamp", "one"))
    assert len(found.members) == 2 and not found.candidates


# --- decisions ---


def test_a_decision_that_two_are_the_same_outranks_what_contradicts() -> None:
    decided = (Decided("d", "same", "a"), Decided("d", "same", "b"))
    assert groups(ECONOMIST, DOCTOR, decided=decided) == [["a", "b"]]


def test_a_decision_joins_persons_of_two_names() -> None:
    decided = (Decided("d", "same", "a"), Decided("d", "same", "b"))
    assert groups(appearance("a", "Ilse Kater"), appearance("b"), appearance("c"), decided=decided) == [
        ["a", "b", "c"]
    ]


def test_a_decision_that_two_are_different_parts_them_and_makes_them_namesakes() -> None:
    decided = (Decided("d", "different", "a", 0), Decided("d", "different", "b", 1))
    found = concluded(appearance("a"), appearance("b"), decided=decided)
    assert list(found.members.values()) == [["a"], ["b"]]
    assert [(n.one, n.other) for n in found.namesakes] == [("a", "b")] and not found.candidates


def test_a_decision_about_something_gone_changes_nothing() -> None:
    decided = (Decided("d", "same", "gone"), Decided("d", "same", "a"), Decided("e", "different", "gone", 1))
    assert groups(appearance("a"), appearance("b"), decided=decided) == [["a", "b"]]


# --- whatever is observed ---

_appearances = st.lists(
    st.builds(
        lambda name, family, employer, place, kind: (name, family, employer, place, kind),
        st.sampled_from(["Ilse Brandsmeer", "I. Brandsmeer", "Ilse Brantsmeer", "Ilse", "Joop Kater"]),
        st.sampled_from([None, "psychology", "finance", "medicine", "sport", "science"]),
        st.sampled_from([None, "Bank Noord", "Ziekenhuis Zuid"]),
        st.sampled_from([None, "Breda", "Goes"]),
        st.sampled_from(["expert", "official", "subject", "other"]),
    ),
    max_size=10,
).map(
    lambda rows: [
        appearance(f"{n:02}", name, role_family=family, affiliation=employer, place=place, kind=kind)
        for n, (name, family, employer, place, kind) in enumerate(rows)
    ]
)
_decisions = st.lists(
    st.builds(
        Decided,
        st.sampled_from(["d", "e"]),
        st.sampled_from(["same", "different"]),
        st.integers(0, 9).map("{:02}".format),
        st.integers(0, 1),
    ),
    max_size=4,
).map(tuple)


@given(_appearances, _decisions, st.randoms(use_true_random=False))
def test_the_order_of_appearances_does_not_matter(
    appearances: list[Appearance], decided: tuple[Decided, ...], order: random.Random
) -> None:
    stories = {a.id: f"story{int(a.id) // 2}" for a in appearances}
    expected = concluded(*appearances, decided=decided, **stories)
    order.shuffle(appearances)
    assert concluded(*appearances, decided=decided, **stories) == expected


@given(_appearances, _decisions)
def test_every_appearance_is_of_one_person_who_goes_by_the_smallest(
    appearances: list[Appearance], decided: tuple[Decided, ...]
) -> None:
    members = concluded(*appearances, decided=decided).members
    assert sorted(id for ids in members.values() for id in ids) == sorted(a.id for a in appearances)
    assert all(person == min(ids) for person, ids in members.items())


@given(_appearances)
def test_the_way_a_name_is_found_does_not_matter_to_who_shares_it(appearances: list[Appearance]) -> None:
    found = concluded(*appearances)
    person = {id: person for person, ids in found.members.items() for id in ids}
    assert all(n.one < n.other for n in found.namesakes)
    assert all(person[c.one] != person[c.other] and c.one < c.other for c in found.candidates)


@given(_appearances, _decisions)
def test_decisions_hold(appearances: list[Appearance], decided: tuple[Decided, ...]) -> None:
    found = concluded(*appearances, decided=decided)
    person = {id: person for person, ids in found.members.items() for id in ids}
    rows = [row for row in decided if row.appearance in person]
    same = Groups(person)
    for one in rows:
        for other in rows:
            if one.decision == other.decision and one.kind == other.kind == "same":
                assert person[one.appearance] == person[other.appearance]
                same.join(one.appearance, other.appearance)
    for one in rows:
        for other in rows:
            if one.decision == other.decision and one.kind == other.kind == "different":
                apart = one.side != other.side and same.of(one.appearance) != same.of(other.appearance)
                assert not apart or person[one.appearance] != person[other.appearance]


@given(_appearances, _appearances)
def test_people_of_other_names_change_nothing(
    appearances: list[Appearance], others: list[Appearance]
) -> None:
    renamed = [
        appearance(f"z{a.id}", f"Wubbe {a.name.split()[-1]}stra", role_family=a.role_family) for a in others
    ]
    alone, among = concluded(*appearances), concluded(*appearances, *renamed)
    ids = {a.id for a in appearances}
    assert {p: m for p, m in among.members.items() if p in ids} == alone.members
    assert tuple(n for n in among.namesakes if n.one in ids) == alone.namesakes
