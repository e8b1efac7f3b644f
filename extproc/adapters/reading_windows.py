"""Windows in which a model reads a text that is longer than it takes at once.

They overlap, and what is found counts in the one window where it stands further inside, so that no name is cut in two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Window:
    """``text[start:end]``; what is found in it counts if it begins in ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int

    def counts(self, start: int) -> bool:
        return self.first <= start < self.last

    def halves(self) -> tuple["Window", "Window"]:
        """For a window of two characters or more; they overlap by up to a half of it."""
        middle, beyond = (self.start + self.end) // 2, (self.end - self.start) // 4
        cut = min(max(middle, self.first), self.last)
        return (
            Window(self.start, middle + beyond, self.first, cut),
            Window(middle - beyond, self.end, cut, self.last),
        )


def windows(length: int, size: int, overlap: int) -> Iterator[Window]:
    """Over a text of ``length``: each offset counts in exactly one. ``overlap`` is less than ``size``."""
    start = first = 0
    while start + size < length:
        end = start + size
        last = end - overlap // 2
        yield Window(start, end, first, last)
        start, first = end - overlap, last
    if length:
        yield Window(start, length, first, length)


def encodable(text: str) -> str:
    """Of the same length, without what UTF-8 cannot say."""
    return _LONE_SURROGATE.sub("\ufffd", text)
