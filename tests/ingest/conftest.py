"""What the tests of reading share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

OURS = str(Path(__file__).parents[2] / "ingest")
Steps = Callable[[Callable[[], object]], int]


@pytest.fixture
def steps() -> Steps:
    """Return what counts the lines of our own code that a call runs: its work, the same on every machine."""

    def count(call: Callable[[], object]) -> int:
        lines = 0

        def line(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal lines
            lines += event == "line"
            return line

        def called(frame: FrameType, event: str, _: Any) -> Any:
            return line if frame.f_code.co_filename.startswith(OURS) else None

        before = sys.gettrace()
        sys.settrace(called)
        try:
            call()
        finally:
            sys.settrace(before)
        return lines

    return count
