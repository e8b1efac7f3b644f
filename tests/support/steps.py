"""How much Python a call runs, in lines, whatever the clock says.

Not counted: what runs within one call of a function written in C, such as a search for a pattern.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(call: Callable[[], object], within: str) -> int:
    """Lines run in files whose path holds ``within``, a comprehension's once for each of its steps."""
    count = 0

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def called(frame: FrameType, event: str, arg: Any) -> Any:
        return line if within in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
