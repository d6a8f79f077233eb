"""Names as they are compared."""

from __future__ import annotations

import re
import unicodedata


def key(name: str | None) -> str:
    """Return a name without case, diacritics and punctuation, its words parted by one space.

    As `ingest.names.key`, which `graph` may not know: a test holds the two together.
    """
    decomposed = unicodedata.normalize("NFKD", name or "").casefold()
    return " ".join(re.findall(r"\w+", "".join(c for c in decomposed if not unicodedata.combining(c))))
