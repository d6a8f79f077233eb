"""Where people can be looked up."""

from __future__ import annotations

import pytest

from graph.registers import for_person, registers


def names(roles: list[str], *families: str) -> list[str]:
    return [register.name for register in for_person(roles, families)]


@pytest.mark.parametrize("name", registers())
def test_every_register_says_how_to_read_it_and_what_a_miss_means_in_both_languages(name: str) -> None:
    register = registers()[name]
    for told in (register.reads, register.misses):
        assert set(told) == {"en", "nl"}
        assert all(len(text) > 15 for text in told.values())
    assert set(register.about) <= {"person", "institution", "statement", "reference"}
    stated = {"surname": "Co", "employer": "A/B", "text": "één", "role": "arts, m/v", "place": "Ter Aar"}
    for address in register.addresses(name="Jo Ann & Co", **stated):
        assert address.startswith("https://") and " " not in address and "{" not in address


def test_a_page_that_asks_for_what_is_not_stated_is_no_page_to_open() -> None:
    staff, web = registers()["staff-page"], registers()["web"]
    assert not staff.addresses(name="Jo Ann", employer=None) and staff.address(
        name="Jo", employer="Huis & Co"
    )
    assert web.addresses(name="Jo Ann", text="Jo Ann", role="arts") == (
        "https://duckduckgo.com/?q=%22Jo+Ann%22",
        "https://duckduckgo.com/?q=%22Jo+Ann%22+arts",
    )
    assert registers()["telephone"].address(name="Jo Ann") is None


def test_psycholoog_is_protected_in_belgium_and_psychiater_in_both_countries() -> None:
    protected = {name for name in names(["psycholoog"], "psychology") if registers()[name].protected}
    assert protected == {"Psychologencommissie"}
    protected = {name for name in names(["psychiater"], "medicine") if registers()[name].protected}
    assert protected == {"BIG", "RIZIV"}


def test_a_miss_in_a_voluntary_register_proves_nothing_and_says_so() -> None:
    for name in ("NIP", "NVVS", "ORCID"):
        assert not registers()[name].complete
        assert "proves nothing" in registers()[name].misses["en"]


def test_a_compound_finds_the_register_of_its_profession() -> None:
    assert "BIG" in names(["kinderpsychiater in Zwolle"], "medicine")
    assert "NOvA" in names(["strafrechtadvocaat"], "law")


def test_somebody_without_a_known_role_can_still_be_looked_up() -> None:
    assert {"staff-page", "telephone", "web", "KvK"} <= set(names([]))
    assert "BIG" not in names([])
