"""Names as they are compared."""

from __future__ import annotations

import re
import unicodedata


def key(name: str | None) -> str:
    """Return a name without case, diacritics and punctuation, its words parted by one space.

    As `ingest.names.key`, which `graph` may not know: a test holds the two together.
    """
    plain = (name or "").casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", name or "").casefold()
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))
