"""How far prose reaches into a structure: where a tagger that learned from prose has nothing to say.

A document is ``formal``, save the strings and texts in it that read as prose, save the documents in those, and so on
inwards: of ranges that contain one another the innermost counts, of equals the last that was noted.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Reach(NamedTuple):
    """``[start, end)`` is ``formal`` (markup, member names, strings of one word) or prose."""

    start: int
    end: int
    formal: bool


def formal(noted: Sequence[Reach]) -> Iterator[tuple[int, int]]:
    """The formal ranges, in order, not overlapping. Ranges that cross end where the outer one ends."""
    open_ones: list[Reach] = []
    at = 0
    for one in (*sorted(noted, key=lambda reach: (reach.start, -reach.end)), None):
        until = one.start if one else max((reach.end for reach in open_ones), default=at)
        while open_ones and at < until:
            innermost = open_ones[-1]
            stop = min(innermost.end, until)
            if innermost.formal and at < stop:
                yield at, stop
            at = max(at, stop)
            if innermost.end <= at:
                open_ones.pop()
        at = max(at, until)
        if one:
            end = min(one.end, open_ones[-1].end) if open_ones else one.end
            open_ones.append(one._replace(end=end))
