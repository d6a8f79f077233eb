from __future__ import annotations

import re
from importlib import resources

import pytest

from app.messages import LANGUAGES, Messages, user_language

FIELD = re.compile(r"\{(\w+)")


def sections(language: str) -> dict[str, dict[str, str]]:
    return Messages(language)._sections


def test_every_language_has_the_same_messages_with_the_same_values() -> None:
    english = sections("en")
    for language in LANGUAGES:
        other = sections(language)
        assert {section: set(words) for section, words in other.items()} == {
            section: set(words) for section, words in english.items()
        }
        for section, words in other.items():
            for key, text in words.items():
                assert set(FIELD.findall(text)) == set(FIELD.findall(english[section][key])), (
                    f"{section}.{key}"
                )


def test_every_signal_has_its_words() -> None:
    signals = resources.files("schema").joinpath("signals")
    names = {file.name.removesuffix(".cypher") for file in signals.iterdir()}
    assert names <= set(sections("en")["signals"])


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"ZEGSMAN_LANGUAGE": "nl", "LANG": "en_GB.UTF-8"}, "nl"),
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "nl_NL.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_one_the_user_has_set(
    monkeypatch: pytest.MonkeyPatch, stated: dict[str, str], expected: str
) -> None:
    for name in ("ZEGSMAN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in stated.items():
        monkeypatch.setenv(name, value)
    assert user_language() == expected


def test_numbers_choose_between_one_and_many() -> None:
    messages = Messages("en")
    assert messages.count("report.stories", 1) == "1 story"
    assert messages.count("report.stories", 1234) == "1,234 stories"


def test_words_make_a_list_in_a_sentence() -> None:
    messages = Messages("nl")
    assert [messages.listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]
