"""From bytes to clean text."""

from __future__ import annotations

import codecs
import re

# Files written on Windows before UTF-8; it holds every character of ISO 8859-1, which HTML reads as it too.
_LEGACY = "windows-1252"
_DOUBTFUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# In text a control character is an accident; in data taken for text more than one in ten is one.
_MOST_CONTROLS = 0.01


# The longest text spaCy takes in one piece (`Language.max_length`), in characters; a novel, not an article.
LONGEST = 1_000_000


class NotText(ValueError):
    """The bytes are no text."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text of `data` and the encoding it was read in; a byte order mark goes.

    UTF-8 is tried first, then the encoding that the document declares, then Windows-1252. UTF-8 with some
    broken bytes stays UTF-8, each of them U+FFFD. Raises `NotText` for binary data.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, encoding = data.decode("utf-16", errors="replace"), "utf-16"
    elif b"\0" in data:
        raise NotText
    else:
        text, encoding = _decode_bytes(data, declared)
    text = text.removeprefix("\ufeff")
    if len(_DOUBTFUL.findall(text)) > _MOST_CONTROLS * len(text) + 1:
        raise NotText
    return text, encoding


def _decode_bytes(data: bytes, declared: str | None) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    if sum(character > "\x7f" for character in mended) > 2 * broken:
        return mended, "utf-8"
    for encoding in (declared, _LEGACY):
        try:
            if encoding:
                return data.decode(encoding), encoding.lower()
        except (LookupError, UnicodeError):
            continue
    raise NotText


def clean(text: str) -> str:
    """Return `text` with lone surrogates and control characters as U+FFFD, character for character.

    Tabs and line ends stay. Neither JSON nor a database takes the ones that go.
    """
    return _DOUBTFUL.sub("\ufffd", text)


def one_line(text: str) -> str | None:
    """Return a title, a name or another short text cleaned and on one line, None where nothing is left."""
    return " ".join(clean(text).split()) or None
