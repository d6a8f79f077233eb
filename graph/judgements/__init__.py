"""What people decided about what was read: kept, held to, and taken back.

A judgement outranks the program. It stores which article, name and stretch it is about, so that it finds
them again after a reading that gave other ids, and it stays as a row when it is withdrawn.
"""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return this instant as judgements record it: UTC, to the microsecond, so that two have an order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
