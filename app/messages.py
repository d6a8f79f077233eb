"""The words people see, in their language: `schema/messages/{en,nl}.toml`.

`Messages(language).text("cli.stopped")` is the message `stopped` of the section `[cli]`.
"""

from __future__ import annotations

import locale
import os
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.errors import StoreError
    from ingest.errors import Refused
    from ingest.models import ModelError

LANGUAGES = ("en", "nl")

_THOUSANDS = {"en": ",", "nl": "."}
_DECIMALS = {"en": ".", "nl": ","}

# Where a user's language is stated, the first that says something counting (POSIX, after our own).
_VARIABLES = ("ZEGSMAN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def user_language() -> str:
    """Return `nl` for a user whose settings say Dutch, else `en`."""
    stated = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), None)
    stated = stated or locale.getlocale()[0] or ""
    return "nl" if stated.lower().startswith(("nl", "dutch")) else "en"


class Messages:
    """The messages in one of `LANGUAGES`; without one, in the user's own."""

    def __init__(self, language: str | None = None) -> None:
        self.language = language or user_language()
        self._sections = _read(self.language)

    def text(self, key: str, **params: object) -> str:
        """Return the message `section.name` with `params` in it. KeyError if there is none."""
        section, name = key.split(".", 1)
        return self._sections[section][name].format_map(params)

    def code(self, section: str, code: str | None) -> str:
        """Return the word for a code of `section`; the code itself where a store has one we do not know."""
        return self._sections[section].get(code, code) if code else ""

    def codes(self, section: str) -> tuple[str, ...]:
        """Return the codes of `section`."""
        return tuple(self._sections[section])

    def signal(self, type: str, params: Mapping[str, str]) -> str:
        """Return a signal in words. A parameter with the name of a section holds codes of it, by commas."""
        said = {
            name: self.listed(self.code(name, code) for code in value.split(", "))
            if name in self._sections
            else value
            for name, value in params.items()
        }
        return self.text(f"signals.{type}", **said)

    def count(self, key: str, number: int) -> str:
        """Return a number with what it counts: the message `KEY_one` for 1, else `KEY_many`."""
        return self.text(f"{key}_{'one' if number == 1 else 'many'}", n=self.number(number))

    def number(self, number: int) -> str:
        """Return a number as people write it: 1,200 in English, 1.200 in Dutch."""
        return f"{number:,}".replace(",", _THOUSANDS[self.language])

    def decimal(self, number: float, places: int = 3) -> str:
        """Return a number with decimals as people write it: 0.951 in English, 0,951 in Dutch."""
        return f"{number:.{places}f}".replace(".", _DECIMALS[self.language])

    def listed(self, words: Iterable[str]) -> str:
        """Return words as a list in a sentence: "a, b and c"."""
        *first, last = list(words) or [""]
        return self.text("report.and", first=", ".join(first), last=last) if first else last

    def refused(self, refused: Refused) -> str:
        """Return the sentence for an input that cannot be read."""
        params = dict(refused.params)
        if "language" in params:
            params["language"] = self.code("languages", str(params["language"]))
        return self.text(f"refused.{refused.code}", source=refused.source, **params)

    def model(self, error: ModelError) -> str:
        """Return the sentence for a spaCy pipeline that cannot be used."""
        params = {
            name: self.code("languages", value) if name in ("found", "wanted") else value
            for name, value in error.params.items()
        }
        return self.text(f"model.{error.code}", **params)

    def error(self, error: StoreError) -> str:
        """Return the sentence for what is wrong with a store."""
        return error.message(self.language)


@cache
def _read(language: str) -> dict[str, dict[str, str]]:
    text = resources.files("schema").joinpath(f"messages/{language}.toml").read_text("utf-8")
    return tomllib.loads(text)
