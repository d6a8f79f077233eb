"""The keys under which like names are looked for, and how rare a name is."""

import pytest

from ingest import names
from ingest.languages.nl.name_keys import keys
from ingest.languages.nl.name_rarity import rarity
from ingest.languages.nl.name_words import PREFIXES, SUFFIXES


def alike(one: str, other: str) -> set[str]:
    """Return how two names are alike, as the keys they share say."""
    shared = set.intersection(*(set(keys(n, names.parts(n, PREFIXES))[1:]) for n in (one, other)))
    return {key.partition(":")[0] for key in shared}


def bits(name: str) -> tuple[float, float]:
    found = rarity(names.parts(name, PREFIXES))
    return found.given, found.surname


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Anette Bekker", "Annette Becker", "sounds_alike"),
        ("Sofie Kuijpers", "Sophie Kuypers", "sounds_alike"),
        ("Wytse Schmidt", "Wijtse Smit", "sounds_alike"),
        ("Pieter Van den Berghe", "Pieter Vandenberghe", "sounds_alike"),
        ("F.J.G. van Oortwijn", "Femke van Oortwijn", "initials"),
        ("F.J.G. Buskermolen", "F. Buskermolen", "initials"),
        ("Vladimir Kolthoev", "Vladimir Kolthuv", "sounds_alike"),
        ("Goran Djurkolth", "Goran Đurkolth", "sounds_alike"),
        ("Kees Brandsmeer", "Cornelis Brandsmeer", "nickname"),
        ("Douwe Jan Brandsmeer", "Douwe Brandsmeer", "given_part"),
        ("Douwe Jan Brandsmeer", "Jan Brandsmeer", "given_part"),
        ("Ilse Kater-Brandsmeer", "Ilse Brandsmeer", "double_name"),
        ("Ilse Kater-Brandsmeer", "Ilse Kater", "double_name"),
        ("Ilse Kater-van der Wilg", "Ilse van der Wilg", "double_name"),
        ("Ilse van de Wilg", "Ilse van der Wilg", "other_prefix"),
        ("Ilse van der Wilg", "Ilse Wilg", "other_prefix"),
    ],
)
def test_names_that_may_be_one_persons_share_a_key_that_says_how(one: str, other: str, how: str) -> None:
    assert how in alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse Brandsmeer", "Ilse Katersma"),
        ("Ilse Brandsmeer", "Joop Brandsmeer"),
        ("Joop Brandsmeer", "Hans Brandsmeer"),
        ("Brandsmeer", "Ilse Brandsmeer"),
    ],
)
def test_names_that_are_two_peoples_share_none(one: str, other: str) -> None:
    assert not alike(one, other)


def test_two_given_names_with_one_initial_share_that_alone() -> None:
    assert alike("Joost Brandsmeer", "Jaap Brandsmeer") == {"initials"}


def test_an_initial_after_a_given_name_is_more_than_a_given_name_left_out() -> None:
    assert "middle_initial" in alike("Ilse W. Brandsmeer", "Ilse Brandsmeer")
    assert "given_part" not in alike("Ilse W. Brandsmeer", "Ilse Brandsmeer")


def test_initials_do_not_say_which_name_somebody_is_called_by() -> None:
    assert alike("C.I. Brandsmeer", "Ilse Brandsmeer") == {"initials"}
    assert not alike("C.I. Brandsmeer", "Joop Brandsmeer")


@pytest.mark.parametrize("written", ["sr", "Sr", "sr.", "senior", "Senior", "de Oudere"])
def test_what_tells_relatives_apart_is_no_part_of_the_surname(written: str) -> None:
    taken_apart = names.parts(f"Ilse van der Wilg {written}".rstrip("."), PREFIXES, SUFFIXES)
    assert (taken_apart.surname, taken_apart.suffix) == ("Wilg", "sr")


def test_the_key_of_a_name_has_what_tells_relatives_apart_however_it_is_written() -> None:
    found = {
        keys(name, names.parts(name, PREFIXES, SUFFIXES))[0]
        for name in ("Ilse Wilg sr", "Ilse Wilg senior", "Ilse Wilg de Oudere")
    }
    assert found == {"ilse wilg sr"}


def test_a_surname_that_means_the_young_is_a_surname() -> None:
    assert names.parts("Hylke de Jonge", PREFIXES, SUFFIXES).surname == "Jonge"


def test_a_name_is_rarer_than_a_commoner_one() -> None:
    assert bits("Jan de Vries")[0] < bits("Kees de Vries")[0] < bits("Wubbegien de Vries")[0]
    assert bits("Jan de Vries")[1] < bits("Jan Terpstra")[1] < bits("Jan Brandsmeer")[1]


def test_an_initial_is_commoner_than_any_name_that_begins_with_it() -> None:
    assert bits("J. de Vries")[0] < bits("Jan de Vries")[0]


def test_how_a_name_is_written_does_not_change_how_rare_it_is() -> None:
    assert bits("Piet Van den Berghe")[1] == bits("Piet Vandenberghe")[1]
    assert bits("Andre Jansen") == bits("André JANSEN")


def test_a_double_surname_is_as_rare_as_its_commoner_part() -> None:
    assert bits("Ilse Brandsmeer-de Vries")[1] == bits("Ilse de Vries")[1]
